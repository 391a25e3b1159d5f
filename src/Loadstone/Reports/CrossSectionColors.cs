namespace Loadstone.Reports;

/// <summary>
/// Colours of a drawing: one per particle size and one per coating, the same in every stack of the drawing, so that a material
/// can be followed from one stack to the next.
/// </summary>
internal sealed class CrossSectionColors
{
    private static readonly string[] Particles = ["#43525f", "#c07f3e", "#2b7a5d", "#8d5577", "#8c97a1"];
    private static readonly string[] Coatings = ["#e4e9ed", "#f4eadf", "#e0ede7", "#f0e6ec"];

    private readonly double[] _diameters;
    private readonly string[] _coatings;

    internal CrossSectionColors(IReadOnlyList<CrossSectionStack> stacks)
    {
        CrossSectionLayer[] layers = [.. stacks.SelectMany(stack => stack.Layers)];
        _diameters = [.. layers.SelectMany(layer => layer.Particles ?? []).Select(p => p.Diameter).Distinct().OrderDescending()];
        _coatings = [.. layers.Where(layer => layer.Role == LayerRole.Coating).Select(layer => layer.Label).Distinct()];
    }

    internal string Of(ParticleClass particles) => Particles[Array.IndexOf(_diameters, particles.Diameter) % Particles.Length];

    internal string Of(CrossSectionLayer layer) => layer.Role switch
    {
        LayerRole.Coating => Coatings[Array.IndexOf(_coatings, layer.Label) % Coatings.Length],
        LayerRole.Foil => "#a9b0b7",
        LayerRole.CopperFoil => "#c98f5f",
        LayerRole.Separator => "#faf7e8",
        LayerRole.Lithium => "#cdd3da",
        _ => "#ececec",
    };
}
