namespace Loadstone.Numerics;

/// <summary>
/// A fill-reducing order of elimination (George, SIAM J. Numer. Anal. 10, 345 (1973)): the graph of the matrix is cut in two by a small set of
/// unknowns, which comes last, and so on in both halves. Cuts run across one of the coordinates, where these are given, or across the distances
/// from an unknown at the rim of the graph. Unknowns with many neighbours never decide where a cut runs; they join it where they reach over it.
/// </summary>
public sealed class NestedDissection
{
    // Parts of up to so many unknowns are ordered as they stand.
    private const int Leaf = 12;

    // Many neighbours: so many times the mean.
    private const double HubFactor = 3;

    // Separators are sought this share of a part to both sides of the best straight cut.
    private const double Band = 0.15;

    // Each side keeps at least this share of a part.
    private const double SmallestSide = 0.3;

    private readonly SparseGraph _graph;
    private readonly bool[] _isHub;
    private readonly int[] _vertex, _part, _rank, _crossing, _buffer, _kept;
    private readonly double[] _key;
    private readonly VertexCut _cut;
    private int _parts;

    private NestedDissection(SparseGraph graph)
    {
        _graph = graph;
        _cut = new VertexCut(graph);
        int n = graph.Size;
        _vertex = new int[n];
        _part = new int[n];
        _rank = new int[n];
        _buffer = new int[n];
        _kept = new int[n];
        _crossing = new int[n + 2];
        _key = new double[n];
        _isHub = new bool[n];
        double mean = (double)graph.EdgeEnds / n;
        for (int v = 0; v < n; v++)
        {
            _vertex[v] = v;
            _isHub[v] = graph.Degree(v) > HubFactor * mean;
        }
    }

    /// <summary>An order for a pattern.</summary>
    /// <param name="pattern">The pattern of the matrix, n rows.</param>
    /// <param name="x">A coordinate of each unknown, or nothing.</param>
    /// <param name="y">The other coordinate of each unknown, or nothing.</param>
    /// <returns>The unknowns in the order of their elimination: a permutation of 0 … n − 1.</returns>
    public static int[] Order(SparsePattern pattern, ReadOnlySpan<double> x = default, ReadOnlySpan<double> y = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return Order(new SparseGraph(pattern), x, y);
    }

    internal static int[] Order(SparseGraph graph, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var dissection = new NestedDissection(graph);
        dissection.Dissect(0, graph.Size, x, y);
        return dissection._vertex;
    }

    // Orders vertices low … high − 1 of the list.
    private void Dissect(int low, int high, ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        while (high - low > Leaf)
        {
            int label = ++_parts;
            foreach (int v in _vertex.AsSpan(low, high - low)) _part[v] = label;
            (double Cost, int Cut) best = (double.PositiveInfinity, 0);
            Levels(low, high, label);
            Consider(low, high, label, ref best);
            if (!x.IsEmpty)
            {
                Sort(low, high, x);
                Consider(low, high, label, ref best);
            }
            if (!y.IsEmpty)
            {
                Sort(low, high, y);
                Consider(low, high, label, ref best);
            }
            _kept.AsSpan(low, high - low).CopyTo(_vertex.AsSpan(low));
            Rank(low, high);
            (int first, int second) = Split(low, high, label, best.Cut);
            if (first == low || second == first) return;
            Dissect(low, first, x, y);
            (low, high) = (first, second);
        }
    }

    // Keeps the list if it can be cut better than those before it.
    private void Consider(int low, int high, int label, ref (double Cost, int Cut) best)
    {
        Rank(low, high);
        (double Cost, int Cut) found = BestCut(low, high, label);
        if (found.Cost >= best.Cost) return;
        best = found;
        _vertex.AsSpan(low, high - low).CopyTo(_kept.AsSpan(low));
    }

    private void Sort(int low, int high, ReadOnlySpan<double> coordinate)
    {
        for (int k = low; k < high; k++) _key[k] = coordinate[_vertex[k]];
        Array.Sort(_key, _vertex, low, high - low);
    }

    private void Rank(int low, int high)
    {
        for (int k = low; k < high; k++) _rank[_vertex[k]] = k - low;
    }

