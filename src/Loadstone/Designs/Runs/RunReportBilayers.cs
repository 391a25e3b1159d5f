using Loadstone.Designs.Building;
using Loadstone.Electrochemistry.Analysis;
using Loadstone.Quantities;
using Loadstone.Slurry;

namespace Loadstone.Designs.Runs;

/// <summary>Two layers beside single layers of their own formulations, where the variants of a document have them (Yari et al., ACS Appl. Energy Mater. 2020, eqns 7 and 8).</summary>
internal static class RunReportBilayers
{
    // Formulations are compared as written; only round-off may differ.
    private const double Same = 1e-9;

    private static readonly ResultColumn[] Columns =
    [
        new("variant", "variant"), new("rate", "rate", "C", "0.###"), new("bottom", "bottom alone"), new("bottomCapacity", "gives", "mAh/g", "F1"),
        new("top", "top alone"), new("topCapacity", "gives", "mAh/g", "F1"), new("capacity", "both", "mAh/g", "F1"),
        new("secondUtilisation", "u₂", null, "F3"), new("evenness", "ψ", null, "F3"),
    ];

    /// <summary>One row per bilayer and discharge of a rate test whose layers another two variants have alone.</summary>
    public static ResultTable Of(RunOutcome outcome) => new("bilayers", "Two layers beside each of them alone", Columns, [.. outcome.Variants.SelectMany(bilayer => Rows(outcome, bilayer))],
        "u₂: what the upper layer gives over what it gives alone, when the lower one gives what it gives alone; ψ: share of the lower layer in the use of both, 0.5 when even.");

    private static IEnumerable<ResultCell[]> Rows(RunOutcome outcome, VariantOutcome bilayer)
    {
        if (bilayer.Built.Zones.Count > 0 || bilayer.Built.Positive is not { Layers: [var bottom, var top] } electrode) yield break;
        if (Alone(outcome, bottom) is not { } first || Alone(outcome, top) is not { } second) yield break;
        double share = bottom.Loading / electrode.Loading;
        foreach (RateOutcome rate in bilayer.Rates)
        {
            if (rate.SpecificCapacity is not { } both || CapacityAt(first, rate.Rate) is not { } lower || CapacityAt(second, rate.Rate) is not { } upper) continue;
            if (lower == 0 || upper == 0) continue;
            double utilisation = RateCapability.SecondLayerUtilisation(both, share, lower, upper);
            yield return
            [
                bilayer.Name, rate.Rate, first.Name, MilliampereHours(lower), second.Name, MilliampereHours(upper), MilliampereHours(both),
                utilisation, utilisation < 0 ? default(double?) : RateCapability.Evenness(lower, utilisation, upper),
            ];
        }
    }

    private static VariantOutcome? Alone(RunOutcome outcome, LayerStructure layer) =>
        outcome.Variants.FirstOrDefault(v => v.Built.Zones.Count == 0 && v.Built.Positive is { Layers: [var only] } && IsSame(only, layer));

    private static bool IsSame(LayerStructure a, LayerStructure b)
    {
        IReadOnlyList<SolidComponent> first = a.Ledger.Solids.Composition.Components, second = b.Ledger.Solids.Composition.Components;
        return Math.Abs(a.Porosity - b.Porosity) < Same && first.Count == second.Count
            && first.Zip(second).All(pair => pair.First.Name == pair.Second.Name && Math.Abs(pair.First.MassFraction - pair.Second.MassFraction) < Same
                && Math.Abs(pair.First.SpecificSurface - pair.Second.SpecificSurface) <= Same * pair.First.SpecificSurface);
    }

    private static double? CapacityAt(VariantOutcome variant, double rate) => variant.Rates.FirstOrDefault(one => one.Rate == rate)?.SpecificCapacity;

    private static double MilliampereHours(double capacity) => QuantityKinds.SpecificCapacity.ToUnit(capacity, "mAh/g");
}
