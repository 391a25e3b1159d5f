namespace Loadstone.Slurry;

/// <summary>
/// The state of a slurry: how thick binder and solvent stand on the surface of the particles, and how much of the
/// volume is solid (Yari et al. 2020, section 3.1, eqn 1; after Lestriez 2010).
/// </summary>
public sealed record Formulation
{
    /// <summary>The solids.</summary>
    public required Composition Solids { get; init; }

    /// <summary>Mass of solvent per mass of solids, ss.</summary>
    public required double SolventToSolidRatio { get; init => field = Require.NotNegative(value, "(ratio)"); }

    /// <summary>Density of the solvent ρ_s [kg/m³].</summary>
    public required double SolventDensity { get; init => field = Require.Positive(value, "kg/m³"); }

    /// <summary>Mass of solids per mass of slurry.</summary>
    public double SolidMassFraction => 1 / (1 + SolventToSolidRatio);

    /// <summary>Volume of solids per volume of slurry, φ; the binder counts as solid, though it is dissolved.</summary>
    public double SolidVolumeFraction => Solids.SpecificVolume / (Solids.SpecificVolume + SolventVolume);

    /// <summary>Thickness of the solvent shell on active material and carbon, t_s = (ss/ρ_s)/A [m]; infinite where there is no surface.</summary>
    public double SolventShellThickness => SolventVolume == 0 ? 0 : SolventVolume / Solids.WettedSurface;

    /// <summary>Density of the slurry, volumes taken as additive [kg/m³].</summary>
    public double Density => (1 + SolventToSolidRatio) / (Solids.SpecificVolume + SolventVolume);

    /// <summary>
    /// φ by eqn 1 as it is printed, 1/φ = 1 + ρ_a (s_a + s_c f_c)/(1 − f_c) t_s. It leaves out the volume of carbon and
    /// binder and takes f_a as 1 in the surface, and so falls some 15 % below <see cref="SolidVolumeFraction"/>: for
    /// comparison with the paper's figures alone. Not a number without active material.
    /// </summary>
    public double PrintedSolidVolumeFraction
    {
        get
        {
            double fa = Solids.MassFractionOf(ComponentRole.Active), fc = Solids.MassFractionOf(ComponentRole.Carbon);
            double rhoA = fa / Solids.VolumeOf(ComponentRole.Active);
            double sA = Solids.SurfaceOf(ComponentRole.Active) / fa;
            double surface = sA + Solids.SurfaceOf(ComponentRole.Carbon);
            return 1 / (1 + rhoA * surface / (1 - fc) * SolventShellThickness);
        }
    }

    private double SolventVolume => SolventToSolidRatio / SolventDensity;
}
