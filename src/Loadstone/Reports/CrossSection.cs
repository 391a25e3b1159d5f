using System.Globalization;
using System.Text;
using Loadstone.Wetting;
using static Loadstone.Reports.Markup;

namespace Loadstone.Reports;

/// <summary>Draws stacks of layers to scale, with particles of their real size and a scale bar.</summary>
public static class CrossSection
{
    private const int MostDiscs = 2000;
    private const double Edge = 14;
    private const double Gap = 26;
    private const double LabelRow = 30;
    private const double FontSize = 12;
    private const double WidthOfOne = 1.2; // over the height of a stack by itself
    private const string Ink = "#222";

    /// <summary>
    /// The drawing. All stacks share one scale and stand on one line; particles are placed at random, without overlap, up to
    /// their share of the layer or as many as fit, and the same seed gives the same picture.
    /// </summary>
    /// <param name="name">File name without extension.</param>
    /// <param name="title">Heading of the drawing.</param>
    /// <param name="stacks">The stacks from left to right; at least one.</param>
    /// <param name="seed">Seed of the random placement.</param>
    /// <param name="caption">A sentence or two below the drawing, or null.</param>
    /// <exception cref="ArgumentException">There is no stack.</exception>
    public static Drawing Draw(string name, string title, IReadOnlyList<CrossSectionStack> stacks, int seed = 1, string? caption = null)
    {
        Require.NotEmpty(stacks);
        bool single = stacks.Count == 1;
        double pictureHeight = single ? 420 : 340;
        double tallest = stacks.Max(stack => stack.Layers.Sum(layer => layer.Thickness));
        double scale = pictureHeight / tallest;
        double window = tallest * (single ? WidthOfOne : 0.6);
        double top = Edge + (stacks.Any(s => s.Label.Length > 0) ? 24 : 4);

        var body = new StringBuilder();
        var colors = new CrossSectionColors(stacks);
        double x = Edge, bottom = top + pictureHeight;
        for (int i = 0; i < stacks.Count; i++)
        {
            AppendStack(body, stacks[i], colors, x, bottom, scale, window, unchecked(seed + 7919 * i));
            x += window * scale + LabelWidth(stacks[i]) + Gap;
        }

        AppendScaleBar(body, Edge, bottom + 18, scale, window);
        return new Drawing(name, title, Document(title, stacks, body, x - Gap + Edge, bottom + 44), caption);
    }

    private static int LayerSeed(int seed, int layer) => unchecked(seed + 104729 * layer);

    private static IReadOnlyList<Disc> Pack(CrossSectionLayer layer, double window, int seed) =>
        layer.Particles is { } classes ? new DiscPacker(window, layer.Thickness, most: MostDiscs).Place([.. classes.Select(c => new DiscClass(c.Diameter / 2, c.AreaShare))], seed).Discs : [];

    private static void AppendStack(
        StringBuilder svg, CrossSectionStack stack, CrossSectionColors colors, double x, double bottom, double scale, double window, int seed)
    {
        double width = window * scale, y = bottom;
        var middles = new double[stack.Layers.Count];
        for (int i = 0; i < stack.Layers.Count; i++)
        {
            CrossSectionLayer layer = stack.Layers[i];
            double height = layer.Thickness * scale;
            y -= height;
            middles[i] = y + height / 2;
            string box = $"x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\"";

            // The nested picture cuts the particles at the sides of the window.
            svg.Append($"<svg {box}><rect width=\"100%\" height=\"100%\" fill=\"{colors.Of(layer)}\"/>\n");
            AppendParticles(svg, layer, colors, scale, window, LayerSeed(seed, i));
            svg.Append($"</svg>\n<rect {box} fill=\"none\" stroke=\"#555\" stroke-width=\"0.6\"/>\n");
        }

        AppendLayerLabels(svg, stack, middles, x + width, bottom);
        svg.Append($"<text x=\"{Number(x)}\" y=\"{Number(y - 10)}\" font-weight=\"600\" font-size=\"13\">{Escape(stack.Label)}</text>\n");
    }

