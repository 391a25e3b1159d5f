using System.Globalization;
using System.Text;
using static Loadstone.Reports.Markup;

namespace Loadstone.Reports;

/// <summary>One row of a <see cref="Tornado"/>.</summary>
/// <param name="Label">Name of what is varied.</param>
/// <param name="LowText">Its low end, with unit.</param>
/// <param name="HighText">Its high end, with unit.</param>
/// <param name="AtLow">The result at the low end; NaN where there is none.</param>
/// <param name="AtHigh">The result at the high end; NaN where there is none.</param>
public sealed record TornadoBar(string Label, string LowText, string HighText, double AtLow, double AtHigh);

/// <summary>Draws how far a result moves when each of its inputs goes to the ends of its range.</summary>
public static class Tornado
{
    private const double Edge = 14, Row = 24, Bar = 14, FontSize = 12, Field = 360;
    private const string Low = "#56B4E9", High = "#D55E00", Ink = "#222";

    /// <summary>The drawing.</summary>
    /// <param name="name">File name without extension.</param>
    /// <param name="title">Heading of the drawing.</param>
    /// <param name="unit">Unit of the result.</param>
    /// <param name="center">The result with every input as it is.</param>
    /// <param name="bars">The inputs, from the top; at least one.</param>
    /// <param name="caption">A sentence or two below the drawing, or null.</param>
    /// <exception cref="ArgumentException">There is no input.</exception>
    public static Drawing Draw(string name, string title, string unit, double center, IReadOnlyList<TornadoBar> bars, string? caption = null)
    {
        Require.NotEmpty(bars);
        double[] ends = [.. bars.SelectMany(bar => (double[])[bar.AtLow, bar.AtHigh]).Where(double.IsFinite).Append(center)];
        double least = ends.Min(), most = ends.Max(), span = Math.Max(most - least, 1e-9 * Math.Abs(center));
        // The texts of the ends stand beside the bars.
        double side = 10 + bars.Max(bar => Math.Max(Width(bar.LowText, FontSize), Width(bar.HighText, FontSize)));
        double labels = Edge + 8 + bars.Max(bar => Width(bar.Label, FontSize));
        double left = labels + side, right = left + Field + side + Edge;
        double X(double value) => left + (value - least) / span * Field;

        var body = new StringBuilder();
        double top = Edge + 22, y = top;
        foreach (TornadoBar bar in bars)
        {
            body.Append($"<text x=\"{Number(labels - 8)}\" y=\"{Number(y + 11.5)}\" text-anchor=\"end\">{Escape(bar.Label)}</text>\n");
            AppendEnd(body, X, center, bar.AtLow, bar.LowText, leftmost: !(bar.AtLow > bar.AtHigh), y, Low);
            AppendEnd(body, X, center, bar.AtHigh, bar.HighText, leftmost: bar.AtLow > bar.AtHigh, y, High);
            y += Row;
        }
        body.Append($"<path d=\"M{Number(X(center))} {Number(top - 6)}V{Number(y)}\" stroke=\"{Ink}\"/>\n");
        body.Append($"<text x=\"{Number(X(center))}\" y=\"{Number(top - 12)}\" text-anchor=\"middle\" font-weight=\"600\">{Text(center)} {Escape(unit)}</text>\n");
        AppendAxis(body, X, least, most, span, y + 4, unit);
        string w = Number(Math.Ceiling(right)), h = Number(Math.Ceiling(y + 44));
        string description = string.Join("; ", bars.Select(bar => $"{bar.Label}: {Text(bar.AtLow)} at {bar.LowText}, {Text(bar.AtHigh)} at {bar.HighText}"));
        return new Drawing(name, title, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" font-family="{FontStack}" font-size="{Number(FontSize)}" fill="{Ink}">
            <title>{Escape(title)}</title>
            <desc>{Escape(description)}</desc>
            <rect width="100%" height="100%" fill="#fff"/>
            {body}</svg>

            """, caption);
    }

    private static void AppendEnd(StringBuilder svg, Func<double, double> x, double center, double end, string text, bool leftmost, double y, string color)
    {
        if (!double.IsFinite(end)) return;
        double from = Math.Min(x(center), x(end)), to = Math.Max(x(center), x(end));
        svg.Append($"<rect x=\"{Number(from)}\" y=\"{Number(y)}\" width=\"{Number(to - from)}\" height=\"{Number(Bar)}\" fill=\"{color}\"/>\n");
        string place = leftmost ? $"x=\"{Number(from - 4)}\" text-anchor=\"end\"" : $"x=\"{Number(to + 4)}\"";
        svg.Append($"<text {place} y=\"{Number(y + 11.5)}\" fill=\"#555\">{Escape(text)}</text>\n");
    }

    private static void AppendAxis(StringBuilder svg, Func<double, double> x, double least, double most, double span, double y, string unit)
    {
        double step = Math.Pow(10, Math.Floor(Math.Log10(span / 3)));
        if (span / step > 12) step *= 5;
        else if (span / step > 6) step *= 2;
        svg.Append($"<path d=\"M{Number(x(least))} {Number(y)}H{Number(x(most))}\" stroke=\"#888\"/>\n");
        for (double tick = Math.Ceiling(least / step) * step; tick <= most; tick += step)
        {
            svg.Append($"<path d=\"M{Number(x(tick))} {Number(y)}v5\" stroke=\"#888\"/>");
            svg.Append($"<text x=\"{Number(x(tick))}\" y=\"{Number(y + 17)}\" text-anchor=\"middle\" fill=\"#555\">{Text(tick)}</text>\n");
        }
        svg.Append($"<text x=\"{Number(x(most) + 8)}\" y=\"{Number(y + 4)}\" fill=\"#555\">{Escape(unit)}</text>\n");
    }

    private static string Text(double value) => value.ToString(Math.Abs(value) >= 100 ? "0" : "0.##", CultureInfo.InvariantCulture);
}
