namespace Loadstone.Numerics;

/// <summary>
/// Where everything stands in a supernodal factor. A supernode of w columns and r rows below them is a block of w columns, rows in places: its own
/// rows end at a multiple of <see cref="Tile"/>, the rows below begin there and are padded to a multiple, so that vectors of rows and tiles of
/// columns lie on one grid. What its elimination leaves to the rows below, the update, is a square of the same places.
/// </summary>
internal sealed class FactorLayout
{
    /// <summary>Columns of a tile, rows of a vector.</summary>
    public const int Tile = 4;

    private bool[] _isOdd = [];

    private FactorLayout(SupernodeTree tree, SparsePattern pattern, SparseGraph graph)
    {
        Order = tree.Order;
        Place = EliminationTree.Inverse(Order);
        First = tree.First;
        Parent = tree.Parent;
        (RowStart, Row) = Rows(graph);
        Relative = RelativePlaces();
        BlockStart = new int[Count + 1];
        Offset = new int[Count];
        ChildStart = new int[Count + 1];
        long blocks = 0, entries = 0;
        for (int s = 0; s < Count; s++)
        {
            blocks += (long)Height(s) * Width(s);
            entries += (long)Width(s) * (Width(s) + 1) / 2 + (long)Width(s) * Below(s);
            BlockStart[s + 1] = checked((int)blocks);
            if (Parent[s] >= 0) ChildStart[Parent[s] + 1]++;
            TallestBlock = Math.Max(TallestBlock, Height(s));
        }
        FactorEntries = entries;
        for (int s = 0; s < Count; s++) ChildStart[s + 1] += ChildStart[s];
        Child = new int[ChildStart[Count]];
        int[] next = ChildStart[..Count];
        for (int s = 0; s < Count; s++)
        {
            if (Parent[s] >= 0) Child[next[Parent[s]]++] = s;
        }
        UpdateMemory = PlaceUpdates();
        (EntryStart, EntrySlot, EntryTarget) = Entries(pattern);
    }

    public int Count => Parent.Length;

    /// <summary>The unknown of each column, and the column of each unknown.</summary>
    public int[] Order { get; }

    public int[] Place { get; }

    /// <summary>First column of each supernode, and n.</summary>
    public int[] First { get; }

    public int[] Parent { get; }

    /// <summary>The children of supernode s: <c>Child[ChildStart[s] … ChildStart[s + 1] − 1]</c>.</summary>
    public int[] ChildStart { get; }

    public int[] Child { get; }

    /// <summary>The rows below supernode s, ascending: <c>Row[RowStart[s] … RowStart[s + 1] − 1]</c>.</summary>
    public int[] RowStart { get; }

    public int[] Row { get; }

    /// <summary>The place of each of these rows in the parent.</summary>
    public int[] Relative { get; }

    /// <summary>Where the block of each supernode begins in the factor, and its length.</summary>
    public int[] BlockStart { get; }

    /// <summary>Where the update of each supernode begins in the memory of its depth's parity.</summary>
    public int[] Offset { get; }

    /// <summary>Whether the depth of each supernode is odd: updates of a supernode and of its children never share a memory.</summary>
    public bool IsOdd(int s) => _isOdd[s];

    /// <summary>Length of the memories of updates, of even and odd depth.</summary>
    public (int Even, int Odd) UpdateMemory { get; }

    /// <summary>The matrix's entries in supernode s: slots and their places in the block, from <c>EntryStart[s]</c> on.</summary>
    public int[] EntryStart { get; }

    public int[] EntrySlot { get; }

    public int[] EntryTarget { get; }

    public int TallestBlock { get; }

    public long FactorEntries { get; }

    /// <summary>Bytes of the arrays here.</summary>
    public long IndexBytes => sizeof(int) * ((long)Row.Length + Relative.Length + EntrySlot.Length + EntryTarget.Length + Order.Length + Place.Length +
        First.Length + Parent.Length + ChildStart.Length + Child.Length + RowStart.Length + BlockStart.Length + Offset.Length + EntryStart.Length) + _isOdd.Length;

    public static FactorLayout Of(SparsePattern pattern, SparseGraph graph, ReadOnlySpan<int> order) =>
        new(SupernodeTree.Of(EliminationTree.Of(graph, order)), pattern, graph);

    public int Width(int s) => First[s + 1] - First[s];

    public int Below(int s) => RowStart[s + 1] - RowStart[s];

    /// <summary>Places of a supernode's own rows.</summary>
    public int OwnPlaces(int s) => RoundUp(Width(s));