    private static void AppendParticles(
        StringBuilder svg, CrossSectionLayer layer, CrossSectionColors colors, double scale, double window, int seed)
    {
        if (layer.Particles is not { } classes) return;
        foreach (IGrouping<int, Disc> group in Pack(layer, window, seed).GroupBy(disc => disc.Class))
        {
            svg.Append($"<g fill=\"{colors.Of(classes[group.Key])}\">\n");
            foreach (Disc disc in group)
                svg.Append($"<circle cx=\"{Number(disc.X * scale)}\" cy=\"{Number((layer.Thickness - disc.Y) * scale)}\" r=\"{Number(disc.Radius * scale)}\"/>\n");
            svg.Append("</g>\n");
        }
    }

    /// <summary>Each label stands beside its layer; where thin layers would put two on top of each other they spread, and a line leads home.</summary>
    private static void AppendLayerLabels(StringBuilder svg, CrossSectionStack stack, double[] middles, double x, double bottom)
    {
        double[] places = Spread(middles, bottom - LabelRow / 2);
        for (int i = 0; i < places.Length; i++)
        {
            CrossSectionLayer layer = stack.Layers[i];
            string text = $"<tspan x=\"{Number(x + 22)}\" y=\"{Number(places[i] - 2)}\">{Escape(layer.Label)}</tspan>"
                + $"<tspan x=\"{Number(x + 22)}\" y=\"{Number(places[i] + 12)}\" fill=\"#666\">{Escape(Measures(layer))}</tspan>";
            svg.Append($"<path d=\"M{Number(x)} {Number(middles[i])}L{Number(x + 14)} {Number(places[i])}h4\" fill=\"none\" stroke=\"#888\"/>\n");
            svg.Append($"<text font-size=\"{Number(FontSize)}\">{text}</text>\n");
        }
    }

    /// <summary>Heights of the labels from the lowest up, at least a row apart and none below the limit.</summary>
    private static double[] Spread(double[] middles, double lowest)
    {
        var places = new double[middles.Length];
        double free = lowest;
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = Math.Min(middles[i], free);
            free = places[i] - LabelRow;
        }

        return places;
    }

    private static void AppendScaleBar(StringBuilder svg, double x, double y, double scale, double window)
    {
        // The longest of 1, 2, 5 times a power of ten that takes at most a third of a stack's width.
        double third = window / 3;
        double decade = Math.Pow(10, Math.Floor(Math.Log10(third)));
        double length = third >= 5 * decade ? 5 * decade : third >= 2 * decade ? 2 * decade : decade;
        double end = x + length * scale;
        svg.Append($"<path d=\"M{Number(x)} {Number(y - 4)}v8M{Number(end)} {Number(y - 4)}v8M{Number(x)} {Number(y)}H{Number(end)}\" fill=\"none\" stroke=\"{Ink}\" stroke-width=\"2\"/>\n");
        svg.Append($"<text x=\"{Number(end + 8)}\" y=\"{Number(y + 4)}\" font-size=\"{Number(FontSize)}\">{Micrometres(length)}</text>\n");
    }

    private static string Document(string title, IReadOnlyList<CrossSectionStack> stacks, StringBuilder body, double width, double height)
    {
        string description = string.Join("; ", stacks.Select(stack =>
            $"{stack.Label}: {string.Join(", ", stack.Layers.Select(layer => $"{layer.Label} ({Measures(layer)})"))}"));
        string w = Number(Math.Ceiling(width)), h = Number(Math.Ceiling(height));
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" font-family="{FontStack}" fill="{Ink}">
            <title>{Escape(title)}</title>
            <desc>{Escape($"Cross-section to scale, from bottom to top. {description}")}</desc>
            <rect width="100%" height="100%" fill="#fff"/>
            {body}</svg>

            """;
    }

    private static double LabelWidth(CrossSectionStack stack) =>
        26 + stack.Layers.Max(layer => Math.Max(Width(layer.Label, FontSize), Width(Measures(layer), FontSize)));

    private static string Measures(CrossSectionLayer layer) =>
        Micrometres(layer.Thickness) + (layer.Porosity is { } porosity ? $", {Percent(porosity)} pores" : "");

    private static string Percent(double fraction) => string.Create(CultureInfo.InvariantCulture, $"{100 * fraction:0.#} %");

    private static string Micrometres(double length) => string.Create(CultureInfo.InvariantCulture, $"{1e6 * length:0.##} µm");
}
