using System.Globalization;
using System.Text;
using static Loadstone.Reports.Markup;

namespace Loadstone.Reports;

/// <summary>One side of a <see cref="HeatMap"/>.</summary>
/// <param name="Label">Quantity and unit: <c>Depth / µm</c>.</param>
/// <param name="From">Value at the outer edge of the first cell.</param>
/// <param name="To">Value at the outer edge of the last cell, greater than <paramref name="From"/>.</param>
public sealed record MapSide(string Label, double From, double To);

/// <summary>Draws a quantity over a plane as colours, with a scale of colours beside it.</summary>
public static class HeatMap
{
    private const double Edge = 12, FontSize = 12, Bar = 14, Gap = 18, Largest = 560, Smallest = 120;
    private const int MostCells = 720;

    /// <summary>The drawing.</summary>
    /// <param name="name">File name without extension.</param>
    /// <param name="title">Heading of the drawing.</param>
    /// <param name="values">Values by row and column, the first row at the bottom; NaN is drawn grey. More than 720 cells a side are drawn as means.</param>
    /// <param name="x">The side along a row.</param>
    /// <param name="y">The side along a column, upwards.</param>
    /// <param name="quantity">What the colours mean, with its unit: <c>Height / µm</c>.</param>
    /// <param name="range">Values of the first and last colour, or null for the smallest and largest ones; values beyond take the end's colour.</param>
    /// <param name="toScale">Whether both sides are lengths in one unit, drawn to one scale.</param>
    /// <param name="caption">A sentence or two below the drawing, or null.</param>
    /// <exception cref="ArgumentException">There is no cell, or a side or the range does not rise.</exception>
    public static Drawing Draw(string name, string title, double[,] values, MapSide x, MapSide y, string quantity, (double Low, double High)? range = null, bool toScale = false, string? caption = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length == 0) throw new ArgumentException("A map without cells cannot be drawn.", nameof(values));
        AxisScale along = Scale(x), up = Scale(y);
        double[,] cells = Coarsened(values);
        AxisScale colors = range is { } ends ? Scale(new MapSide(quantity, ends.Low, ends.High)) : Spanned(quantity, values);

        double width = Largest, height = 0.62 * Largest;
        if (toScale)
        {
            double shape = (y.To - y.From) / (x.To - x.From);
            (width, height) = shape < 1 ? (Largest, Math.Max(Smallest, Largest * shape)) : (Math.Max(Smallest, Largest / shape), Largest);
        }
        IReadOnlyList<Tick> yTicks = Ticks.Of(up), colorTicks = Ticks.Of(colors);
        double left = Edge + 20 + Widest(yTicks), top = Edge + 4, right = left + width, bottom = top + height;
        double bar = right + Gap, end = bar + Bar + 8 + Widest(colorTicks) + 22 + Edge;

        var body = new StringBuilder();
        Image(body, Pixels(cells, colors), cells.GetLength(1), left, top, width, height);
        Image(body, [.. Enumerable.Range(0, ColorScale.Count).Select(i => (byte)(ColorScale.Count - 1 - i))], 1, bar, top, Bar, height);
        body.Append(CultureInfo.InvariantCulture, $"<g fill=\"none\" stroke=\"#666\"><rect x=\"{Number(left)}\" y=\"{Number(top)}\" width=\"{Number(width)}\" height=\"{Number(height)}\"/><rect x=\"{Number(bar)}\" y=\"{Number(top)}\" width=\"{Number(Bar)}\" height=\"{Number(height)}\"/></g>\n");
        foreach (Tick tick in Ticks.Of(along))
        {
            double at = left + width * along.Fraction(tick.Value);
            Mark(body, at, bottom, 0, 4);
            Label(body, tick.Label, at, bottom + 17, "middle");
        }
        foreach (Tick tick in yTicks)
        {
            double at = bottom - height * up.Fraction(tick.Value);
            Mark(body, left, at, -4, 0);
            Label(body, tick.Label, left - 7, at + 4, "end");
        }
        foreach (Tick tick in colorTicks)
        {
            double at = bottom - height * colors.Fraction(tick.Value);
            Mark(body, bar + Bar, at, 4, 0);
            Label(body, tick.Label, bar + Bar + 7, at + 4, "start");
        }
        Label(body, x.Label, left + width / 2, bottom + 38, "middle");
        Turned(body, y.Label, Edge + 10, top + height / 2);
        Turned(body, quantity, end - Edge - 2, top + height / 2);

