namespace Loadstone.Slurry;

/// <summary>The solids of one layer on one square metre: what no drying and no pressing changes.</summary>
public sealed record LayerSolids
{
    /// <summary>What they are.</summary>
    public required Composition Composition { get; init; }

    /// <summary>Mass of all solids per area of electrode m [kg/m²].</summary>
    public required double MassPerArea { get; init => field = Require.Positive(value, "kg/m²"); }

    /// <summary>Mass of active material per area of electrode, the loading that is usually quoted [kg/m²].</summary>
    public double ActiveLoading => MassPerArea * Composition.MassFractionOf(ComponentRole.Active);

    /// <summary>Volume of the solids per area, the thickness that they would have without pores, Σ f_i m/ρ_i [m] (Chen et al. 2024, section 4).</summary>
    public double SolidThickness => MassPerArea * Composition.SpecificVolume;

    /// <summary>Charge per area [C/m²].</summary>
    /// <param name="specificCapacity">Charge per mass of active material [C/kg].</param>
    public double ArealCapacity(double specificCapacity) => ActiveLoading * specificCapacity;
}
