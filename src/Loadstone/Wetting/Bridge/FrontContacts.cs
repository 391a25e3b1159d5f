namespace Loadstone.Wetting.Bridge;

/// <summary>Where one front ends and another, or the same one, starts beside it on a wall: a stretch of wall, dry or wet, lies between.</summary>
/// <param name="Wall">The wall.</param>
/// <param name="Ending">Index of the front that ends.</param>
/// <param name="Starting">Index of the front that starts.</param>
/// <param name="Between">Length of the stretch [m].</param>
/// <param name="IsDry">Whether gas covers it: the start lies at larger places.</param>
internal readonly record struct ContactPair(int Wall, int Ending, int Starting, double Between, bool IsDry);

/// <summary>Fronts whose lines of contact meet on a wall become one.</summary>
internal static class FrontContacts
{
    /// <summary>Neighbours on every wall.</summary>
    public static List<ContactPair> Pairs(FrontWalls walls, IReadOnlyList<Front> fronts)
    {
        var pairs = new List<ContactPair>();
        for (int wall = 0; wall < walls.Count; wall++)
        {
            var contacts = new List<(double Place, int Front, bool IsStart)>();
            double turn = walls.Circumference(wall);
            for (int f = 0; f < fronts.Count; f++)
            {
                if (fronts[f].Start.Wall == wall) contacts.Add((Turned(fronts[f].Start.Place, turn), f, true));
                if (fronts[f].End.Wall == wall && !fronts[f].IsClosed) contacts.Add((Turned(fronts[f].End.Place, turn), f, false));
            }
            contacts.Sort((a, b) => a.Place.CompareTo(b.Place));
            int last = walls.IsDisc(wall) ? contacts.Count : contacts.Count - 1;
            for (int k = 0; k < last; k++)
            {
                (double place, int front, bool isStart) = contacts[k];
                (double nextPlace, int next, bool isNextStart) = contacts[(k + 1) % contacts.Count];
                if (isStart == isNextStart) continue;
                double between = nextPlace - place + (k + 1 == contacts.Count ? turn : 0);
                pairs.Add(isStart ? new(wall, next, front, between, false) : new(wall, front, next, between, true));
            }
        }
        return pairs;
    }

    /// <summary>
    /// What lies between a pair after its fronts moved [m]; not above zero where they have met.
    /// </summary>
    public static double Between(ContactPair pair, IReadOnlyList<Front> before, IReadOnlyList<Front> after)
    {
        double ending = after[pair.Ending].End.Place - before[pair.Ending].End.Place, starting = after[pair.Starting].Start.Place - before[pair.Starting].Start.Place;
        return pair.Between + (pair.IsDry ? starting - ending : ending - starting);
    }

    /// <summary>The front that a pair becomes where its contacts meet.</summary>
    public static Front Joined(FrontWalls walls, Front ending, Front starting) => ReferenceEquals(ending, starting)
        ? Front.Closed([.. ending.Between])
        : Front.Open(walls, ending.Start, [.. ending.Between, .. starting.Between], starting.End);

    /// <summary>Area of both as their places on the wall are one [m²].</summary>
    public static double Area(FrontWalls walls, ContactPair pair, Front ending, Front starting)
    {
        double turn = walls.Circumference(pair.Wall);
        double shift = double.IsInfinity(turn) ? 0 : turn * Math.Round((ending.End.Place - starting.Start.Place) / turn);
        double area = ReferenceEquals(ending, starting) ? ending.Area(walls) : ending.Area(walls) + starting.Area(walls);
        return area + walls.Area(pair.Wall, starting.Start.Place + shift) - walls.Area(pair.Wall, starting.Start.Place);
    }

    private static double Turned(double place, double turn) => double.IsInfinity(turn) ? place : place - turn * Math.Floor(place / turn);
}
