using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>A current collector foil.</summary>
public sealed record Foil : Material
{
    /// <summary>Thickness where a design gives none [m].</summary>
    public required SourcedValue Thickness { get; init; }

    /// <summary>Density [kg/m³].</summary>
    public required SourcedValue Density { get; init; }

    /// <summary>Electronic conductivity [S/m].</summary>
    public required SourcedValue Conductivity { get; init; }

    /// <summary>Specific heat [J/(kg K)].</summary>
    public required SourcedValue SpecificHeat { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<NamedValue> Values => List(("thickness", Thickness), ("density", Density), ("conductivity", Conductivity),
        ("specificHeat", SpecificHeat));

    internal static Foil Read(MaterialReader reader) => new()
    {
        Name = reader.Name,
        Title = reader.Text("title"),
        Aliases = reader.Aliases,
        Notes = reader.Texts("notes"),
        Thickness = reader.Value("thickness", QuantityKinds.Length),
        Density = reader.Value("density", QuantityKinds.Density),
        Conductivity = reader.Value("conductivity", QuantityKinds.Conductivity),
        SpecificHeat = reader.Value("specificHeat", QuantityKinds.SpecificHeat),
    };
}
