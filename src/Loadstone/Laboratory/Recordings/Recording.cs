namespace Loadstone.Laboratory.Recordings;

/// <summary>A recording in memory: columns of one length, in SI with discharge positive. Immutable.</summary>
public sealed class Recording
{
    private readonly Dictionary<string, double[]> _values;

    /// <summary>A recording of some columns.</summary>
    /// <param name="source">File or sample that it is of, for messages.</param>
    /// <param name="columns">The columns and their values, all of one length; NaN where a field is empty.</param>
    /// <param name="notes">What the reader told.</param>
    /// <param name="stepTypes">The names that the column of step types refers to.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Recording(string source, IReadOnlyList<(RecordColumn Column, double[] Values)> columns, IReadOnlyList<string>? notes = null, IReadOnlyList<string>? stepTypes = null)
    {
        Source = source;
        Columns = [.. columns.Select(c => c.Column)];
        Notes = notes ?? [];
        StepTypes = stepTypes ?? [];
        Count = columns.Count == 0 ? 0 : columns[0].Values.Length;
        if (columns.Any(c => c.Values.Length != Count)) throw new ArgumentException("The columns differ in length.", nameof(columns));
        _values = columns.ToDictionary(c => c.Column.Name, c => c.Values);
    }

    /// <summary>File or sample that it is of.</summary>
    public string Source { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<RecordColumn> Columns { get; }

    /// <summary>What the reader told.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Names of the steps; the column <see cref="RecordColumns.StepType"/> holds their index.</summary>
    public IReadOnlyList<string> StepTypes { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Whether it has a column.</summary>
    public bool Has(RecordColumn column) => _values.ContainsKey(column.Name);

    /// <summary>The values of a column [SI].</summary>
    /// <exception cref="InputException">It has none; the message names the columns that it has.</exception>
    public ReadOnlySpan<double> this[RecordColumn column] => Find(column)
        ?? throw new InputException($"the column \"{column.Label}\" is missing; the file has {string.Join(", ", Columns.Select(c => c.Label))}.", file: Source);

    /// <summary>The values of a column [SI], or null.</summary>
    public double[]? Find(RecordColumn column) => _values.GetValueOrDefault(column.Name);

    /// <summary>Reads a whole file into memory.</summary>
    /// <param name="reader">The file, at its beginning.</param>
    /// <param name="source">Its name for messages.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static Recording Of(RecordReader reader, string source, CancellationToken cancellation = default)
    {
        List<double>[] values = [.. reader.Columns.Select(_ => new List<double>())];
        RecordBatch batch = reader.NewBatch();
        while (reader.Read(batch))
        {
            cancellation.ThrowIfCancellationRequested();
            for (int c = 0; c < values.Length; c++) values[c].AddRange(batch[c]);
        }
        return new Recording(source, [.. reader.Columns.Select((column, c) => (column, values[c].ToArray()))], [.. reader.Notes], [.. reader.StepTypes]);
    }
}
