namespace Loadstone.Wetting.Areas;

/// <summary>State of an area at a time of rest.</summary>
/// <param name="Time">Time since it was fed [s].</param>
/// <param name="Layers">Wetted fraction of the pores of each layer, in the order of the layers.</param>
/// <param name="Resistance">Ohmic resistance R_p through all layers [Ω m²]; infinite before any column has liquid from top to bottom.</param>
public sealed record WettingState(double Time, IReadOnlyList<double> Layers, double Resistance);

/// <summary>
/// How an area of electrode fills and rests: first capillary filling into gas at constant pressure, then the gas that was cut off dissolves and
/// diffuses out. The second begins when the first is done, which takes a thousandth of its time.
/// </summary>
public sealed record AreaWetting
{
    // Mean error of the filling in a step; shares of the pores at which a stage counts as done.
    private const double Tolerance = 3e-4, Filled = 1e-4, Gone = 1e-9;

    private const int MostSteps = 100_000;

    private AreaWetting(WettingArea area) => Area = area;

    /// <summary>The area.</summary>
    public WettingArea Area { get; }

    /// <summary>States in the order of time; the first before it was fed, the last at the end of the rest.</summary>
    public required IReadOnlyList<WettingState> States { get; init; }

    /// <summary>Time at which all pores that capillarity fills are full [s]; NaN when the rest was shorter.</summary>
    public required double FilledAt { get; init; }

    /// <summary>Wetted fraction at the end by row (from the top) and column (from the edge).</summary>
    public required double[,] Map { get; init; }

    /// <summary>R_p when all pores are wet [Ω m²].</summary>
    public required double WetResistance { get; init; }

    /// <summary>Largest imbalance of liquid and of gas at any step, of what the pores hold.</summary>
    public required double Imbalance { get; init; }

    /// <summary>Steps in time.</summary>
    public required int Steps { get; init; }

    /// <summary>Wetted fraction of each layer at the end.</summary>
    public IReadOnlyList<double> Wetted => States[^1].Layers;

    /// <summary>Wetted fraction of the pores of some layers together, at a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="firstLayer">Index of the first layer that counts.</param>
    public double Overall(WettingState state, int firstLayer = 0)
    {
        ArgumentNullException.ThrowIfNull(state);
        double wet = 0, pores = 0;
        for (int k = firstLayer; k < Area.Layers.Count; k++)
        {
            double volume = Area.Layers[k].Thickness * Area.Layers[k].Porosity;
            (wet, pores) = (wet + volume * state.Layers[k], pores + volume);
        }
        return wet / pores;
    }

    /// <summary>Time from which on R_p stays within a share of its wet value [s]; NaN when it is not there at the end of the rest.</summary>
    /// <param name="share">The share, above 0.</param>
    public double SettlingTime(double share)
    {
        Require.Positive(share, "(share)", nameof(share));
        double limit = WetResistance * (1 + share);
        if (!(States[^1].Resistance <= limit)) return double.NaN;
        int last = States.Count - 1;
        while (last > 0 && States[last - 1].Resistance <= limit) last--;
        if (last == 0 || double.IsInfinity(States[last - 1].Resistance)) return States[last].Time;
        (WettingState before, WettingState after) = (States[last - 1], States[last]);
        return before.Time + (after.Time - before.Time) * (before.Resistance - limit) / (before.Resistance - after.Resistance);
    }

