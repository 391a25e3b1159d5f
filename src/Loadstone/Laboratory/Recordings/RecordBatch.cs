namespace Loadstone.Laboratory.Recordings;

/// <summary>Some rows of a recording, column by column, in SI with discharge positive. A reader fills the same batch again and again.</summary>
public sealed class RecordBatch
{
    /// <summary>Rows that a batch holds unless told otherwise.</summary>
    public const int StandardCapacity = 4096;

    private readonly double[][] _values;

    /// <summary>A batch for some columns.</summary>
    /// <param name="columnCount">Number of columns.</param>
    /// <param name="capacity">Rows that it holds.</param>
    public RecordBatch(int columnCount, int capacity = StandardCapacity)
    {
        Capacity = capacity;
        _values = new double[columnCount][];
        for (int c = 0; c < columnCount; c++) _values[c] = new double[capacity];
    }

    /// <summary>Rows that it can hold.</summary>
    public int Capacity { get; }

    /// <summary>Rows that it holds.</summary>
    public int Count { get; set; }

    /// <summary>Number of columns.</summary>
    public int ColumnCount => _values.Length;

    /// <summary>The whole room of a column, for the reader; NaN stands for a field that the file leaves empty.</summary>
    public Span<double> Room(int column) => _values[column];

    /// <summary>The values of a column, <see cref="Count"/> of them.</summary>
    public ReadOnlySpan<double> this[int column] => _values[column].AsSpan(0, Count);
}
