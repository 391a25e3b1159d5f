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
    /// A diffusivity known in one slurry carried over to another: it grows with T as Stokes–Einstein has it and falls with a power of
    /// the low-shear viscosity, which is how a thick slurry at rest holds its binder.
    /// </summary>
    /// <param name="diffusivity">D in the known slurry at 25 °C [m²/s].</param>
    /// <param name="knownViscosity">Its low-shear viscosity [Pa s].</param>
    /// <param name="viscosity">Low-shear viscosity of the slurry in question [Pa s].</param>
    /// <param name="exponent">Power of the ratio of viscosities; 1 after Stokes–Einstein.</param>
    /// <returns>D over temperature [K].</returns>
    public static Func<double, double> CarriedOver(double diffusivity, double knownViscosity, double viscosity, double exponent = 1)
    {
        double scaled = Require.NotNegative(diffusivity, "m²/s")
            * Math.Pow(Require.Positive(knownViscosity, "Pa s") / Require.Positive(viscosity, "Pa s"), exponent);
        return temperature => scaled * temperature / 298.15;
    }
}
