using System.Globalization;
using System.Text;
using static Loadstone.Reports.Markup;

namespace Loadstone.Reports;

/// <summary>One part of a <see cref="Waterfall"/>.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Value">Its size, not negative, in the unit of the picture.</param>
/// <param name="Group">Parts with the same number, from 0, share a colour.</param>
public sealed record WaterfallBar(string Label, double Value, int Group);

/// <summary>Draws what a whole is made of: a bar for each part that begins where the one above ends, and the whole below.</summary>
public static class Waterfall
{
    private const double Edge = 14, Row = 24, Bar = 16, FontSize = 12, Field = 420;
    private static readonly string[] Colors = ["#0072B2", "#56B4E9", "#009E73", "#E69F00", "#CC79A7"];
    private const string Whole = "#555";

    /// <summary>The drawing.</summary>
    /// <param name="name">File name without extension.</param>
    /// <param name="title">Heading of the drawing.</param>
    /// <param name="unit">Unit of the values.</param>
    /// <param name="bars">The parts, from the top; at least one is greater than zero.</param>
    /// <param name="total">Name of the whole.</param>
    /// <param name="groups">Names of the groups for the legend, by their numbers.</param>
    /// <param name="caption">A sentence or two below the drawing, or null.</param>
    /// <exception cref="ArgumentException">There is no part, a value is negative or not finite, or all are zero.</exception>
    public static Drawing Draw(string name, string title, string unit, IReadOnlyList<WaterfallBar> bars, string total, IReadOnlyList<string> groups, string? caption = null)
    {
        Require.NotEmpty(bars);
        ArgumentNullException.ThrowIfNull(groups);
        foreach (WaterfallBar bar in bars) Require.NotNegative(bar.Value, unit, bar.Label);
        double whole = bars.Sum(bar => bar.Value);
        if (!(whole > 0)) throw new ArgumentException("All parts are zero.", nameof(bars));

        double labels = Edge + 8 + bars.Select(bar => bar.Label).Append(total).Max(label => Width(label, FontSize));
        double right = labels + Field + 120 + Edge;
        var body = new StringBuilder();
        double y = Edge + AppendLegend(body, bars, groups, labels, right), at = 0;
        foreach (WaterfallBar bar in bars)
        {
            double from = labels + Field * at / whole, width = Field * bar.Value / whole;
            at += bar.Value;
            AppendBar(body, bar.Label, from, width, y, Colors[bar.Group % Colors.Length], Measure(bar.Value, whole, unit), labels, bold: false);
            // The next bar begins where this one ends.
            body.Append($"<path d=\"M{Number(from + width)} {Number(y + Bar)}v{Number(Row - Bar)}\" stroke=\"#999\" stroke-dasharray=\"2 2\"/>\n");
            y += Row;
        }
        AppendBar(body, total, labels, Field, y, Whole, $"{Value(whole)} {unit}", labels, bold: true);
        string w = Number(Math.Ceiling(right)), h = Number(Math.Ceiling(y + Row + Edge - 8));
        string description = string.Join("; ", bars.Select(bar => $"{bar.Label}: {Measure(bar.Value, whole, unit)}"));
        return new Drawing(name, title, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" font-family="{FontStack}" font-size="{Number(FontSize)}" fill="#222">
            <title>{Escape(title)}</title>
            <desc>{Escape($"{description}; {total}: {Value(whole)} {unit}")}</desc>
            <rect width="100%" height="100%" fill="#fff"/>
            {body}</svg>

            """, caption);
    }

    private static double AppendLegend(StringBuilder svg, IReadOnlyList<WaterfallBar> bars, IReadOnlyList<string> groups, double left, double right)
    {
        double x = left, y = Edge;
        foreach (int group in bars.Select(bar => bar.Group).Distinct().Order())
        {
            double width = 34 + Width(groups[group], FontSize);
            if (x > left && x + width > right) (x, y) = (left, y + 18);
            svg.Append($"<rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"12\" height=\"12\" fill=\"{Colors[group % Colors.Length]}\"/>\n");
            svg.Append($"<text x=\"{Number(x + 17)}\" y=\"{Number(y + 10.5)}\">{Escape(groups[group])}</text>\n");
            x += width;
        }
        return y + 12;
    }

    private static void AppendBar(StringBuilder svg, string label, double from, double width, double y, string color, string measure, double labels, bool bold)
    {
        string weight = bold ? " font-weight=\"600\"" : "";
        svg.Append($"<text x=\"{Number(labels - 8)}\" y=\"{Number(y + 12.5)}\" text-anchor=\"end\"{weight}>{Escape(label)}</text>\n");
        svg.Append($"<rect x=\"{Number(from)}\" y=\"{Number(y)}\" width=\"{Number(Math.Max(width, 0.8))}\" height=\"{Number(Bar)}\" fill=\"{color}\"/>\n");
        svg.Append($"<text x=\"{Number(from + width + 6)}\" y=\"{Number(y + 12.5)}\"{weight}>{Escape(measure)}</text>\n");
    }

    private static string Measure(double value, double whole, string unit) => string.Create(CultureInfo.InvariantCulture, $"{Value(value)} {unit}, {value / whole * 100:0.0} %");

    private static string Value(double value) => value.ToString(value >= 100 ? "0" : value >= 10 ? "0.0" : value >= 1 ? "0.00" : "0.000", CultureInfo.InvariantCulture);
}
