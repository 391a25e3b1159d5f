using Loadstone.Wetting.Stokes;

namespace Loadstone.Wetting.Bridge;

/// <summary>Fronts of a liquid in a slow flow of two fluids, with surface tension: where they stand and how they go on. Not safe for concurrent use.</summary>
internal sealed class BridgeFlow
{
    // In cells: distance of markers, longest way of one in a step, depth behind a wall at which a front has met it, length of wall at which two lines of contact have met,
    // distance at which two fronts open into each other, and length below which a front is gone.
    private const double Spacing = 0.5, LongestWay = 0.2, TouchDepth = 0.02, Meeting = 0.02, Opening = 0.35, Vanishing = 1;

    private const int MostHalved = 80;

    private readonly StokesFlow _flow;
    private readonly FrontWalls _walls;
    private readonly double _tension;
    private readonly bool _isTopLiquid;
    private readonly double[] _share;
    private double _time, _turns;

    public BridgeFlow(StokesFlow flow, FrontWalls walls, double tension, bool isTopLiquid, IReadOnlyList<Front> fronts)
    {
        (_flow, _walls, _tension, _isTopLiquid) = (flow, walls, tension, isTopLiquid);
        _share = new double[flow.Grid.Pore.Length];
        // As long as surface tension takes to move a front by a cell against the liquid's viscosity; it grows from there.
        _time = flow.Grid.Cell * flow.Fluids.LiquidViscosity / tension;
        Fronts = [.. fronts.SelectMany(front => FrontTouches.Cut(walls, front, TouchDepth * flow.Grid.Cell)).Select(Spaced)];
    }

    /// <summary>The fronts.</summary>
    public IReadOnlyList<Front> Fronts { get; private set; }

    /// <summary>Liquid's share of every cell where the last step began.</summary>
    public ReadOnlySpan<double> Share => _share;

    /// <summary>Pressure at the inlet over that below where the last step ended [Pa].</summary>
    public double Pressure { get; private set; }

    /// <summary>Inlet velocity over the flow's in the last step.</summary>
    public double Inflow { get; private set; }

    /// <summary>Speed of the fastest marker in the last step [m/s].</summary>
    public double Speed { get; private set; }

    /// <summary>Pressure of the liquid over that of the gas at each front where the last step began and ended there [Pa].</summary>
    public IReadOnlyList<double> Jumps { get; private set; } = [];

    /// <summary>Area that the fronts add to the liquid [m²], the turns about discs that are wet all around taken away.</summary>
    public double Area => FrontArea.Of(_walls, Fronts) - _turns;

    /// <summary>Goes on by a step.</summary>
    /// <param name="longest">Longest time of it [s].</param>
    /// <param name="inflow">Inlet velocity over the flow's.</param>
    /// <param name="pressure">Pressure at the inlet over that below [Pa], where that is given instead.</param>
    /// <returns>Time of the step [s].</returns>
    public double Step(double longest, double inflow, double? pressure = null)
    {
        FrontRaster.Fill(_flow.Grid, _walls, Fronts, _isTopLiquid, _share);
        _flow.Solve(_share);
        FrontShape[] shapes = [.. Fronts.Select(front => new FrontShape(_walls, front))];
        var response = new FrontResponse(_walls, shapes, _flow);
        var step = new FrontStep(shapes, response, _flow, _tension, inflow, pressure);
        double cell = _flow.Grid.Cell, time = Math.Min(longest, _time);
        for (int halved = 0; !step.TryTake(time) || Largest(step.Way) > LongestWay * cell; halved++)
        {
            if (halved == MostHalved) throw new InvalidOperationException(FormattableString.Invariant($"No step of {time:g2} s or longer takes the fronts on."));
            time /= 2;
        }
        _time = time * Math.Min(2, 0.9 * LongestWay * cell / Largest(step.Way));
        (Pressure, Inflow, Speed) = (step.Pressure, step.Inflow, Largest(step.Way) / time);
        double[] passed = response.Passed(step.Inflow, step.Force), jumps = new double[shapes.Length];
        var moved = new Front[shapes.Length];
        for (int f = 0; f < shapes.Length; f++)
        {
            int first = response.FirstMarker[f], count = shapes[f].Front.Count;
            moved[f] = shapes[f].Front.Moved(_walls, shapes[f].Directions, step.Way.Slice(first, count));
            moved[f] = FrontArea.With(_walls, [moved[f]], shapes[f].Front.Area(_walls) + time * passed[f])[0];
            jumps[f] = -Jump(step.Force.Slice(first, count), shapes[f].Sweep);
        }
        Jumps = jumps;
        Mend(Fronts, moved);
        return time;
    }

