using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>A binder of the coating.</summary>
public sealed record Binder : Material
{
    /// <summary>Density of the dry polymer [kg/m³].</summary>
    public required SourcedValue Density { get; init; }

    /// <summary>Mean molar mass by weight M_w [kg/mol]; null where nothing is known.</summary>
    public SourcedValue? MolarMass { get; init; }

    /// <summary>Intrinsic viscosity [η] in its usual solvent [m³/kg]; null where nothing is known.</summary>
    public SourcedValue? IntrinsicViscosity { get; init; }

    /// <summary>Coefficient of the Martin equation in its usual solvent; null where nothing is known.</summary>
    public SourcedValue? MartinCoefficient { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<NamedValue> Values => List(
        ("density", Density), ("molarMass", MolarMass), ("intrinsicViscosity", IntrinsicViscosity), ("martinCoefficient", MartinCoefficient));

    internal static Binder Read(MaterialReader reader) => new()
    {
        Name = reader.Name,
        Title = reader.Text("title"),
        Aliases = reader.Aliases,
        Notes = reader.Texts("notes"),
        Density = reader.Value("density", QuantityKinds.Density),
        MolarMass = reader.OptionalValue("molarMass", QuantityKinds.MolarMass),
        IntrinsicViscosity = reader.OptionalValue("intrinsicViscosity", QuantityKinds.SpecificVolume),
        MartinCoefficient = reader.OptionalValue("martinCoefficient", QuantityKinds.Ratio),
    };
}