    // Lists the vertices by their distance from one at the rim of the part; one connected piece after the other.
    private void Levels(int low, int high, int label)
    {
        int begin = low;
        int[] queue = _buffer;
        while (begin < high)
        {
            int start = begin, end = Sweep(_vertex[begin], begin, label, queue);
            // The last of a sweep lies far out; the last of the sweep from there farther.
            for (int repeat = 0; repeat < 2; repeat++) end = Sweep(queue[end - 1], start, label, queue);
            for (int k = start; k < end; k++) _part[queue[k]] = -label;
            // What is not reached yet moves behind the piece.
            int write = end, rest = high;
            for (int k = high - 1; k >= begin; k--)
            {
                if (_part[_vertex[k]] == label) _vertex[--rest] = _vertex[k];
            }
            queue.AsSpan(start, write - start).CopyTo(_vertex.AsSpan(start));
            begin = end;
        }
        for (int k = low; k < high; k++) _part[_vertex[k]] = label;
    }

    // Breadth first from a vertex; fills the queue from a place on and returns its end.
    private int Sweep(int root, int start, int label, int[] queue)
    {
        int end = start;
        queue[end++] = root;
        _part[root] = -label;
        for (int k = start; k < end; k++)
        {
            // Nothing is near because a hub joins it.
            if (k > start && _isHub[queue[k]]) continue;
            foreach (int u in _graph.Neighbours(queue[k]))
            {
                if (_part[u] != label) continue;
                _part[u] = -label;
                queue[end++] = u;
            }
        }
        for (int k = start; k < end; k++) _part[queue[k]] = label;
        return end;
    }

    // The best place to cut the list: how many vertices the separator would hold for every place follows from how far the neighbours reach.
    private (double Cost, int Cut) BestCut(int low, int high, int label)
    {
        int count = high - low;
        Span<int> crossing = _crossing.AsSpan(0, count + 2);
        crossing.Clear();
        for (int k = low; k < high; k++)
        {
            int v = _vertex[k];
            (int from, int to) = Reach(v, label);
            // In the separator for every cut in (from, to].
            crossing[from + 1]++;
            crossing[to + 1]--;
        }
        (double Cost, int Cut) best = (double.PositiveInfinity, count / 2);
        int least = Math.Max(1, (int)(SmallestSide * count)), size = 0;
        for (int cut = 0; cut <= count - least; cut++)
        {
            size += crossing[cut];
            if (cut < least) continue;
            double smaller = Math.Min(cut, count - cut) / (double)count, cost = size / Math.Sqrt(smaller);
            if (cost < best.Cost) best = (cost, cut);
        }
        return best;
    }

    // The ranks that a vertex spans with its neighbours: a hub with all of them, others with those after them that are no hubs.
    private (int From, int To) Reach(int v, int label)
    {
        int from = _rank[v], to = from;
        foreach (int u in _graph.Neighbours(v))
        {
            if (_part[u] != label) continue;
            if (_isHub[v]) from = Math.Min(from, _rank[u]);
            if (_isHub[v] || !_isHub[u]) to = Math.Max(to, _rank[u]);
        }
        return (from, to);
    }

    // First side, second side, separator; returns the ends of the first two.
    private (int FirstEnd, int SecondEnd) Split(int low, int high, int label, int cut)
    {
        Span<int> part = _vertex.AsSpan(low, high - low), others = _buffer.AsSpan(low, high - low);
        int band = (int)(Band * part.Length);
        for (int k = 0; k < part.Length; k++)
        {
            _cut.Side[part[k]] = _isHub[part[k]] || Math.Abs(k - cut) <= band ? CutSide.Between : k < cut ? CutSide.First : CutSide.Second;
        }
        _cut.Find(part);
        int first = 0, second = 0, third = 0;
        foreach (int v in part)
        {
            switch (_cut.Side[v])
            {
                case CutSide.First: part[first++] = v; break;
                case CutSide.Second: others[second++] = v; break;
                default: others[^++third] = v; break;
            }
            _cut.Side[v] = CutSide.Outside;
        }
        others[..second].CopyTo(part[first..]);
        others[^third..].CopyTo(part[(first + second)..]);
        return (low + first, low + first + second);
    }
}
