using FsCheck;
using FsCheck.Fluent;
using Loadstone.Reports;

namespace Loadstone.Tests.Reports;

public class ThinningTests
{
    [Fact]
    public void A_noisy_line_keeps_its_ends_and_its_extremes_and_loses_most_points()
    {
        var random = new Random(5);
        double[] x = [.. Enumerable.Range(0, 100_000).Select(i => i / 200.0)];
        double[] y = [.. x.Select(_ => 300 * random.NextDouble())];
        List<int> kept = Thinning.Line(x, y);
        kept.Count.ShouldBeLessThanOrEqualTo(4 * 500);
        kept[0].ShouldBe(0);
        kept[^1].ShouldBe(x.Length - 1);
        kept.Max(i => y[i]).ShouldBe(y.Max());
        kept.Min(i => y[i]).ShouldBe(y.Min());
    }

    [Fact]
    public void The_thinned_line_rises_in_index_and_passes_every_point_within_a_pixel() =>
        Prop.ForAll(Gen.Choose(-500, 500).Select(i => i / 7.0).ArrayOf(200).ToArbitrary(), y =>
        {
            double[] x = [.. Enumerable.Range(0, y.Length).Select(i => i * 1.5)];
            List<int> kept = Thinning.Line(x, y);
            for (int k = 1; k < kept.Count; k++)
            {
                kept[k].ShouldBeGreaterThan(kept[k - 1]);
                for (int i = kept[k - 1] + 1; i < kept[k]; i++)
                {
                    double share = (x[i] - x[kept[k - 1]]) / (x[kept[k]] - x[kept[k - 1]]);
                    double dy = y[kept[k]] - y[kept[k - 1]], dx = x[kept[k]] - x[kept[k - 1]];
                    double vertical = Math.Abs(y[i] - y[kept[k - 1]] - share * dy);
                    (vertical * dx / Math.Sqrt(dx * dx + dy * dy)).ShouldBeLessThan(0.11);
                }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_straight_line_needs_two_points_and_a_gap_one()
    {
        double[] x = [.. Enumerable.Range(0, 1000).Select(i => i * 0.9)];
        double[] y = [.. x.Select((value, i) => i is >= 400 and < 500 ? double.NaN : 3 * value)];
        Thinning.Line(x, y).ShouldBe([0, 399, 400, 500, 999]);
    }

    [Fact]
    public void Markers_on_one_pixel_become_one_and_others_stay() =>
        Thinning.Markers([1.1, 1.9, 2.1, double.NaN, 1.5], [5.0, 5.5, 5, 5, 6.1]).ShouldBe([0, 2, 4]);
}
