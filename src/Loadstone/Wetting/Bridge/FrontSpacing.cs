using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Bridge;

/// <summary>Markers neither too far from each other nor too close.</summary>
internal static class FrontSpacing
{
    // In the wanted distance: what is longer is halved, and what is shorter joined, so that a halved piece is not joined again.
    private const double Longest = 1.6, Shortest = 0.5;

    /// <summary>The front with its markers about a distance apart, at most as many taken away as leaves one between its ends.</summary>
    public static Front Even(FrontWalls walls, Front front, double distance)
    {
        Front thinned = Thin(walls, front, Shortest * distance);
        return Refined(walls, thinned, Longest * distance);
    }

    private static Front Thin(FrontWalls walls, Front front, double shortest)
    {
        var kept = new List<PlanePoint>(front.Between.Length);
        PlanePoint last = front.IsClosed ? front.Marker(-1) : front.Marker(0);
        int left = front.Between.Length;
        foreach (PlanePoint marker in front.Between)
        {
            bool isTooClose = Front.Distance(last, marker) < shortest || (!front.IsClosed && Front.Distance(marker, front.Marker(front.Count - 1)) < shortest);
            if (isTooClose && left > (front.IsClosed ? 4 : 1))
            {
                left--;
                continue;
            }
            kept.Add(marker);
            last = marker;
        }
        return kept.Count == front.Between.Length ? front : With(walls, front, kept);
    }

    private static Front Refined(FrontWalls walls, Front front, double longest)
    {
        var markers = new List<PlanePoint>();
        bool isChanged = false;
        for (int i = 0; i < front.Pieces; i++)
        {
            if (front.IsClosed || i > 0) markers.Add(front.Marker(i));
            if (Front.Distance(front.Marker(i), front.Marker(i + 1)) <= longest && front.Count > 2) continue;
            markers.Add(Halfway(front, i));
            isChanged = true;
        }
        return isChanged ? With(walls, front, markers) : front;
    }

    // By the cubic through four markers, at an end by the parabola through three.
    private static PlanePoint Halfway(Front front, int piece)
    {
        PlanePoint a = front.Marker(piece), b = front.Marker(piece + 1);
        if (front.Count == 2) return Sum(a, 0.5, b, 0.5, a, 0, b, 0);
        if (!front.IsClosed && piece == 0) return Sum(a, 0.375, b, 0.75, front.Marker(2), -0.125, b, 0);
        if (!front.IsClosed && piece == front.Pieces - 1) return Sum(b, 0.375, a, 0.75, front.Marker(piece - 1), -0.125, a, 0);
        return Sum(a, 0.5625, b, 0.5625, front.Marker(piece - 1), -0.0625, front.Marker(piece + 2), -0.0625);
    }

    private static PlanePoint Sum(PlanePoint a, double wa, PlanePoint b, double wb, PlanePoint c, double wc, PlanePoint d, double wd) =>
        new(wa * a.X + wb * b.X + wc * c.X + wd * d.X, wa * a.Y + wb * b.Y + wc * c.Y + wd * d.Y);

    private static Front With(FrontWalls walls, Front front, List<PlanePoint> between) =>
        front.IsClosed ? Front.Closed(between) : Front.Open(walls, front.Start, between, front.End);
}
