using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>A solvent of the slurry. Values at 20 to 25 °C unless a note says otherwise.</summary>
public sealed record Solvent : Material
{
    /// <summary>Density [kg/m³].</summary>
    public required SourcedValue Density { get; init; }

    /// <summary>Molar mass [kg/mol].</summary>
    public required SourcedValue MolarMass { get; init; }

    /// <summary>Dynamic viscosity [Pa s].</summary>
    public required SourcedValue Viscosity { get; init; }

    /// <summary>Surface tension against air [N/m].</summary>
    public required SourcedValue SurfaceTension { get; init; }

    /// <summary>Boiling temperature at 101 325 Pa [K].</summary>
    public required SourcedValue BoilingTemperature { get; init; }

    /// <summary>Vapour pressure at 20 °C [Pa].</summary>
    public required SourcedValue VapourPressure { get; init; }

    /// <summary>Heat of vaporisation [J/kg].</summary>
    public required SourcedValue HeatOfVaporisation { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<NamedValue> Values => List(
        ("density", Density), ("molarMass", MolarMass), ("viscosity", Viscosity), ("surfaceTension", SurfaceTension),
        ("boilingTemperature", BoilingTemperature), ("vapourPressure", VapourPressure), ("heatOfVaporisation", HeatOfVaporisation));

    internal static Solvent Read(MaterialReader reader) => new()
    {
        Name = reader.Name,
        Title = reader.Text("title"),
        Aliases = reader.Aliases,
        Notes = reader.Texts("notes"),
        Density = reader.Value("density", QuantityKinds.Density),
        MolarMass = reader.Value("molarMass", QuantityKinds.MolarMass),
        Viscosity = reader.Value("viscosity", QuantityKinds.Viscosity),
        SurfaceTension = reader.Value("surfaceTension", QuantityKinds.SurfaceTension),
        BoilingTemperature = reader.Value("boilingTemperature", QuantityKinds.Temperature),
        VapourPressure = reader.Value("vapourPressure", QuantityKinds.Pressure),
        HeatOfVaporisation = reader.Value("heatOfVaporisation", QuantityKinds.SpecificEnergy),
    };
}
