namespace Loadstone.Numerics;

/// <summary>Where a vertex stands towards a cut.</summary>
internal enum CutSide : byte
{
    /// <summary>Not in the part that is cut.</summary>
    Outside,

    /// <summary>On the first side.</summary>
    First,

    /// <summary>On the second side.</summary>
    Second,

    /// <summary>Free to go to either side or into the separator; after the cut, in the separator.</summary>
    Between,
}

/// <summary>
/// The fewest vertices whose loss parts two sides of a graph: as many as there are paths between the sides that share no vertex (Menger; paths are
/// added one by one, Ford, Fulkerson, Can. J. Math. 8, 399 (1956)).
/// </summary>
internal sealed class VertexCut
{
    private const int None = -1, Terminal = -2;

    private readonly SparseGraph _graph;
    private readonly CutSide[] _side;

    // The vertices before and after each one on its path; states reached in a search, of each vertex its entrance and its exit.
    private readonly int[] _before, _after, _reached, _from, _queue;
    private int _search;

    public VertexCut(SparseGraph graph)
    {
        _graph = graph;
        _side = new CutSide[graph.Size];
        (_before, _after) = (new int[graph.Size], new int[graph.Size]);
        (_reached, _from, _queue) = (new int[2 * graph.Size], new int[2 * graph.Size], new int[2 * graph.Size]);
    }

    /// <summary>Sides of all vertices: the caller sets those of a part beforehand and takes them back to outside after.</summary>
    public Span<CutSide> Side => _side;

    /// <summary>Puts the vertices between the sides to one of them or, as few as can be, into the separator; the rest of the part stays.</summary>
    /// <returns>Vertices in the separator.</returns>
    public int Find(ReadOnlySpan<int> part)
    {
        foreach (int v in part)
        {
            (_before[v], _after[v]) = (None, None);
            // An edge from side to side cannot be cut but at one of its ends.
            if (_side[v] == CutSide.First && Touches(v, CutSide.Second)) _side[v] = CutSide.Between;
        }
        while (AddPath(part))
        {
        }
        int count = 0;
        foreach (int v in part)
        {
            if (_side[v] != CutSide.Between) continue;
            bool enters = _reached[Entrance(v)] == _search, leaves = _reached[Exit(v)] == _search;
            if (enters && !leaves) count++;
            else _side[v] = leaves ? CutSide.First : CutSide.Second;
        }
        return count;
    }

    private static int Entrance(int vertex) => 2 * vertex;

    private static int Exit(int vertex) => 2 * vertex + 1;

    private bool Touches(int v, CutSide side)
    {
        foreach (int u in _graph.Neighbours(v))
        {
            if (_side[u] == side) return true;
        }
        return false;
    }

    // Breadth first over entrances and exits, along free vertices and back along paths; true when a path more was found.
    private bool AddPath(ReadOnlySpan<int> part)
    {
        _search++;
        int end = 0;
        foreach (int v in part)
        {
            if (_side[v] == CutSide.Between && Touches(v, CutSide.First)) Reach(Entrance(v), Terminal, ref end);
        }
        for (int k = 0; k < end; k++)
        {
            int state = _queue[k], v = state / 2;
            bool isOnPath = _after[v] != None;
            if (state == Entrance(v))
            {
                if (!isOnPath) Reach(Exit(v), state, ref end);
                else if (_before[v] >= 0) Reach(Exit(_before[v]), state, ref end);
                continue;
            }
            if (isOnPath) Reach(Entrance(v), state, ref end);
            foreach (int u in _graph.Neighbours(v))
            {
                if (_side[u] == CutSide.Second)
                {
                    Join(state);
                    return true;
                }
                if (_side[u] == CutSide.Between) Reach(Entrance(u), state, ref end);
            }
        }
        return false;
    }

    private void Reach(int state, int from, ref int end)
    {
        if (_reached[state] == _search) return;
        _reached[state] = _search;
        _from[state] = from;
        _queue[end++] = state;
    }

    // Follows the search back from an exit at the second side. Steps from an exit to another vertex's entrance join the two; a step from an exit
    // to the same vertex's entrance takes it off its path; steps back along a path leave links that steps before and after them replace.
    private void Join(int last)
    {
        _after[last / 2] = Terminal;
        for (int state = last; state != Terminal; state = _from[state])
        {
            int v = state / 2, from = _from[state];
            if (state != Entrance(v)) continue;
            if (from == Terminal) _before[v] = Terminal;
            else if (from == Exit(v)) (_before[v], _after[v]) = (None, None);
            else (_before[v], _after[from / 2]) = (from / 2, v);
        }
    }
}