    /// <summary>Places of the rows below.</summary>
    public int BelowPlaces(int s) => RoundUp(Below(s));

    /// <summary>Places in a column of a block.</summary>
    public int Height(int s) => OwnPlaces(s) + BelowPlaces(s);

    private static int RoundUp(int count) => (count + Tile - 1) / Tile * Tile;

    private (int[] Start, int[] Row) Rows(SparseGraph graph)
    {
        int[] start = new int[Count + 1], seen = new int[graph.Size];
        int[]?[] own = new int[Count][];
        Array.Fill(seen, -1);
        List<int> rows = [];
        var children = new List<int>[Count];
        for (int s = 0; s < Count; s++)
        {
            rows.Clear();
            int end = First[s + 1];
            for (int j = First[s]; j < end; j++)
            {
                foreach (int u in graph.Neighbours(Order[j])) See(Place[u]);
            }
            foreach (int c in children[s] ?? [])
            {
                foreach (int i in own[c]!) See(i);
            }
            rows.Sort();
            own[s] = [.. rows];
            start[s + 1] = start[s] + rows.Count;
            if (Parent[s] >= 0) (children[Parent[s]] ??= []).Add(s);

            void See(int i)
            {
                if (i < end || seen[i] == s) return;
                seen[i] = s;
                rows.Add(i);
            }
        }
        var row = new int[start[Count]];
        for (int s = 0; s < Count; s++) own[s]!.CopyTo(row, start[s]);
        return (start, row);
    }

    private int[] RelativePlaces()
    {
        var relative = new int[Row.Length];
        for (int s = 0; s < Count; s++)
        {
            int p = Parent[s];
            if (p < 0) continue;
            int begin = RowStart[p], k = begin, own = OwnPlaces(p);
            for (int i = RowStart[s]; i < RowStart[s + 1]; i++)
            {
                if (Row[i] < First[p + 1])
                {
                    relative[i] = own - (First[p + 1] - Row[i]);
                    continue;
                }
                while (Row[k] != Row[i]) k++;
                relative[i] = own + (k - begin);
            }
        }
        return relative;
    }

    // Columns are eliminated in order, so the updates that wait are a stack; those of even and of odd depth are two, and a supernode's own
    // never lies where its children's are read.
    private (int Even, int Odd) PlaceUpdates()
    {
        _isOdd = new bool[Count];
        for (int s = Count - 1; s >= 0; s--) _isOdd[s] = Parent[s] >= 0 && !_isOdd[Parent[s]];
        long[] top = new long[2], most = new long[2];
        for (int s = 0; s < Count; s++)
        {
            int own = _isOdd[s] ? 1 : 0;
            Offset[s] = checked((int)top[own]);
            top[own] += (long)BelowPlaces(s) * BelowPlaces(s);
            most[own] = Math.Max(most[own], top[own]);
            if (ChildStart[s] < ChildStart[s + 1]) top[1 - own] = Offset[Child[ChildStart[s]]];
        }
        return (checked((int)most[0]), checked((int)most[1]));
    }

    private (int[] Start, int[] Slot, int[] Target) Entries(SparsePattern pattern)
    {
        int n = pattern.Size;
        var supernode = new int[n];
        for (int s = 0; s < Count; s++) Array.Fill(supernode, s, First[s], Width(s));
        int[] start = new int[Count + 1], slot = new int[pattern.EntryCount], target = new int[pattern.EntryCount];
        ReadOnlySpan<int> columnStart = pattern.ColumnStart, rows = pattern.Row;
        for (int j = 0; j < n; j++)
        {
            for (int k = columnStart[j]; k < columnStart[j + 1]; k++) start[supernode[Math.Min(Place[j], Place[rows[k]])] + 1]++;
        }
        for (int s = 0; s < Count; s++) start[s + 1] += start[s];
        int[] next = start[..Count];
        for (int j = 0; j < n; j++)
        {
            for (int k = columnStart[j]; k < columnStart[j + 1]; k++)
            {
                int column = Math.Min(Place[j], Place[rows[k]]), row = Math.Max(Place[j], Place[rows[k]]), s = supernode[column];
                int own = OwnPlaces(s), place = own - (First[s + 1] - row);
                if (row >= First[s + 1]) place = own + Array.BinarySearch(Row, RowStart[s], Below(s), row) - RowStart[s];
                slot[next[s]] = k;
                target[next[s]++] = Height(s) * (column - First[s]) + place;
            }
        }
        return (start, slot, target);
    }
}
