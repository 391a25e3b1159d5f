using Loadstone.Reports;
using Loadstone.Slurry;

namespace Loadstone.Designs.Making;

/// <summary>What the process chains gave, as plots; a few curves on each.</summary>
internal static class MakePlots
{
    private const int CurvesPerPlot = 6;
    private const double Percent = 100;

    /// <summary>Viscosity against shear rate.</summary>
    public static IEnumerable<Plot> Flow(MakeOutcome outcome)
    {
        double[] rates = [.. Enumerable.Range(0, 61).Select(i => Math.Pow(10, -2 + i * 5 / 60.0))];
        return Pages(Coats(outcome), "viscosity", "Viscosity of the slurries", new Axis("shear rate / 1/s", Logarithmic: true), new Axis("viscosity / Pa s", Logarithmic: true),
            coat => [new Series(coat.Label, rates, [.. rates.Select(coat.Coat.Flow.Viscosity)])],
            plots => [.. plots, new Series("coater's window", [10, 100, 100, 10, 10], Box(), SeriesStyle.Dashed)],
            "Coaters shear at 10 to 100 s⁻¹ and more; the window is bounded above at 10 and below at 100 s⁻¹.");

        static double[] Box()
        {
            double low = SlurryLaws.Default.LowestCoatingViscosity.Value, high = SlurryLaws.Default.HighestCoatingViscosity.Value;
            return [low, low, high, high, low];
        }
    }

    /// <summary>Viscosity against solids content, with the limits of the coater's window.</summary>
    public static IEnumerable<Plot> Window(MakeOutcome outcome) => Pages(Coats(outcome), "window", "Viscosity at 10 s⁻¹ against solids content", new Axis("solids / wt%"), new Axis("viscosity / Pa s", Logarithmic: true),
        coat =>
        {
            WindowPoint[] points = [.. coat.Coat.Window.Points];
            return
            [
                new Series(coat.Label, [.. points.Select(p => p.SolidMassFraction * Percent)], [.. points.Select(p => p.ViscosityAt10)], SeriesStyle.Line, coat.Color),
                new Series($"{coat.Label}, as coated", [coat.Coat.Slurry.SolidMassFraction * Percent], [coat.Coat.Flow.Viscosity(10)], SeriesStyle.Points, coat.Color),
            ];
        },
        plots =>
        {
            double from = plots.Min(s => s.X.Min()), to = plots.Max(s => s.X.Max());
            double high = SlurryLaws.Default.HighestCoatingViscosity.Value;
            return [.. plots, new Series("too thick above", [from, to], [high, high], SeriesStyle.Dashed)];
        }, "Lines are the law of the recipe, points the slurry as it is coated.");

    /// <summary>Height of the wet film across the web, one edge and a piece of the middle.</summary>
    public static IEnumerable<Plot> Edges(MakeOutcome outcome) => Pages(Coats(outcome).Where(coat => coat.Coat.Profile is not null), "edges", "Wet profile at the edge of the web", new Axis("distance from the foot / mm"), new Axis("height / µm", Min: 0),
        coat =>
        {
            double reach = Math.Min(coat.Coat.Width / 2, 3 * coat.Coat.Edge.SideWidth);
            (double X, double Y)[] points = [.. Points(coat.Coat).Where(p => p.X >= -0.1 * reach && p.X <= reach)];
            return [new Series(coat.Label, [.. points.Select(p => p.X * 1e3)], [.. points.Select(p => p.Y * 1e6)])];
        });

    /// <summary>Solvent in the film against time.</summary>
    public static IEnumerable<Plot> Solvent(MakeOutcome outcome) => Pages(Dryings(outcome), "solvent", "Solvent while drying", new Axis("time / s"), new Axis("solvent / mg/cm²", Min: 0),
        dry => [new Series(dry.Label, dry.Step.Curve.Times, [.. dry.Step.Curve.SolventMasses.Select(m => m * 100)])]);

    /// <summary>Temperature of the film against time.</summary>
    public static IEnumerable<Plot> Temperature(MakeOutcome outcome) => Pages(Dryings(outcome), "temperature", "Temperature of the film", new Axis("time / s"), new Axis("temperature / °C"),
        dry => [new Series(dry.Label, dry.Step.Curve.Times, [.. dry.Step.Curve.Temperatures.Select(t => t - PhysicalConstants.CelsiusZero)])]);

    /// <summary>Binder against depth.</summary>
    public static IEnumerable<Plot> Binder(MakeOutcome outcome) => Depth(outcome, "binder", "Binder against depth", slice => slice.BinderShare);

