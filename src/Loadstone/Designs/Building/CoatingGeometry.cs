using Loadstone.Calendering;
using Loadstone.Quantities;
using Loadstone.Slurry;

namespace Loadstone.Designs.Building;

/// <summary>Finds loading, porosities and thickness of a coating from those of them that a document gives.</summary>
internal static class CoatingGeometry
{
    private const double LeastPorosity = 0.01, LargestPorosity = 0.95; // as accepted of a document
    private const double Agreement = 1e-3; // values that say the same to a part in a thousand do not clash

    /// <summary>Account of each layer, the first recipe first.</summary>
    /// <param name="electrode">What the document says.</param>
    /// <param name="layers">Its layers with their materials.</param>
    /// <param name="loading">Active mass per area where it is known [kg/m²].</param>
    /// <exception cref="InputException">Two values clash, or the solids do not fit; the message gives the numbers.</exception>
    public static IReadOnlyList<LayerLedger> Solve(ElectrodeDesign electrode, IReadOnlyList<LayerRecipe> layers, double? loading)
    {
        double? common = layers.All(layer => layer.Porosity is not null) ? 0 : electrode.Porosity; // not used where every layer has its own
        if (common is { } porosity) return AtPorosity(electrode, layers, loading, porosity);
        if (electrode is { SharesOfThickness: true, PressDensity: not null } && layers.Any(layer => layer.Porosity is not null))
            throw electrode.PlaceOf("pressDensity").Error("\"pressDensity\" clashes with the porosity of a layer where shares are of thickness; give a thickness in its place.");
        double mass = loading ?? LoadingAtDensity(electrode, layers);
        double thickness = electrode.Thickness ?? ThicknessAtDensity(electrode, layers, mass);
        if (loading is not null && electrode is { Thickness: { } stated, PressDensity: { } density })
            RequireAgreement(electrode, "pressDensity", "thickness", loading.Value, QuantityKinds.Density.Format(density), ThicknessAtDensity(electrode, layers, mass), stated);
        return AtThickness(electrode, layers, mass, thickness);
    }

    /// <summary>
    /// Solids of each layer for 1 kg/m² of active material. Shares of thickness need the porosities for that; where a document
    /// leaves one to be found from the thickness, all layers count as equally porous.
    /// </summary>
    public static IReadOnlyList<LayerSolids> UnitSolids(ElectrodeDesign electrode, IReadOnlyList<LayerRecipe> layers)
    {
        double?[] porosities = [.. layers.Select(layer => electrode.Calendering is { } calender
            ? layer.Compaction.CoatedPorosity ?? calender.CoatedPorosity ?? CompactionLaws.Default.CoatedPorosity.Value
            : layer.Porosity ?? electrode.Porosity)];
        return SolidsOf(electrode, layers, 1, porosities.All(p => p is not null) ? [.. porosities.Select(p => p!.Value)] : null);
    }

    private static IReadOnlyList<LayerLedger> AtPorosity(ElectrodeDesign electrode, IReadOnlyList<LayerRecipe> layers, double? loading, double common)
    {
        double[] porosities = [.. layers.Select(layer => layer.Porosity ?? common)];
        if (loading is { } mass)
        {
            IReadOnlyList<LayerLedger> ledgers = Ledgers(SolidsOf(electrode, layers, mass, porosities), porosities);
            if (electrode.Thickness is { } stated)
                RequireAgreement(electrode, "porosity", "thickness", mass, QuantityKinds.Fraction.Format(porosities[0]), Total(ledgers), stated);
            if (electrode.PressDensity is { } density)
                RequireAgreement(electrode, "pressDensity", "porosity", mass, QuantityKinds.Density.Format(density), ledgers.Sum(l => l.Solids.MassPerArea) / density, Total(ledgers));
            return ledgers;
        }
        double perLoading = Total(Ledgers(SolidsOf(electrode, layers, 1, porosities), porosities));
        return Ledgers(SolidsOf(electrode, layers, electrode.Thickness!.Value / perLoading, porosities), porosities);
    }

