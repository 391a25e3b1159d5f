namespace Loadstone.Numerics;

/// <summary>Collects the entries of a <see cref="SparsePattern"/>, in any order and as often as they come. The diagonal is always there.</summary>
public sealed class SparsePatternBuilder
{
    private readonly int _size;
    private long[] _keys;
    private int _count;

    /// <summary>An empty matrix.</summary>
    /// <param name="size">Number of rows n, at least 1.</param>
    public SparsePatternBuilder(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        _size = size;
        _keys = new long[8 * size];
        for (int i = 0; i < size; i++) Add(i, i);
    }

    /// <summary>Adds the entry (i, j), which is (j, i) too.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public void Add(int row, int column)
    {
        (int low, int high) = row < column ? (row, column) : (column, row);
        ArgumentOutOfRangeException.ThrowIfNegative(low, nameof(row));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(high, _size, nameof(row));
        if (_count == _keys.Length) Array.Resize(ref _keys, 2 * _count);
        _keys[_count++] = (long)low << 32 | (uint)high;
    }

    /// <summary>Adds every pair among some unknowns: what a term that depends on all of them brings to a quadratic form.</summary>
    public void AddAll(ReadOnlySpan<int> unknowns)
    {
        for (int a = 0; a < unknowns.Length; a++)
        {
            for (int b = 0; b < a; b++) Add(unknowns[a], unknowns[b]);
        }
    }

    /// <summary>The pattern of what was added so far.</summary>
    public SparsePattern Build()
    {
        Array.Sort(_keys, 0, _count);
        int kept = 0;
        for (int k = 0; k < _count; k++)
        {
            if (k == 0 || _keys[k] != _keys[kept - 1]) _keys[kept++] = _keys[k];
        }
        _count = kept;
        int[] start = new int[_size + 1], row = new int[kept];
        for (int k = 0; k < kept; k++)
        {
            row[k] = (int)_keys[k];
            start[(int)(_keys[k] >> 32) + 1] = k + 1;
        }
        return new SparsePattern(start, row);
    }
}
