using System.Globalization;
using System.Xml.Linq;
using Loadstone.Reports;

namespace Loadstone.Tests.Reports;

public class EnergyPictureTests
{
    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static XElement[] Bars(Drawing drawing, double height) =>
        [.. XDocument.Parse(drawing.Svg).Descendants().Where(e => e.Name.LocalName == "rect" && e.Attribute("height")!.Value == height.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Bars that did not follow each other would not show a whole.</summary>
    [Fact]
    public void Each_bar_of_a_waterfall_begins_where_the_last_one_ended()
    {
        Drawing drawing = Waterfall.Draw("mass", "Mass <of> a cell", "g", [new("a", 3, 0), new("b", 1, 1), new("nothing", 0, 1), new("c", 4, 2)], "cell", ["x", "y", "z"]);
        XElement[] bars = Bars(drawing, 16);
        bars.Length.ShouldBe(5);
        double start = Number(bars[0], "x"), whole = Number(bars[^1], "width");
        Number(bars[1], "x").ShouldBe(start + whole * 3 / 8, 0.02);
        Number(bars[3], "x").ShouldBe(start + whole / 2, 0.02);
        (Number(bars[3], "x") + Number(bars[3], "width")).ShouldBe(start + whole, 0.02);
        drawing.Svg.ShouldContain("1.00 g, 12.5 %");
    }

    [Fact]
    public void A_waterfall_of_nothing_is_refused()
    {
        Should.Throw<ArgumentException>(() => Waterfall.Draw("n", "t", "g", [new("a", 0, 0)], "cell", ["x"]));
        Should.Throw<ArgumentException>(() => Waterfall.Draw("n", "t", "g", [new("a", -1, 0)], "cell", ["x"]));
        Should.Throw<ArgumentException>(() => Waterfall.Draw("n", "t", "g", [], "cell", ["x"]));
    }

    [Fact]
    public void Both_ends_of_a_tornado_meet_at_the_middle_and_missing_ends_are_left_out()
    {
        Drawing drawing = Tornado.Draw("t", "Energy", "Wh/kg", 300, [new("wide", "1 mm", "3 mm", 330, 250), new("cut short", "1 g", "2 g", double.NaN, 290)]);
        XElement[] bars = Bars(drawing, 14);
        bars.Length.ShouldBe(3);
        double middle = Number(bars[0], "x");
        (Number(bars[1], "x") + Number(bars[1], "width")).ShouldBe(middle, 0.02);
        Number(bars[0], "width").ShouldBe(Number(bars[1], "width") * 30 / 50, 0.05);
    }
}