    /// <summary>Carbon against depth.</summary>
    public static IEnumerable<Plot> Carbon(MakeOutcome outcome) => Depth(outcome, "carbon", "Carbon against depth", slice => slice.CarbonShare);

    /// <summary>Electronic conductivity against depth.</summary>
    public static IEnumerable<Plot> Conductivity(MakeOutcome outcome) => Pages(Sides(outcome), "conductivity", "Electronic conductivity against depth", new Axis("distance from the foil / µm"), new Axis("conductivity / S/m", Min: 0),
        side => [new Series(side.Label.Length == 0 ? "conductivity" : side.Label, Along(side.Side, _ => 0).X, Along(side.Side, layer => layer.ElectronicConductivity).Y, SeriesStyle.Line, side.Color)]);

    private static IEnumerable<Plot> Depth(MakeOutcome outcome, string name, string title, Func<Drying.DepthSlice, double> of) =>
        Pages(Sides(outcome), name, title, new Axis("distance from the foil / µm"), new Axis("per volume, over the mean of its layer", Min: 0), side =>
        {
            (double[] x, double[] y) = Steps(side.Side, of);
            return [new Series(side.Label.Length == 0 ? name : side.Label, x, y, SeriesStyle.Line, side.Color)];
        });

    private static IEnumerable<(string Label, int Color, CoatStep Coat)> Coats(MakeOutcome outcome) =>
        outcome.Sides.SelectMany(side => side.Made.Coats.Select(coat => (side.Of(coat.Layer), coat))).Select((pair, i) => (pair.Item1, i % CurvesPerPlot, pair.coat));

    private static IEnumerable<(string Label, int Color, DryStep Step)> Dryings(MakeOutcome outcome) =>
        outcome.Sides.SelectMany(side => side.Made.Dryings.Select(step => (side.Of(step.Layers), step))).Select((pair, i) => (pair.Item1, i % CurvesPerPlot, pair.step));

    private static IEnumerable<(string Label, int Color, MadeSide Side)> Sides(MakeOutcome outcome) =>
        outcome.Sides.Select((side, i) => (side.Label, i % CurvesPerPlot, side));

    private static IEnumerable<(double X, double Y)> Points(CoatStep coat)
    {
        for (int i = 0; i < coat.Profile!.Positions.Length; i++) yield return (coat.Profile.Positions[i], coat.Profile.Heights[i]);
    }

    // Slices stand as steps, each with its value at both sides.
    private static (double[] X, double[] Y) Steps(MadeSide side, Func<Drying.DepthSlice, double> of)
    {
        var x = new List<double>();
        var y = new List<double>();
        double below = 0;
        for (int i = 0; i < side.Made.Layers.Count; i++)
        {
            double thickness = side.Structure.Layers[i].Thickness;
            foreach (Drying.DepthSlice slice in side.Made.Layers[i].Slices)
            {
                x.AddRange([(below + slice.From * thickness) * 1e6, (below + slice.To * thickness) * 1e6]);
                y.AddRange([of(slice), of(slice)]);
            }
            below += thickness;
        }
        return ([.. x], [.. y]);
    }

    private static (double[] X, double[] Y) Along(MadeSide side, Func<Electrodes.Layer, Electrodes.DepthProfile> of)
    {
        const int points = 41;
        var x = new List<double>();
        var y = new List<double>();
        double below = 0;
        foreach (Electrodes.Layer layer in side.Structure.Electrode.Layers)
        {
            for (int i = 0; i < points; i++)
            {
                double z = i / (points - 1.0);
                x.Add((below + z * layer.Thickness) * 1e6);
                y.Add(of(layer).At(z));
            }
            below += layer.Thickness;
        }
        return ([.. x], [.. y]);
    }

    private static IEnumerable<Plot> Pages<T>(IEnumerable<T> items, string name, string title, Axis x, Axis y, Func<T, IEnumerable<Series>> of,
        Func<IReadOnlyList<Series>, IReadOnlyList<Series>>? complete = null, string? caption = null)
    {
        T[][] pages = [.. items.Chunk(CurvesPerPlot)];
        return pages.Select((page, i) =>
        {
            Series[] series = [.. page.SelectMany(of)];
            return new Plot(pages.Length == 1 ? name : FormattableString.Invariant($"{name}-{i + 1}"),
                pages.Length == 1 ? title : FormattableString.Invariant($"{title} ({i + 1} of {pages.Length})"), x, y, complete?.Invoke(series) ?? series, caption);
        });
    }
}
