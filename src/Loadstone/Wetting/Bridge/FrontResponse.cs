using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Stokes;

namespace Loadstone.Wetting.Bridge;

/// <summary>
/// How fast the markers of fronts go: by the flow that comes in, and in answer to forces on them. A marker's speed is the flux between the points half-way to its
/// neighbours over what it sweeps, so that a front passes no volume but that between the stream function's values at its ends; forces act on the flow through the same
/// weights. Beside walls, where the grid does not resolve how a meniscus changes its shape, markers also give way to their own forces at no volume: a
/// friction of the liquid's viscosity over the size of a cell, which stands for slip at the line of contact.
/// </summary>
internal sealed class FrontResponse
{
    // Share of a cell over the viscosity by which a marker at a wall gives way to a pressure, and what is left of it far from all walls.
    private const double WallMobility = 0.3, FreeMobility = 0.003;

    // Least share of a cell that a marker is taken to sweep: a front that meets a wall at no angle sweeps nothing.
    private const double LeastSweep = 0.05;

    private readonly IReadOnlyList<FrontShape> _shapes;
    private readonly StokesFlow _flow;
    private readonly List<List<(int Node, double Weight)>> _points = [];
    private readonly int[] _firstPoint, _firstMarker;
    private readonly double[] _sweep, _inflow, _inflowAtPoints;
    private readonly double[][] _between;

    public FrontResponse(FrontWalls walls, IReadOnlyList<FrontShape> shapes, StokesFlow flow)
    {
        (_shapes, _flow) = (shapes, flow);
        (_firstPoint, _firstMarker) = (new int[shapes.Count + 1], new int[shapes.Count + 1]);
        var weights = new NodeWeights(flow.Grid);
        for (int f = 0; f < shapes.Count; f++)
        {
            AddPoints(walls, shapes[f].Front, weights);
            (_firstPoint[f + 1], _firstMarker[f + 1]) = (_points.Count, _firstMarker[f] + shapes[f].Front.Count);
        }
        (_sweep, _inflow, _inflowAtPoints) = (new double[Count], new double[Count], new double[_points.Count]);
        for (int f = 0; f < shapes.Count; f++)
        {
            for (int i = 0; i < shapes[f].Front.Count; i++) _sweep[_firstMarker[f] + i] = Math.Max(shapes[f].Sweep[i], LeastSweep * flow.Grid.Cell);
        }
        for (int p = 0; p < _points.Count; p++)
        {
            foreach ((int node, double weight) in _points[p]) _inflowAtPoints[p] += weight * flow.Nodes[node];
        }
        Spread(_inflowAtPoints, _inflow);
        _between = BetweenPoints();
        Mobility = new double[Count, Count];
        FillMobility(walls);
    }

    /// <summary>Number of markers.</summary>
    public int Count => _firstMarker[^1];

    /// <summary>Index of the first marker of every front; one more at the end.</summary>
    public ReadOnlySpan<int> FirstMarker => _firstMarker;

    /// <summary>Speed of every marker at the flow's inlet velocity without forces [m/s].</summary>
    public ReadOnlySpan<double> Inflow => _inflow;

    /// <summary>Speed of each marker per force on each [m/s per N/m].</summary>
    public double[,] Mobility { get; }

    /// <summary>Volume per depth and time that passes each front [m²/s].</summary>
    /// <param name="inflow">Inlet velocity over that of the flow.</param>
    /// <param name="force">Force on every marker [N/m].</param>
    public double[] Passed(double inflow, ReadOnlySpan<double> force)
    {
        double[] load = new double[_points.Count];
        for (int f = 0; f < _shapes.Count; f++)
        {
            for (int i = 0; i < _shapes[f].Front.Count; i++)
            {
                (int left, int right) = PointsOf(f, i);
                double perSweep = force[_firstMarker[f] + i] / _sweep[_firstMarker[f] + i];
                load[right] += perSweep;
                load[left] -= perSweep;
            }
        }
        double[] passed = new double[_shapes.Count];
        for (int f = 0; f < _shapes.Count; f++)
        {
            if (!_shapes[f].Front.IsClosed) passed[f] = At(_firstPoint[f + 1] - 1) - At(_firstPoint[f]);
        }
        return passed;

        double At(int point)
        {
            double sum = inflow * _inflowAtPoints[point];
            for (int q = 0; q < load.Length; q++) sum += _between[point][q] * load[q];
            return sum;
        }
    }

