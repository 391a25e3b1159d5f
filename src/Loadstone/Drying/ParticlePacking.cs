namespace Loadstone.Drying;

/// <summary>
/// A packing of hard particles that dries, and the thickness from which on capillary pressure cracks it: the energy that the
/// strained packing gives back pays for the crack's new surface (K. B. Singh, M. S. Tirumkudulu, Phys. Rev. Lett. 98, 218302 (2007)).
/// </summary>
public sealed record ParticlePacking
{
    private const double Prefactor = 0.64;

    /// <summary>Radius of the particles R [m].</summary>
    public required double Radius { get; init => field = Require.Positive(value, "m"); }

    /// <summary>Shear modulus of the particles G [Pa]; the default is assumed for layered oxides, 50 to 80 GPa.</summary>
    public double ShearModulus { get; init => field = Require.Positive(value, "Pa"); } = 70e9;

    /// <summary>Neighbours of a particle M.</summary>
    public double CoordinationNumber { get; init => field = Require.Positive(value, "(number)"); } = 6;

    /// <summary>Volume fraction of the particles in a random close packing φ_rcp.</summary>
    public double PackingFraction { get; init => field = Require.Fraction(value); } = 0.64;

    /// <summary>Surface tension of the solvent γ [N/m]; the default is NMP's.</summary>
    public double SurfaceTension { get; init => field = Require.Positive(value, "N/m"); } = 0.0408;

    /// <summary>Largest capillary pressure over 2γ/R; about 5 where menisci pass between touching spheres.</summary>
    public double CapillaryPressureRatio { get; init => field = Require.Positive(value, "(ratio)"); } = 5.3;

    /// <summary>h_c = 0.64 √(G M φ_rcp R³/(2γ)) (2γ/(P_max R))^(3/2) of the bare packing [m].</summary>
    public double CriticalThickness => Prefactor
        * Math.Sqrt(ShearModulus * CoordinationNumber * PackingFraction * Radius * Radius * Radius / (2 * SurfaceTension))
        * Math.Pow(CapillaryPressureRatio, -1.5);
}
