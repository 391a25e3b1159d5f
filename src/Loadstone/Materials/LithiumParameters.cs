using Loadstone.Quantities;

namespace Loadstone.Materials;

/// <summary>The lithium electrode of a published half cell.</summary>
public sealed record LithiumParameters
{
    /// <summary>Thickness [m].</summary>
    public required SourcedValue Thickness { get; init; }

    /// <summary>Electronic conductivity [S/m].</summary>
    public required SourcedValue Conductivity { get; init; }

    /// <summary>Partial molar volume [m³/mol].</summary>
    public required SourcedValue MolarVolume { get; init; }

    /// <summary>Exchange-current density j₀(c_e) [A/m²] against the salt concentration [mol/m³].</summary>
    public required SourcedFunction ExchangeCurrentDensity { get; init; }

    internal static LithiumParameters Read(MaterialReader reader) => new()
    {
        Thickness = reader.Value("thickness", QuantityKinds.Length),
        Conductivity = reader.Value("conductivity", QuantityKinds.Conductivity),
        MolarVolume = reader.Value("molarVolume", QuantityKinds.MolarVolume),
        ExchangeCurrentDensity = reader.Function("exchangeCurrentDensity", QuantityKinds.CurrentDensity, MaterialReader.SaltConcentration),
    };
}
