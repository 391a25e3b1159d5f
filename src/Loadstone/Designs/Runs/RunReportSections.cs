using Loadstone.Designs.Building;
using Loadstone.Reports;

namespace Loadstone.Designs.Runs;

/// <summary>Cross-sections of designs, drawn to scale.</summary>
internal static class RunReportSections
{
    private const int StacksPerDrawing = 3;

    /// <summary>The drawings, a few designs on each; none for published parameter sets.</summary>
    public static IReadOnlyList<Drawing> Draw(IReadOnlyList<BuiltDesign> designs)
    {
        ArgumentNullException.ThrowIfNull(designs);
        CrossSectionStack[][] pages = [.. designs.Where(design => design.Positive is not null).Select(Stack).Chunk(StacksPerDrawing)];
        return [.. pages.Select((stacks, i) => CrossSection.Draw(
            pages.Length == 1 ? "structure" : FormattableString.Invariant($"structure-{i + 1}"),
            pages.Length == 1 ? "Cross-section to scale" : FormattableString.Invariant($"Cross-section to scale ({i + 1} of {pages.Length})"), stacks,
            caption: stacks.Length == 1 ? null : "All stacks of one drawing have the same scale."))];
    }

    private static CrossSectionStack Stack(BuiltDesign design)
    {
        ElectrodeStructure positive = design.Positive!;
        var layers = new List<CrossSectionLayer> { new($"foil, {positive.Foil}", positive.FoilThickness, LayerRole.Foil) };
        layers.AddRange(positive.Layers.Select(Coating));
        layers.Add(new CrossSectionLayer("separator", design.Cell.Separator.Thickness, LayerRole.Separator, design.Cell.Separator.Porosity));
        if (design.Negative is { } negative)
        {
            layers.AddRange(negative.Layers.Reverse().Select(Coating));
            layers.Add(new CrossSectionLayer($"foil, {negative.Foil}", negative.FoilThickness, LayerRole.CopperFoil));
        }
        return new CrossSectionStack(design.Design.Name, layers);
    }

    private static CrossSectionLayer Coating(LayerStructure layer) => new(layer.Name, layer.Thickness, LayerRole.Coating, layer.Porosity,
        [.. layer.Particles.Select(p => new ParticleClass(p.Diameter, p.VolumeFraction))]);
}
