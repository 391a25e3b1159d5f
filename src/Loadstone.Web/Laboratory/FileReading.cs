using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Tables;
using Loadstone.Reports;

namespace Loadstone.Web.Laboratory;

/// <summary>What a file is, before anything is made of it.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Format">Instrument or format, in words.</param>
/// <param name="Facts">What it holds, in short sentences.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Pictures">A first look.</param>
/// <param name="Warnings">What the reader told.</param>
internal sealed record FileReading(
    FileSubject Subject, string Format, IReadOnlyList<string> Facts, IReadOnlyList<ColumnReading> Columns, IReadOnlyList<ReportBlock> Pictures, IReadOnlyList<string> Warnings)
{
    /// <summary>Finds out what a file is.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InputException">It is nothing that an analysis reads; the words are those of the command line.</exception>
    public static FileReading Of(string path, CancellationToken cancellation)
    {
        if (DocumentReading.Recognises(path)) return DocumentReading.Of(path);
        InputException reason;
        try
        {
            RecordFormat format = InstrumentFile.FormatOf(path);
            return RecordingReading.Of(format.Name, InstrumentFile.Load(path, cancellation));
        }
        catch (InputException e)
        {
            // What no instrument wrote may be a picture or somebody's table; where it is neither, the first reason is the best.
            reason = e;
        }
        return Tried(() => PictureReading.Of(path)) ?? Tried(() => TableReading.Of(MeasuredTable.Load(path))) ?? throw reason;
    }

    /// <summary>Whether an analysis reads such a file.</summary>
    public bool Fits(ILaboratoryAnalysis analysis) => analysis.Subject == Subject
        && (analysis.Clues.Count == 0 || analysis.Clues.Any(clue => Columns.Any(column => column.IsNamed(clue))));

    private static FileReading? Tried(Func<FileReading> read)
    {
        try
        {
            return read();
        }
        catch (InputException)
        {
            return null;
        }
    }
}

/// <summary>A column of a file.</summary>
/// <param name="Name">Its name with its unit, as the file writes it.</param>
/// <param name="Low">Smallest number, or null where it holds none.</param>
/// <param name="High">Largest number, or null where it holds none.</param>
internal sealed record ColumnReading(string Name, double? Low, double? High)
{
    /// <summary>The column of a name and its numbers.</summary>
    public static ColumnReading Of(string name, IReadOnlyList<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (double.IsFinite(value)) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }
        return low <= high ? new ColumnReading(name, low, high) : new ColumnReading(name, null, null);
    }

    /// <summary>Whether its name holds a word; a word of one or two letters must be the whole name.</summary>
    public bool IsNamed(string word) => word.Length > 2
        ? Name.Contains(word, StringComparison.OrdinalIgnoreCase)
        : Name.Split(' ')[0].Equals(word, StringComparison.Ordinal);
}
