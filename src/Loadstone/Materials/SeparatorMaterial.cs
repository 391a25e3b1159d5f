using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>A separator as bought.</summary>
public sealed record SeparatorMaterial : Material
{
    /// <summary>Thickness [m].</summary>
    public required SourcedValue Thickness { get; init; }

    /// <summary>Porosity ε.</summary>
    public required SourcedValue Porosity { get; init; }

    /// <summary>ε/τ, the conductivity of the soaked separator over that of the electrolyte (1/MacMullin number).</summary>
    public required SourcedValue TransportEfficiency { get; init; }

    /// <summary>Density of the polymer without pores [kg/m³].</summary>
    public required SourcedValue PolymerDensity { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<NamedValue> Values => List(
        ("thickness", Thickness), ("porosity", Porosity), ("transportEfficiency", TransportEfficiency), ("polymerDensity", PolymerDensity));

    internal static SeparatorMaterial Read(MaterialReader reader) => new()
    {
        Name = reader.Name,
        Title = reader.Text("title"),
        Aliases = reader.Aliases,
        Notes = reader.Texts("notes"),
        Thickness = reader.Value("thickness", QuantityKinds.Length),
        Porosity = reader.Value("porosity", QuantityKinds.Fraction),
        TransportEfficiency = reader.Value("transportEfficiency", QuantityKinds.Fraction),
        PolymerDensity = reader.Value("polymerDensity", QuantityKinds.Density),
    };
}
