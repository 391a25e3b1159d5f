using System.Globalization;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Peaks;

/// <summary>
/// Reads spectra and curves: tables with a header (the first column is the abscissa, each other one a trace), and bare columns of numbers as
/// instruments export them (<c>.xy</c>, <c>.uxd</c>, <c>.txt</c>), with any lines of words before the numbers.
/// </summary>
public static class TraceFile
{
    private static readonly char[] Separators = ['\t', ';', ',', ' '];

    /// <summary>The traces of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="x">Name of the column of the abscissa, or null for the first.</param>
    /// <param name="signals">Names of the columns of signals; empty for all others.</param>
    /// <exception cref="InputException">It cannot be read, or a column is missing.</exception>
    public static IReadOnlyList<Trace> Load(string path, string? x = null, IReadOnlyList<string>? signals = null)
    {
        try
        {
            return Parse(File.ReadAllText(path), path, x, signals);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"the file cannot be read: {e.Message}", file: path);
        }
    }

    /// <summary>The traces of the text of a file.</summary>
    /// <exception cref="InputException">It holds no two columns of numbers, or a column is missing.</exception>
    public static IReadOnlyList<Trace> Parse(string text, string source, string? x = null, IReadOnlyList<string>? signals = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        string sample = Path.GetFileNameWithoutExtension(source);
        string[] lines = text.TrimStart('\uFEFF').Split('\n');
        int first = Array.FindIndex(lines, line => Numbers(line) is { Length: >= 2 });
        if (first < 0) throw new InputException("no row holds two numbers; expected a column of abscissae and one of signals.", file: source);
        int head = Array.FindLastIndex(lines, Math.Max(first - 1, 0), line => !IsPassedOver(line));
        if (first == 0 || head < 0 || !IsHeader(lines[head], lines[first])) return [Bare(lines, first, source, sample)];
        // Lines of words above the header become remarks, so that line numbers in messages stay those of the file.
        for (int i = 0; i < head; i++) lines[i] = "#";
        return OfTable(MeasuredTable.Parse(string.Join('\n', lines), source), sample, x, signals ?? []);
    }

    private static IReadOnlyList<Trace> OfTable(MeasuredTable table, string sample, string? x, IReadOnlyList<string> signals)
    {
        ColumnHeading abscissa = table.Heading(x ?? table.Names[0]);
        string[] names = signals.Count > 0 ? [.. signals] : [.. table.Names.Where(name => name != abscissa.Name)];
        double[] places = Values(table, abscissa);
        return [.. names.Select(name =>
        {
            ColumnHeading signal = table.Heading(name);
            return Trace.Of(table.Source, names.Length == 1 ? sample : $"{sample} {signal.Name}", new TraceAxis(abscissa.Name, abscissa.Unit ?? ""),
                new TraceAxis(signal.Name, signal.Unit ?? ""), places, Values(table, signal));
        })];
    }

    private static double[] Values(MeasuredTable table, ColumnHeading column) => table.Column(WrittenUnit.Kind(column.Name, column.Unit ?? ""), column.Name);

    private static Trace Bare(string[] lines, int first, string source, string sample)
    {
        List<double> x = [], y = [];
        for (int i = first; i < lines.Length; i++)
        {
            if (IsPassedOver(lines[i])) continue;
            double[] row = Numbers(lines[i]) is { Length: >= 2 } numbers ? numbers
                : throw new InputException($"\"{lines[i].Trim()}\" is no row of two numbers.", file: source, line: i + 1);
            x.Add(row[0]);
            y.Add(row[1]);
        }
        return Trace.Of(source, sample, new TraceAxis("abscissa", ""), new TraceAxis("intensity", ""), x, y);
    }

    private static bool IsPassedOver(string line) => line.AsSpan().Trim() is var bare && (bare.IsEmpty || bare[0] is '#' or ';' or '!');

    private static bool IsHeader(string line, string row) =>
        new[] { '\t', ';', ',' }.FirstOrDefault(c => row.Contains(c, StringComparison.Ordinal), '\0') is not '\0' and char separator
        && line.Split(separator).Length == row.Split(separator).Length && Numbers(line) is null;

    // Null where the first two fields are not both numbers.
    private static double[]? Numbers(string line)
    {
        string[] fields = line.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (fields.Length < 2) return null;
        var numbers = new double[2];
        for (int i = 0; i < 2; i++)
        {
            if (!double.TryParse(fields[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])) return null;
        }
        return numbers;
    }
}
