using Loadstone.Wetting;
using Loadstone.Wetting.Bridge;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Tests.Wetting.Bridge;

public sealed class BridgeRunTests
{
    private static readonly DiscBed Bed = new BedGenerator { Width = 16e-6, Gap = 1e-6 }.Make([new BedLayer(14e-6, 0.55, [new DiscClass(2.25e-6, 1)])], seed: 5);

    [Fact]
    public void A_bed_filled_slowly_fills_as_capillarity_alone_fills_it()
    {
        BridgeOptions options = At(1e-5);
        BridgeResult result = Fill(Bed, options);
        CapillaryFilling alone = CapillaryFilling.Of(Bed, options.Liquid, new FillingDrive.Flux());
        result.HasBrokenThrough.ShouldBeTrue();
        result.MassError.ShouldBeLessThan(1e-12);
        FillingOrder order = FillingOrder.Of(result.Filled, alone);
        order.Share.ShouldBeGreaterThan(0.95);
        order.Common.ShouldBeGreaterThan(alone.Steps.Sum(step => step.Pores.Count) * 2 / 3);
        // The pressure that the way through needs, with the little that viscosity takes.
        result.History.Max(sample => sample.Pressure).ShouldBe(alone.HighestCurvature * options.Liquid.SurfaceTension, 0.05 * alone.HighestCurvature * options.Liquid.SurfaceTension);
    }

    [Fact]
    public void A_bed_fills_the_same_in_a_mirror()
    {
        BridgeRun one = BridgeRun.Begin(Bed, At(1e-3)), mirrored = BridgeRun.Begin(Bed.Mirrored(), At(1e-3));
        for (int k = 0; k < 200; k++)
        {
            one.Advance();
            mirrored.Advance();
        }
        mirrored.History[^1].Time.ShouldBe(one.History[^1].Time, 1e-6 * one.History[^1].Time);
        mirrored.History[^1].Pressure.ShouldBe(one.History[^1].Pressure, 1e-6 * Math.Abs(one.History[^1].Pressure));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(45)]
    public void From_a_reservoir_a_bed_comes_to_rest_where_capillarity_alone_leaves_it(double degrees)
    {
        var options = new BridgeOptions { Liquid = new() { ContactAngle = degrees * Math.PI / 180 }, Drive = new FillingDrive.Reservoir() };
        BridgeResult result = Fill(Bed, options);
        CapillaryFilling alone = CapillaryFilling.Of(Bed, options.Liquid, options.Drive);
        result.HasBrokenThrough.ShouldBeFalse();
        result.History[^1].Saturation.ShouldBe(alone.Saturation, 0.02 * alone.Saturation);
        FillingOrder.Of(result.Filled, alone).Share.ShouldBe(1);
    }

    [Fact]
    public void A_repelled_liquid_stays_out()
    {
        // Flat fronts float half a radius below the tops of discs that they meet at 120°.
        BridgeResult result = Fill(Bed, new BridgeOptions { Liquid = new() { ContactAngle = 2 * Math.PI / 3 }, Drive = new FillingDrive.Reservoir() });
        result.History[^1].Saturation.ShouldBeLessThan(0.25);
        result.HasBrokenThrough.ShouldBeFalse();
    }

    [Fact]
    public void What_no_grid_can_hold_is_refused()
    {
        Should.Throw<InputException>(() => BridgeRun.Begin(Bed, At(1e-3) with { Cell = 2e-6 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new BridgeOptions { GasViscosity = 0 });
        At(1e-3).CapillaryNumber.ShouldBe(1e-3, 1e-15);
    }

    private static BridgeOptions At(double capillaryNumber)
    {
        var liquid = new CapillaryLiquid { ContactAngle = Math.PI / 3 };
        return new BridgeOptions { Liquid = liquid, Drive = new FillingDrive.Flux { Speed = capillaryNumber * liquid.SurfaceTension / liquid.Viscosity } };
    }

    private static BridgeResult Fill(DiscBed bed, BridgeOptions options)
    {
        BridgeRun run = BridgeRun.Begin(bed, options);
        while (!run.IsDone) run.Advance();
        return run.Result();
    }
}
