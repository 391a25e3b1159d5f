using FsCheck;
using FsCheck.Fluent;
using Loadstone.Coating;
using Loadstone.Tests.Slurry;

namespace Loadstone.Tests.Coating;

public class EdgeAnalysisTests
{
    private sealed record Shape(double Bulk, double Width, double LeftRamp, double LeftRidge, double LeftHeight, double RightRamp, double RightRidge, double RightHeight)
    {
        public double HeightAt(double y) => y < Width / 2 ? Edge(y, LeftRamp, LeftRidge, LeftHeight) : Edge(Width - y, RightRamp, RightRidge, RightHeight);

        private double Edge(double y, double ramp, double ridge, double height) =>
            y <= 0 ? 0 : y < ramp ? Bulk * y / ramp : y < ramp + ridge ? Bulk * (1 + (height - 1) * Math.Sin(Math.PI * (y - ramp) / ridge)) : Bulk;
    }

    private static readonly Shape Known = new(150e-6, 60e-3, 0.8e-3, 3e-3, 1.2, 1.1e-3, 2.4e-3, 1.12);

    [Fact]
    public void The_numbers_of_a_known_profile_come_back_within_a_thousandth()
    {
        EdgeAnalysis found = EdgeAnalysis.Of(Sample(Known, 40_001), 260e-6);
        found.BulkHeight.ShouldBe(150e-6, 150e-9);
        found.GapRatio!.Value.ShouldBe(260.0 / 150, 2e-3);
        found.CoatedWidth.ShouldBe(60e-3, 60e-6);
        Near(found.Left, 1.2, 20, 150e-6 / 0.8e-3, 1e-3);
        Near(found.Right, 1.12, 16, 150e-6 / 1.1e-3, 1e-3);
        Near(found.Mean, 1.16, 18, 0.5 * (150e-6 / 0.8e-3 + 150e-6 / 1.1e-3), 1e-3);
        found.Left.SideWidth.ShouldBe(3.8e-3, 3.8e-6);
        found.TrimShare.ShouldBe((3.8 + 3.5) / 60, 1e-4);
    }

    [Fact]
    public void Left_and_right_change_places_in_the_mirror()
    {
        EdgeAnalysis straight = EdgeAnalysis.Of(Sample(Known, 20_001)), mirrored = EdgeAnalysis.Of(Sample(Known, 20_001).Mirrored());
        Near(mirrored.Left, straight.Right.Height, straight.Right.Width, straight.Right.Slope, 1e-9);
        Near(mirrored.Right, straight.Left.Height, straight.Left.Width, straight.Left.Slope, 1e-9);
    }

    [Fact]
    public void Any_profile_with_two_ridges_gives_back_what_made_it()
    {
        var shapes =
            from bulk in Recipes.Between(30e-6, 500e-6)
            from ramps in Recipes.Between(0.5e-3, 2e-3).ArrayOf(2)
            from ridges in Recipes.Between(1e-3, 6e-3).ArrayOf(2)
            from heights in Recipes.Between(1.03, 1.6).ArrayOf(2)
            select new Shape(bulk, 80e-3, ramps[0], ridges[0], heights[0], ramps[1], ridges[1], heights[1]);
        // Points stand 5.5 µm apart, which is 1.1 % of the narrowest ramp; a kink may lie anywhere between two.
        const double tolerance = 0.012;
        Prop.ForAll(shapes.ToArbitrary(), s =>
        {
            EdgeAnalysis found = EdgeAnalysis.Of(Sample(s, 16_001));
            Near(found.Left, s.LeftHeight, s.LeftRidge / s.Bulk, s.Bulk / s.LeftRamp, tolerance);
            Near(found.Right, s.RightHeight, s.RightRidge / s.Bulk, s.Bulk / s.RightRamp, tolerance);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>A laser's noise of 1 % must not make ridges or move edges.</summary>
    [Fact]
    public void Noise_moves_the_numbers_by_no_more_than_its_size()
    {
        EdgeAnalysis found = EdgeAnalysis.Of(Sample(Known, 3001, noise: 1.5e-6));
        found.BulkHeight.ShouldBe(150e-6, 0.5e-6);
        Near(found.Left, 1.2, 20, 150e-6 / 0.8e-3, 0.1);
        EdgeAnalysis flat = EdgeAnalysis.Of(Sample(Known with { LeftHeight = 1, RightHeight = 1 }, 3001, noise: 1.5e-6));
        flat.Mean.Height.ShouldBe(1, 0.03);
    }

    [Fact]
    public void An_edge_without_ridge_has_a_ramp_alone()
    {
        EdgeAnalysis found = EdgeAnalysis.Of(Sample(Known with { LeftHeight = 1 }, 40_001));
        found.Left.Height.ShouldBe(1);
        found.Left.Width.ShouldBe(0);
        // The ramp counts as settled at 99 % of the bulk.
        found.Left.SideWidth.ShouldBe(0.99 * 0.8e-3, 2e-6);
        found.Right.Height.ShouldBe(1.12, 1e-3);
    }

    [Fact]
    public void Profiles_that_cannot_be_used_are_refused()
    {
        Should.Throw<InputException>(() => new CrossWebProfile([0, 1, 2], [0, 1, 0]));
        Should.Throw<InputException>(() => new CrossWebProfile([0, 1, 1, 2, 3], [0, 1, 1, 1, 0])).Message.ShouldContain("point 3");
        Should.Throw<InputException>(() => new CrossWebProfile([0, 1, 2, 3, 4], [0, 1, double.NaN, 1, 0])).Message.ShouldContain("point 3");
        Should.Throw<InputException>(() => EdgeAnalysis.Of(new CrossWebProfile([0, 1, 2, 3, 4], [0, 0, 0, 0, 0]))).Message.ShouldContain("nowhere");
    }

    [Fact]
    public void Heights_between_points_are_straight_and_the_area_is_theirs()
    {
        var profile = new CrossWebProfile([0, 1, 2, 4, 5], [0, 2, 2, 1, 0]);
        profile.HeightAt(0.5).ShouldBe(1);
        profile.HeightAt(3).ShouldBe(1.5);
        profile.HeightAt(6).ShouldBe(0);
        profile.Area.ShouldBe(1 + 2 + 3 + 0.5, 1e-14);
    }

    private static CrossWebProfile Sample(Shape shape, int points, double noise = 0)
    {
        var random = new System.Random(7);
        double[] y = [.. Enumerable.Range(0, points).Select(i => shape.Width * (-0.05 + 1.1 * i / (points - 1)))];
        return new CrossWebProfile(y, [.. y.Select(p => shape.HeightAt(p) + noise * (2 * random.NextDouble() - 1))]);
    }

    private static void Near(EdgeMeasures found, double height, double width, double slope, double tolerance)
    {
        found.Height.ShouldBe(height, height * tolerance);
        found.Width.ShouldBe(width, width * tolerance);
        found.Slope.ShouldBe(slope, slope * tolerance);
    }
}
