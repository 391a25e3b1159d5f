using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Bridge;

/// <summary>
/// The markers of a front where a step begins: the direction in which each goes when liquid comes, its right normal or the wall's, and the area that it
/// sweeps per length of its way [m]; with the length of the front and its changes as they go.
/// </summary>
internal sealed class FrontShape
{
    private readonly FrontWalls _walls;
    private readonly PlanePoint[] _directions;
    private readonly double[] _sweep;

    public FrontShape(FrontWalls walls, Front front)
    {
        (_walls, Front) = (walls, front);
        (_directions, _sweep) = (new PlanePoint[front.Count], new double[front.Count]);
        for (int i = 0; i < front.Count; i++)
        {
            bool isStart = !front.IsClosed && i == 0, isEnd = !front.IsClosed && i == front.Count - 1;
            PlanePoint before = isStart ? front.Marker(0) : front.Marker(i - 1), after = isEnd ? front.Marker(i) : front.Marker(i + 1);
            double dx = after.X - before.X, dy = after.Y - before.Y, chord = Math.Sqrt(dx * dx + dy * dy);
            _directions[i] = isStart ? Negative(walls.Along(front.Start.Wall, front.Start.Place)) : isEnd ? walls.Along(front.End.Wall, front.End.Place) : new(dy / chord, -dx / chord);
            _sweep[i] = (_directions[i].X * dy - _directions[i].Y * dx) / 2;
        }
    }

    public Front Front { get; }

    public ReadOnlySpan<PlanePoint> Directions => _directions;

    /// <summary>dA/dδ of each marker [m].</summary>
    public ReadOnlySpan<double> Sweep => _sweep;

    /// <summary>
    /// Derivatives of the surface energy over σ, length less cos θ times what is wet, by the ways of the markers: the gradient, and the Hessian's diagonal and the
    /// products of neighbours (marker i with the next one).
    /// </summary>
    public void Energy(ReadOnlySpan<double> way, Span<double> gradient, Span<double> diagonal, Span<double> next)
    {
        gradient.Clear();
        diagonal.Clear();
        next.Clear();
        Front moved = Front.Moved(_walls, _directions, way);
        for (int i = 0; i < Front.Pieces; i++)
        {
            int j = i + 1 < Front.Count ? i + 1 : 0;
            PlanePoint a = moved.Marker(i), b = moved.Marker(j), da = Direction(moved, i), db = Direction(moved, j);
            double length = Front.Distance(a, b), ex = (b.X - a.X) / length, ey = (b.Y - a.Y) / length;
            double alongA = ex * da.X + ey * da.Y, alongB = ex * db.X + ey * db.Y;
            gradient[i] -= alongA;
            gradient[j] += alongB;
            diagonal[i] += (1 - alongA * alongA) / length;
            diagonal[j] += (1 - alongB * alongB) / length;
            next[i] -= (da.X * db.X + da.Y * db.Y - alongA * alongB) / length;
            // On a round wall the marker's way bends away from the pore.
            diagonal[i] += Bend(moved, i, -ex, -ey);
            diagonal[j] += Bend(moved, j, ex, ey);
        }
        if (Front.IsClosed) return;
        gradient[0] -= _walls.Wetting(Front.Start.Wall);
        gradient[Front.Count - 1] -= _walls.Wetting(Front.End.Wall);
    }

    private PlanePoint Direction(Front moved, int marker)
    {
        if (Front.IsClosed || (marker > 0 && marker < Front.Count - 1)) return _directions[marker];
        return marker == 0 ? Negative(_walls.Along(moved.Start.Wall, moved.Start.Place)) : _walls.Along(moved.End.Wall, moved.End.Place);
    }

    private double Bend(Front moved, int marker, double ex, double ey)
    {
        if (Front.IsClosed || (marker > 0 && marker < Front.Count - 1)) return 0;
        FrontEnd at = marker == 0 ? moved.Start : moved.End;
        PlanePoint along = _walls.Along(at.Wall, at.Place);
        // The second derivative of the way points to the disc's centre: opposite to the wall's right normal.
        return _walls.Curvature(at.Wall) * (-along.Y * ex + along.X * ey);
    }

    private static PlanePoint Negative(PlanePoint direction) => new(-direction.X, -direction.Y);
}
