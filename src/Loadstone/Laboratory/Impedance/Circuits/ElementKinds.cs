using Loadstone.Quantities;

namespace Loadstone.Laboratory.Impedance.Circuits;

/// <summary>The elements that circuits are made of.</summary>
public static class ElementKinds
{
    private static readonly ElementParameter
        Exponent = new("α", QuantityKinds.Ratio, "", IsExponent: true),
        Admittance = new("Q", QuantityKinds.Ratio, "S sᵅ"),
        Resistance = new("R", QuantityKinds.Resistance, "Ω"),
        TimeConstant = new("τ", QuantityKinds.Time, "s");

    /// <summary>Resistor R.</summary>
    public static ElementKind Resistor { get; } = new("R", 'R', "resistor, Z = R", ElementLaws.Resistor, Resistance with { Symbol = "" });

    /// <summary>Capacitor C.</summary>
    public static ElementKind Capacitor { get; } = new("C", 'C', "capacitor, Z = 1/(jωC)", ElementLaws.Capacitor, new ElementParameter("", QuantityKinds.Capacitance, "F"));

    /// <summary>Inductor L.</summary>
    public static ElementKind Inductor { get; } = new("L", 'L', "inductor, Z = jωL", ElementLaws.Inductor, new ElementParameter("", QuantityKinds.Inductance, "H"));

    /// <summary>Constant-phase element Q, α.</summary>
    public static ElementKind ConstantPhase { get; } = new("CPE", 'Q', "constant-phase element, Z = 1/(Q(jω)^α)", ElementLaws.ConstantPhase, Admittance, Exponent);

    /// <summary>Semi-infinite diffusion σ.</summary>
    public static ElementKind Warburg { get; } = new("W", 'W', "semi-infinite diffusion, Z = σ(1 − j)/√ω", ElementLaws.Warburg, new ElementParameter("", QuantityKinds.Ratio, "Ω s^-½"));

    /// <summary>Finite-space diffusion (a wall at the far end) R, τ.</summary>
    public static ElementKind OpenWarburg { get; } = new("Wo", 'T', "finite-space diffusion, Z = R coth√(jωτ)/√(jωτ)", ElementLaws.OpenWarburg, Resistance, TimeConstant);

    /// <summary>Finite-length diffusion (a reservoir at the far end) R, τ.</summary>
    public static ElementKind ShortWarburg { get; } = new("Ws", 'O', "finite-length diffusion, Z = R tanh√(jωτ)/√(jωτ)", ElementLaws.ShortWarburg, Resistance, TimeConstant);

    /// <summary>Finite-space diffusion with dispersion (paths of several lengths) R, τ, α.</summary>
    public static ElementKind DispersedOpenWarburg { get; } = new("Wod", null, "finite-space diffusion with dispersion, Z = R coth(s)/s with s = (jωτ)^(α/2)", ElementLaws.DispersedOpenWarburg, Resistance, TimeConstant, Exponent);

    /// <summary>Finite-length diffusion with dispersion R, τ, α.</summary>
    public static ElementKind DispersedShortWarburg { get; } = new("Wsd", null, "finite-length diffusion with dispersion, Z = R tanh(s)/s with s = (jωτ)^(α/2)", ElementLaws.DispersedShortWarburg, Resistance, TimeConstant, Exponent);

    /// <summary>Gerischer element (diffusion with a reaction of first order) R, τ.</summary>
    public static ElementKind Gerischer { get; } = new("G", 'G', "Gerischer element, Z = R/√(1 + jωτ)", ElementLaws.Gerischer, Resistance, TimeConstant);

    /// <summary>Resistor and constant-phase element in parallel, by its time constant: R, τ, α.</summary>
    public static ElementKind Zarc { get; } = new("ZARC", null, "depressed arc, Z = R/(1 + (jωτ)^α)", ElementLaws.Zarc, Resistance, TimeConstant, Exponent);

    /// <summary>Transmission line of a porous electrode without reaction: R_ion, Q, α (Landesfeind et al. 2016).</summary>
    public static ElementKind BlockingLine { get; } = new("TLM", null, "blocking transmission line, Z = R coth√(RQ(jω)^α)/√(RQ(jω)^α)", ElementLaws.BlockingLine, Resistance, Admittance, Exponent);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ElementKind> All { get; } =
        [Resistor, Capacitor, Inductor, ConstantPhase, Warburg, OpenWarburg, ShortWarburg, DispersedOpenWarburg, DispersedShortWarburg, Gerischer, Zarc, BlockingLine];
}
