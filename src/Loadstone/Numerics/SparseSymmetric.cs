namespace Loadstone.Numerics;

/// <summary>A symmetric matrix: a pattern and the values of its slots. Assembly is <c>Values[slot] += k</c>.</summary>
public sealed class SparseSymmetric
{
    private readonly double[] _values;

    /// <summary>The zero matrix with a pattern.</summary>
    public SparseSymmetric(SparsePattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        Pattern = pattern;
        _values = new double[pattern.EntryCount];
    }

    /// <summary>Where the entries stand.</summary>
    public SparsePattern Pattern { get; }

    /// <summary>Value of each slot.</summary>
    public Span<double> Values => _values;

    /// <summary>Sets every entry to zero.</summary>
    public void Clear() => Array.Clear(_values);

    /// <summary>The product y = A x; allocates nothing.</summary>
    /// <param name="x">n numbers.</param>
    /// <param name="y">n numbers, not the memory of <paramref name="x"/>.</param>
    public void Multiply(ReadOnlySpan<double> x, Span<double> y)
    {
        ReadOnlySpan<int> start = Pattern.ColumnStart, rows = Pattern.Row;
        y = y[..Pattern.Size];
        y.Clear();
        for (int j = 0; j < y.Length; j++)
        {
            int diagonal = start[j], count = start[j + 1] - diagonal;
            ReadOnlySpan<int> row = rows.Slice(diagonal, count);
            ReadOnlySpan<double> value = _values.AsSpan(diagonal, count);
            double xj = x[j], sum = value[0] * xj;
            for (int k = 1; k < value.Length; k++)
            {
                int i = row[k];
                y[i] += value[k] * xj;
                sum += value[k] * x[i];
            }
            y[j] += sum;
        }
    }
}
