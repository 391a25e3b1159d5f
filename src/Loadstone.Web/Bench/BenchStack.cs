using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Runs;
using Loadstone.Reports;
using static Loadstone.Web.Bench.BenchUnits;

namespace Loadstone.Web.Bench;

/// <summary>The stack of a design as the page draws it: that of the report's picture, with the lithium that the report leaves out.</summary>
internal static class BenchStack
{
    private const double MolePerLitre = 1000; // mol/m³

    /// <summary>The stack.</summary>
    public static StackPart Of(BuiltDesign built)
    {
        CrossSectionStack stack = RunReportSections.Stack(built);
        int separator = Enumerable.Range(0, stack.Layers.Count).First(i => stack.Layers[i].Role == LayerRole.Separator);
        CrossSectionLayer[] below = [.. stack.Layers.Take(separator).Where(IsCoating)], above = [.. stack.Layers.Skip(separator).Where(IsCoating)];
        var recipe = built.Design.Cell as CellDesign.Recipe;
        List<StackLayer> layers = [];
        foreach (CrossSectionLayer layer in stack.Layers.Take(separator)) layers.Add(Drawn(layer, built.Positive, recipe?.Positive, "positive", Array.IndexOf(below, layer), below.Length));
        layers.Add(Plain(stack.Layers[separator], "separator", null));
        foreach (CrossSectionLayer layer in stack.Layers.Skip(separator + 1)) layers.Add(Drawn(layer, built.Negative, recipe?.Negative, "negative", above.Length - 1 - Array.IndexOf(above, layer), above.Length));
        if (built.Cell.Lithium is { } lithium) layers.Add(new StackLayer("lithium", "negative", null, "lithium", Micrometres(lithium.Thickness), null, []));
        return new StackPart(built.Design.DocumentName, built.Design.Name, Math.Round(built.Cell.Electrolyte.InitialConcentration / MolePerLitre, 4), layers);
    }

    private static bool IsCoating(CrossSectionLayer layer) => layer.Role == LayerRole.Coating;

    private static StackLayer Drawn(CrossSectionLayer layer, ElectrodeStructure? structure, ElectrodeDesign? design, string electrode, int place, int count)
    {
        if (!IsCoating(layer)) return Plain(layer, layer.Role == LayerRole.CopperFoil ? "copper" : "foil", electrode);
        int? index = design is null || design.Layers.Count != count ? null : design.Arrangement == LayerArrangement.Reversed ? count - 1 - place : place;
        IReadOnlyList<ParticleStructure> known = structure?.Layers.Count == count ? structure.Layers[place].Particles : [.. structure?.Layers.SelectMany(l => l.Particles) ?? []];
        return new StackLayer("coating", electrode, index, layer.Label, Micrometres(layer.Thickness), Fraction(layer.Porosity),
            [.. layer.Particles!.Select((p, i) => new StackParticle(Material(known, p.Diameter, i), Micrometres(p.Diameter), Math.Round(p.AreaShare, 6)))]);
    }

    // Sizes of the layer stand in the order of its particles; of a zone in which layers mixed, each size once.
    private static string Material(IReadOnlyList<ParticleStructure> known, double diameter, int index) =>
        (index < known.Count && known[index].Diameter == diameter ? known[index] : known.FirstOrDefault(p => p.Diameter == diameter))?.Material ?? "";

    private static StackLayer Plain(CrossSectionLayer layer, string role, string? electrode) => new(role, electrode, null, layer.Label, Micrometres(layer.Thickness), Fraction(layer.Porosity), []);

    private static double? Fraction(double? value) => value is { } known ? Math.Round(known, 6) : null;
}
