namespace Loadstone.Laboratory.Impedance.Relaxation;

/// <summary>Where the numbers of a peak come from.</summary>
public enum RelaxationShape
{
    /// <summary>The density γ itself, whatever its shape.</summary>
    Density,

    /// <summary>A resistor and a capacitor in parallel, R/(1 + jωτ): one time constant.</summary>
    Debye,

    /// <summary>A depressed arc (ZARC), R/(1 + (jωτ)^α): symmetric in ln τ about τ (Cole and Cole 1941).</summary>
    ColeCole,

    /// <summary>Diffusion with a reaction of first order, R/√(1 + jωτ): γ = (R/π)√(t/(τ − t)) below τ, without bound there and zero above.</summary>
    Gerischer,
}

/// <summary>A peak of a distribution.</summary>
/// <param name="Shape">Where its numbers come from.</param>
/// <param name="Tau">Time constant of its maximum [s].</param>
/// <param name="Resistance">Its area [Ω].</param>
/// <param name="Exponent">α of a depressed arc; null of other shapes.</param>
/// <param name="IsSignificant">
/// Whether the data tell it from noise: the 95 % interval of its area, and of a density's height above the valleys beside it, lies above zero.
/// </param>
public sealed record RelaxationPeak(RelaxationShape Shape, Estimate Tau, Estimate Resistance, Estimate? Exponent, bool IsSignificant);
