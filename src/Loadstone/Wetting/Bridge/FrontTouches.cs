using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Bridge;

/// <summary>Fronts that run against a wall are cut in two there.</summary>
internal static class FrontTouches
{
    /// <summary>What a front becomes: itself where it is free of walls; nothing where it lies behind one as a whole.</summary>
    /// <param name="walls">The walls.</param>
    /// <param name="front">The front.</param>
    /// <param name="tolerance">How far a marker may lie behind a wall before it counts [m].</param>
    public static IReadOnlyList<Front> Cut(FrontWalls walls, Front front, double tolerance)
    {
        int first = front.IsClosed ? 0 : 1, end = front.IsClosed ? front.Count : front.Count - 1;
        for (int i = first; i < end; i++)
        {
            (int wall, double depth) = walls.Deepest(front.Marker(i));
            if (depth <= tolerance) continue;
            return front.IsClosed ? CutClosed(walls, front, i, wall, tolerance) : CutOpen(walls, front, i, wall, tolerance);
        }
        return [front];
    }

    private static IReadOnlyList<Front> CutClosed(FrontWalls walls, Front front, int at, int wall, double tolerance)
    {
        // From the marker after those behind the wall once around to the marker before them.
        int from = at + 1, to = at - 1 + front.Count;
        while (from < to && walls.Depth(wall, front.Marker(from % front.Count)) > 0) from++;
        while (to > from && walls.Depth(wall, front.Marker(to % front.Count)) > 0) to--;
        if (from >= to) return [];
        var between = new List<PlanePoint>();
        for (int i = from; i <= to; i++) between.Add(front.Marker(i % front.Count));
        FrontEnd end = Place(walls, wall, between[^1], front.Marker((to + 1) % front.Count), 0);
        FrontEnd start = Place(walls, wall, between[0], front.Marker((from - 1) % front.Count), end.Place);
        return Cut(walls, Front.Open(walls, start, between, end), tolerance);
    }

    private static IReadOnlyList<Front> CutOpen(FrontWalls walls, Front front, int at, int wall, double tolerance)
    {
        int before = at - 1, after = at + 1, last = front.Count - 1;
        while (before > 0 && walls.Depth(wall, front.Marker(before)) > 0) before--;
        while (after < last && walls.Depth(wall, front.Marker(after)) > 0) after++;
        // A front that lies against the wall at which it starts or ends leaves it later or meets it earlier.
        bool isAtStart = before == 0 && front.Start.Wall == wall, isAtEnd = after == last && front.End.Wall == wall;
        if (isAtStart && isAtEnd) return [];
        var pieces = new List<Front>();
        FrontEnd end = default;
        if (!isAtStart)
        {
            end = Place(walls, wall, front.Marker(before), front.Marker(before + 1), isAtEnd ? front.End.Place : 0);
            pieces.Add(Front.Open(walls, front.Start, Markers(front, 1, before), end));
        }
        if (!isAtEnd)
        {
            FrontEnd start = Place(walls, wall, front.Marker(after), front.Marker(after - 1), isAtStart ? front.Start.Place : end.Place);
            pieces.AddRange(Cut(walls, Front.Open(walls, start, Markers(front, after, last - 1), front.End), tolerance));
        }
        return pieces;
    }

    private static FrontEnd Place(FrontWalls walls, int wall, PlanePoint outside, PlanePoint inside, double near) =>
        new(wall, walls.Nearest(wall, walls.Crossing(wall, outside, inside), near));

    private static PlanePoint[] Markers(Front front, int from, int to)
    {
        var markers = new PlanePoint[Math.Max(0, to - from + 1)];
        for (int i = from; i <= to; i++) markers[i - from] = front.Marker(i);
        return markers;
    }
}
