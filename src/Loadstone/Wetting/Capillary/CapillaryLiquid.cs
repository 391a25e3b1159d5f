namespace Loadstone.Wetting.Capillary;

/// <summary>A liquid that wets a bed.</summary>
public sealed record CapillaryLiquid
{
    /// <summary>Viscosity μ [Pa s].</summary>
    public double Viscosity { get; init => field = Require.Positive(value, "Pa s"); } = 3.1e-3;

    /// <summary>Surface tension σ [N/m].</summary>
    public double SurfaceTension { get; init => field = Require.Positive(value, "N/m"); } = 0.03;

    /// <summary>Contact angle θ through the liquid [rad]; capillary filling takes 0 to π/2.</summary>
    public double ContactAngle { get; init => field = Require.Within(value, 0, Math.PI, "rad"); } = Math.PI / 6;
}

/// <summary>What drives a liquid into a bed.</summary>
public abstract record FillingDrive
{
    private FillingDrive() { }

    /// <summary>A flux that is forced in at the top until it leaves below.</summary>
    public sealed record Flux : FillingDrive
    {
        /// <summary>Volume per cross-section and time U [m/s].</summary>
        public double Speed { get; init => field = Require.Positive(value, "m/s"); } = 1e-4;
    }

    /// <summary>A reservoir above the bed, from which the liquid goes where its pressure and the wetting of the discs carry it.</summary>
    public sealed record Reservoir : FillingDrive
    {
        /// <summary>Its pressure less that of the air [Pa].</summary>
        public double Pressure { get; init => field = double.IsNaN(value) ? throw new ArgumentOutOfRangeException(nameof(Pressure), value, "The pressure must be a number.") : value; }
    }
}
