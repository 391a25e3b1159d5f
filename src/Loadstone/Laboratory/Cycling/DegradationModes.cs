using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Cycling;

/// <summary>What a cell has lost since it was fresh (Birkl et al., J. Power Sources 341, 373 (2017)).</summary>
/// <param name="LithiumInventory">LLI, share of the cyclable lithium lost.</param>
/// <param name="PositiveMaterial">LAM of the positive electrode, share lost.</param>
/// <param name="NegativeMaterial">LAM of the negative electrode, share lost.</param>
public sealed record DegradationModes(Estimate LithiumInventory, Estimate PositiveMaterial, Estimate NegativeMaterial)
{
    /// <summary>Losses from a fit of the fresh and one of the aged cell, with the errors of both.</summary>
    public static DegradationModes Between(ModeFit fresh, ModeFit aged)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        ArgumentNullException.ThrowIfNull(aged);
        return new DegradationModes(Lost(fresh.Inventory, aged.Inventory), Lost(fresh.PositiveCapacity, aged.PositiveCapacity), Lost(fresh.NegativeCapacity, aged.NegativeCapacity));
    }

    private static Estimate Lost(Estimate fresh, Estimate aged)
    {
        Estimate kept = ErrorPropagation.Quotient(aged, fresh);
        return kept with { Value = 1 - kept.Value };
    }
}
