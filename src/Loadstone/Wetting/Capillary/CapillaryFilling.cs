namespace Loadstone.Wetting.Capillary;

/// <summary>
/// Filling of a bed of discs by a wetting liquid where capillarity decides (Ca → 0): menisci are arcs of circles, and air that loses its way
/// out stays (M. Cieplak and M. O. Robbins, Phys. Rev. B 41, 11508 (1990)). At a flux the meniscus that needs the least pressure moves first;
/// from a reservoir all menisci that its pressure can move go on at once, as fast as the viscosity of the liquid behind them allows. Volumes are
/// those between the highest and the lowest point of the discs, so that free height above and below the bed changes nothing.
/// </summary>
public sealed record CapillaryFilling
{
    /// <summary>The steps in their order.</summary>
    public required IReadOnlyList<FillingStep> Steps { get; init; }

    /// <summary>κ at which the liquid leaves below [1/m]; NaN where it never did.</summary>
    public required double BreakthroughCurvature { get; init; }

    /// <summary>Share of the pore volume that holds liquid at the end: at breakthrough, or where the pressure of the reservoir moves it no more; bulges of menisci included.</summary>
    public required double Saturation { get; init; }

    /// <summary>Air that has lost its way out over the pore volume.</summary>
    public required double TrappedShare { get; init; }

    /// <summary>Of each pore, whether its air is trapped.</summary>
    public required IReadOnlyList<bool> IsTrapped { get; init; }

    /// <summary>Of each pore, its corners: centres of discs, and the side of the box where it lies at one [m].</summary>
    public required IReadOnlyList<IReadOnlyList<(double X, double Y)>> Outlines { get; init; }

    /// <summary>Time of the end [s]: of breakthrough, or of the last step from a reservoir that moves the liquid no more.</summary>
    public required double Time { get; init; }

    /// <summary>Time in which the flux would fill all pores, φH/U [s]; NaN from a reservoir.</summary>
    public required double FillTime { get; init; }

    /// <summary>Capillary number μU/σ; from a reservoir with the mean speed at which liquid went in.</summary>
    public required double CapillaryNumber { get; init; }

    /// <summary>Largest pressure that viscosity takes on the way to a meniscus that moves [Pa].</summary>
    public required double LargestViscousDrop { get; init; }

    /// <summary>Standard deviation of the steps' pressures of entry σκ [Pa]: viscosity leaves their order alone where its drop is small against this.</summary>
    public required double EntryScatter { get; init; }

    /// <summary>Time of the end over the time to fill all pores; at a flux it is the saturation.</summary>
    public double TimeOverFillTime => Time / FillTime;

    /// <summary>Largest κ on the way [1/m]: times σ it is the pressure over that of the air which this filling needs.</summary>
    public double HighestCurvature => Math.Max(Steps.Count == 0 ? double.NegativeInfinity : Steps.Max(step => step.Curvature), double.IsNaN(BreakthroughCurvature) ? double.NegativeInfinity : BreakthroughCurvature);

    /// <summary>Fills a bed from above.</summary>
    /// <param name="bed">The bed.</param>
    /// <param name="liquid">The liquid.</param>
    /// <param name="drive">What drives it.</param>
    /// <exception cref="InputException">The contact angle is beyond 90°.</exception>
    public static CapillaryFilling Of(DiscBed bed, CapillaryLiquid liquid, FillingDrive drive)
    {
        ArgumentNullException.ThrowIfNull(bed);
        ArgumentNullException.ThrowIfNull(liquid);
        ArgumentNullException.ThrowIfNull(drive);
        CheckAngle(liquid.ContactAngle, bed.Source);
        var front = new FillingFront(new PoreSpace(bed), liquid.ContactAngle);
        return drive switch
        {
            FillingDrive.Flux flux => new FluxFilling(front, liquid, flux.Speed).Run(),
            FillingDrive.Reservoir reservoir => new ReservoirFilling(front, liquid, reservoir.Pressure).Run(),
            _ => throw new ArgumentException("Unknown drive.", nameof(drive)),
        };
    }

    /// <summary>Fills a bed from above with a liquid of usual viscosity and surface tension.</summary>
    /// <param name="bed">The bed.</param>
    /// <param name="contactAngle">Contact angle through the liquid [rad], 0 to π/2.</param>
    /// <param name="highestCurvature">(p_reservoir − p_air)/σ [1/m]: 0 for a reservoir at the pressure of the air; infinite for a flux that is forced in until it leaves below.</param>
    /// <exception cref="InputException">The angle is out of its range.</exception>
    public static CapillaryFilling Of(DiscBed bed, double contactAngle, double highestCurvature = double.PositiveInfinity)
    {
        ArgumentNullException.ThrowIfNull(bed);
        CheckAngle(contactAngle, bed.Source);
        var liquid = new CapillaryLiquid { ContactAngle = contactAngle };
        return Of(bed, liquid, double.IsPositiveInfinity(highestCurvature) ? new FillingDrive.Flux() : new FillingDrive.Reservoir { Pressure = highestCurvature * liquid.SurfaceTension });
    }

    private static void CheckAngle(double angle, string source)
    {
        if (!(angle >= 0 && angle <= Math.PI / 2))
            throw new InputException(FormattableString.Invariant($"the contact angle is {angle * 180 / Math.PI:g4}°; expected 0° to 90° where capillarity alone fills the pores."), file: source);
    }
}
