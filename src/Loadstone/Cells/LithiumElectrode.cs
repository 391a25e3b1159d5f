using Loadstone.Numerics;

namespace Loadstone.Cells;

/// <summary>A lithium metal electrode.</summary>
public sealed record LithiumElectrode
{
    /// <summary>Thickness [m].</summary>
    public required double Thickness { get; init => field = Require.Within(value, 1e-7, 1e-2, "m"); }

    /// <summary>Exchange-current density j₀(c_e) [A/m²] against the salt concentration [mol/m³].</summary>
    public required ScalarFunction ExchangeCurrentDensity { get; init; }

    /// <summary>Resistance of the film on the metal [Ω m²].</summary>
    public double FilmResistance { get; init => field = Require.NotNegative(value, "Ω m²"); }

    /// <summary>Temperature at which the exchange-current density is meant [K].</summary>
    public double ReferenceTemperature { get; init => field = Require.Within(value, 200, 400, "K"); } = 298.15;

    /// <summary>Activation energy of the exchange-current density [J/mol].</summary>
    public double ExchangeActivationEnergy { get; init => field = Require.NotNegative(value, "J/mol"); }
}