    private void AddPoints(FrontWalls walls, Front front, NodeWeights weights)
    {
        if (!front.IsClosed) _points.Add(AtWall(walls, front.Start.Wall));
        for (int i = 0; i < front.Pieces; i++)
        {
            PlanePoint a = front.Marker(i), b = front.Marker(i + 1);
            var at = new List<(int, double)>();
            weights.At(new((a.X + b.X) / 2, (a.Y + b.Y) / 2), at);
            _points.Add(at);
        }
        if (!front.IsClosed) _points.Add(AtWall(walls, front.End.Wall));
    }

    private List<(int, double)> AtWall(FrontWalls walls, int wall) =>
        [(wall == walls.LeftSide ? 0 : wall == walls.RightSide ? _flow.Grid.Columns : _flow.Grid.NodeDisc.IndexOf(wall), 1)];

    // The points between which a marker of a front stands.
    private (int Left, int Right) PointsOf(int front, int marker)
    {
        int first = _firstPoint[front];
        return _shapes[front].Front.IsClosed ? (first + (marker == 0 ? _shapes[front].Front.Count - 1 : marker - 1), first + marker) : (first + marker, first + marker + 1);
    }

    private void Spread(ReadOnlySpan<double> points, Span<double> markers)
    {
        for (int f = 0; f < _shapes.Count; f++)
        {
            for (int i = 0; i < _shapes[f].Front.Count; i++)
            {
                (int left, int right) = PointsOf(f, i);
                int marker = _firstMarker[f] + i;
                markers[marker] = (points[right] - points[left]) / _sweep[marker];
            }
        }
    }

    // The stream function at each point in answer to a load on each.
    private double[][] BetweenPoints()
    {
        double[][] between = new double[_points.Count][];
        double[] answer = new double[_flow.UnknownCount];
        for (int p = 0; p < _points.Count; p++)
        {
            between[p] = new double[_points.Count];
            Array.Clear(answer);
            foreach ((int node, double weight) in _points[p])
            {
                int unknown = _flow.Unknown(node);
                if (unknown >= 0) answer[unknown] += weight;
            }
            _flow.Answer(answer);
            for (int q = 0; q < _points.Count; q++)
            {
                double sum = 0;
                foreach ((int node, double weight) in _points[q])
                {
                    int unknown = _flow.Unknown(node);
                    if (unknown >= 0) sum += weight * answer[unknown];
                }
                between[p][q] = sum;
            }
        }
        return between;
    }

    private void FillMobility(FrontWalls walls)
    {
        double[] points = new double[_points.Count], markers = new double[Count];
        for (int f = 0; f < _shapes.Count; f++)
        {
            for (int i = 0; i < _shapes[f].Front.Count; i++)
            {
                (int left, int right) = PointsOf(f, i);
                int marker = _firstMarker[f] + i;
                for (int p = 0; p < points.Length; p++) points[p] = (_between[right][p] - _between[left][p]) / _sweep[marker];
                Spread(points, markers);
                for (int k = 0; k < markers.Length; k++) Mobility[marker, k] = markers[k];
            }
            AddOwn(walls, f);
        }
    }

    // What markers give way by themselves, less what of it would pass volume.
    private void AddOwn(FrontWalls walls, int front)
    {
        FrontShape shape = _shapes[front];
        double cell = _flow.Grid.Cell, passing = 0;
        double[] own = new double[shape.Front.Count];
        for (int i = 0; i < own.Length; i++)
        {
            double away = walls.DiscDistance(shape.Front.Marker(i)) / cell;
            own[i] = cell / _flow.Fluids.LiquidViscosity * (FreeMobility + (WallMobility - FreeMobility) / (1 + away * away * away * away)) / _sweep[_firstMarker[front] + i];
            passing += own[i] * shape.Sweep[i] * shape.Sweep[i];
        }
        for (int i = 0; i < own.Length; i++)
        {
            for (int j = 0; j < own.Length; j++)
                Mobility[_firstMarker[front] + i, _firstMarker[front] + j] += (i == j ? own[i] : 0) - own[i] * shape.Sweep[i] * own[j] * shape.Sweep[j] / passing;
        }
    }
}
