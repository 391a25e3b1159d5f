namespace Loadstone.Drying;

/// <summary>Something that the liquid carries through the film while it dries: dissolved binder, or carbon fine enough to move.</summary>
public sealed record MigratingSpecies
{
    /// <summary>What it is.</summary>
    public required string Name { get; init; }

    /// <summary>Effective diffusivity D in the liquid between the particles over temperature [K] in [m²/s], not negative.</summary>
    public required Func<double, double> Diffusivity { get; init; }

    /// <summary>Share of its mass that can move; the rest sticks to the particles.</summary>
    public double MobileShare { get; init => field = Require.Fraction(value); } = 1;
}

/// <summary>Diffusivities of what migrates.</summary>
public static class MigrationLaws
{
    private const double Boltzmann = 1.380649e-23;

    /// <summary>Stokes–Einstein, D = k T/(6π η r) [m²/s].</summary>
    /// <param name="temperature">T [K].</param>
    /// <param name="viscosity">Viscosity of the liquid around it η [Pa s].</param>
    /// <param name="radius">Hydrodynamic radius r [m].</param>
    public static double StokesEinstein(double temperature, double viscosity, double radius) =>
        Boltzmann * temperature / (6 * Math.PI * viscosity * radius);

    /// <summary>
    /// A diffusivity known in one liquid carried over to another: it grows with T as Stokes–Einstein has it and falls with a power of
    /// the viscosity of the liquid between the particles, the binder's solution. Less diffusion alone makes a profile steeper.
    /// </summary>
    /// <param name="diffusivity">D in the known liquid at 25 °C [m²/s].</param>
    /// <param name="knownViscosity">Its viscosity [Pa s].</param>
    /// <param name="viscosity">Viscosity of the liquid in question [Pa s].</param>
    /// <param name="exponent">Power of the ratio of viscosities; 1 after Stokes–Einstein.</param>
    /// <returns>D over temperature [K].</returns>
    public static Func<double, double> CarriedOver(double diffusivity, double knownViscosity, double viscosity, double exponent = 1)
    {
        double scaled = Require.NotNegative(diffusivity, "m²/s")
            * Math.Pow(Require.Positive(knownViscosity, "Pa s") / Require.Positive(viscosity, "Pa s"), exponent);
        return temperature => scaled * temperature / 298.15;
    }

    /// <summary>
    /// Share of a species that the liquid carries, η_½/(η_½ + η): the network that gives a slurry its viscosity at rest holds the
    /// rest, which then moves with the particles. This is how a slurry that is thick at rest keeps its binder in place although
    /// evaporation draws the liquid through it as fast as through any other.
    /// </summary>
    /// <param name="lowShearViscosity">Viscosity of the slurry at rest, such as at 0.1 s⁻¹, η [Pa s].</param>
    /// <param name="halfHeldViscosity">Viscosity at which half is held η_½ [Pa s]; to be fitted on a measured profile.</param>
    public static double MobileShare(double lowShearViscosity, double halfHeldViscosity) =>
        Require.Positive(halfHeldViscosity, "Pa s") / (halfHeldViscosity + Require.NotNegative(lowShearViscosity, "Pa s"));
}
