namespace Loadstone.Reports;

/// <summary>What a layer of a <see cref="CrossSectionStack"/> is, which decides how it is coloured.</summary>
public enum LayerRole
{
    /// <summary>A foil of aluminium or another grey metal.</summary>
    Foil,

    /// <summary>A foil of copper.</summary>
    CopperFoil,

    /// <summary>A porous coating of particles.</summary>
    Coating,

    /// <summary>A porous separator.</summary>
    Separator,

    /// <summary>A metal electrode.</summary>
    Lithium,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Particles of one size in a layer, as a cut through the layer shows them.</summary>
/// <param name="Diameter">Diameter [m].</param>
/// <param name="AreaShare">Share of the layer's cut face that they cover (in a random cut, their volume fraction).</param>
public sealed record ParticleClass(double Diameter, double AreaShare)
{
    /// <summary>Diameter [m].</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public double Diameter { get; } = Require.Positive(Diameter, "m");

    /// <summary>Share of the layer's cut face that they cover.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a fraction.</exception>
    public double AreaShare { get; } = Require.Fraction(AreaShare);
}

/// <summary>One layer of a <see cref="CrossSectionStack"/>.</summary>
/// <param name="Label">Its name in the picture.</param>
/// <param name="Thickness">Thickness [m].</param>
/// <param name="Role">What it is.</param>
/// <param name="Porosity">Pore volume fraction, or null where it has none to show.</param>
/// <param name="Particles">Particle classes drawn to scale inside a coating; null for none.</param>
public sealed record CrossSectionLayer(
    string Label, double Thickness, LayerRole Role, double? Porosity = null, IReadOnlyList<ParticleClass>? Particles = null)
{
    /// <summary>Thickness [m].</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public double Thickness { get; } = Require.Positive(Thickness, "m");

    /// <summary>Pore volume fraction, or null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a fraction.</exception>
    public double? Porosity { get; } = Porosity is { } value ? Require.Fraction(value) : null;
}

/// <summary>Layers on top of each other, to be drawn by <see cref="CrossSection"/>.</summary>
/// <param name="Label">Name of the stack, above its picture; empty for none.</param>
/// <param name="Layers">The layers from bottom to top; at least one.</param>
public sealed record CrossSectionStack(string Label, IReadOnlyList<CrossSectionLayer> Layers)
{
    /// <summary>The layers from bottom to top.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public IReadOnlyList<CrossSectionLayer> Layers { get; } = Require.NotEmpty(Layers);
}
