namespace Loadstone.Numerics;

/// <summary>The graph of a symmetric pattern: of each unknown the others that share an entry with it, ascending.</summary>
internal sealed class SparseGraph
{
    private readonly int[] _start, _neighbour;

    public SparseGraph(SparsePattern pattern)
    {
        int n = pattern.Size;
        ReadOnlySpan<int> columnStart = pattern.ColumnStart, row = pattern.Row;
        _start = new int[n + 1];
        for (int j = 0; j < n; j++)
        {
            for (int k = columnStart[j] + 1; k < columnStart[j + 1]; k++)
            {
                _start[j + 1]++;
                _start[row[k] + 1]++;
            }
        }
        for (int j = 0; j < n; j++) _start[j + 1] += _start[j];
        _neighbour = new int[_start[n]];
        int[] next = _start[..n];
        // Column by column: of each unknown the smaller neighbours come in order, and all before the larger ones.
        for (int j = 0; j < n; j++)
        {
            for (int k = columnStart[j] + 1; k < columnStart[j + 1]; k++) _neighbour[next[row[k]]++] = j;
        }
        for (int j = 0; j < n; j++)
        {
            for (int k = columnStart[j] + 1; k < columnStart[j + 1]; k++) _neighbour[next[j]++] = row[k];
        }
    }

    public int Size => _start.Length - 1;

    public int EdgeEnds => _neighbour.Length;

    public int Degree(int vertex) => _start[vertex + 1] - _start[vertex];

    public ReadOnlySpan<int> Neighbours(int vertex) => _neighbour.AsSpan(_start[vertex], Degree(vertex));
}
