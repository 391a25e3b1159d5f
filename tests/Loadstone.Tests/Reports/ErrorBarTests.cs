using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Loadstone.Reports;

namespace Loadstone.Tests.Reports;

public class ErrorBarTests
{
    private static Plot Of(Axis y, params double[] bars) => new("p", "P", new Axis("x"), y, [new Series("s", [1, 2, 3], [10, 20, 30], SeriesStyle.Points) { HalfWidths = bars }]);

    /// <summary>A bar runs from the value less its half width to the value plus it on the scale of the axis, and the axis has room for it.</summary>
    [Fact]
    public void Bars_span_their_intervals_on_the_axis()
    {
        Plot plot = Of(new Axis("y"), 2, double.NaN, 15);
        (_, AxisScale scale) = AxisScale.Of(plot);
        scale.High.ShouldBeGreaterThan(45);
        MatchCollection bars = Regex.Matches(SvgPlot.Render(plot), @"M[\d.]+ ([\d.]+)h7m-3.5 0V([\d.]+)m");
        bars.Count.ShouldBe(2);
        double Length(Match bar) => double.Parse(bar.Groups[2].Value, CultureInfo.InvariantCulture) - double.Parse(bar.Groups[1].Value, CultureInfo.InvariantCulture);
        (Length(bars[1]) / Length(bars[0])).ShouldBe(7.5, 0.01);
    }

    /// <summary>On a logarithmic axis a bar below zero must not vanish or break the picture: it goes on to the frame.</summary>
    [Fact]
    public void Bars_that_reach_below_zero_go_to_the_frame_of_a_logarithmic_axis()
    {
        string svg = SvgPlot.Render(Of(new Axis("y", Logarithmic: true), 12, 1, 1));
        Regex.Count(svg, @"h7m-3.5 0V").ShouldBe(3);
        svg.ShouldNotContain("NaN");
    }

    /// <summary>The script draws and downloads the bars that the picture has.</summary>
    [Fact]
    public void The_page_holds_the_bars()
    {
        using JsonDocument data = JsonDocument.Parse(PlotJson.Render(Of(new Axis("y"), 2, double.NaN, 15)));
        data.RootElement.GetProperty("series")[0].GetProperty("bars").GetRawText().ShouldBe("[2,null,15]");
    }

    [Fact]
    public void Bars_without_a_value_are_refused() => Should.Throw<ArgumentException>(() => Of(new Axis("y"), 1, 2));
}
