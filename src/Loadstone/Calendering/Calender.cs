using Loadstone.Slurry;

namespace Loadstone.Calendering;

/// <summary>A layer before the calender, and how it gives way.</summary>
/// <param name="Coated">Its solids and pores as coated and dried.</param>
/// <param name="Law">Its compaction law.</param>
public sealed record CoatedLayer(LayerLedger Coated, CompactionLaw Law);

/// <summary>A coating after the calender.</summary>
/// <param name="Load">Line load [N/m] or pressure [Pa], as the laws of its layers take it.</param>
/// <param name="Layers">The layers, sprung back.</param>
/// <param name="UnderLoad">The layers under the load.</param>
public sealed record CalenderedCoating(double Load, IReadOnlyList<LayerLedger> Layers, IReadOnlyList<LayerLedger> UnderLoad)
{
    /// <summary>Thickness after [m].</summary>
    public double Thickness => Compaction.Thickness(Layers);

    /// <summary>Porosity of the whole volume after.</summary>
    public double Porosity => Compaction.Porosity(Layers);
}

/// <summary>
/// Presses a coating whose layers lie one on the other, so that all carry the same load and each follows its own law: the softer
/// gives way by more. The solids stay as they are, (1 − ε)H of every layer is conserved. When the load is gone each layer
/// springs back by a fraction s of its strain, H = H_q + s (H_0 − H_q).
/// </summary>
public static class Calender
{
    private const double LargestSpringBack = 0.95;
    private const double RoundOff = 1e-12;
    private const int MaximumIterations = 200;

    /// <summary>The coating after a load.</summary>
    /// <param name="layers">The layers before, the first at the foil.</param>
    /// <param name="load">The load q, in the unit of the layers' laws.</param>
    /// <param name="springBack">Part of the strain that is elastic s, 0 to 0.95.</param>
    public static CalenderedCoating AtLoad(IReadOnlyList<CoatedLayer> layers, double load, double springBack = 0)
    {
        Require.NotEmpty(layers);
        Require.NotNegative(load, "(load)", nameof(load));
        Require.Within(springBack, 0, LargestSpringBack, "(fraction)", nameof(springBack));
        LayerLedger[] pressed = [.. layers.Select(layer => new LayerLedger(layer.Coated.Solids, ThicknessUnder(layer, load)))];
        LayerLedger[] after = [.. layers.Select((layer, i) => new LayerLedger(layer.Coated.Solids, pressed[i].Thickness + springBack * (layer.Coated.Thickness - pressed[i].Thickness)))];
        return new CalenderedCoating(load, after, pressed);
    }

    /// <summary>The load that leaves a total thickness when it is gone, and the coating after it.</summary>
    /// <param name="layers">The layers before, the first at the foil.</param>
    /// <param name="thickness">Total thickness after [m].</param>
    /// <param name="springBack">Part of the strain that is elastic s, 0 to 0.95.</param>
    /// <exception cref="InputException">The coating is thinner as coated, or no load presses it that far; the message says what can be reached.</exception>
    public static CalenderedCoating ToThickness(IReadOnlyList<CoatedLayer> layers, double thickness, double springBack = 0)
    {
        Require.NotEmpty(layers);
        Require.Positive(thickness, "m", nameof(thickness));
        Require.Within(springBack, 0, LargestSpringBack, "(fraction)", nameof(springBack));
        double coated = layers.Sum(layer => layer.Coated.Thickness);
        if (Math.Abs(thickness - coated) <= RoundOff * coated) return AtLoad(layers, 0, springBack);
        if (thickness > coated) throw new InputException(FormattableString.Invariant(
            $"a calender cannot thicken a coating to {thickness * 1e6:0.##} µm: as coated it is {coated * 1e6:0.##} µm thick with a porosity of {100 * Compaction.Porosity([.. layers.Select(l => l.Coated)]):0.#} %; expected less, or a larger porosity as coated."));
        // Σ H under load that leaves the thickness after spring-back.
        double wanted = (thickness - springBack * coated) / (1 - springBack);
        double least = layers.Sum(layer => ThicknessUnder(layer, double.PositiveInfinity));
        if (wanted <= least * (1 + RoundOff))
        {
            double reachable = least + springBack * (coated - least), solid = layers.Sum(layer => layer.Coated.Solids.SolidThickness);
            throw new InputException(FormattableString.Invariant(
                $"no load presses this coating to {thickness * 1e6:0.##} µm: its layers keep {reachable * 1e6:0.##} µm, a porosity of {100 * (1 - solid / reachable):0.#} %; expected more than that, a smaller least porosity or less spring-back."));
        }
        return AtLoad(layers, LoadFor(layers, wanted), springBack);
    }

    /// <summary>The load that leaves a porosity of the whole volume, as <see cref="ToThickness"/>.</summary>
    /// <inheritdoc cref="ToThickness"/>
    /// <param name="layers">The layers before, the first at the foil.</param>
    /// <param name="porosity">Porosity of the whole volume after, above 0 and below 1.</param>
    /// <param name="springBack">Part of the strain that is elastic s, 0 to 0.95.</param>
    public static CalenderedCoating ToPorosity(IReadOnlyList<CoatedLayer> layers, double porosity, double springBack = 0) =>
        ToThickness(layers, Compaction.Thickness(Compaction.AtPorosity(SolidsOf(layers), porosity)), springBack);

    /// <summary>The load that leaves a mean density, as <see cref="ToThickness"/>.</summary>
    /// <inheritdoc cref="ToThickness"/>
    /// <param name="layers">The layers before, the first at the foil.</param>
    /// <param name="density">Mass of all solids per volume of coating after [kg/m³].</param>
    /// <param name="springBack">Part of the strain that is elastic s, 0 to 0.95.</param>
    public static CalenderedCoating ToDensity(IReadOnlyList<CoatedLayer> layers, double density, double springBack = 0) =>
        ToThickness(layers, Compaction.Thickness(Compaction.AtDensity(SolidsOf(layers), density)), springBack);

    // The total thickness falls steadily with the load: a bracket, then Newton's method kept within it.
    private static double LoadFor(IReadOnlyList<CoatedLayer> layers, double wanted)
    {
        double low = 0, high = layers.Where(layer => double.IsFinite(layer.Law.Resistance)).Min(layer => layer.Law.Resistance);
        while (layers.Sum(layer => ThicknessUnder(layer, high)) > wanted) (low, high) = (high, 2 * high);
        double load = (low + high) / 2;
        for (int i = 0; i < MaximumIterations && high - low > RoundOff * 1e-3 * high; i++)
        {
            double thickness = 0, slope = 0;
            foreach (CoatedLayer layer in layers)
            {
                double porosity = layer.Law.PorosityAt(layer.Coated.Porosity, load), solid = layer.Coated.Solids.SolidThickness;
                thickness += solid / (1 - porosity);
                slope -= solid * Math.Max(0, porosity - layer.Law.LeastPorosity) / (layer.Law.Resistance * (1 - porosity) * (1 - porosity));
            }
            if (thickness > wanted) low = load;
            else high = load;
            double next = load - (thickness - wanted) / slope;
            if (next == load) break;
            load = next > low && next < high ? next : (low + high) / 2;
        }
        return load;
    }

    private static double ThicknessUnder(CoatedLayer layer, double load) =>
        layer.Coated.Solids.SolidThickness / (1 - layer.Law.PorosityAt(layer.Coated.Porosity, load));

    private static LayerSolids[] SolidsOf(IReadOnlyList<CoatedLayer> layers) => [.. Require.NotEmpty(layers).Select(layer => layer.Coated.Solids)];
}
