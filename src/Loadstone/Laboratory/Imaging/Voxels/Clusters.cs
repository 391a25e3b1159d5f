namespace Loadstone.Laboratory.Imaging.Voxels;

/// <summary>
/// The connected clusters of some phases (through faces of voxels), found over runs of voxels along x instead of single ones.
/// </summary>
public sealed class Clusters
{
    private readonly List<Run> _runs = [];
    private readonly List<int> _parents = [];
    private readonly byte[] _touches;
    private readonly long _voxels;

    /// <summary>Finds the clusters.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="conducts">Whether each phase belongs.</param>
    public Clusters(VoxelStack stack, IReadOnlyList<bool> conducts)
    {
        int[] above = new int[stack.Height + 1], before = new int[stack.Height + 1];
        Span<bool> belongs = stackalloc bool[256];
        for (int p = 0; p < conducts.Count; p++) belongs[p] = conducts[p];
        for (int z = 0; z < stack.Depth; z++)
        {
            (above, before) = (before, above);
            for (int y = 0; y < stack.Height; y++)
            {
                above[y] = _runs.Count;
                ReadOnlySpan<byte> row = stack.Row(y, z);
                for (int x = 0; x < row.Length; x++)
                {
                    if (!belongs[row[x]]) continue;
                    int from = x;
                    while (x < row.Length && belongs[row[x]]) x++;
                    _parents.Add(_runs.Count);
                    _runs.Add(new Run(from, x, y, z));
                    _voxels += x - from;
                }
                if (y > 0) Join(above[y - 1], above[y], above[y], _runs.Count);
                if (z > 0) Join(before[y], before[y + 1], above[y], _runs.Count);
            }
            above[stack.Height] = _runs.Count;
        }
        _touches = new byte[_runs.Count];
        for (int i = 0; i < _runs.Count; i++)
        {
            Run run = _runs[i];
            int sides = (run.From == 0 ? 1 : 0) | (run.To == stack.Width ? 2 : 0) | (run.Y == 0 ? 4 : 0) | (run.Y == stack.Height - 1 ? 8 : 0) | (run.Z == 0 ? 16 : 0) | (run.Z == stack.Depth - 1 ? 32 : 0);
            _touches[Root(i)] |= (byte)sides;
        }
    }

    /// <summary>Share of the phases' voxels in clusters that reach from side to side along an axis; NaN where there are no voxels.</summary>
    public double ConnectedShare(StackAxis axis)
    {
        long connected = 0;
        foreach (Run run in Percolating(axis)) connected += run.To - run.From;
        return connected / (double)_voxels;
    }

    /// <summary>Runs of voxels, x from From up to but not To, in clusters that reach from side to side along an axis.</summary>
    internal IEnumerable<Run> Percolating(StackAxis axis)
    {
        int both = 3 << (2 * (int)axis);
        for (int i = 0; i < _runs.Count; i++)
        {
            if ((_touches[Root(i)] & both) == both) yield return _runs[i];
        }
    }

    // Joins runs of two neighbouring rows that lie side by side; both rows are in order.
    private void Join(int a, int aEnd, int b, int bEnd)
    {
        while (a < aEnd && b < bEnd)
        {
            if (_runs[a].From < _runs[b].To && _runs[b].From < _runs[a].To)
            {
                int first = Root(a), second = Root(b);
                _parents[Math.Max(first, second)] = Math.Min(first, second);
            }
            if (_runs[a].To < _runs[b].To) a++;
            else b++;
        }
    }

    private int Root(int i)
    {
        while (_parents[i] != i)
        {
            _parents[i] = _parents[_parents[i]];
            i = _parents[i];
        }
        return i;
    }

    internal readonly record struct Run(int From, int To, int Y, int Z);
}
