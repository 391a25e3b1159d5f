using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Bridge;

/// <summary>
/// What fronts end at: the discs of a bed, by their indices, and after them the left and the right side. A place on a wall is the length along it [m], with the
/// wall on the left: counter-clockwise about a disc, upwards on the left side, downwards on the right one.
/// </summary>
internal sealed class FrontWalls(DiscBed bed, double contactAngle)
{
    private readonly double _cosine = Math.Cos(contactAngle);

    public DiscBed Bed { get; } = bed;

    public int LeftSide => Bed.Discs.Count;

    public int RightSide => Bed.Discs.Count + 1;

    public int Count => Bed.Discs.Count + 2;

    public bool IsDisc(int wall) => wall < Bed.Discs.Count;

    /// <summary>Length of the way once around a wall [m]; infinite of a side.</summary>
    public double Circumference(int wall) => IsDisc(wall) ? 2 * Math.PI * Bed.Discs[wall].Radius : double.PositiveInfinity;

    /// <summary>cos θ, by which a length of wall that becomes wet saves surface energy: 0 at a side, which is a plane of symmetry.</summary>
    public double Wetting(int wall) => IsDisc(wall) ? _cosine : 0;

    /// <summary>1/radius; 0 of a side.</summary>
    public double Curvature(int wall) => IsDisc(wall) ? 1 / Bed.Discs[wall].Radius : 0;

    public PlanePoint At(int wall, double place)
    {
        if (wall == LeftSide) return new(0, place);
        if (wall == RightSide) return new(Bed.Width, -place);
        Disc disc = Bed.Discs[wall];
        (double sin, double cos) = Math.SinCos(place / disc.Radius);
        return new(disc.X + disc.Radius * cos, disc.Y + disc.Radius * sin);
    }

    /// <summary>Direction of growing places; the wall lies on its left and its right normal points into the pore.</summary>
    public PlanePoint Along(int wall, double place)
    {
        if (wall == LeftSide) return new(0, 1);
        if (wall == RightSide) return new(0, -1);
        (double sin, double cos) = Math.SinCos(place / Bed.Discs[wall].Radius);
        return new(-sin, cos);
    }

    /// <summary>The place nearest to a point, on a disc the one within half a turn of another place.</summary>
    public double Nearest(int wall, PlanePoint point, double near)
    {
        if (wall == LeftSide) return point.Y;
        if (wall == RightSide) return -point.Y;
        Disc disc = Bed.Discs[wall];
        double place = disc.Radius * Math.Atan2(point.Y - disc.Y, point.X - disc.X), turn = Circumference(wall);
        return place + turn * Math.Round((near - place) / turn);
    }

    /// <summary>Primitive of the area that the wall adds to what it bounds, ∫ (x dy − y dx)/2 along it [m²].</summary>
    public double Area(int wall, double place)
    {
        if (wall == LeftSide) return 0;
        if (wall == RightSide) return -Bed.Width * place / 2;
        Disc disc = Bed.Discs[wall];
        (double sin, double cos) = Math.SinCos(place / disc.Radius);
        return disc.Radius / 2 * (place + disc.X * sin - disc.Y * cos);
    }

    /// <summary>How far a point lies behind a wall [m]; negative in the pore.</summary>
    public double Depth(int wall, PlanePoint point)
    {
        if (wall == LeftSide) return -point.X;
        if (wall == RightSide) return point.X - Bed.Width;
        Disc disc = Bed.Discs[wall];
        double dx = point.X - disc.X, dy = point.Y - disc.Y;
        return disc.Radius - Math.Sqrt(dx * dx + dy * dy);
    }

    /// <summary>The wall that a point lies deepest behind, or closest to.</summary>
    public (int Wall, double Depth) Deepest(PlanePoint point)
    {
        (int wall, double depth) = (LeftSide, Depth(LeftSide, point));
        for (int other = 0; other < Count; other++)
        {
            double d = Depth(other, point);
            if (d > depth) (wall, depth) = (other, d);
        }
        return (wall, depth);
    }

    /// <summary>Distance of a point in the pore from the nearest disc [m]; infinite where there is none.</summary>
    public double DiscDistance(PlanePoint point)
    {
        double least = double.PositiveInfinity;
        for (int disc = 0; disc < Bed.Discs.Count; disc++) least = Math.Min(least, Math.Max(0, -Depth(disc, point)));
        return least;
    }

    /// <summary>Where the way from a point in the pore to one behind a wall crosses it.</summary>
    public PlanePoint Crossing(int wall, PlanePoint outside, PlanePoint inside)
    {
        double low = 0, high = 1;
        // By halves: a point that lies on the wall to rounding is served as well.
        for (int k = 0; k < 52; k++)
        {
            double middle = (low + high) / 2;
            if (Depth(wall, Between(outside, inside, middle)) > 0) high = middle;
            else low = middle;
        }
        return Between(outside, inside, high);
    }

    private static PlanePoint Between(PlanePoint a, PlanePoint b, double share) => new(a.X + share * (b.X - a.X), a.Y + share * (b.Y - a.Y));
}
