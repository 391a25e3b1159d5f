using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Loadstone.Reports;

namespace Loadstone.Tests.Reports;

public partial class SvgPlotTests
{
    private static readonly Gen<double> Values = Gen.Frequency(
        (6, from digits in Gen.Choose(-100000, 100000) from exponent in Gen.Choose(-9, 9) select digits * Math.Pow(10, exponent)),
        (1, Gen.Elements(0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon)),
        (1, Gen.Constant(3.7)));

    private static readonly Gen<Series> RandomSeries =
        from count in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Constant(1)), (4, Gen.Choose(2, 60)))
        from x in Values.ArrayOf(count)
        from y in Gen.OneOf(Values.ArrayOf(count), Values.Select(value => Enumerable.Repeat(value, count).ToArray()))
        from style in Gen.Elements(Enum.GetValues<SeriesStyle>())
        from label in ArbMap.Default.GeneratorFor<string>()
        select new Series(label ?? "", x, y, style);

    private static readonly Gen<Plot> RandomPlots =
        from many in Gen.Choose(0, 7)
        from series in RandomSeries.ArrayOf(many)
        from logX in Gen.Elements(true, false)
        from logY in Gen.Elements(true, false)
        from title in ArbMap.Default.GeneratorFor<string>()
        select new Plot("p", title ?? "", new Axis("x / m", Logarithmic: logX), new Axis("y <&> / V", Logarithmic: logY), series);

    [GeneratedRegex("NaN|Infinity|∞|[0-9]E[+-]?[0-9]")]
    private static partial Regex BadNumber();

    [Fact]
    public void Any_data_and_labels_give_well_formed_svg_with_finite_coordinates() =>
        Prop.ForAll(RandomPlots.ToArbitrary(), plot =>
        {
            XDocument svg = XDocument.Parse(SvgPlot.Render(plot));
            foreach (XAttribute attribute in svg.Descendants().Attributes().Where(a => a.Name.LocalName is "d" or "x" or "y" or "width" or "height" or "transform"))
                BadNumber().IsMatch(attribute.Value).ShouldBeFalse(attribute.ToString());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_value_lands_on_the_pixel_that_its_axis_gives_it()
    {
        var plot = new Plot("p", "", new Axis("x", 0, 10), new Axis("y", 0, 4), [new Series("", [0, 2.5, 10], [0, 3, 4])]);
        XElement svg = XDocument.Parse(SvgPlot.Render(plot)).Root!;
        XElement frame = svg.Descendants().Single(e => e.Name.LocalName == "clipPath").Elements().Single();
        double left = Read(frame, "x"), top = Read(frame, "y"), width = Read(frame, "width"), height = Read(frame, "height");
        string path = svg.Elements().Single(e => e.Attribute("clip-path") is not null).Attribute("d")!.Value;
        double[] numbers = [.. Regex.Matches(path, "[-0-9.]+").Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))];

        // Coordinates are written with two decimals.
        double[] expected = [left, top + height, left + 0.25 * width, top + 0.25 * height, left + width, top];
        numbers.Length.ShouldBe(expected.Length);
        for (int i = 0; i < expected.Length; i++) numbers[i].ShouldBe(expected[i], 0.02);
    }

    [Fact]
    public void Not_a_number_cuts_the_line_in_two_and_what_a_logarithm_has_no_place_for_is_left_out()
    {
        Line(new Axis("y"), [1, 2, double.NaN, 1, 2]).Count(c => c == 'M').ShouldBe(2);
        Line(new Axis("y", Logarithmic: true), [1, 10, -5, 20, 0]).Count(c => c == 'M').ShouldBe(2);

        static string Line(Axis y, double[] values) =>
            XDocument.Parse(SvgPlot.Render(new Plot("p", "t", new Axis("x"), y, [new Series("s", [0, 1, 2, 3, 4], values)])))
                .Root!.Elements().Single(e => e.Attribute("clip-path") is not null).Attribute("d")!.Value;
    }

    [Fact]
    public void Legend_entries_and_ticks_stay_in_the_picture_and_off_the_frame()
    {
        var plot = new Plot("p", "t", new Axis("x"), new Axis("y"),
            [.. Enumerable.Range(0, 9).Select(i => new Series($"series with a name of some length, {i}", [0, 1e5], [i, 2e5]))]);
        XElement svg = XDocument.Parse(SvgPlot.Render(plot)).Root!;
        XElement frame = svg.Descendants().Single(e => e.Name.LocalName == "clipPath").Elements().Single();
        double right = Read(frame, "x") + Read(frame, "width"), bottom = Read(frame, "y") + Read(frame, "height");
        XElement[] entries = [.. svg.Elements().Where(e => e.Name.LocalName == "text" && e.Value.StartsWith("series", StringComparison.Ordinal))];
        entries.Length.ShouldBe(9);
        foreach (XElement entry in entries)
        {
            (Read(entry, "x") > right || Read(entry, "y") > bottom).ShouldBeTrue("a legend entry lies on the data");
            (Read(entry, "x") + Markup.Width(entry.Value, PlotLayout.LegendSize)).ShouldBeLessThan(Read(svg, "width"));
            Read(entry, "y").ShouldBeLessThan(Read(svg, "height"));
        }
    }

    [Fact]
    public void Long_words_in_a_small_picture_still_leave_a_frame_for_the_data()
    {
        string words = string.Join(' ', Enumerable.Repeat("electrode", 30));
        var plot = new Plot("p", words, new Axis(words), new Axis(words), [new Series(words, [1, 2], [1e-7, 2e-7])]);
        XElement svg = XDocument.Parse(SvgPlot.Render(plot, 200, 150)).Root!;
        XElement frame = svg.Descendants().Single(e => e.Name.LocalName == "clipPath").Elements().Single();
        Read(frame, "width").ShouldBeGreaterThan(50);
        Read(frame, "height").ShouldBeGreaterThan(50);
        (Read(frame, "x") + Read(frame, "width")).ShouldBeLessThan(Read(svg, "width"));
        (Read(frame, "y") + Read(frame, "height")).ShouldBeLessThan(Read(svg, "height"));
    }

    [Fact]
    public void Series_of_one_group_share_a_colour_that_no_other_series_takes()
    {
        Look[] looks = Palette.Looks(
            [new("free", [], []), new("model", [], [], SeriesStyle.Line, 0), new("data", [], [], SeriesStyle.Points, 0), new("free", [], [])]);
        looks[1].Color.ShouldBe(looks[2].Color);
        looks.Select(look => look.Color).Distinct().Count().ShouldBe(3);
    }

    private static double Read(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
