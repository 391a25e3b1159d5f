using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Bridge;

/// <summary>Markers neither too far from each other nor too close.</summary>
internal static class FrontSpacing
{
    // In the wanted distance: what is longer is halved, and what is shorter joined, so that a halved piece is not joined again.
    private const double Longest = 1.6, Shortest = 0.5;

    /// <summary>The front with its markers about a distance apart.</summary>
    public static Front Even(FrontWalls walls, Front front, double distance)
    {
        Front thinned = Thin(walls, front, Shortest * distance);
        return Refined(walls, thinned, Longest * distance);
    }

    // The closest go first, whichever way along the front one counts.
    private static Front Thin(FrontWalls walls, Front front, double shortest)
    {
        int least = front.IsClosed ? 4 : 2;
        while (front.Count > least)
        {
            int closest = -1;
            double room = double.PositiveInfinity;
            for (int i = front.IsClosed ? 0 : 1; i < (front.IsClosed ? front.Count : front.Count - 1); i++)
            {
                double before = Front.Distance(front.Marker(i - 1), front.Marker(i)), after = Front.Distance(front.Marker(i), front.Marker(i + 1));
                if (Math.Min(before, after) < shortest && before + after < room) (closest, room) = (i, before + after);
            }
            if (closest < 0) break;
            var kept = new List<PlanePoint>(front.Between.Length);
            kept.AddRange(front.Between);
            kept.RemoveAt(front.IsClosed ? closest : closest - 1);
            front = With(walls, front, kept);
        }
        return front;
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
