using Loadstone.Slurry;

namespace Loadstone.Calendering;

/// <summary>
/// Porosity, thickness and press density of a coating, each from the other: ε = 1 − (Σ f_i m/ρ_i)/H
/// (Chen et al. 2024, section 4). The solids stay as they are, so that pressing conserves (1 − ε)H.
/// Layers are listed from the foil. The quantities of the whole coating are its total thickness, the porosity of its whole
/// volume and its mean density.
/// </summary>
public static class Compaction
{
    // Below it the pores would be lost in the round-off of the thickness.
    private const double LeastPorosity = 1e-9;

    /// <summary>The coating in which every layer has the same porosity.</summary>
    /// <param name="layers">Solids of each layer.</param>
    /// <param name="porosity">Porosity ε, above 0 and below 1.</param>
    public static IReadOnlyList<LayerLedger> AtPorosity(IReadOnlyList<LayerSolids> layers, double porosity)
    {
        Require.NotEmpty(layers);
        Require.Within(porosity, LeastPorosity, 0.999, "(fraction)", nameof(porosity));
        return [.. layers.Select(layer => new LayerLedger(layer, layer.SolidThickness / (1 - porosity)))];
    }

    /// <summary>The coating of a total thickness in which every layer has the same porosity.</summary>
    /// <param name="layers">Solids of each layer.</param>
    /// <param name="thickness">Total thickness H [m].</param>
    /// <exception cref="InputException">The solids do not fit; the message says the porosity that would be, and the thickness that is needed.</exception>
    public static IReadOnlyList<LayerLedger> AtThickness(IReadOnlyList<LayerSolids> layers, double thickness) =>
        AtPorosity(layers, PorosityIn(layers, thickness));

    /// <summary>The coating of a mean press density in which every layer has the same porosity.</summary>
    /// <param name="layers">Solids of each layer.</param>
    /// <param name="density">Mass of all solids per volume of coating [kg/m³].</param>
    /// <exception cref="InputException">The solids are not that dense themselves.</exception>
    public static IReadOnlyList<LayerLedger> AtDensity(IReadOnlyList<LayerSolids> layers, double density) =>
        AtPorosity(layers, PorosityIn(layers, ThicknessOf(layers, density)));

    /// <summary>
    /// Presses a coating to a total thickness. The pore volume of every layer shrinks by the same factor, so that layers of
    /// equal porosity keep it equal, and the more porous layer gives way by more. A larger thickness is spring-back.
    /// </summary>
    /// <param name="layers">The coating before.</param>
    /// <param name="thickness">Total thickness after [m].</param>
    /// <exception cref="InputException">The solids do not fit; the message says the porosity that would be, and the thickness that is needed.</exception>
    public static IReadOnlyList<LayerLedger> ToThickness(IReadOnlyList<LayerLedger> layers, double thickness)
    {
        double porosity = PorosityIn(SolidsOf(layers), thickness);
        double pores = layers.Sum(layer => layer.Porosity * layer.Thickness);
        double factor = porosity * thickness / pores;
        return [.. layers.Select(layer => new LayerLedger(layer.Solids, layer.Solids.SolidThickness + factor * layer.Porosity * layer.Thickness))];
    }

    /// <summary>Presses a coating to a porosity of its whole volume, as <see cref="ToThickness"/> does.</summary>
    /// <param name="layers">The coating before.</param>
    /// <param name="porosity">Porosity of the whole volume after, above 0 and below 1.</param>
    public static IReadOnlyList<LayerLedger> ToPorosity(IReadOnlyList<LayerLedger> layers, double porosity)
    {
        Require.Within(porosity, LeastPorosity, 0.999, "(fraction)", nameof(porosity));
        return ToThickness(layers, SolidsOf(layers).Sum(s => s.SolidThickness) / (1 - porosity));
    }

    /// <summary>Presses a coating to a mean density, as <see cref="ToThickness"/> does.</summary>
    /// <param name="layers">The coating before.</param>
    /// <param name="density">Mass of all solids per volume of coating after [kg/m³].</param>
    /// <exception cref="InputException">The solids are not that dense themselves.</exception>
    public static IReadOnlyList<LayerLedger> ToDensity(IReadOnlyList<LayerLedger> layers, double density) =>
        ToThickness(layers, ThicknessOf(SolidsOf(layers), density));

    /// <summary>Total thickness of a coating [m].</summary>
    public static double Thickness(IReadOnlyList<LayerLedger> layers) => layers.Sum(layer => layer.Thickness);

    /// <summary>Porosity of the whole volume of a coating.</summary>
    public static double Porosity(IReadOnlyList<LayerLedger> layers) => layers.Sum(layer => layer.Porosity * layer.Thickness) / Thickness(layers);

    /// <summary>Mass of all solids per volume of coating [kg/m³].</summary>
    public static double Density(IReadOnlyList<LayerLedger> layers) => layers.Sum(layer => layer.Solids.MassPerArea) / Thickness(layers);

    private static LayerSolids[] SolidsOf(IReadOnlyList<LayerLedger> layers) => [.. Require.NotEmpty(layers).Select(layer => layer.Solids)];

    private static double PorosityIn(IReadOnlyList<LayerSolids> layers, double thickness)
    {
        Require.Positive(thickness, "m", nameof(thickness));
        double solid = Require.NotEmpty(layers).Sum(layer => layer.SolidThickness);
        double porosity = 1 - solid / thickness;
        if (porosity >= LeastPorosity) return porosity;
        double activeLoading = layers.Sum(layer => layer.ActiveLoading);
        throw new InputException(FormattableString.Invariant(
            $"a loading of {activeLoading * 100:0.###} mg/cm² of active material does not fit in {thickness * 1e6:0.##} µm: the porosity would be {porosity * 100:0.#} %; expected more than {solid * 1e6:0.##} µm, the thickness of the solids alone."));
    }

    private static double ThicknessOf(IReadOnlyList<LayerSolids> layers, double density)
    {
        Require.Positive(density, "kg/m³", nameof(density));
        double mass = Require.NotEmpty(layers).Sum(layer => layer.MassPerArea);
        double ownDensity = mass / layers.Sum(layer => layer.SolidThickness);
        if (density < ownDensity) return mass / density;
        throw new InputException(FormattableString.Invariant(
            $"a press density of {density / 1000:0.###} g/cm³ cannot be reached: the porosity would be {(1 - density / ownDensity) * 100:0.#} %; expected less than {ownDensity / 1000:0.###} g/cm³, the density of the solids without pores."));
    }
}
