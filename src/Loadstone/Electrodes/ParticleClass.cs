namespace Loadstone.Electrodes;

/// <summary>Particles of one material and one size in a layer.</summary>
public sealed record ParticleClass
{
    /// <summary>The material.</summary>
    public required IntercalationMaterial Material { get; init; }

    /// <summary>Radius R [m].</summary>
    public required double Radius { get; init => field = Require.Within(value, 1e-9, 1e-3, "m"); }

    /// <summary>Volume of these particles per volume of coating, against depth.</summary>
    public required DepthProfile VolumeFraction { get; init; }
}
