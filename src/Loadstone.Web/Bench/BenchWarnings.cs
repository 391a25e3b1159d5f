using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Designs.Making;
using Loadstone.Quantities;

namespace Loadstone.Web.Bench;

/// <summary>What a reader should be warned of, a sentence each.</summary>
internal static class BenchWarnings
{
    private const double Tolerance = 1e-6, NearEnd = 0.95, Little = 0.05; // of the salt at rest: conductivity and reaction are then all but gone

    /// <summary>What the structure and its making give cause to; the balance of a pouch is told with its energy.</summary>
    public static IEnumerable<string> Of(BuiltDesign built) =>
        [.. ((ElectrodeStructure?[])[built.Positive, built.Negative]).Select(electrode => electrode?.Making).OfType<MadeElectrode>().SelectMany(made => made.Warnings), .. built.Design.Pouch is null && built.Ratios is { } ratios ? Of(ratios) : []];

    private static IEnumerable<string> Of(CapacityRatios ratios)
    {
        if (!ratios.IsLithium && ratios.ToReversible < 1 - Tolerance)
            yield return FormattableString.Invariant($"the negative electrode is too small: N/P {ratios.ToReversible:f2}, so that lithium plates or the positive electrode stays partly uncharged.");
        if (ratios.IsLithium && ratios.Filling < 1 - Tolerance)
            yield return FormattableString.Invariant($"the first cycle leaves the positive electrode filled to {ratios.Filling * 100:f1} %; {QuantityKinds.ArealCapacity.Format(-ratios.Excess, 3)} of further lithium would fill it.");
    }

    /// <summary>Whether the salt runs out in a discharge, where and when; null where enough stays.</summary>
    public static string? OfSalt(MapsPart maps, StackPart stack)
    {
        double limit = Little * stack.Salt * 1000;
        for (int t = 0; t < maps.Time.Length; t++)
        {
            double least = maps.Salt[t].Min();
            if (least >= limit) continue;
            if (maps.Areal[t] > NearEnd * maps.Areal[^1]) return null;
            double height = maps.Height[Array.IndexOf(maps.Salt[t], least)];
            return FormattableString.Invariant($"{maps.Rate}: the salt runs out {height:f0} µm above the foil after {maps.Areal[t]:f2} mAh/cm², at {maps.Areal[t] / maps.Areal[^1] * 100:f0} % of the discharge: from then on transport in the pores limits it.");
        }
        return null;
    }
}
