using Loadstone.Wetting.Capillary;

namespace Loadstone.Wetting.Bridge;

/// <summary>How far a filling with viscosity takes the pores of a bed in the order in which capillarity alone takes them.</summary>
/// <param name="Same">Pairs of pores in the same order.</param>
/// <param name="Pairs">Pairs of pores that both fill and that capillarity alone fills in different steps.</param>
/// <param name="Common">Pores that both fill.</param>
public readonly record struct FillingOrder(int Same, int Pairs, int Common)
{
    /// <summary>Share of the pairs in the same order; NaN where there is none.</summary>
    public double Share => (double)Same / Pairs;

    /// <summary>Compares two fillings of one bed.</summary>
    /// <param name="filled">Pores in the order in which viscosity and capillarity together fill them.</param>
    /// <param name="alone">The filling where capillarity alone decides.</param>
    public static FillingOrder Of(IReadOnlyList<PoreFilled> filled, CapillaryFilling alone)
    {
        ArgumentNullException.ThrowIfNull(filled);
        ArgumentNullException.ThrowIfNull(alone);
        var stepOf = new Dictionary<int, int>();
        for (int step = 0; step < alone.Steps.Count; step++)
        {
            foreach (int pore in alone.Steps[step].Pores) stepOf[pore] = step;
        }
        int[] steps = [.. filled.Where(one => stepOf.ContainsKey(one.Pore)).Select(one => stepOf[one.Pore])];
        int same = 0, pairs = 0;
        for (int i = 0; i < steps.Length; i++)
        {
            for (int j = i + 1; j < steps.Length; j++)
            {
                if (steps[i] == steps[j]) continue;
                pairs++;
                if (steps[i] < steps[j]) same++;
            }
        }
        return new FillingOrder(same, pairs, steps.Length);
    }
}
