using Loadstone.Numerics;

namespace Loadstone.Electrodes;

/// <summary>What the porous-electrode model needs to know of an active material: its laws at a reference temperature, and how they change with it.</summary>
public sealed record IntercalationMaterial
{
    /// <summary>Name shown in tables.</summary>
    public required string Name { get; init; }

    /// <summary>Lithium concentration at stoichiometry 1, c_max [mol/m³].</summary>
    public required double MaximumConcentration { get; init => field = Require.Positive(value, "mol/m³"); }

    /// <summary>Open-circuit potential U(θ) against Li/Li⁺ [V], strictly decreasing in the stoichiometry θ in (0, 1).</summary>
    public required ScalarFunction OpenCircuitPotential { get; init; }

    /// <summary>Solid diffusivity D(θ) [m²/s].</summary>
    public required ScalarFunction Diffusivity { get; init; }

    /// <summary>i₀* [A/m²] in j₀ = i₀* √(c_e/1000 mol/m³ · θ(1 − θ)) (symmetric Butler–Volmer; Doyle, Fuller, Newman 1993).</summary>
    public required double ReferenceExchangeCurrentDensity { get; init => field = Require.Positive(value, "A/m²"); }

    /// <summary>Resistance of a film on the particles [Ω m²].</summary>
    public double FilmResistance { get; init => field = Require.NotNegative(value, "Ω m²"); }

    /// <summary>
    /// Capacitance C of the double layer on the particles [F/m² of their surface]: C ∂(φ_s − φ_e)/∂t flows beside the reaction with its
    /// film and diffusion, carried by lithium ions of the salt. Null leaves it out of time stepping, while
    /// an impedance takes 0.2 F/m²; 0 leaves it out of both.
    /// </summary>
    public double? DoubleLayerCapacitance { get; init => field = value is { } c ? Require.NotNegative(c, "F/m²") : null; }

    /// <summary>Temperature at which the laws are meant [K].</summary>
    public double ReferenceTemperature { get; init => field = Require.Within(value, 200, 400, "K"); } = 298.15;

    /// <summary>Activation energy of the diffusivity [J/mol].</summary>
    public double DiffusivityActivationEnergy { get; init => field = Require.NotNegative(value, "J/mol"); }

    /// <summary>Activation energy of the exchange-current density [J/mol].</summary>
    public double ExchangeActivationEnergy { get; init => field = Require.NotNegative(value, "J/mol"); }

    /// <summary>dU/dT(θ) [V/K]; null where the open-circuit potential does not change with temperature.</summary>
    public ScalarFunction? EntropicCoefficient { get; init; }

    /// <summary>Open-circuit potential at a stoichiometry and a temperature, U(θ) + (T − T_ref) dU/dT(θ) [V].</summary>
    /// <param name="stoichiometry">θ.</param>
    /// <param name="temperature">T [K].</param>
    public double OpenCircuitPotentialAt(double stoichiometry, double temperature) => EntropicCoefficient is null
        ? OpenCircuitPotential.At(stoichiometry)
        : OpenCircuitPotential.At(stoichiometry) + (temperature - ReferenceTemperature) * EntropicCoefficient.At(stoichiometry);
}