        string w = Number(Math.Ceiling(end)), h = Number(Math.Ceiling(bottom + 38 + Edge));
        return new Drawing(name, title, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" font-family="{FontStack}" font-size="{Number(FontSize)}" fill="#222">
            <title>{Escape(title)}</title>
            <desc>{Escape(FormattableString.Invariant($"{quantity} from {colors.Low:g4} to {colors.High:g4} over {x.Label} and {y.Label}"))}</desc>
            <rect width="100%" height="100%" fill="#fff"/>
            {body}</svg>

            """, caption);
    }

    private static AxisScale Scale(MapSide side) => AxisScale.Of(new Axis(side.Label, side.From, side.To), side.From, side.To);

    private static AxisScale Spanned(string quantity, double[,] values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (double.IsFinite(value)) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }
        return low < high ? Scale(new MapSide(quantity, low, high)) : AxisScale.Of(new Axis(quantity), low, high);
    }

    private static byte[] Pixels(double[,] cells, AxisScale colors)
    {
        int rows = cells.GetLength(0), columns = cells.GetLength(1);
        byte[] pixels = new byte[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double at = colors.Fraction(cells[row, column]);
                pixels[(rows - 1 - row) * columns + column] = double.IsNaN(at) ? (byte)ColorScale.Count : (byte)Math.Clamp(at * ColorScale.Count, 0, ColorScale.Count - 1);
            }
        }
        return pixels;
    }

    // Means over blocks, so that no side has more cells than a picture can show; cells without a value do not count.
    private static double[,] Coarsened(double[,] values)
    {
        int rows = values.GetLength(0), columns = values.GetLength(1);
        int block = (Math.Max(rows, columns) + MostCells - 1) / MostCells;
        if (block == 1) return values;
        double[,] coarse = new double[(rows + block - 1) / block, (columns + block - 1) / block];
        for (int row = 0; row < coarse.GetLength(0); row++)
        {
            for (int column = 0; column < coarse.GetLength(1); column++)
            {
                double sum = 0;
                int count = 0;
                for (int i = row * block; i < Math.Min(rows, (row + 1) * block); i++)
                {
                    for (int j = column * block; j < Math.Min(columns, (column + 1) * block); j++)
                    {
                        if (double.IsNaN(values[i, j])) continue;
                        sum += values[i, j];
                        count++;
                    }
                }
                coarse[row, column] = sum / count;
            }
        }
        return coarse;
    }

    private static double Widest(IReadOnlyList<Tick> ticks) => ticks.Max(tick => Width(tick.Label, FontSize));

    private static void Image(StringBuilder svg, byte[] pixels, int columns, double x, double y, double width, double height) => svg.Append(CultureInfo.InvariantCulture,
        $"<image x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"data:image/png;base64,{Convert.ToBase64String(PalettePng.Encode(pixels, columns, ColorScale.Table))}\"/>\n");

    private static void Mark(StringBuilder svg, double x, double y, double dx, double dy) =>
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Number(x)} {Number(y)}l{Number(dx)} {Number(dy)}\" stroke=\"#666\"/>\n");

    private static void Label(StringBuilder svg, string text, double x, double y, string anchor) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"{anchor}\">{Escape(text)}</text>\n");

    private static void Turned(StringBuilder svg, string text, double x, double y) =>
        svg.Append(CultureInfo.InvariantCulture, $"<text transform=\"translate({Number(x)} {Number(y)}) rotate(-90)\" text-anchor=\"middle\">{Escape(text)}</text>\n");
}
