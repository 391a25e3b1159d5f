using Loadstone.Wetting;

namespace Loadstone.Reports;

/// <summary>Discs that stand for the particles of a stack, to scale.</summary>
/// <param name="Width">Width of the piece that they fill [m].</param>
/// <param name="Layers">For each layer of the stack its discs, from the layer's lower left corner; their class is the place among the layer's particles.</param>
public sealed record SectionDiscs(double Width, IReadOnlyList<IReadOnlyList<Disc>> Layers);
