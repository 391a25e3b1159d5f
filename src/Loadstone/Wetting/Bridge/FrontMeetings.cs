using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Bridge;

/// <summary>Fronts that come close to each other in the pore, or to themselves, open into each other.</summary>
internal static class FrontMeetings
{
    // Markers as near as that along one front, or to lines of contact on one wall, are neighbours by their nature.
    private const int Neighbours = 6, NearContact = 4;

    /// <summary>The closest two markers of fronts that face each other within a distance, if any.</summary>
    public static ((int Front, int Marker) First, (int Front, int Marker) Second)? Closest(IReadOnlyList<Front> fronts, double distance)
    {
        ((int, int), (int, int))? best = null;
        for (int f = 0; f < fronts.Count; f++)
        {
            for (int g = f; g < fronts.Count; g++)
            {
                Front a = fronts[f], b = fronts[g];
                for (int i = a.IsClosed ? 0 : 1; i < (a.IsClosed ? a.Count : a.Count - 1); i++)
                {
                    for (int j = f == g ? i + Neighbours : b.IsClosed ? 0 : 1; j < (b.IsClosed ? b.Count : b.Count - 1); j++)
                    {
                        if (f == g && a.IsClosed && i + a.Count - j < Neighbours) continue;
                        double apart = Front.Distance(a.Marker(i), b.Marker(j));
                        if (apart >= distance || !AreFacing(a, i, b, j) || AreAtOneContact(a, i, b, j)) continue;
                        (best, distance) = (((f, i), (g, j)), apart);
                    }
                }
            }
        }
        return best;
    }

    /// <summary>The fronts that two become, or that one becomes, where they open into each other.</summary>
    public static IReadOnlyList<Front> Opened(FrontWalls walls, Front first, int i, Front second, int j)
    {
        if (ReferenceEquals(first, second))
        {
            Front inner = Front.Closed(Range(first, i + 1, j - 1));
            if (first.IsClosed) return [inner, Front.Closed(Range(first, j + 1, i - 1 + first.Count))];
            return [inner, Front.Open(walls, first.Start, [.. Range(first, 1, i - 1), .. Range(first, j + 1, first.Count - 2)], first.End)];
        }
        if (first.IsClosed && second.IsClosed) return [Front.Closed([.. Range(first, i + 1, i - 1 + first.Count), .. Range(second, j + 1, j - 1 + second.Count)])];
        if (first.IsClosed) return Opened(walls, second, j, first, i);
        if (second.IsClosed)
            return [Front.Open(walls, first.Start, [.. Range(first, 1, i - 1), .. Range(second, j + 1, j - 1 + second.Count), .. Range(first, i + 1, first.Count - 2)], first.End)];
        return
        [
            Front.Open(walls, first.Start, [.. Range(first, 1, i - 1), .. Range(second, j + 1, second.Count - 2)], second.End),
            Front.Open(walls, second.Start, [.. Range(second, 1, j - 1), .. Range(first, i + 1, first.Count - 2)], first.End),
        ];
    }

    private static bool AreFacing(Front a, int i, Front b, int j)
    {
        PlanePoint a0 = a.Marker(i - 1), a1 = a.Marker(i + 1), b0 = b.Marker(j - 1), b1 = b.Marker(j + 1);
        return (a1.X - a0.X) * (b1.X - b0.X) + (a1.Y - a0.Y) * (b1.Y - b0.Y) < 0;
    }

    private static bool AreAtOneContact(Front a, int i, Front b, int j) =>
        (!a.IsClosed && !b.IsClosed) && ((i <= NearContact && j >= b.Count - 1 - NearContact && a.Start.Wall == b.End.Wall) || (j <= NearContact && i >= a.Count - 1 - NearContact && b.Start.Wall == a.End.Wall));

    private static List<PlanePoint> Range(Front front, int from, int to)
    {
        var markers = new List<PlanePoint>();
        for (int k = from; k <= to; k++) markers.Add(front.Marker(k % front.Count));
        return markers;
    }
}
