using Loadstone.Numerics;

namespace Loadstone.Electrodes;

/// <summary>What the porous-electrode model needs to know of an active material at one temperature.</summary>
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
}
