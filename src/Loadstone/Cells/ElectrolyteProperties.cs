using Loadstone.Numerics;

namespace Loadstone.Cells;

/// <summary>A binary electrolyte in concentrated-solution theory at one temperature; functions of the salt concentration c [mol/m³].</summary>
public sealed record ElectrolyteProperties
{
    /// <summary>Name shown in tables.</summary>
    public string Name { get; init; } = "electrolyte";

    /// <summary>Salt concentration at rest c₀ [mol/m³].</summary>
    public required double InitialConcentration { get; init => field = Require.Within(value, 1, 10_000, "mol/m³"); }

    /// <summary>Salt diffusivity D(c) [m²/s].</summary>
    public required ScalarFunction Diffusivity { get; init; }

    /// <summary>Ionic conductivity κ(c) [S/m].</summary>
    public required ScalarFunction Conductivity { get; init; }

    /// <summary>Cation transference number t₊(c) against the solvent.</summary>
    public required ScalarFunction TransferenceNumber { get; init; }

    /// <summary>Thermodynamic factor 1 + d ln f/d ln c.</summary>
    public required ScalarFunction ThermodynamicFactor { get; init; }

    /// <summary>Temperature at which the functions are meant [K].</summary>
    public double ReferenceTemperature { get; init => field = Require.Within(value, 200, 400, "K"); } = 298.15;

    /// <summary>Activation energy of the conductivity [J/mol]; 0 where the functions hold at the cell's temperature already.</summary>
    public double ConductivityActivationEnergy { get; init => field = Require.NotNegative(value, "J/mol"); }

    /// <summary>Activation energy of the diffusivity [J/mol].</summary>
    public double DiffusivityActivationEnergy { get; init => field = Require.NotNegative(value, "J/mol"); }
}
