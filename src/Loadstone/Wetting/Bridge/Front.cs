using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Bridge;

/// <summary>Where a front meets a wall.</summary>
/// <param name="Wall">Index of the wall; see <see cref="FrontWalls"/>.</param>
/// <param name="Place">Place on it [m].</param>
internal readonly record struct FrontEnd(int Wall, double Place);

/// <summary>
/// A stretch of interface as a chain of markers with the liquid on its left: from wall to wall, its first and last marker standing on them, or closed. Immutable.
/// </summary>
internal sealed class Front
{
    private readonly PlanePoint[] _markers;

    private Front(PlanePoint[] markers, FrontEnd start, FrontEnd end) => (_markers, Start, End) = (markers, start, end);

    public IReadOnlyList<PlanePoint> Markers => _markers;

    public int Count => _markers.Length;

    public bool IsClosed => Start.Wall < 0;

    public FrontEnd Start { get; }

    public FrontEnd End { get; }

    /// <summary>A front from wall to wall.</summary>
    /// <param name="walls">The walls.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="between">Markers in the pore.</param>
    /// <param name="end">Where it ends.</param>
    public static Front Open(FrontWalls walls, FrontEnd start, IReadOnlyList<PlanePoint> between, FrontEnd end) =>
        new([walls.At(start.Wall, start.Place), .. between, walls.At(end.Wall, end.Place)], start, end);

    /// <summary>A closed front; counter-clockwise about liquid, clockwise about gas.</summary>
    public static Front Closed(IReadOnlyList<PlanePoint> markers) => new([.. markers], new(-1, 0), new(-1, 0));

    /// <summary>The marker after or before another, across the seam of a closed front.</summary>
    public PlanePoint Marker(int index) => _markers[index < 0 ? index + Count : index >= Count ? index - Count : index];

    /// <summary>Markers between the ends; all of a closed front.</summary>
    public ReadOnlySpan<PlanePoint> Between => IsClosed ? _markers : _markers.AsSpan(1, Count - 2);

    /// <summary>Number of straight pieces.</summary>
    public int Pieces => IsClosed ? Count : Count - 1;

    public double Length
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < Pieces; i++) sum += Distance(Marker(i), Marker(i + 1));
            return sum;
        }
    }

    /// <summary>
    /// What the front adds to the area of the liquid that it bounds [m²], with the walls beside it: its changes are the area that it sweeps.
    /// </summary>
    public double Area(FrontWalls walls)
    {
        double twice = 0;
        for (int i = 0; i < Pieces; i++)
        {
            PlanePoint a = Marker(i), b = Marker(i + 1);
            twice += a.X * b.Y - a.Y * b.X;
        }
        return twice / 2 + (IsClosed ? 0 : walls.Area(Start.Wall, Start.Place) - walls.Area(End.Wall, End.Place));
    }

    /// <summary>The front after each marker moved along its direction by a length [m], those on walls along these.</summary>
    public Front Moved(FrontWalls walls, ReadOnlySpan<PlanePoint> directions, ReadOnlySpan<double> lengths)
    {
        var moved = new PlanePoint[Count];
        for (int i = 0; i < Count; i++) moved[i] = new(_markers[i].X + lengths[i] * directions[i].X, _markers[i].Y + lengths[i] * directions[i].Y);
        if (IsClosed) return Closed(moved);
        // Liquid lies at smaller places of where a front ends and at larger ones of where it starts.
        return Open(walls, Start with { Place = Start.Place - lengths[0] }, moved[1..^1], End with { Place = End.Place + lengths[^1] });
    }

    public static double Distance(PlanePoint a, PlanePoint b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}
