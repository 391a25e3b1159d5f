using Loadstone.Numerics;

namespace Loadstone.Cells;

/// <summary>A lithium metal electrode.</summary>
public sealed record LithiumElectrode
{
    /// <summary>Molar volume of lithium, 6.94 g/mol over 0.534 g/cm³ (CRC Handbook of Chemistry and Physics) [m³/mol].</summary>
    public const double MolarVolume = 6.94e-3 / 534;

    /// <summary>Thickness [m].</summary>
    public required double Thickness { get; init => field = Require.Within(value, 1e-7, 1e-2, "m"); }

    /// <summary>Charge that the whole metal gives, thickness over molar volume times F [C/m²]: 40 µm hold 8.25 mAh/cm².</summary>
    public double Capacity => Thickness / MolarVolume * PhysicalConstants.Faraday;

    /// <summary>Exchange-current density j₀(c_e) [A/m²] against the salt concentration [mol/m³].</summary>
    public required ScalarFunction ExchangeCurrentDensity { get; init; }

    /// <summary>Resistance of the film on the metal [Ω m²].</summary>
    public double FilmResistance { get; init => field = Require.NotNegative(value, "Ω m²"); }

    /// <summary>Capacitance of the double layer on the metal [F/m²], beside film and reaction; null as in <see cref="Electrodes.IntercalationMaterial.DoubleLayerCapacitance"/>.</summary>
    public double? DoubleLayerCapacitance { get; init => field = value is { } c ? Require.NotNegative(c, "F/m²") : null; }

    /// <summary>Temperature at which the exchange-current density is meant [K].</summary>
    public double ReferenceTemperature { get; init => field = Require.Within(value, 200, 400, "K"); } = 298.15;

    /// <summary>Activation energy of the exchange-current density [J/mol].</summary>
    public double ExchangeActivationEnergy { get; init => field = Require.NotNegative(value, "J/mol"); }
}
