using Loadstone.Laboratory;
using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Designs.Infiltration;

/// <summary>What one bed gave.</summary>
/// <param name="Time">Time of breakthrough [s].</param>
/// <param name="TimeOverFillTime">The same over the time in which the flux would fill all pores: the saturation at breakthrough.</param>
/// <param name="TrappedShare">Air that has lost its way out over the pore volume.</param>
/// <param name="HighestPressure">Largest pressure of the liquid over that of the air that capillarity asks for on the way [Pa].</param>
/// <param name="ViscousShare">Largest viscous drop over the scatter of the pressures of entry.</param>
public readonly record struct RankedBed(double Time, double TimeOverFillTime, double TrappedShare, double HighestPressure, double ViscousShare)
{
    internal static RankedBed Of(CapillaryFilling filling, double surfaceTension) =>
        new(filling.Time, filling.TimeOverFillTime, filling.TrappedShare, filling.HighestCurvature * surfaceTension, filling.LargestViscousDrop / filling.EntryScatter);
}

/// <summary>One combination of a ranking over its beds.</summary>
/// <param name="Arrangement">How the particles stand.</param>
/// <param name="LargeShare">Share of the large ones.</param>
/// <param name="Gap">Smallest distance between discs [m].</param>
/// <param name="ContactAngle">Contact angle [rad].</param>
/// <param name="Beds">What each bed gave, from seed 1 on.</param>
public sealed record RankingCase(Arrangement Arrangement, double LargeShare, double Gap, double ContactAngle, IReadOnlyList<RankedBed> Beds)
{
    /// <summary>Time of breakthrough [s].</summary>
    public Estimate Time => Mean(bed => bed.Time);

    /// <summary>Time of breakthrough over the time in which the flux would fill all pores: the saturation at breakthrough.</summary>
    public Estimate TimeOverFillTime => Mean(bed => bed.TimeOverFillTime);

    /// <summary>Air that has lost its way out over the pore volume.</summary>
    public Estimate TrappedShare => Mean(bed => bed.TrappedShare);

    /// <summary>Largest pressure of the liquid over that of the air that capillarity asks for on the way [Pa].</summary>
    public Estimate HighestPressure => Mean(bed => bed.HighestPressure);

    /// <summary>Largest viscous drop over the scatter of the pressures of entry.</summary>
    public Estimate ViscousShare => Mean(bed => bed.ViscousShare);

    /// <summary>Mean of something over this case less that over another, bed by bed of one seed.</summary>
    /// <param name="other">The other case, of as many beds.</param>
    /// <param name="of">What.</param>
    public Estimate Less(RankingCase other, Func<RankedBed, double> of)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(of);
        return Estimate.MeanOf([.. Beds.Zip(other.Beds, (mine, theirs) => of(mine) - of(theirs))]);
    }

    private Estimate Mean(Func<RankedBed, double> of) => Estimate.MeanOf([.. Beds.Select(of)]);
}
