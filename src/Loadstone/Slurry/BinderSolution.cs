using Loadstone.Materials;

namespace Loadstone.Slurry;

/// <summary>
/// The liquid of a slurry: solvent with dissolved binder. η = η_s (1 + c[η] e^(k c[η])) (A. F. Martin 1942), which becomes
/// Huggins' equation with k_H = k where it is dilute (M. L. Huggins, J. Am. Chem. Soc. 64, 2716 (1942)).
/// </summary>
public sealed record BinderSolution
{
    /// <summary>Viscosity of the solvent η_s [Pa s].</summary>
    public required double SolventViscosity { get; init => field = Require.Positive(value, "Pa s"); }

    /// <summary>Intrinsic viscosity of the binder in it [η] [m³/kg].</summary>
    public required double IntrinsicViscosity { get; init => field = Require.NotNegative(value, "m³/kg"); }

    /// <summary>Coefficient k; 0.3 to 0.4 in dilute solution, less where the law has to reach to high concentrations.</summary>
    public required double MartinCoefficient { get; init => field = Require.NotNegative(value, ""); }

    /// <summary>Viscosity of the solution [Pa s].</summary>
    /// <param name="concentration">Mass of binder per volume of solution c [kg/m³].</param>
    public double Viscosity(double concentration)
    {
        double overlap = Require.NotNegative(concentration, "kg/m³", nameof(concentration)) * IntrinsicViscosity;
        return SolventViscosity * (1 + overlap * Math.Exp(MartinCoefficient * overlap));
    }

    /// <summary>The solution of a binder in a solvent of the catalogue.</summary>
    /// <exception cref="InputException">Nothing is known of the binder in solution.</exception>
    public static BinderSolution Of(Solvent solvent, Binder binder)
    {
        ArgumentNullException.ThrowIfNull(solvent);
        ArgumentNullException.ThrowIfNull(binder);
        if (binder.IntrinsicViscosity is not { } intrinsic || binder.MartinCoefficient is not { } martin)
            throw new InputException($"the catalogue does not know how {binder.Name} thickens a solvent; expected its intrinsic viscosity and Martin coefficient, or another binder.");
        return new() { SolventViscosity = solvent.Viscosity.Value, IntrinsicViscosity = intrinsic.Value, MartinCoefficient = martin.Value };
    }
}
