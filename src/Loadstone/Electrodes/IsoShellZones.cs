using Loadstone.Slurry;

namespace Loadstone.Electrodes;

/// <summary>A zone of a slurry that stands between its neighbours without flowing.</summary>
/// <param name="Slurry">Its slurry: composition, φ, t_s.</param>
/// <param name="Solids">Its solids on a square metre of the zone.</param>
/// <param name="WetThickness">Thickness of the wet film [m], the same in all zones.</param>
public sealed record SlurryZone(Formulation Slurry, LayerSolids Solids, double WetThickness)
{
    /// <summary>Thickness of the zone dried to a porosity, φ h/(1 − ε) [m].</summary>
    /// <param name="porosity">Porosity ε.</param>
    public double DryThickness(double porosity) => Solids.SolidThickness / (1 - Require.Within(porosity, 0, 0.999, "(fraction)", nameof(porosity)));
}

/// <summary>
/// Zones of one slurry with unequal carbon but equal solvent shell t_s and binder film t_b, which have one viscosity and so stand
/// side by side without flowing (Yari et al. 2020, section 3.2 and Fig. 2). All left the coater through one gap: their wet
/// thickness is the same, and where there is more carbon there is less solid.
/// </summary>
public static class IsoShellZones
{
    /// <summary>The zones.</summary>
    /// <param name="slurry">The slurry that they part from; its t_s and t_b are held.</param>
    /// <param name="carbonFractions">Carbon of each zone, mass over that of its solids.</param>
    /// <param name="areaShares">Parts of the area, above 0, adding to 1.</param>
    /// <param name="activeLoading">Active mass per area, mean over all zones [kg/m²].</param>
    /// <exception cref="InputException">A zone would hold no active material.</exception>
    public static IReadOnlyList<SlurryZone> Of(Formulation slurry, IReadOnlyList<double> carbonFractions, IReadOnlyList<double> areaShares, double activeLoading)
    {
        ArgumentNullException.ThrowIfNull(slurry);
        Require.NotEmpty(carbonFractions);
        Require.Positive(activeLoading, "kg/m²", nameof(activeLoading));
        if (areaShares.Count != carbonFractions.Count || areaShares.Any(share => !(share > 0)) || Math.Abs(areaShares.Sum() - 1) > 1e-9)
            throw new ArgumentException("Zones need as many shares of the area, above 0 and adding to 1.", nameof(areaShares));
        Formulation[] slurries = [.. carbonFractions.Select(carbon => Recipe.For(slurry.Solids, slurry.Solids.BinderFilmThickness, carbon, slurry.SolventShellThickness, slurry.SolventDensity))];
        // Mass of solids per volume of slurry is φ times the density of the solids.
        double[] solids = [.. slurries.Select(zone => zone.SolidVolumeFraction * zone.Solids.Density)];
        double active = slurries.Select((zone, i) => areaShares[i] * solids[i] * zone.Solids.MassFractionOf(ComponentRole.Active)).Sum();
        double wet = activeLoading / active;
        return [.. slurries.Select((zone, i) => new SlurryZone(zone, new LayerSolids { Composition = zone.Solids, MassPerArea = wet * solids[i] }, wet))];
    }

    /// <summary>δ of zones side by side: <see cref="Heterogeneity.Of"/> with the solids that each has on its part of the area.</summary>
    /// <param name="zones">The zones.</param>
    /// <param name="areaShares">Their parts of the area, as many.</param>
    public static double HeterogeneityOf(IReadOnlyList<SlurryZone> zones, IReadOnlyList<double> areaShares) =>
        Heterogeneity.Of([.. zones.Zip(areaShares, (zone, share) => zone.Solids with { MassPerArea = share * zone.Solids.MassPerArea })]);
}
