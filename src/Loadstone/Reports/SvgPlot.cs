using System.Globalization;
using System.Text;
using static Loadstone.Reports.Markup;

namespace Loadstone.Reports;

/// <summary>Draws a <see cref="Plot"/> as a stand-alone SVG document for print and screen.</summary>
public static class SvgPlot
{
    private const string Ink = "#222";
    private const string Grid = "#e3e3e3";
    private const string FaintGrid = "#f2f2f2";

    /// <summary>
    /// The SVG document. Values that are not finite, beyond ±1e100, or not positive on a logarithmic axis leave gaps; long series
    /// are thinned to what a pixel can show, extremes kept. The legend stands beside or below the frame, never on the data.
    /// </summary>
    /// <param name="plot">What to draw; without series the frame stays empty.</param>
    /// <param name="width">Width of the picture [px], at least 200; it grows where long labels would leave no room for the data.</param>
    /// <param name="height">Height of the picture [px], at least 150, without the rows of a legend below; it grows likewise.</param>
    /// <exception cref="ArgumentOutOfRangeException">The picture is too small for its labels.</exception>
    public static string Render(Plot plot, int width = 720, int height = 440)
    {
        ArgumentNullException.ThrowIfNull(plot);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 200);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 150);

        var (x, y) = AxisScale.Of(plot);
        IReadOnlyList<Tick> xTicks = Ticks.Of(x), yTicks = Ticks.Of(y);
        var frame = new PlotLayout(plot, xTicks, yTicks, width, height);

        var svg = new StringBuilder();
        AppendHead(svg, plot, frame);
        AppendGrid(svg, frame, x, y, xTicks, yTicks);
        Look[] looks = Palette.Looks(plot.Series);
        for (int i = 0; i < looks.Length; i++) SvgCurve.Append(svg, plot.Series[i], looks[i], x, y, frame);
        AppendFrame(svg, frame, x, y, xTicks, yTicks);
        AppendLabels(svg, frame);
        AppendLegend(svg, plot.Series, looks, frame);
        return svg.Append("</svg>\n").ToString();
    }

    private static void AppendHead(StringBuilder svg, Plot plot, PlotLayout frame)
    {
        string names = string.Join(", ", plot.Series.Select(s => s.Label));
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{frame.Width}" height="{frame.Height}" viewBox="0 0 {frame.Width} {frame.Height}" role="img" font-family="{FontStack}" fill="{Ink}">
            <title>{Escape(plot.Title)}</title>
            <desc>{Escape($"{plot.Y.Label} against {plot.X.Label}: {names}")}</desc>
            <defs><clipPath id="frame"><rect x="{Number(frame.Left)}" y="{Number(frame.Top)}" width="{Number(frame.Right - frame.Left)}" height="{Number(frame.Bottom - frame.Top)}"/></clipPath></defs>
            <rect width="100%" height="100%" fill="#fff"/>

            """);
    }

    private static void AppendGrid(
        StringBuilder svg, PlotLayout frame, AxisScale x, AxisScale y, IReadOnlyList<Tick> xTicks, IReadOnlyList<Tick> yTicks)
    {
        if (x.Logarithmic) AppendLines(svg, FaintGrid, Ticks.LogarithmicGrid(x.Low, x.High).Select(v => Vertical(frame, x, v)));
        if (y.Logarithmic) AppendLines(svg, FaintGrid, Ticks.LogarithmicGrid(y.Low, y.High).Select(v => Horizontal(frame, y, v)));
        AppendLines(svg, Grid, xTicks.Select(t => Vertical(frame, x, t.Value)).Concat(yTicks.Select(t => Horizontal(frame, y, t.Value))));
    }

    private static string Vertical(PlotLayout frame, AxisScale x, double value) =>
        $"M{Number(frame.PixelX(x.Fraction(value)))} {Number(frame.Top)}V{Number(frame.Bottom)}";

    private static string Horizontal(PlotLayout frame, AxisScale y, double value) =>
        $"M{Number(frame.Left)} {Number(frame.PixelY(y.Fraction(value)))}H{Number(frame.Right)}";

    private static void AppendLines(StringBuilder svg, string color, IEnumerable<string> lines) =>
        svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"none\" stroke=\"{color}\" d=\"{string.Concat(lines)}\"/>\n");

    private static void AppendFrame(
        StringBuilder svg, PlotLayout frame, AxisScale x, AxisScale y, IReadOnlyList<Tick> xTicks, IReadOnlyList<Tick> yTicks)
    {
        var marks = new StringBuilder($"M{Number(frame.Left)} {Number(frame.Top)}V{Number(frame.Bottom)}H{Number(frame.Right)}");
        var labels = new StringBuilder();
        double free = double.NegativeInfinity;
        foreach (Tick tick in xTicks)
        {
            double at = frame.PixelX(x.Fraction(tick.Value));
            marks.Append($"M{Number(at)} {Number(frame.Bottom)}v5");

            // In a narrow picture a label that would touch the one before it is left out; its mark stays.
            double half = Width(tick.Label, PlotLayout.TickSize) / 2;
            if (at - half < free) continue;
            free = at + half + 4;
            labels.Append($"<text x=\"{Number(at)}\" y=\"{Number(frame.Bottom + 18)}\" text-anchor=\"middle\">{tick.Label}</text>\n");
        }

        foreach (Tick tick in yTicks)
        {
            double at = frame.PixelY(y.Fraction(tick.Value));
            marks.Append($"M{Number(frame.Left)} {Number(at)}h-5");
            labels.Append($"<text x=\"{Number(frame.Left - 8)}\" y=\"{Number(at + 4)}\" text-anchor=\"end\">{tick.Label}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"none\" stroke=\"#666\" d=\"{marks}\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<g font-size=\"{PlotLayout.TickSize}\" fill=\"#444\">\n{labels}</g>\n");
    }

    private static void AppendLabels(StringBuilder svg, PlotLayout frame)
    {
        AppendText(svg, frame.TitleLines, frame.TitleX, 12 + PlotLayout.TitleSize, PlotLayout.TitleSize, " font-weight=\"600\"");
        AppendText(svg, frame.XLabelLines, (frame.Left + frame.Right) / 2, frame.Bottom + 38, PlotLayout.LabelSize, " text-anchor=\"middle\"");

        // Turned about the origin of its own text, so that its lines run from the edge towards the ticks.
        string turned = $" text-anchor=\"middle\" transform=\"translate({Number(12 + PlotLayout.LabelSize)} {Number((frame.Top + frame.Bottom) / 2)}) rotate(-90)\"";
        AppendText(svg, frame.YLabelLines, 0, 0, PlotLayout.LabelSize, turned);
    }

    private static void AppendText(StringBuilder svg, IReadOnlyList<string> lines, double x, double y, double size, string attributes)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<text font-size=\"{size}\"{attributes}>");
        for (int i = 0; i < lines.Count; i++)
            svg.Append(CultureInfo.InvariantCulture, $"<tspan x=\"{Number(x)}\" y=\"{Number(y + i * (size + 4))}\">{Escape(lines[i])}</tspan>");
        svg.Append("</text>\n");
    }

    private static void AppendLegend(StringBuilder svg, IReadOnlyList<Series> series, Look[] looks, PlotLayout frame)
    {
        for (int i = 0; i < frame.Legend.Count; i++)
        {
            var (x, y) = frame.Legend[i];
            SvgCurve.AppendSample(svg, series[i], looks[i], x + 14, y);
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{Number(x + 34)}\" y=\"{Number(y + 4)}\" font-size=\"{PlotLayout.LegendSize}\">{Escape(series[i].Label)}</text>\n");
        }
    }
}
