using System.Globalization;
using System.Text;
using static Loadstone.Reports.Markup;

namespace Loadstone.Reports;

/// <summary>Where a picture, its axes and its key stand in a drawing.</summary>
internal sealed class PictureLayout
{
    private const double Edge = 12, FontSize = 12, BarWidth = 14, Gap = 18, Largest = 560, Smallest = 120, Swatch = 16, Line = 24;

    private readonly PictureKey _key;
    private readonly IReadOnlyList<int> _classes;
    private readonly MapSide _x, _y;
    private readonly AxisScale _along, _up;
    private readonly IReadOnlyList<Tick> _yTicks, _scaleTicks;
    private readonly double _bar, _barEnd, _swatches;

    /// <summary>A layout.</summary>
    /// <param name="key">What the indices mean.</param>
    /// <param name="classes">Classes that are explained.</param>
    /// <param name="x">The side along a row.</param>
    /// <param name="y">The side along a column, upwards.</param>
    /// <param name="toScale">Whether both sides are lengths in one unit, drawn to one scale.</param>
    internal PictureLayout(PictureKey key, IReadOnlyList<int> classes, MapSide x, MapSide y, bool toScale)
    {
        (_key, _classes, _x, _y) = (key, classes, x, y);
        (_along, _up) = (x.Range(), y.Range());
        _yTicks = Ticks.Of(_up);
        _scaleTicks = key.Scale is { } scale ? Ticks.Of(scale) : [];
        (Width, Height) = (Largest, 0.62 * Largest);
        if (toScale)
        {
            double shape = (y.To - y.From) / (x.To - x.From);
            (Width, Height) = shape < 1 ? (Largest, Math.Max(Smallest, Largest * shape)) : (Math.Max(Smallest, Largest / shape), Largest);
        }
        (Left, Top) = (Edge + 20 + Widest(_yTicks), Edge + 4);
        _bar = Left + Width + Gap;
        _barEnd = _scaleTicks.Count == 0 ? Left + Width : _bar + BarWidth + 8 + Widest(_scaleTicks) + 22;
        _swatches = _barEnd + Gap;
        double right = classes.Count == 0 ? _barEnd : _swatches + Swatch + 8 + classes.Max(k => Markup.Width(key.Classes[k].Label, FontSize));
        (FullWidth, FullHeight) = (Math.Ceiling(right + Edge), Math.Ceiling(Top + Height + 38 + Edge));
    }

    /// <summary>Left edge of the picture [px].</summary>
    internal double Left { get; }

    /// <summary>Upper edge of the picture [px].</summary>
    internal double Top { get; }

    /// <summary>Width of the picture [px].</summary>
    internal double Width { get; }

    /// <summary>Height of the picture [px].</summary>
    internal double Height { get; }

    /// <summary>Width of the drawing [px].</summary>
    internal double FullWidth { get; }

    /// <summary>Height of the drawing [px].</summary>
    internal double FullHeight { get; }

    /// <summary>Width of stripes in a picture, in its pixels.</summary>
    internal int Band(IndexedImage image) => Math.Max(1, (int)Math.Round(3 * image.Width / Width));

    /// <summary>The drawing with a picture in its place, as a complete SVG document.</summary>
    internal string Render(string title, IndexedImage image)
    {
        var body = new StringBuilder();
        Image(body, _key.Striped(image, Band(image)), image.Width, Left, Top, Width, Height);
        Frame(body, Left, Width);
        double bottom = Top + Height;
        foreach (Tick tick in Ticks.Of(_along))
        {
            double at = Left + Width * _along.Fraction(tick.Value);
            Mark(body, at, bottom, 0, 4);
            Label(body, tick.Label, at, bottom + 17, "middle");
        }
        foreach (Tick tick in _yTicks)
        {
            double at = bottom - Height * _up.Fraction(tick.Value);
            Mark(body, Left, at, -4, 0);
            Label(body, tick.Label, Left - 7, at + 4, "end");
        }
        Label(body, _x.Label, Left + Width / 2, bottom + 38, "middle");
        Turned(body, _y.Label, Edge + 10);
        if (_key.Scale is { } scale) Bar(body, scale);
        for (int line = 0; line < _classes.Count; line++) ClassLine(body, _classes[line], Top + line * Line);
        string w = Number(FullWidth), h = Number(FullHeight);
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" font-family="{FontStack}" font-size="{Number(FontSize)}" fill="#222">
            <title>{Escape(title)}</title>
            <desc>{Escape(Description())}</desc>
            <rect width="100%" height="100%" fill="#fff"/>
            {body}</svg>

            """;
    }

    private string Description()
    {
        string classes = string.Join(", ", _classes.Select(k => _key.Classes[k].Label));
        string quantity = _key.Scale is { } scale ? FormattableString.Invariant($"{_key.ScaleLabel} from {scale.Low:g4} to {scale.High:g4}") : "";
        return $"{string.Join("; ", new[] { quantity, classes }.Where(text => text.Length > 0))} over {_x.Label} and {_y.Label}";
    }

    private void Bar(StringBuilder body, AxisScale scale)
    {
        Image(body, PictureKey.Bar, 1, _bar, Top, BarWidth, Height);
        Frame(body, _bar, BarWidth);
        foreach (Tick tick in _scaleTicks)
        {
            double at = Top + Height * (1 - scale.Fraction(tick.Value));
            Mark(body, _bar + BarWidth, at, 4, 0);
            Label(body, tick.Label, _bar + BarWidth + 7, at + 4, "start");
        }
        Turned(body, _key.ScaleLabel, _barEnd - 2);
    }

    private void ClassLine(StringBuilder body, int index, double y)
    {
        const int Pixels = 8;
        byte[] pixels = new byte[Pixels * Pixels];
        pixels.AsSpan().Fill(PictureKey.OfClass(index));
        Image(body, _key.Striped(new IndexedImage(Pixels, pixels), 2), Pixels, _swatches, y, Swatch, Swatch);
        body.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Number(_swatches)}\" y=\"{Number(y)}\" width=\"{Number(Swatch)}\" height=\"{Number(Swatch)}\" fill=\"none\" stroke=\"#666\"/>\n");
        Label(body, _key.Classes[index].Label, _swatches + Swatch + 8, y + 12, "start");
    }

    private void Image(StringBuilder svg, byte[] pixels, int columns, double x, double y, double width, double height) => svg.Append(CultureInfo.InvariantCulture,
        $"<image x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"data:image/png;base64,{Convert.ToBase64String(PalettePng.Encode(pixels, columns, _key.Colors))}\"/>\n");

    private void Frame(StringBuilder svg, double x, double width) => svg.Append(CultureInfo.InvariantCulture,
        $"<rect x=\"{Number(x)}\" y=\"{Number(Top)}\" width=\"{Number(width)}\" height=\"{Number(Height)}\" fill=\"none\" stroke=\"#666\"/>\n");

    private void Turned(StringBuilder svg, string text, double x) => svg.Append(CultureInfo.InvariantCulture,
        $"<text transform=\"translate({Number(x)} {Number(Top + Height / 2)}) rotate(-90)\" text-anchor=\"middle\">{Escape(text)}</text>\n");

    private static double Widest(IReadOnlyList<Tick> ticks) => ticks.Max(tick => Markup.Width(tick.Label, FontSize));

    private static void Mark(StringBuilder svg, double x, double y, double dx, double dy) =>
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Number(x)} {Number(y)}l{Number(dx)} {Number(dy)}\" stroke=\"#666\"/>\n");

    private static void Label(StringBuilder svg, string text, double x, double y, string anchor) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"{anchor}\">{Escape(text)}</text>\n");
}
