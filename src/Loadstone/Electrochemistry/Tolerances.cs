namespace Loadstone.Electrochemistry;

/// <summary>Accepted local error per time step of each kind of unknown.</summary>
public sealed record Tolerances
{
    /// <summary>The default: errors of the voltage well below 0.1 mV.</summary>
    public static Tolerances Default { get; } = new();

    /// <summary>Tolerances a factor tighter (below 1) or looser (above 1) than the default.</summary>
    public static Tolerances Scaled(double factor)
    {
        Require.Within(factor, 1e-6, 1e3, "(factor)");
        return new Tolerances
        {
            Relative = Default.Relative * factor,
            Concentration = Default.Concentration * factor,
            Potential = Default.Potential * factor,
            Stoichiometry = Default.Stoichiometry * factor,
            Reaction = Default.Reaction * factor,
            Temperature = Default.Temperature * factor,
        };
    }

    /// <summary>Relative tolerance of salt concentration and current.</summary>
    public double Relative { get; init; } = 3e-4;

    /// <summary>Absolute tolerance of the salt concentration [mol/m³].</summary>
    public double Concentration { get; init; } = 3e-2;

    /// <summary>Absolute tolerance of potentials [V].</summary>
    public double Potential { get; init; } = 8e-5;

    /// <summary>Absolute tolerance of stoichiometries.</summary>
    public double Stoichiometry { get; init; } = 1.2e-4;

    /// <summary>Absolute tolerance of the temperature [K].</summary>
    public double Temperature { get; init; } = 5e-3;

    /// <summary>Tolerance of reaction currents against the largest one.</summary>
    public double Reaction { get; init; } = 1.2e-2;
}
