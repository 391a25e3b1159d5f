using Loadstone.Cells.Pouch;

namespace Loadstone.Designs.Runs;

/// <summary>What one number would have to be for a published figure.</summary>
/// <param name="Figure">The figure with its unit.</param>
/// <param name="Parameter">The number.</param>
/// <param name="Value">What it would have to be [SI].</param>
public sealed record EnergyNeed(string Figure, PouchParameter Parameter, double Value)
{
    /// <summary>Whether the value lies in the range that is stated for the number.</summary>
    public bool InRange => Value >= Parameter.Low && Value <= Parameter.High;
}

/// <summary>Finds what numbers would have to be for published figures to come out.</summary>
public static class EnergyNeeds
{
    private const double Widest = 5; // times the value, up and down
    private const int Steps = 40;

    /// <summary>The needs of a variant, figure by figure, the smallest change first; none without published figures.</summary>
    public static IReadOnlyList<EnergyNeed> Of(EnergyVariant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        bool stack = variant.Pouch.PublishedOfStack;
        return
        [
            .. For(variant, "energy per mass", variant.Pouch.PublishedSpecificEnergy, ledger => Level(ledger, stack).SpecificEnergy),
            .. For(variant, "energy per volume", variant.Pouch.PublishedEnergyDensity, ledger => Level(ledger, stack).EnergyDensity),
        ];
    }

    /// <summary>The level that published figures count.</summary>
    internal static EnergyLevel Level(PouchLedger ledger, bool stack) => ledger.Levels[stack ? 2 : 3];

    private static IEnumerable<EnergyNeed> For(EnergyVariant variant, string figure, double? published, Func<PouchLedger, double> calculated)
    {
        if (published is not { } target) return [];
        var needs = new List<EnergyNeed>();
        foreach (PouchParameter parameter in PouchParameter.Of(variant.Ledger.Cell))
        {
            (double low, double high) = parameter.Value > 0 ? (parameter.Value / Widest, parameter.Value * Widest) : (parameter.Low, parameter.High);
            if (Find(variant.Ledger.Cell, parameter, calculated, target, low, high) is { } value) needs.Add(new EnergyNeed(figure, parameter, value));
        }
        return needs.OrderBy(need => Math.Abs(Math.Log(need.Value / need.Parameter.Value)));
    }

    // Looked for on both sides of the value, outwards; a cell whose electrolyte leaves pores dry is none.
    private static double? Find(PouchCell cell, PouchParameter parameter, Func<PouchLedger, double> figure, double target, double low, double high)
    {
        double here = Distance(cell, parameter, figure, target, parameter.Value);
        double? Towards(double end)
        {
            double last = parameter.Value;
            for (int i = 1; i <= Steps; i++)
            {
                double next = parameter.Value + (end - parameter.Value) * i / Steps;
                double there = Distance(cell, parameter, figure, target, next);
                if (double.IsNaN(there)) return null;
                if (there * here <= 0) return PouchSensitivity.ValueFor(cell, parameter, figure, target, Math.Min(last, next), Math.Max(last, next));
                last = next;
            }
            return null;
        }
        return Towards(low) ?? Towards(high);
    }

    private static double Distance(PouchCell cell, PouchParameter parameter, Func<PouchLedger, double> figure, double target, double value)
    {
        try
        {
            return figure(PouchLedger.Of(parameter.Set(cell, value))) - target;
        }
        catch (InputException)
        {
            return double.NaN;
        }
    }
}
