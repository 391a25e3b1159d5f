using Loadstone.Materials;
using Loadstone.Slurry;

namespace Loadstone.Drying;

/// <summary>
/// A wet film on its foil, per area of coating. It shrinks while solvent leaves until its particles touch; from then on it keeps
/// its thickness and its pores empty. A coating of several layers that dry together is one film: the whole thickness counts.
/// </summary>
public sealed record WetFilm
{
    private const double SphereExponent = 1.5; // Bruggeman 1935

    /// <summary>Mass of all solids m_s [kg/m²].</summary>
    public required double SolidMass { get; init => field = Require.Positive(value, "kg/m²"); }

    /// <summary>Density of the solids without pores ρ_s [kg/m³].</summary>
    public required double SolidDensity { get; init => field = Require.Positive(value, "kg/m³"); }

    /// <summary>Mass of solids per mass of slurry w.</summary>
    public required double SolidMassFraction { get; init => field = Require.Within(value, 0.01, 0.99, "(fraction)"); }

    /// <summary>The solvent.</summary>
    public required Solvent Solvent { get; init; }

    /// <summary>Porosity at the end of shrinkage ε_d, that of the coating before it is pressed.</summary>
    public double DryPorosity { get; init => field = Require.Within(value, 0.05, 0.95, "(fraction)"); } = 0.5;

    /// <summary>Heat capacity of the foil [J/(m² K)]. The default is 16 µm of aluminium.</summary>
    public double FoilHeatCapacity { get; init => field = Require.NotNegative(value, "J/(m² K)"); } = 38.7;

    /// <summary>Specific heat of the solids [J/(kg K)]; transition metal oxides and graphite lie between 700 and 1000.</summary>
    public double SolidSpecificHeat { get; init => field = Require.Positive(value, "J/(kg K)"); } = 850;

    /// <summary>Temperature at the start [K].</summary>
    public double StartTemperature { get; init => field = Require.Within(value, 200, 500, "K"); } = 298.15;

    /// <summary>Resistance of a skin on the surface against the vapour R [s/m], in series with the air's 1/k_m.</summary>
    public double SkinResistance { get; init => field = Require.NotNegative(value, "s/m"); }

    /// <summary>
    /// Saturation of the pores up to which capillary flow keeps the surface wet; below it a dry front recedes into the film. At 1
    /// it does so as soon as the first pore empties.
    /// </summary>
    public double CriticalSaturation { get; init => field = Require.Within(value, 0.01, 1, "(fraction)"); } = 1;

    /// <summary>The film of a formulation.</summary>
    /// <param name="formulation">The slurry.</param>
    /// <param name="solidMass">Mass of all solids [kg/m²].</param>
    /// <param name="solvent">Its solvent.</param>
    public static WetFilm Of(Formulation formulation, double solidMass, Solvent solvent) => new()
    {
        SolidMass = solidMass,
        SolidDensity = formulation.Solids.Density,
        SolidMassFraction = formulation.SolidMassFraction,
        Solvent = solvent,
    };

    /// <summary>Mass of solvent at the start [kg/m²].</summary>
    public double SolventMass => SolidMass * (1 - SolidMassFraction) / SolidMassFraction;

    /// <summary>Thickness at the start [m].</summary>
    public double WetThickness => SolidMass / SolidDensity + SolventMass / Solvent.Density.Value;

    /// <summary>Thickness at the end of shrinkage [m], never above the thickness at the start.</summary>
    public double DryThickness => Math.Min(WetThickness, SolidMass / (SolidDensity * (1 - DryPorosity)));

    /// <summary>Mass of solvent that fills the pores at the end of shrinkage [kg/m²].</summary>
    public double PoreSolventMass => (DryThickness - SolidMass / SolidDensity) * Solvent.Density.Value;

    /// <summary>Effective over free diffusivity of the vapour in the dry pores, ε_d^1.5.</summary>
    public double DryTransportEfficiency => Math.Pow(1 - SolidMass / (SolidDensity * DryThickness), SphereExponent);

    /// <summary>Heat capacity with an amount of solvent in the film [J/(m² K)].</summary>
    /// <param name="solventMass">m [kg/m²].</param>
    public double HeatCapacity(double solventMass) =>
        FoilHeatCapacity + SolidMass * SolidSpecificHeat + Math.Max(0, solventMass) * Solvent.SpecificHeat.Value;

    /// <summary>Share of the solvent that a slurry with more solids saves for the same solids.</summary>
    /// <param name="before">Solids content before.</param>
    /// <param name="after">Solids content after.</param>
    public static double SolventSaved(double before, double after) => 1 - (1 - after) / after * (before / (1 - before));
}
