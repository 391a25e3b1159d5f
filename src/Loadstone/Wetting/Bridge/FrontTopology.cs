namespace Loadstone.Wetting.Bridge;

/// <summary>
/// What fronts do beside moving: lines of contact meet, fronts run against walls, fronts come close to each other, and bubbles vanish; markers stay neither too far apart nor
/// too close. The area that they bound is the same before and after.
/// </summary>
internal sealed class FrontTopology(FrontWalls walls, double cell)
{
    // In cells: distance of markers, depth behind a wall at which a front has met it, length of wall at which two lines of contact have met, distance at which two fronts
    // open into each other, and length below which a front that returns to its wall, or is closed, is gone.
    private const double Spacing = 0.5, TouchDepth = 0.02, Meeting = 0.02, Opening = 0.35, Vanishing = 1;

    /// <summary>Area that fronts seem to add because they count a disc's wall all around [m²].</summary>
    public double Turns { get; private set; }

    /// <summary>The fronts that come of fronts that moved.</summary>
    /// <param name="before">The fronts before they moved.</param>
    /// <param name="moved">The same after it, in the same order.</param>
    public IReadOnlyList<Front> After(IReadOnlyList<Front> before, IReadOnlyList<Front> moved)
    {
        double owed = 0;
        List<Front> fronts = Cut(Joined(before, moved), ref owed);
        Open(fronts);
        Drop(fronts, ref owed);
        for (int f = 0; f < fronts.Count; f++) fronts[f] = Spaced(fronts[f]);
        if (owed != 0 && fronts.Count > 0)
        {
            int longest = Enumerable.Range(0, fronts.Count).MaxBy(f => fronts[f].Length);
            fronts[longest] = With(fronts[longest], fronts[longest].Area(walls) + owed);
        }
        return fronts;
    }

    // Fronts whose lines of contact met are one; a front of two that met at both of its ends is closed.
    private IReadOnlyCollection<Front> Joined(IReadOnlyList<Front> before, IReadOnlyList<Front> moved)
    {
        int[] become = [.. Enumerable.Range(0, moved.Count)];
        Dictionary<int, Front> fronts = become.ToDictionary(f => f, f => moved[f]);
        foreach (ContactPair pair in FrontContacts.Pairs(walls, before))
        {
            if (FrontContacts.Between(pair, before, moved) > Meeting * cell) continue;
            (int ending, int starting) = (become[pair.Ending], become[pair.Starting]);
            (Front a, Front b) = (fronts[ending], fronts[starting]);
            if (a.IsClosed || b.IsClosed) continue;
            double area = FrontContacts.Area(walls, pair, a, b);
            Turns += area - (ending == starting ? a.Area(walls) : a.Area(walls) + b.Area(walls));
            Front joined = FrontContacts.Joined(walls, a, b);
            fronts.Remove(starting);
            fronts[ending] = joined.Count > 2 ? With(joined, area) : joined;
            for (int f = 0; f < become.Length; f++)
            {
                if (become[f] == starting) become[f] = ending;
            }
        }
        return fronts.Values;
    }

    private List<Front> Cut(IReadOnlyCollection<Front> fronts, ref double owed)
    {
        var cut = new List<Front>();
        foreach (Front front in fronts)
        {
            IReadOnlyList<Front> pieces = FrontTouches.Cut(walls, front, TouchDepth * cell);
            if (pieces.Count == 1 && ReferenceEquals(pieces[0], front)) cut.Add(front);
            else if (pieces.Count > 0) cut.AddRange(FrontArea.With(walls, pieces, front.Area(walls)));
            else owed += ShutIn(front);
        }
        return cut;
    }

    private void Open(List<Front> fronts)
    {
        while (FrontMeetings.Closest(fronts, Opening * cell) is { } meeting)
        {
            (Front a, Front b) = (fronts[meeting.First.Front], fronts[meeting.Second.Front]);
            double area = ReferenceEquals(a, b) ? a.Area(walls) : a.Area(walls) + b.Area(walls);
            IReadOnlyList<Front> opened = FrontMeetings.Opened(walls, a, meeting.First.Marker, b, meeting.Second.Marker);
            fronts.Remove(a);
            fronts.Remove(b);
            fronts.AddRange(FrontArea.With(walls, [.. opened.Where(front => front.Count > 2)], area));
        }
    }

    private void Drop(List<Front> fronts, ref double owed)
    {
        for (int f = fronts.Count - 1; f >= 0; f--)
        {
            Front front = fronts[f];
            if (!(front.IsClosed || front.Start.Wall == front.End.Wall) || front.Length >= Vanishing * cell) continue;
            owed += ShutIn(front);
            fronts.RemoveAt(f);
        }
    }

    // Area of what a front that returns to its wall, or to itself, shuts in: positive of liquid.
    private double ShutIn(Front front)
    {
        double area = front.IsClosed ? front.Area(walls) : FrontContacts.Area(walls, new(front.Start.Wall, 0, 0, 0, false), front, front);
        Turns += area - front.Area(walls);
        return area;
    }

    private Front Spaced(Front front)
    {
        Front even = FrontSpacing.Even(walls, front, Spacing * cell);
        return ReferenceEquals(even, front) ? front : With(even, front.Area(walls));
    }

    private Front With(Front front, double area) => FrontArea.With(walls, [front], area)[0];
}
