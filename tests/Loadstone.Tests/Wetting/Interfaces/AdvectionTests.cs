namespace Loadstone.Tests.Wetting.Interfaces;

/// <summary>The usual trials of interface tracking, with the bounds that good methods of this kind keep.</summary>
public sealed class AdvectionTests
{
    /// <summary>Youngs' normals leave 1.09 % there (M. Rudman, Int. J. Numer. Methods Fluids 24, 671 (1997)): with lines from a worse fit, or with larger losses at the corners, it is more.</summary>
    [Fact]
    public void A_slotted_disc_of_50_cells_keeps_its_shape_and_area_in_a_turn_as_the_best_methods_with_lines_do()
    {
        (double error, double drift) = Trials.Rudman(200);
        error.ShouldBeLessThan(0.0109);
        drift.ShouldBeLessThan(1e-12);
    }

    /// <summary>A disc of 30 cells with a slot of 5 has twice as much edge and corner for its area.</summary>
    [Fact]
    public void Zalesaks_slotted_disc_of_30_cells_keeps_its_shape_and_area_in_a_turn()
    {
        (double error, double drift) = Trials.Zalesak(100);
        error.ShouldBeLessThan(0.028);
        drift.ShouldBeLessThan(1e-12);
    }

    [Fact]
    public void A_reversed_vortex_gives_the_disc_back_with_order_two()
    {
        (double coarse, double low, double high) = Trials.Vortex(64);
        (double fine, double lowest, double highest) = Trials.Vortex(128);
        fine.ShouldBeLessThan(2e-4);
        Math.Log2(coarse / fine).ShouldBeGreaterThan(1.8);
        Math.Min(low, lowest).ShouldBeGreaterThan(-1e-12);
        Math.Max(high, highest).ShouldBeLessThan(1 + 1e-12);
    }
}
