using Loadstone.Quantities;
using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Designs.Infiltration;

/// <summary>A flux fills beds where capillarity decides, at each contact angle.</summary>
public sealed record CapillaryMeasure : RankingMeasure
{
    private static readonly RankingFigure[] Taken =
    [
        new("saturation at breakthrough", QuantityKinds.Fraction) { IsPlotted = true },
        new("time of breakthrough", QuantityKinds.Time, "s"),
        new("air trapped", QuantityKinds.Fraction) { IsPlotted = true },
        new("highest pressure", QuantityKinds.Pressure, "kPa"),
        new("viscous drop over scatter of entry pressures", QuantityKinds.Fraction) { IsDetail = true },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<RankingFigure> Figures => Taken;

    /// <inheritdoc/>
    public override IReadOnlyList<double> ContactAngles { get; init => field = Require.NotEmpty(value); } = [Math.PI / 6, Math.PI / 3, Math.PI / 2];

    /// <summary>The liquid; its contact angle is that of <see cref="ContactAngles"/>.</summary>
    public CapillaryLiquid Liquid { get; init; } = new();

    /// <summary>The flux that is forced in.</summary>
    public FillingDrive.Flux Flux { get; init; } = new();

    internal override string Words => FormattableString.Invariant($"filled by a flux of {Flux.Speed * 1e3:g4} mm/s where capillarity decides");

    internal override object Settings => new { Liquid, Flux, ContactAngles };

    internal override double[][] Of(DiscBed bed, string? folder, Action<double> progress, CancellationToken cancellation) => [.. ContactAngles.Select(angle =>
    {
        CapillaryLiquid liquid = Liquid with { ContactAngle = angle };
        CapillaryFilling filling = CapillaryFilling.Of(bed, liquid, Flux);
        return (double[])[filling.TimeOverFillTime, filling.Time, filling.TrappedShare, filling.HighestCurvature * liquid.SurfaceTension, filling.LargestViscousDrop / filling.EntryScatter];
    })];
}
