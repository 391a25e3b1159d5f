namespace Loadstone.Numerics;

/// <summary>
/// Which entries of a symmetric matrix may differ from zero: the lower triangle with its whole diagonal, column by column, rows ascending, so
/// that the diagonal comes first in each column. The place of an entry in this order is its slot. Made once by a
/// <see cref="SparsePatternBuilder"/>; immutable.
/// </summary>
public sealed class SparsePattern
{
    private readonly int[] _columnStart, _row;

    internal SparsePattern(int[] columnStart, int[] row) => (_columnStart, _row) = (columnStart, row);

    /// <summary>Number of rows n.</summary>
    public int Size => _columnStart.Length - 1;

    /// <summary>Number of slots: entries of the lower triangle with the diagonal.</summary>
    public int EntryCount => _row.Length;

    /// <summary>First slot of each column, which is that of its diagonal entry, and the number of slots at the end; n + 1 numbers.</summary>
    public ReadOnlySpan<int> ColumnStart => _columnStart;

    /// <summary>Row of each slot.</summary>
    public ReadOnlySpan<int> Row => _row;

    /// <summary>The slot of an entry, found by bisection; (i, j) and (j, i) are the same entry.</summary>
    /// <exception cref="ArgumentException">The pattern does not hold it.</exception>
    public int Slot(int row, int column)
    {
        (int low, int high) = row < column ? (row, column) : (column, row);
        ArgumentOutOfRangeException.ThrowIfNegative(low, nameof(row));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(high, Size, nameof(row));
        int slot = Array.BinarySearch(_row, _columnStart[low], _columnStart[low + 1] - _columnStart[low], high);
        if (slot < 0) throw new ArgumentException(FormattableString.Invariant($"The pattern has no entry in row {row}, column {column}."), nameof(row));
        return slot;
    }
}
