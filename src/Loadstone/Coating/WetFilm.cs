using Loadstone.Slurry;

namespace Loadstone.Coating;

/// <summary>
/// Slurry on a web, before drying. Its account is exact: solids per area = thickness × density of the slurry × mass fraction of
/// solids, whatever coated it. Immutable.
/// </summary>
/// <param name="Slurry">The slurry.</param>
/// <param name="Thickness">Thickness of the wet film h [m].</param>
public sealed record WetFilm(Formulation Slurry, double Thickness)
{
    /// <summary>Thickness of the wet film h [m].</summary>
    public double Thickness { get; init => field = Require.Positive(value, "m"); } = Require.Positive(Thickness, "m");

    /// <summary>The solids.</summary>
    public LayerSolids Solids => new() { Composition = Slurry.Solids, MassPerArea = Thickness * Slurry.Density * Slurry.SolidMassFraction };

    /// <summary>Mass of solvent per area [kg/m²].</summary>
    public double SolventPerArea => Solids.MassPerArea * Slurry.SolventToSolidRatio;

    /// <summary>Mass of slurry per area [kg/m²].</summary>
    public double MassPerArea => Thickness * Slurry.Density;

    /// <summary>The film that carries given solids.</summary>
    /// <param name="slurry">The slurry.</param>
    /// <param name="massPerArea">Mass of all solids per area [kg/m²].</param>
    public static WetFilm For(Formulation slurry, double massPerArea)
    {
        ArgumentNullException.ThrowIfNull(slurry);
        return new WetFilm(slurry, Require.Positive(massPerArea, "kg/m²", nameof(massPerArea)) / (slurry.Density * slurry.SolidMassFraction));
    }

    /// <summary>The film that carries a given loading of active material.</summary>
    /// <param name="slurry">The slurry.</param>
    /// <param name="activeLoading">Mass of active material per area [kg/m²].</param>
    /// <exception cref="InputException">The slurry holds no active material.</exception>
    public static WetFilm ForActiveLoading(Formulation slurry, double activeLoading)
    {
        ArgumentNullException.ThrowIfNull(slurry);
        double active = slurry.Solids.MassFractionOf(ComponentRole.Active);
        if (active == 0) throw new InputException("the slurry holds no active material, so that no film of it has a loading.");
        return For(slurry, activeLoading / active);
    }

    /// <summary>The dry coating before the press at a porosity.</summary>
    /// <param name="porosity">Porosity ε, at least 0 and below 1.</param>
    public LayerLedger Dried(double porosity) =>
        new(Solids, Solids.SolidThickness / (1 - Require.Within(porosity, 0, 0.999, "(fraction)", nameof(porosity))));

    /// <summary>The dry coating before the press at the porosity that the slurry's solid fraction leaves (<see cref="SlurryLaws.DryPorosity"/>).</summary>
    /// <param name="laws">Parameters; null for the default ones.</param>
    public LayerLedger Dried(SlurryLaws? laws = null) => Dried((laws ?? SlurryLaws.Default).DryPorosity(Slurry.SolidVolumeFraction));
}
