namespace Loadstone.Tests.Wetting.Interfaces;

/// <summary>The usual trials of interface tracking, with the bounds that good methods of this kind keep.</summary>
public sealed class AdvectionTests
{
    [Fact]
    public void Zalesaks_slotted_disc_keeps_its_shape_and_area_in_a_turn()
    {
        (double error, double drift) = Trials.Zalesak(100);
        // What is missing here stands there: half of the error is misplaced.
        (error / 2).ShouldBeLessThan(0.015);
        drift.ShouldBeLessThan(1e-12);
    }

    [Fact]
    public void A_reversed_vortex_gives_the_disc_back_with_order_two()
    {
        double coarse = Trials.Vortex(32), fine = Trials.Vortex(64);
        fine.ShouldBeLessThan(8e-4);
        Math.Log2(coarse / fine).ShouldBeGreaterThan(1.8);
    }
}
