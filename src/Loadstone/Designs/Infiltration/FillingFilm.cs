using Loadstone.Reports;
using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Study;

namespace Loadstone.Designs.Infiltration;

/// <summary>How a bed fills on a grid, as an animation.</summary>
internal static class FillingFilm
{
    private const int Particle = 0, Air = 1, Behind = 2, Liquid = 3, MostPixels = 720;

    /// <summary>The filling, from the dry bed to the end.</summary>
    /// <param name="name">Name of the arrangement.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="frames">Its pictures.</param>
    /// <param name="label">What a moment is called.</param>
    /// <param name="caption">What one sees.</param>
    public static Animation Of(string name, CutCellGrid grid, IReadOnlyList<StudyFrame> frames, Func<StudyFrame, string> label, string caption)
    {
        var key = new PictureKey([new("particle", "#555555"), new("air", "#f4f4f4"), new("air left behind", "#d55e00", "#f6c8a6"), new("electrolyte", "#56b4e9")]);
        int block = (Math.Max(grid.Columns, grid.Rows) + MostPixels - 1) / MostPixels;
        StudyFrame[] all = [new StudyFrame(0, 0, new byte[grid.Pore.Length]), .. frames];
        return new Animation($"{name} filling", "Bed 1 while it fills", [.. all.Select(frame => Image(grid, block, frame.Share))], [.. all.Select(frame => frame.Time == 0 ? "0 s, dry bed" : label(frame))],
            key, new MapSide("x / µm", 0, grid.Bed.Width * 1e6), new MapSide("Height above the foil / µm", grid.Bottom * 1e6, grid.Bed.Height * 1e6), caption);
    }

    private static IndexedImage Image(CutCellGrid grid, int block, byte[] share)
    {
        bool[] behind = AirLeftBehind.In(grid, share);
        int columns = grid.Columns / block, rows = grid.Rows / block;
        byte[] pixels = new byte[columns * rows];
        for (int i = 0; i < pixels.Length; i++)
        {
            int row = (rows - 1 - i / columns) * block + block / 2, cell = row * grid.Columns + i % columns * block + block / 2;
            pixels[i] = PictureKey.OfClass(grid.Pore[cell] < 0.5 ? Particle : behind[cell] ? Behind : share[cell] < 128 ? Air : Liquid);
        }
        return new IndexedImage(columns, pixels);
    }
}
