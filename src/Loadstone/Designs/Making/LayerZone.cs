using Loadstone.Coating;
using Loadstone.Designs.Building;
using Loadstone.Slurry;

namespace Loadstone.Designs.Making;

/// <summary>Cuts two layers that were coated wet on wet into layers across the zone in which they mixed.</summary>
internal static class LayerZone
{
    private const int Slices = 6;
    private const double Reach = 1.5; // widths to either side; beyond it less than 2 % of the other layer is left
    private const double Trace = 1e-9;

    /// <summary>The layers from the foil up: what is left of the first, slices of the zone, what is left of the second. Masses are kept to round-off.</summary>
    /// <param name="electrode">What the document says of the electrode.</param>
    /// <param name="laid">The two layers.</param>
    /// <param name="widthShare">Width of the mixed zone per thickness of both.</param>
    public static IReadOnlyList<LayerRecipe> Cut(ElectrodeDesign electrode, IReadOnlyList<LaidLayer> laid, double widthShare)
    {
        LayerSolids first = laid[0].Dried.Solids, second = laid[1].Dried.Solids;
        double total = first.SolidThickness + second.SolidThickness;
        var zone = new MixedZone(total, first.SolidThickness, widthShare * total);
        double low = Math.Max(0, first.SolidThickness - Reach * zone.Width), high = Math.Min(total, first.SolidThickness + Reach * zone.Width);
        double[] inside = [.. Enumerable.Range(0, Slices + 1).Select(i => low + (high - low) * i / Slices)];
        double[] edges = [.. ((double[])[0, .. inside, total]).Distinct()];
        LayerRecipe[] recipes = [.. laid.Select(layer => layer.Recipe)];
        double active = first.ActiveLoading + second.ActiveLoading;
        var cut = new List<LayerRecipe>();
        for (int i = 0; i + 1 < edges.Length; i++)
        {
            double share = zone.MeanSecondShare(edges[i], edges[i + 1]), thickness = edges[i + 1] - edges[i];
            double[] masses = [(1 - share) * thickness * first.Composition.Density, share * thickness * second.Composition.Density];
            LayerRecipe recipe = share < Trace ? recipes[0] : share > 1 - Trace ? recipes[1] : LayerMixing.Mix(electrode, recipes, masses);
            double own = masses[0] * first.Composition.MassFractionOf(ComponentRole.Active) + masses[1] * second.Composition.MassFractionOf(ComponentRole.Active);
            cut.Add(recipe with { Name = Name(recipes, i, edges.Length - 1, share), Share = own / active });
        }
        return cut;
    }

    private static string Name(LayerRecipe[] recipes, int index, int count, double share) => index == 0 ? recipes[0].Name
        : index == count - 1 ? recipes[1].Name
        : FormattableString.Invariant($"{recipes[0].Name} + {share * 100:0} % {recipes[1].Name}");
}