    // Layers that state no porosity share the one that makes up the thickness.
    private static IReadOnlyList<LayerLedger> AtThickness(ElectrodeDesign electrode, IReadOnlyList<LayerRecipe> layers, double loading, double thickness)
    {
        double common = electrode.SharesOfThickness
            ? CommonOfThicknessShares(layers, loading, thickness)
            : CommonOfMassShares(SolidsOf(electrode, layers, loading, null), layers, thickness);
        if (!(common >= LeastPorosity && common <= LargestPorosity))
        {
            double solid = SolidsOf(electrode, layers, loading, null).Sum(layer => layer.SolidThickness);
            string left = double.IsFinite(common) ? $"a porosity of {QuantityKinds.Fraction.Format(common)}" : "no room for the layers that state no porosity";
            throw electrode.PlaceOf(electrode.Thickness is null ? "pressDensity" : "thickness").Error(
                $"A loading of {QuantityKinds.Loading.Format(loading)} of active material in {QuantityKinds.Length.Format(thickness)} would leave {left}"
                + $" (the solids alone are {QuantityKinds.Length.Format(solid)} thick); expected {QuantityKinds.Fraction.Format(LeastPorosity)} to {QuantityKinds.Fraction.Format(LargestPorosity)}.");
        }
        double[] porosities = [.. layers.Select(layer => layer.Porosity ?? common)];
        return Ledgers(SolidsOf(electrode, layers, loading, porosities), porosities);
    }

    private static double CommonOfMassShares(IReadOnlyList<LayerSolids> solids, IReadOnlyList<LayerRecipe> layers, double thickness)
    {
        double left = thickness, solidThickness = 0;
        for (int i = 0; i < layers.Count; i++)
        {
            if (layers[i].Porosity is { } own) left -= solids[i].SolidThickness / (1 - own);
            else solidThickness += solids[i].SolidThickness;
        }
        return left > 0 ? 1 - solidThickness / left : double.NegativeInfinity;
    }

    // H Σ s_i (1 − ε_i) ρ_i f_i = loading is linear in the ε that some layers share.
    private static double CommonOfThicknessShares(IReadOnlyList<LayerRecipe> layers, double loading, double thickness)
    {
        double left = loading / thickness, dense = 0;
        foreach (LayerRecipe layer in layers)
        {
            double active = layer.Share * layer.Composition.Density * layer.Composition.MassFractionOf(ComponentRole.Active);
            if (layer.Porosity is { } own) left -= active * (1 - own);
            else dense += active;
        }
        return 1 - left / dense;
    }

    private static double LoadingAtDensity(ElectrodeDesign electrode, IReadOnlyList<LayerRecipe> layers) =>
        electrode.PressDensity!.Value * electrode.Thickness!.Value / SolidsOf(electrode, layers, 1, null).Sum(layer => layer.MassPerArea);

    private static double ThicknessAtDensity(ElectrodeDesign electrode, IReadOnlyList<LayerRecipe> layers, double loading) =>
        SolidsOf(electrode, layers, loading, null).Sum(layer => layer.MassPerArea) / electrode.PressDensity!.Value;

    /// <summary>Solids of each layer; shares of thickness need the porosities.</summary>
    public static IReadOnlyList<LayerSolids> SolidsOf(ElectrodeDesign electrode, IReadOnlyList<LayerRecipe> layers, double loading, double[]? porosities)
    {
        Composition[] compositions = [.. layers.Select(layer => layer.Composition)];
        double[] shares = [.. layers.Select(layer => layer.Share)];
        return electrode.SharesOfThickness
            ? LayerShares.OfThickness(compositions, shares, loading, porosities)
            : LayerShares.OfActiveMass(compositions, shares, loading);
    }

    private static IReadOnlyList<LayerLedger> Ledgers(IReadOnlyList<LayerSolids> solids, double[] porosities) =>
        [.. solids.Select((layer, i) => new LayerLedger(layer, layer.SolidThickness / (1 - porosities[i])))];

    private static double Total(IReadOnlyList<LayerLedger> layers) => layers.Sum(layer => layer.Thickness);

    private static void RequireAgreement(ElectrodeDesign electrode, string one, string other, double loading, string value, double implied, double stated)
    {
        if (Math.Abs(implied - stated) <= Agreement * stated) return;
        throw electrode.PlaceOf(one).Error(
            $"\"{one}\" and \"{other}\" clash: with a loading of {QuantityKinds.Loading.Format(loading)} the {value} make the coating {QuantityKinds.Length.Format(implied)} thick,"
            + $" not {QuantityKinds.Length.Format(stated)}. Keep two of loading, thickness and porosity (a variant removes a field by setting it to null).");
    }
}
