using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Stokes;

/// <summary>Distances to the exact circles of a bed, and to their images behind the sides.</summary>
internal sealed class WallDistance
{
    // Of a face as wide as the gap, the narrowest there is.
    private const double LeastFactor = 1.0 / 3;

    // Where the profile is flat its slope says nothing.
    private const double MostFactor = 2;

    private readonly Disc[] _discs;

    public WallDistance(DiscBed bed)
    {
        Disc[] inside = [.. bed.Discs.Where(disc => disc.X > 0 && disc.X < bed.Width)];
        _discs = [.. bed.Discs, .. inside.Select(disc => disc with { X = -disc.X }), .. inside.Select(disc => disc with { X = 2 * bed.Width - disc.X })];
    }

    /// <summary>
    /// Length [m] by which the mean velocity of a face has to be divided for its gradient at a wall, where the flow goes between that wall and
    /// the nearest other one as between plane walls w apart: there the mean over a face from d − e to d + e is G (w d − d² − e²/3)/2 and the gradient at the wall G w/2.
    /// </summary>
    /// <param name="middle">Middle of the face's open part.</param>
    /// <param name="wall">Index of the disc.</param>
    /// <param name="opening">Width of the face's open part [m].</param>
    public double Gradient(PlanePoint middle, int wall, double opening)
    {
        double distance = Distance(middle, _discs[wall]), other = double.PositiveInfinity;
        for (int i = 0; i < _discs.Length; i++)
        {
            if (i != wall) other = Math.Min(other, Distance(middle, _discs[i]));
        }
        double half = Math.Min(opening / 2, distance), apart = distance + other;
        return distance * Math.Max(LeastFactor, 1 - (distance + half * half / (3 * distance)) / apart);
    }

    /// <summary>
    /// Factor on the gradient between the means over two faces of unequal lengths that meet at a point: with u'(y) = G (w − 2 y)/2 the difference of the means over
    /// their distance is short of it by 2 G/3 times the difference of their half lengths.
    /// </summary>
    /// <param name="between">Where the faces meet.</param>
    /// <param name="shorter">Open part of the shorter one [m], cut by the nearest wall.</param>
    /// <param name="longer">Open part of the longer one [m].</param>
    public double LinkFactor(PlanePoint between, double shorter, double longer)
    {
        if (longer - shorter < 1e-9 * longer) return 1;
        double first = double.PositiveInfinity, second = double.PositiveInfinity;
        foreach (Disc disc in _discs)
        {
            double distance = Distance(between, disc);
            if (distance < first) (first, second) = (distance, first);
            else second = Math.Min(second, distance);
        }
        double slope = second - first, lost = 2 * (longer - shorter) / 3;
        return slope > (1 + 1 / (MostFactor - 1)) * lost ? slope / (slope - lost) : MostFactor;
    }

    private static double Distance(PlanePoint point, Disc disc) => Math.Sqrt((point.X - disc.X) * (point.X - disc.X) + (point.Y - disc.Y) * (point.Y - disc.Y)) - disc.Radius;
}
