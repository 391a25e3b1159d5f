using Loadstone.Designs.Building;
using Loadstone.Electrodes;
using Loadstone.Reports;
using ParticleClass = Loadstone.Reports.ParticleClass;

namespace Loadstone.Designs.Runs;

/// <summary>Cross-sections of designs, drawn to scale.</summary>
public static class RunReportSections
{
    private const int StacksPerDrawing = 3;

    /// <summary>The drawings, a few designs on each; none for published parameter sets.</summary>
    /// <param name="designs">The designs.</param>
    public static IReadOnlyList<Drawing> Draw(IReadOnlyList<BuiltDesign> designs)
    {
        ArgumentNullException.ThrowIfNull(designs);
        CrossSectionStack[][] pages = [.. designs.Where(design => design.Positive is not null).Select(Stack).Chunk(StacksPerDrawing)];
        return [.. pages.Select((stacks, i) => CrossSection.Draw(
            pages.Length == 1 ? "structure" : FormattableString.Invariant($"structure-{i + 1}"),
            pages.Length == 1 ? "Cross-section to scale" : FormattableString.Invariant($"Cross-section to scale ({i + 1} of {pages.Length})"), stacks,
            caption: stacks.Length == 1 ? null : "All stacks of one drawing have the same scale."))];
    }

    /// <summary>The stack of a design from the positive foil up; of a published parameter set, which has none, from the coating.</summary>
    /// <param name="design">The design.</param>
    public static CrossSectionStack Stack(BuiltDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        var layers = new List<CrossSectionLayer>();
        if (design.Positive is { } positive) layers.Add(new($"foil, {positive.Foil}", positive.FoilThickness, LayerRole.Foil));
        layers.AddRange(design.Positive is null ? Coatings(design.Cell.Positive) : Coatings(design.Positive));
        layers.Add(new CrossSectionLayer("separator", design.Cell.Separator.Thickness, LayerRole.Separator, design.Cell.Separator.Porosity));
        if (design.Cell.Negative is { } coated) layers.AddRange((design.Negative is null ? Coatings(coated) : Coatings(design.Negative)).Reverse());
        if (design.Negative is { } negative) layers.Add(new CrossSectionLayer($"foil, {negative.Foil}", negative.FoilThickness, LayerRole.CopperFoil));
        return new CrossSectionStack(design.Design.Name, layers);
    }

    // The slices of a zone in which two wet layers mixed are thinner than particles; the picture shows the zone as one.
    private static IEnumerable<CrossSectionLayer> Coatings(ElectrodeStructure electrode)
    {
        LayerStructure[] layers = [.. electrode.Layers];
        if (electrode.Making is not { Coats.Count: 2 } || layers.Length <= 3) return layers.Select(Coating);
        LayerStructure[] zone = layers[1..^1];
        double thickness = zone.Sum(layer => layer.Thickness);
        double Mean(Func<LayerStructure, double> of) => zone.Sum(layer => layer.Thickness * of(layer)) / thickness;
        IEnumerable<double> diameters = zone.SelectMany(layer => layer.Particles).Select(p => p.Diameter).Distinct();
        var mixed = new CrossSectionLayer("mixed zone", thickness, LayerRole.Coating, Mean(layer => layer.Porosity),
            [.. diameters.Select(d => new ParticleClass(d, Mean(layer => layer.Particles.Where(p => p.Diameter == d).Sum(p => p.VolumeFraction))))]);
        return [Coating(layers[0]), mixed, Coating(layers[^1])];
    }

    private static CrossSectionLayer Coating(LayerStructure layer) => new(layer.Name, layer.Thickness, LayerRole.Coating, layer.Porosity,
        [.. layer.Particles.Select(p => new ParticleClass(p.Diameter, p.VolumeFraction))]);

    private static IEnumerable<CrossSectionLayer> Coatings(Electrode electrode) => electrode.Layers.Select(layer => new CrossSectionLayer(
        layer.Name, layer.Thickness, LayerRole.Coating, layer.Porosity.Mean, [.. layer.Particles.Select(p => new ParticleClass(2 * p.Radius, p.VolumeFraction.Mean))]));
}
