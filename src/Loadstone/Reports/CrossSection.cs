using System.Globalization;
using System.Text;
using static Loadstone.Reports.Markup;

namespace Loadstone.Reports;

/// <summary>Draws stacks of layers to scale, with particles of their real size and a scale bar.</summary>
public static class CrossSection
{
    private const double PictureHeight = 420;
    private const double Edge = 14;
    private const double Gap = 34;
    private const double LabelRow = 16;
    private const double FontSize = 12;
    private const string Ink = "#222";

    // Fills of coatings and their particles, from the bottom of a stack up; then they begin again.
    private static readonly (string Matrix, string[] Particles)[] Coatings =
    [
        ("#dfe5ea", ["#43525f", "#7b8a97"]),
        ("#f3e6d8", ["#a8642a", "#cf9a67"]),
        ("#dcebe4", ["#2b7a5d", "#73b398"]),
        ("#eee2ea", ["#8d5577", "#bf93b0"]),
    ];

    /// <summary>
    /// The drawing. All stacks share one scale and stand on one line; particles are placed at random, without touching, up to
    /// their share of the layer or until no more fit, and the same seed gives the same picture.
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
        double tallest = stacks.Max(Thickness);
        double scale = PictureHeight / tallest;
        double window = tallest * (stacks.Count == 1 ? 1.2 : 0.6);
        double top = Edge + (stacks.Any(s => s.Label.Length > 0) ? 24 : 4);

        var body = new StringBuilder();
        double x = Edge, bottom = top + PictureHeight;
        for (int i = 0; i < stacks.Count; i++)
        {
            // A single stack is seeded by the seed itself; neighbours must not show the same pattern.
            AppendStack(body, stacks[i], x, bottom, scale, window, unchecked(seed + 7919 * i));
            x += window * scale + LabelWidth(stacks[i]) + Gap;
        }

        double height = bottom + 44;
        AppendScaleBar(body, Edge, bottom + 18, scale, window);
        return new Drawing(name, title, Document(title, stacks, body, x - Gap + Edge, height), caption);
    }

    private static double Thickness(CrossSectionStack stack) => stack.Layers.Sum(layer => layer.Thickness);

    private static double LabelWidth(CrossSectionStack stack) => 26 + stack.Layers.Max(layer => Width(LayerText(layer), FontSize));

    private static string LayerText(CrossSectionLayer layer)
    {
        string porosity = layer.Porosity is { } value ? $", {Number(Math.Round(100 * value, 1))} % pores" : "";
        return $"{layer.Label}, {Micrometres(layer.Thickness)}{porosity}";
    }

    private static string Micrometres(double length) =>
        string.Create(CultureInfo.InvariantCulture, $"{1e6 * length:0.###} µm");

    private static void AppendStack(StringBuilder svg, CrossSectionStack stack, double x, double bottom, double scale, double window, int seed)
    {
        double width = window * scale, y = bottom;
        int coating = 0;
        var middles = new double[stack.Layers.Count];
        for (int i = 0; i < stack.Layers.Count; i++)
        {
            CrossSectionLayer layer = stack.Layers[i];
            double height = layer.Thickness * scale;
            y -= height;
            middles[i] = y + height / 2;
            var (fill, particles) = layer.Role == LayerRole.Coating ? Coatings[coating++ % Coatings.Length] : (Fill(layer.Role), Coatings[0].Particles);
            string box = $"x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\"";
            svg.Append(CultureInfo.InvariantCulture, $"<svg {box} viewBox=\"0 0 {Number(width)} {Number(height)}\"><rect width=\"100%\" height=\"100%\" fill=\"{fill}\"/>\n");
            AppendParticles(svg, layer, scale, window, particles, unchecked(seed + 104729 * i));
            svg.Append(CultureInfo.InvariantCulture, $"</svg>\n<rect {box} fill=\"none\" stroke=\"#555\" stroke-width=\"0.6\"/>\n");
        }

        AppendLayerLabels(svg, stack, middles, x + width, bottom);
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{Number(x)}\" y=\"{Number(y - 10)}\" font-weight=\"600\" font-size=\"13\">{Escape(stack.Label)}</text>\n");
    }

    private static void AppendParticles(StringBuilder svg, CrossSectionLayer layer, double scale, double window, string[] fills, int seed)
    {
        IReadOnlyList<Disc> discs = DiscPacking.Place(window, layer.Thickness, layer.Particles ?? [], seed);
        foreach (IGrouping<int, Disc> group in discs.GroupBy(disc => disc.ParticleClass))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g fill=\"{fills[group.Key % fills.Length]}\">\n");
            foreach (Disc disc in group)
            {
                svg.Append(CultureInfo.InvariantCulture,
                    $"<circle cx=\"{Number(disc.X * scale)}\" cy=\"{Number((layer.Thickness - disc.Y) * scale)}\" r=\"{Number(disc.Radius * scale)}\"/>\n");
            }

            svg.Append("</g>\n");
        }
    }

    /// <summary>Each label stands beside its layer, moved up where thin layers would put two on top of each other; a line leads to it.</summary>
    private static void AppendLayerLabels(StringBuilder svg, CrossSectionStack stack, double[] middles, double x, double bottom)
    {
        double free = bottom - 4;
        for (int i = 0; i < middles.Length; i++)
        {
            double y = Math.Min(middles[i], free);
            free = y - LabelRow;
            svg.Append(CultureInfo.InvariantCulture,
                $"<path d=\"M{Number(x)} {Number(middles[i])}L{Number(x + 14)} {Number(y)}h4\" fill=\"none\" stroke=\"#888\"/>\n");
            svg.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{Number(x + 22)}\" y=\"{Number(y + 4)}\" font-size=\"{FontSize}\">{Escape(LayerText(stack.Layers[i]))}</text>\n");
        }
    }

    private static void AppendScaleBar(StringBuilder svg, double x, double y, double scale, double window)
    {
        // The longest of 1, 2, 5 times a power of ten that takes at most a third of a stack's width.
        double third = window / 3;
        double decade = Math.Pow(10, Math.Floor(Math.Log10(third)));
        double length = third >= 5 * decade ? 5 * decade : third >= 2 * decade ? 2 * decade : decade;
        double end = x + length * scale;
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Number(x)} {Number(y - 4)}v8M{Number(end)} {Number(y - 4)}v8M{Number(x)} {Number(y)}H{Number(end)}\" fill=\"none\" stroke=\"{Ink}\" stroke-width=\"2\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(end + 8)}\" y=\"{Number(y + 4)}\" font-size=\"{FontSize}\">{Micrometres(length)}</text>\n");
    }

    private static string Document(string title, IReadOnlyList<CrossSectionStack> stacks, StringBuilder body, double width, double height)
    {
        string description = string.Join("; ", stacks.Select(s => $"{s.Label}: {string.Join(" / ", s.Layers.Select(LayerText))}"));
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Math.Ceiling(width)}" height="{Math.Ceiling(height)}" viewBox="0 0 {Math.Ceiling(width)} {Math.Ceiling(height)}" role="img" font-family="{FontStack}" fill="{Ink}">
            <title>{Escape(title)}</title>
            <desc>{Escape($"Cross-section to scale, from bottom to top. {description}")}</desc>
            <rect width="100%" height="100%" fill="#fff"/>
            {body}</svg>

            """);
    }

    private static string Fill(LayerRole role) => role switch
    {
        LayerRole.Foil => "#c9a07a",
        LayerRole.Separator => "#f7f4e6",
        LayerRole.Lithium => "#c4c8cf",
        _ => "#e8e8e8",
    };
}
