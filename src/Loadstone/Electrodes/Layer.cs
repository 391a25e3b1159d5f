namespace Loadstone.Electrodes;

/// <summary>One layer of a coating, with its depth profiles. Checked when made: pores and particles fit into the volume.</summary>
public sealed record Layer
{
    private const double RoundOff = 1e-9;

    /// <summary>A layer.</summary>
    /// <exception cref="ArgumentException">Porosity and particles add to more than the whole volume somewhere.</exception>
    public Layer(string name, double thickness, DepthProfile porosity, DepthProfile transportEfficiency,
        DepthProfile electronicConductivity, IReadOnlyList<ParticleClass> particles)
    {
        Name = name;
        Thickness = Require.Within(thickness, 1e-7, 5e-3, "m", nameof(Thickness));
        Porosity = porosity;
        TransportEfficiency = transportEfficiency;
        ElectronicConductivity = electronicConductivity;
        Particles = Require.NotEmpty(particles, nameof(Particles));
        Require.Within(porosity.Minimum, 1e-3, 1, "(fraction)", nameof(Porosity));
        Require.Within(transportEfficiency.Minimum, 1e-6, 1, "(fraction)", nameof(TransportEfficiency));
        Require.Within(transportEfficiency.Maximum, 0, 1, "(fraction)", nameof(TransportEfficiency));
        Require.Positive(electronicConductivity.Minimum, "S/m", nameof(ElectronicConductivity));
        double filled = porosity.Mean + particles.Sum(p => p.VolumeFraction.Mean);
        if (filled > 1 + RoundOff)
            throw new ArgumentException($"Layer {name}: porosity {porosity.Mean:g6} and active volume fractions add to {filled:g6}; at most 1 fits.");
    }

    /// <summary>Name shown in tables.</summary>
    public string Name { get; }

    /// <summary>Thickness [m].</summary>
    public double Thickness { get; }

    /// <summary>Porosity ε.</summary>
    public DepthProfile Porosity { get; }

    /// <summary>ε/τ, the ratio of effective to free transport in the electrolyte (1/MacMullin number).</summary>
    public DepthProfile TransportEfficiency { get; }

    /// <summary>Effective electronic conductivity of the coating [S/m]; nothing is applied on top of it.</summary>
    public DepthProfile ElectronicConductivity { get; }

    /// <summary>Particle classes, one or more.</summary>
    public IReadOnlyList<ParticleClass> Particles { get; }

    /// <summary>
    /// Part of the pores that electrolyte has reached, against depth; particles at dry pores take no part.
    /// </summary>
    public DepthProfile WettedFraction
    {
        get;
        init
        {
            Require.Within(value.Minimum, 1e-3, 1, "(fraction)");
            Require.Within(value.Maximum, 0, 1, "(fraction)");
            field = value;
        }
    } = 1;

    /// <summary>Effective ionic conductivity of the binder along the layer, beside the pores [S/m]; lithium ions alone move in it.</summary>
    public DepthProfile BinderConductivity
    {
        get;
        init
        {
            Require.NotNegative(value.Minimum, "S/m");
            field = value;
        }
    } = 0;

    /// <summary>The layer with other laws for its particles.</summary>
    /// <param name="change">The new material for each that it has.</param>
    public Layer WithMaterials(Func<IntercalationMaterial, IntercalationMaterial> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new Layer(Name, Thickness, Porosity, TransportEfficiency, ElectronicConductivity, [.. Particles.Select(p => p with { Material = change(p.Material) })])
        {
            WettedFraction = WettedFraction,
            BinderConductivity = BinderConductivity,
        };
    }

    /// <summary>Lithium sites per area of the layer, Σ L ε_s c_max [mol/m²].</summary>
    public double SitesPerArea => Thickness * Particles.Sum(p => p.VolumeFraction.Mean * p.Material.MaximumConcentration);
}
