using Loadstone.Reports;
using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Designs.Infiltration;

/// <summary>What each pixel of a picture of a bed shows: a disc, a pore, or the space above or below the pores.</summary>
internal sealed class BedRaster
{
    /// <summary>A disc.</summary>
    public const int Particle = -1;

    /// <summary>The space above the pores, from which liquid comes.</summary>
    public const int Above = -2;

    /// <summary>The space below the pores, into which air goes.</summary>
    public const int Below = -3;

    private readonly int _columns, _rows;
    private readonly double _width, _height;
    private readonly int[] _parts;

    /// <summary>A picture of a bed.</summary>
    /// <param name="bed">The bed.</param>
    /// <param name="outlines">Corners of each pore, convex [m].</param>
    /// <param name="columns">Pixels in a row.</param>
    public BedRaster(DiscBed bed, IReadOnlyList<IReadOnlyList<(double X, double Y)>> outlines, int columns)
    {
        (_columns, _rows) = (columns, Math.Max(1, (int)Math.Round(columns * bed.Height / bed.Width)));
        (_width, _height) = (bed.Width / columns, bed.Height / _rows);
        _parts = new int[_columns * _rows];
        Array.Fill(_parts, Below);
        for (int pore = 0; pore < outlines.Count; pore++)
        {
            IReadOnlyList<(double X, double Y)> outline = outlines[pore];
            Fill(outline.Min(p => p.X), outline.Max(p => p.X), outline.Min(p => p.Y), outline.Max(p => p.Y), pore, (x, y) => PoreSpace.IsInside(outline, x, y));
        }
        for (int column = 0; column < _columns; column++) FindAbove(column);
        foreach (Disc disc in bed.Discs)
            Fill(disc.X - disc.Radius, disc.X + disc.Radius, disc.Y - disc.Radius, disc.Y + disc.Radius, Particle, (x, y) => (x - disc.X) * (x - disc.X) + (y - disc.Y) * (y - disc.Y) <= disc.Radius * disc.Radius);
    }

    /// <summary>The picture.</summary>
    /// <param name="index">Index of the pixels of a pore, by its own index, or of <see cref="Particle"/>, <see cref="Above"/> and <see cref="Below"/>.</param>
    public IndexedImage Paint(Func<int, byte> index)
    {
        byte[] pixels = new byte[_parts.Length];
        for (int i = 0; i < pixels.Length; i++) pixels[i] = index(_parts[i]);
        return new IndexedImage(_columns, pixels);
    }

    // Pores lie side by side: what is over the lowest of a column's is above; a column without pores is parted at half its height.
    private void FindAbove(int column)
    {
        int lowest = _rows - 1;
        while (lowest >= 0 && _parts[lowest * _columns + column] < 0) lowest--;
        int end = lowest < 0 ? _rows / 2 : lowest;
        for (int row = 0; row < end; row++)
        {
            if (_parts[row * _columns + column] == Below) _parts[row * _columns + column] = Above;
        }
    }

    // Rows run from the top; a pixel belongs to what holds its middle.
    private void Fill(double left, double right, double bottom, double top, int part, Func<double, double, bool> holds)
    {
        int firstRow = Math.Max(0, _rows - 1 - (int)(top / _height)), lastRow = Math.Min(_rows - 1, _rows - 1 - (int)(bottom / _height));
        int first = Math.Max(0, (int)(left / _width)), last = Math.Min(_columns - 1, (int)(right / _width));
        for (int row = firstRow; row <= lastRow; row++)
        {
            for (int column = first; column <= last; column++)
            {
                if (holds((column + 0.5) * _width, (_rows - row - 0.5) * _height)) _parts[row * _columns + column] = part;
            }
        }
    }
}
