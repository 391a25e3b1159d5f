using Loadstone.Wetting.Stokes;

namespace Loadstone.Wetting.Bridge;

/// <summary>Fronts of a liquid in a slow flow of two fluids, with surface tension: where they stand and how they go on. Not safe for concurrent use.</summary>
internal sealed class BridgeFlow
{
    // Longest way of a marker in a step, in cells.
    private const double LongestWay = 0.2;

    private const int MostHalved = 80;

    private readonly StokesFlow _flow;
    private readonly FrontWalls _walls;
    private readonly FrontTopology _topology;
    private readonly double _tension;
    private readonly bool _isTopLiquid;
    private readonly double[] _share;
    private double _time;

    public BridgeFlow(StokesFlow flow, FrontWalls walls, double tension, bool isTopLiquid, IReadOnlyList<Front> fronts)
    {
        (_flow, _walls, _tension, _isTopLiquid) = (flow, walls, tension, isTopLiquid);
        _share = new double[flow.Grid.Pore.Length];
        // As long as surface tension takes to move a front by a cell against the liquid's viscosity; it grows from there.
        _time = flow.Grid.Cell * flow.Fluids.LiquidViscosity / tension;
        _topology = new FrontTopology(walls, flow.Grid.Cell);
        Fronts = _topology.After(fronts, fronts);
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
    public double Area => FrontArea.Of(_walls, Fronts) - _topology.Turns;

    /// <summary>Goes on by a step.</summary>
    /// <param name="longest">Longest time of it [s].</param>
    /// <param name="inflow">Inlet velocity over the flow's.</param>
    /// <param name="pressure">Pressure at the inlet over that below [Pa], where that is given instead.</param>
    /// <returns>Time of the step [s].</returns>
    /// <exception cref="InputException">No step is short enough.</exception>
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
            if (halved == MostHalved) throw new InputException(FormattableString.Invariant($"the menisci cannot be followed on cells of {cell * 1e6:g4} µm: steps down to {time:g2} s still carry one by more than {LongestWay * cell * 1e6:g2} µm; expected smaller cells."), file: _flow.Grid.Bed.Source);
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
        Fronts = _topology.After(Fronts, moved);
        return time;
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
