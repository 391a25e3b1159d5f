namespace Loadstone.Reports;

/// <summary>Draws a quantity over a plane as colours, with a scale of colours beside it.</summary>
public static class HeatMap
{
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
        var key = new PictureKey([new PictureClass("no value", "#e6e6e6")], range is { } ends ? new MapSide(quantity, ends.Low, ends.High) : Spanned(quantity, values));
        return Picture.Draw(name, title, Image(Coarsened(values), key), key, x, y, toScale, caption);
    }

    private static MapSide Spanned(string quantity, double[,] values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (double.IsFinite(value)) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }
        if (low < high) return new MapSide(quantity, low, high);
        AxisScale flat = AxisScale.Of(new Axis(quantity), low, high);
        return new MapSide(quantity, flat.Low, flat.High);
    }

    private static IndexedImage Image(double[,] cells, PictureKey key)
    {
        int rows = cells.GetLength(0), columns = cells.GetLength(1);
        byte[] pixels = new byte[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double value = cells[row, column];
                pixels[(rows - 1 - row) * columns + column] = double.IsFinite(value) ? key.OfValue(value) : PictureKey.OfClass(0);
            }
        }
        return new IndexedImage(columns, pixels);
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
}