    /// <summary>Lets an area fill and rest.</summary>
    /// <param name="area">The area.</param>
    /// <param name="rest">Time of rest [s].</param>
    /// <param name="cancellation">Stops the work.</param>
    public static AreaWetting Of(WettingArea area, double rest, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(area);
        Require.Positive(rest, "s", nameof(rest));
        var grid = new AreaGrid(area);
        var resistance = new OhmicIntercept(area, grid);
        double[] wetted = new double[grid.Cells];
        var states = new List<WettingState> { State(0) };

        var filling = new FillingLaw(area, grid);
        var liquid = new StorageStepper(grid, filling, new double[grid.Cells], Math.Min(rest, FirstStep(area, grid)), Tolerance);
        double filled = Enumerable.Range(0, grid.Cells).Sum(filling.Capacity) * (1 - Filled);
        while (liquid.Time < rest && liquid.Held < filled)
        {
            Advance(liquid, rest);
            for (int i = 0; i < wetted.Length; i++) wetted[i] = Math.Min(liquid.Unknowns[i], 1) * (1 - area.Layers[grid.LayerOf(i)].Properties.TrappedShare);
            states.Add(State(liquid.Time));
        }
        bool isFilled = liquid.Held >= filled;
        double filledAt = isFilled ? liquid.Time : double.NaN, imbalance = liquid.Imbalance;
        int steps = liquid.Steps;
        if (isFilled && filledAt < rest)
        {
            var law = new GasLaw(area, grid);
            double[] start = [.. Enumerable.Range(0, grid.Cells).Select(i => law.Start(grid.LayerOf(i), area.Layers[grid.LayerOf(i)].Properties.TrappedShare))];
            var gas = new StorageStepper(grid, law, start, Math.Min(rest - filledAt, filledAt * 1e-2), Tolerance * LeastTrapped(area));
            Take(gas);
            // What the liquid takes up where it stands is gone at once.
            states.Add(State(filledAt));
            while (gas.Time < rest - filledAt && wetted.Min() < 1 - Gone)
            {
                Advance(gas, rest - filledAt);
                Take(gas);
                states.Add(State(filledAt + gas.Time));
            }
            (imbalance, steps) = (Math.Max(imbalance, gas.Imbalance), steps + gas.Steps);
        }
        if (states[^1].Time < rest) states.Add(State(rest));
        return new AreaWetting(area)
        {
            States = states, FilledAt = filledAt, Map = Mapped(grid, wetted), WetResistance = resistance.WhenWet, Imbalance = imbalance, Steps = steps,
        };

        WettingState State(double time) => new(time, LayerMeans(area, grid, wetted), resistance.Of(wetted));

        void Take(StorageStepper gas)
        {
            for (int i = 0; i < wetted.Length; i++) wetted[i] = 1 - GasLaw.GasShare(gas.Unknowns[i]);
        }

        void Advance(StorageStepper stepper, double stop)
        {
            cancellation.ThrowIfCancellationRequested();
            if (stepper.Steps >= MostSteps) throw new InvalidOperationException(FormattableString.Invariant($"The filling of the area took more than {MostSteps} steps."));
            stepper.Step(stop);
        }
    }

    // A hundredth of what the smallest cell at a fed face takes to fill.
    private static double FirstStep(WettingArea area, AreaGrid grid)
    {
        double least = double.PositiveInfinity;
        foreach (AreaBoundary face in grid.Of(area.Feed))
        {
            AreaLayer layer = area.Layers[grid.LayerOf(face.Cell)];
            double flux = face.Shape * layer.Properties.Permeability / area.Liquid.Viscosity * (layer.Properties.EntryPressure + area.ReservoirPressure);
            least = Math.Min(least, grid.VolumeOf(face.Cell) * layer.Porosity / flux);
        }
        return 0.01 * least;
    }

    // Gas is a small share of the pores, and its error counts against that.
    private static double LeastTrapped(WettingArea area) => Math.Clamp(area.Layers.Max(layer => layer.Properties.TrappedShare), 1e-3, 1);

    private static double[] LayerMeans(WettingArea area, AreaGrid grid, double[] wetted)
    {
        double[] means = new double[area.Layers.Count];
        for (int i = 0; i < wetted.Length; i++)
        {
            int layer = grid.LayerOf(i);
            means[layer] += wetted[i] * grid.VolumeOf(i) / area.Layers[layer].Thickness;
        }
        return means;
    }

    private static double[,] Mapped(AreaGrid grid, double[] wetted)
    {
        double[,] map = new double[grid.Rows, grid.Columns];
        for (int i = 0; i < wetted.Length; i++) map[i % grid.Rows, i / grid.Rows] = wetted[i];
        return map;
    }
}
