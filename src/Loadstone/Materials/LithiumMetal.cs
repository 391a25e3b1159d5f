using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>Lithium metal as a counter electrode.</summary>
public sealed record LithiumMetal : Material
{
    /// <summary>Thickness where a design gives none [m].</summary>
    public required SourcedValue Thickness { get; init; }

    /// <summary>Density [kg/m³].</summary>
    public required SourcedValue Density { get; init; }

    /// <summary>Molar mass [kg/mol].</summary>
    public required SourcedValue MolarMass { get; init; }

    /// <summary>Electronic conductivity [S/m].</summary>
    public required SourcedValue Conductivity { get; init; }

    /// <summary>Exchange-current density j₀(c_e) at 25 °C [A/m²] against the salt concentration [mol/m³].</summary>
    public required SourcedFunction ExchangeCurrentDensity { get; init; }

    /// <summary>Activation energy of the exchange-current density [J/mol].</summary>
    public required SourcedValue ExchangeActivationEnergy { get; init; }

    /// <summary>Capacity [C/kg].</summary>
    public double TheoreticalCapacity => PhysicalConstants.Faraday / MolarMass.Value;

    /// <inheritdoc/>
    public override IReadOnlyList<NamedValue> Values => List(
        ("thickness", Thickness), ("density", Density), ("molarMass", MolarMass), ("conductivity", Conductivity),
        ("exchangeActivationEnergy", ExchangeActivationEnergy));

    /// <inheritdoc/>
    public override IReadOnlyList<NamedFunction> Functions => [new("exchangeCurrentDensity", ExchangeCurrentDensity)];

    internal static LithiumMetal Read(MaterialReader reader) => new()
    {
        Name = reader.Name,
        Title = reader.Text("title"),
        Aliases = reader.Aliases,
        Notes = reader.Texts("notes"),
        Thickness = reader.Value("thickness", QuantityKinds.Length),
        Density = reader.Value("density", QuantityKinds.Density),
        MolarMass = reader.Value("molarMass", QuantityKinds.MolarMass),
        Conductivity = reader.Value("conductivity", QuantityKinds.Conductivity),
        ExchangeCurrentDensity = reader.Function("exchangeCurrentDensity", QuantityKinds.CurrentDensity, MaterialReader.SaltConcentration),
        ExchangeActivationEnergy = reader.Value("exchangeActivationEnergy", QuantityKinds.MolarEnergy),
    };
}
