using Loadstone.Laboratory;
using Loadstone.Laboratory.Imaging.Micrographs;
using Loadstone.Tests.Laboratory.Trials;
using MathNet.Numerics;

namespace Loadstone.Tests.Laboratory.Imaging;

public class MicrographTests
{
    private const double Pixel = 1e-7;

    /// <summary>Layers between wavy edges: mean thickness, spread and ratio are those of the edges.</summary>
    [Fact]
    public void Layers_have_the_thickness_and_ratio_of_their_edges()
    {
        const int width = 160, height = 130;
        static double Wave(double x) => 2 * Math.Sin(2 * Math.PI * x / 160);
        Micrograph picture = Drawn(width, height, (x, y) => Levels(y, [200, 120, 70, 10], [20.3, 50.8 + Wave(x), 111.1], 1.2));
        LayerSection found = LayerThickness.Measure(picture, SectionLine.Down(picture), ["foil", "L", "S", "outside"]);
        found.Layers.Select(l => l.Name).ShouldBe(["L", "S"]);
        found.Layers[0].Thickness.Value.ShouldBe(30.5 * Pixel, 1e-3 * 30.5 * Pixel);
        found.Layers[1].Thickness.Value.ShouldBe(60.3 * Pixel, 1e-3 * 60.3 * Pixel);
        found.Layers[0].Spread.ShouldBe(Math.Sqrt(2) * Pixel, 0.05 * Pixel);
        found.Ratios.ShouldHaveSingleItem().Ratio.Value.ShouldBe(30.5 / 60.3, 1e-3);
        found.Blur.ShouldBe(1.2 * Pixel, 0.05 * Pixel);
        found.Dropped.ShouldBe(0);
    }

    /// <summary>A film no wider than twice its blur keeps its thickness; two edges fitted one by one would push each other apart.</summary>
    [Fact]
    public void A_thin_film_keeps_its_thickness()
    {
        Micrograph picture = Drawn(60, 80, (_, y) => Levels(y, [100, 180, 40], [38.2, 42.1], 2));
        LayerThickness.Measure(picture, SectionLine.Down(picture), ["core", "film", "outside"]).Layers[0].Thickness.Value.ShouldBe(3.9 * Pixel, 0.02 * 3.9 * Pixel);
    }

    /// <summary>Across a slanted line the thickness is that across the layer, not along the pixels.</summary>
    [Fact]
    public void A_slanted_line_measures_across_the_layer()
    {
        double angle = 0.5, c = Math.Cos(angle), s = Math.Sin(angle);
        Micrograph picture = Drawn(200, 200, (x, y) => Levels((x - 100) * c + (y - 100) * s, [50, 200, 90], [-12.4, 14.9], 1.5));
        var line = new SectionLine(100 - 60 * c, 100 - 60 * s, 100 + 60 * c, 100 + 60 * s, 40);
        LayerThickness.Measure(picture, line, ["a", "rim", "b"]).Layers[0].Thickness.Value.ShouldBe(27.3 * Pixel, 2e-3 * 27.3 * Pixel);
    }

    /// <summary>The error of the scale is an error of the thickness.</summary>
    [Fact]
    public void The_scale_carries_its_error_through()
    {
        Micrograph exact = Drawn(48, 80, (x, y) => Levels(y, [100, 180, 40], [20, 60 + 0.01 * x], 1));
        var rough = new Micrograph("picture", exact.Grey, 48, 80, new Estimate(Pixel, 0.02 * Pixel));
        Estimate thickness = LayerThickness.Measure(rough, SectionLine.Down(rough), ["a", "b", "c"]).Layers[0].Thickness;
        thickness.StandardError.ShouldBe(0.02 * thickness.Value, 0.01 * 0.02 * thickness.Value);
        thickness.HalfWidth().ShouldBe(1.96 * 0.02 * thickness.Value, 0.02 * 0.02 * thickness.Value * 1.96);
    }

    [Fact]
    public void Cracks_are_the_dark_share_of_the_area()
    {
        // Each tenth column, twice as wide in the lower half; a foil at the top that does not belong.
        Micrograph picture = Drawn(100, 100, (x, y) => y < 20 ? 5 : x % 10 == 0 || (y >= 60 && x % 10 == 1) ? 20 : 150);
        foreach (double threshold in (double[])[double.NaN, 60])
        {
            DarkShareResult found = DarkShare.Measure(picture, new PixelArea(0, 20, 100, 80), threshold);
            found.Share.Value.ShouldBe(0.15, 1e-12);
            // Sub-areas of two and three cracks, single and double.
            found.Share.StandardError.ShouldBe(Math.Sqrt(0.0035 * 16 / 15) / 4, 1e-9);
            found.Separation.ShouldBe(1, 1e-9);
        }
    }

    /// <summary>Planes of a lattice over an uneven background, at any angle, to a thousandth of their distance.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(35)]
    [InlineData(-80)]
    public void The_spacing_of_a_lattice_lies_between_the_bins(double degrees)
    {
        double angle = degrees * Math.PI / 180, spacing = 5.37;
        Micrograph picture = Drawn(150, 120, (x, y) => 100 + 0.3 * x + 20 * Math.Exp(-((x - 70) * (x - 70) + (y - 50) * (y - 50)) / 800) + 8 * Math.Cos(2 * Math.PI * (x * Math.Cos(angle) - y * Math.Sin(angle)) / spacing));
        LatticeSpacingResult found = LatticeSpacing.Measure(picture, PixelArea.Of(picture));
        found.Spacing.Value.ShouldBe(spacing * Pixel, 1e-3 * spacing * Pixel);
        found.Direction.ShouldBe(angle, 2e-3);
    }

    [Fact]
    public void Pictures_that_cannot_be_used_are_told()
    {
        Micrograph grey = Drawn(64, 64, (_, _) => 100), noise = ImagingTrials.Picture(ImagingTrials.Noise(64 * 64, 1), 64, 64, Pixel);
        string Told(Action act) => Should.Throw<InputException>(act).Message;
        Told(() => LayerThickness.Measure(noise, SectionLine.Down(noise), ["a", "b"])).ShouldContain("2 regions are named; expected three or more");
        Told(() => LayerThickness.Measure(noise, new SectionLine(30, 5, 30, 80, 4), ["a", "b", "c"])).ShouldContain("outside of the picture of 64 × 64 pixels");
        Told(() => LayerThickness.Measure(noise, new SectionLine(30, 5, 30, 9, 4), ["a", "b", "c"])).ShouldContain("expected 8 or more");
        Told(() => DarkShare.Measure(grey, PixelArea.Of(grey), double.NaN)).ShouldContain("all of one grey");
        Told(() => DarkShare.Measure(grey, new PixelArea(10, 10, 60, 10), 5)).ShouldContain("does not lie in the picture");
        Told(() => LatticeSpacing.Measure(noise, PixelArea.Of(noise))).ShouldContain("no spacing stands out");
        Told(() => LatticeSpacing.Measure(noise, new PixelArea(0, 0, 10, 64))).ShouldContain("expected 16 or more");
    }

    private static Micrograph Drawn(int width, int height, Func<int, int, double> grey) =>
        ImagingTrials.Picture([.. Enumerable.Range(0, width * height).Select(i => grey(i % width, i / width))], width, height, Pixel);

    private static double Levels(double t, double[] levels, double[] edges, double blur)
    {
        double value = levels[0];
        for (int k = 0; k < edges.Length; k++) value += (levels[k + 1] - levels[k]) * (1 + SpecialFunctions.Erf((t - edges[k]) / blur / Math.Sqrt(2))) / 2;
        return value;
    }
}