    // What fronts do that moving markers does not: markers fall apart or together, fronts meet walls, lines of contact meet, and fronts meet.
    private void Mend(IReadOnlyList<Front> before, Front[] moved)
    {
        double cell = _flow.Grid.Cell, owed = 0;
        var fronts = new List<Front>();
        List<ContactPair> met = [.. FrontContacts.Pairs(_walls, before).Where(pair => FrontContacts.Between(pair, before, moved) <= Meeting * cell)];
        var now = new Dictionary<int, Front>();
        for (int f = 0; f < moved.Length; f++) now[f] = moved[f];
        int[] same = [.. Enumerable.Range(0, moved.Length)];
        foreach (ContactPair pair in met)
        {
            int ending = same[pair.Ending], starting = same[pair.Starting];
            Front a = now[ending], b = now[starting];
            if (a.IsClosed || b.IsClosed) continue;
            double area = FrontContacts.Area(_walls, pair, a, b);
            _turns += area - (ReferenceEquals(a, b) ? a.Area(_walls) : a.Area(_walls) + b.Area(_walls));
            Front joined = FrontContacts.Joined(_walls, a, b);
            now.Remove(starting);
            now[ending] = joined;
            for (int f = 0; f < same.Length; f++)
            {
                if (same[f] == starting) same[f] = ending;
            }
            if (joined.Count > 2) now[ending] = FrontArea.With(_walls, [joined], area)[0];
        }
        foreach (Front front in now.Values)
        {
            IReadOnlyList<Front> pieces = FrontTouches.Cut(_walls, front, TouchDepth * cell);
            if (pieces.Count == 1 && ReferenceEquals(pieces[0], front)) fronts.Add(front);
            else if (pieces.Count > 0) fronts.AddRange(FrontArea.With(_walls, pieces, front.Area(_walls)));
            else owed += Rest(front);
        }
        while (FrontMeetings.Closest(fronts, Opening * cell) is { } meeting)
        {
            (Front a, Front b) = (fronts[meeting.First.Front], fronts[meeting.Second.Front]);
            double area = ReferenceEquals(a, b) ? a.Area(_walls) : a.Area(_walls) + b.Area(_walls);
            IReadOnlyList<Front> opened = FrontMeetings.Opened(_walls, a, meeting.First.Marker, b, meeting.Second.Marker);
            fronts.Remove(a);
            fronts.Remove(b);
            fronts.AddRange(FrontArea.With(_walls, [.. opened.Where(front => front.Count > 2)], area));
        }
        for (int f = fronts.Count - 1; f >= 0; f--)
        {
            Front front = fronts[f];
            bool isReturning = front.IsClosed || front.Start.Wall == front.End.Wall;
            if (!isReturning || front.Length >= Vanishing * cell) continue;
            owed += Rest(front);
            fronts.RemoveAt(f);
        }
        for (int f = 0; f < fronts.Count; f++) fronts[f] = Spaced(fronts[f]);
        if (owed != 0 && fronts.Count > 0)
        {
            int longest = Enumerable.Range(0, fronts.Count).MaxBy(f => fronts[f].Length);
            fronts[longest] = FrontArea.With(_walls, [fronts[longest]], fronts[longest].Area(_walls) + owed)[0];
        }
        Fronts = fronts;
    }

    // Area of what a front that returns to its wall, or to itself, shuts in: positive of liquid.
    private double Rest(Front front)
    {
        double rest = front.IsClosed ? front.Area(_walls) : FrontContacts.Area(_walls, new(front.Start.Wall, 0, 0, 0, false), front, front);
        _turns += rest - front.Area(_walls);
        return rest;
    }

    private Front Spaced(Front front)
    {
        Front even = FrontSpacing.Even(_walls, front, Spacing * _flow.Grid.Cell);
        return ReferenceEquals(even, front) ? front : FrontArea.With(_walls, [even], front.Area(_walls))[0];
    }

    private static double Jump(ReadOnlySpan<double> force, ReadOnlySpan<double> sweep)
    {
        double sum = 0, all = 0;
        for (int i = 0; i < force.Length; i++) (sum, all) = (sum + force[i], all + sweep[i]);
        return sum / all;
    }

    private static double Largest(ReadOnlySpan<double> ways)
    {
        double largest = 0;
        foreach (double way in ways) largest = Math.Max(largest, Math.Abs(way));
        return largest;
    }
}
