namespace Loadstone.Slurry;

/// <summary>
/// How a slurry flows, from its formulation. At high rates the particles thicken the binder solution, η_∞ = η_m η_r(φ_eff); at low
/// rates the carbon network holds it, τ₀ = τ_ref (φ_c/φ_ref)^m; both join in Casson's law. With the binder film held, the
/// binder's concentration is t_b ρ_b/(t_s + t_b): the medium depends on the solvent shell alone, and more carbon means fewer
/// active particles between stiffer networks. So η is nearly a function of t_s (H. Yari et al. 2020, eqn 2).
/// Laws and limits: <see cref="SlurryLaws"/>. Immutable.
/// </summary>
public sealed record SlurryRheology
{
    /// <summary>Viscosity of the binder solution between the particles η_m [Pa s].</summary>
    public required double MediumViscosity { get; init; }

    /// <summary>Volume of all that flows as particles per volume of slurry φ_eff: with adsorbed binder and the liquid that the carbon holds.</summary>
    public required double EffectiveFraction { get; init; }

    /// <summary>Volume of carbon per volume between the active particles φ_c.</summary>
    public required double CarbonFraction { get; init; }

    /// <summary>The flow law.</summary>
    public required Casson Flow { get; init; }

    /// <summary>The flow of a slurry.</summary>
    /// <param name="slurry">Its formulation.</param>
    /// <param name="medium">Solvent and binder.</param>
    /// <param name="laws">Parameters; null for the default ones.</param>
    /// <param name="particles">Law for the particles; null for the one of <paramref name="laws"/>.</param>
    /// <exception cref="InputException">The particles jam; the message gives the solids content that would do.</exception>
    public static SlurryRheology Of(Formulation slurry, BinderSolution medium, SlurryLaws? laws = null, SuspensionViscosity? particles = null)
    {
        ArgumentNullException.ThrowIfNull(slurry);
        ArgumentNullException.ThrowIfNull(medium);
        laws ??= SlurryLaws.Default;
        particles ??= laws.Particles;
        Composition solids = slurry.Solids;
        double solvent = slurry.SolventToSolidRatio / slurry.SolventDensity;
        double volume = solids.SpecificVolume + solvent;
        double effective = ParticleVolume(solids, laws) / volume;
        if (effective >= particles.MaximumPacking) throw Jammed(slurry, laws, particles);

        double dissolved = 1 - laws.AdsorbedBinderShare.Value;
        double solution = solvent + dissolved * solids.VolumeOf(ComponentRole.Binder);
        double concentration = dissolved * solids.MassFractionOf(ComponentRole.Binder) / solution;
        double carbon = solids.VolumeOf(ComponentRole.Carbon) / (volume - solids.VolumeOf(ComponentRole.Active));
        double mediumViscosity = medium.Viscosity(concentration);
        double yield = laws.ReferenceYieldStress.Value * Math.Pow(carbon / laws.ReferenceCarbonFraction.Value, laws.YieldExponent.Value);
        return new SlurryRheology
        {
            MediumViscosity = mediumViscosity,
            EffectiveFraction = effective,
            CarbonFraction = carbon,
            Flow = new Casson(yield, mediumViscosity * particles.RelativeViscosity(effective)),
        };
    }

    /// <summary>Mass of solids per mass of slurry at which the particles jam; 1 where they never do.</summary>
    /// <param name="solids">The solids.</param>
    /// <param name="solventDensity">ρ_s [kg/m³].</param>
    /// <param name="laws">Parameters; null for the default ones.</param>
    /// <param name="particles">Law for the particles; null for the one of <paramref name="laws"/>.</param>
    public static double JammingSolids(Composition solids, double solventDensity, SlurryLaws? laws = null, SuspensionViscosity? particles = null)
    {
        ArgumentNullException.ThrowIfNull(solids);
        laws ??= SlurryLaws.Default;
        double solvent = ParticleVolume(solids, laws) / (particles ?? laws.Particles).MaximumPacking - solids.SpecificVolume;
        return 1 / (1 + Math.Max(0, solvent) * Require.Positive(solventDensity, "kg/m³", nameof(solventDensity)));
    }

    // Volume of what flows as particles per mass of solids.
    private static double ParticleVolume(Composition solids, SlurryLaws laws)
    {
        double own = solids.VolumeOf(ComponentRole.Carbon);
        double carbon = Math.Max(own, solids.MassFractionOf(ComponentRole.Carbon) * laws.CarbonStructureVolume.Value);
        return solids.VolumeOf(ComponentRole.Active) + solids.VolumeOf(ComponentRole.Other) + carbon
            + laws.AdsorbedBinderShare.Value * solids.VolumeOf(ComponentRole.Binder);
    }

    private static InputException Jammed(Formulation slurry, SlurryLaws laws, SuspensionViscosity particles)
    {
        double limit = JammingSolids(slurry.Solids, slurry.SolventDensity, laws, particles);
        return new InputException(FormattableString.Invariant(
            $"a slurry with {slurry.SolidMassFraction * 100:0.##} % of solids by mass jams: its particles, with the liquid that they hold, would need more than {particles.MaximumPacking * 100:0.##} % of its volume. Expected less than {limit * 100:0.##} % of solids."));
    }
}
