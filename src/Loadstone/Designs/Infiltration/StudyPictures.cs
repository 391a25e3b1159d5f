using Loadstone.Reports;
using Loadstone.Wetting;
using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Study;

namespace Loadstone.Designs.Infiltration;

/// <summary>Pictures of one bed that viscous flow fills: how it fills, and saturation, pressure and speed at the end.</summary>
internal sealed class StudyPictures
{
    private const int Particle = 0, Air = 1, Behind = 2, Liquid = 3, MostPixels = 720;

    private readonly string _name;
    private readonly StudyResult _result;
    private readonly CutCellGrid _grid;
    private readonly MapSide _x, _y;
    private readonly int _block;

    /// <summary>Pictures of a filling.</summary>
    /// <param name="name">Name of the arrangement.</param>
    /// <param name="result">The filling.</param>
    public StudyPictures(string name, StudyResult result)
    {
        (_name, _result, _grid) = (name, result, result.Grid);
        DiscBed bed = _grid.Bed;
        (_x, _y) = (new MapSide("x / µm", 0, bed.Width * 1e6), new MapSide("Height above the foil / µm", _grid.Bottom * 1e6, bed.Height * 1e6));
        _block = (Math.Max(_grid.Columns, _grid.Rows) + MostPixels - 1) / MostPixels;
    }

    /// <summary>The filling, from the dry bed to the end.</summary>
    public Animation Film()
    {
        var key = new PictureKey([new("particle", "#555555"), new("air", "#f4f4f4"), new("air left behind", "#d55e00", "#f6c8a6"), new("electrolyte", "#56b4e9")]);
        StudyFrame[] frames = [new StudyFrame(0, 0, new byte[_grid.Pore.Length]), .. _result.Frames];
        return new Animation($"{_name} filling", "Bed 1 while it fills", [.. frames.Select(frame => Image(frame.Share))],
            [.. frames.Select(frame => frame.Time == 0 ? "0 s, dry bed" : FormattableString.Invariant($"{frame.Time:f3} s, {frame.PoreVolumes:f3} pore volumes injected"))],
            key, _x, _y, "Electrolyte comes from above. Stripes mark air that has no way out but through cells that hold more electrolyte; it still leaves slowly.");
    }

    /// <summary>Saturation, pressure and speed at the end.</summary>
    public IEnumerable<Drawing> Maps()
    {
        yield return Map("saturation", "Electrolyte in the pores", "Electrolyte / %", _result.Share, 100, (0, 100));
        yield return Map("pressure", "Pressure", "Pressure over that below / Pa", _result.Pressure, 1);
        yield return Map("speed", "Speed", "Speed / mm/s", _result.Speed, 1e3);
    }

    private IndexedImage Image(byte[] share)
    {
        bool[] behind = AirLeftBehind.In(_grid, share);
        int columns = _grid.Columns / _block, rows = _grid.Rows / _block;
        byte[] pixels = new byte[columns * rows];
        for (int i = 0; i < pixels.Length; i++)
        {
            int row = (rows - 1 - i / columns) * _block + _block / 2, cell = row * _grid.Columns + i % columns * _block + _block / 2;
            pixels[i] = PictureKey.OfClass(_grid.Pore[cell] < 0.5 ? Particle : behind[cell] ? Behind : share[cell] < 128 ? Air : Liquid);
        }
        return new IndexedImage(columns, pixels);
    }

    private Drawing Map(string file, string title, string quantity, double[] values, double scale, (double Low, double High)? range = null)
    {
        double[,] map = new double[_grid.Rows, _grid.Columns];
        for (int cell = 0; cell < values.Length; cell++) map[cell / _grid.Columns, cell % _grid.Columns] = _grid.Pore[cell] < 0.5 ? double.NaN : values[cell] * scale;
        return HeatMap.Draw($"{_name} {file}", $"{title} in bed 1 at the end", map, _x, _y, quantity, range, toScale: true);
    }
}
