using Loadstone.Reports;
using Loadstone.Wetting;
using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Study;

namespace Loadstone.Designs.Infiltration;

/// <summary>Pictures of one bed that viscous flow fills: how it fills, and saturation, pressure and speed at the end.</summary>
internal sealed class StudyPictures
{
    private readonly string _name;
    private readonly StudyResult _result;
    private readonly CutCellGrid _grid;
    private readonly MapSide _x, _y;

    /// <summary>Pictures of a filling.</summary>
    /// <param name="name">Name of the arrangement.</param>
    /// <param name="result">The filling.</param>
    public StudyPictures(string name, StudyResult result)
    {
        (_name, _result, _grid) = (name, result, result.Grid);
        DiscBed bed = _grid.Bed;
        (_x, _y) = (new MapSide("x / µm", 0, bed.Width * 1e6), new MapSide("Height above the foil / µm", _grid.Bottom * 1e6, bed.Height * 1e6));
    }

    /// <summary>The filling, from the dry bed to the end.</summary>
    public Animation Film() => FillingFilm.Of(_name, _grid, _result.Frames, frame => FormattableString.Invariant($"{frame.Time:f3} s, {frame.PoreVolumes:f3} pore volumes injected"),
        "Electrolyte comes from above. Stripes mark air that has no way out but through cells that hold more electrolyte; it still leaves slowly.");

    /// <summary>Saturation, pressure and speed at the end.</summary>
    public IEnumerable<Drawing> Maps()
    {
        yield return Map("saturation", "Electrolyte in the pores", "Electrolyte / %", _result.Share, 100, (0, 100));
        yield return Map("pressure", "Pressure", "Pressure over that below / Pa", _result.Pressure, 1);
        yield return Map("speed", "Speed", "Speed / mm/s", _result.Speed, 1e3);
    }

    private Drawing Map(string file, string title, string quantity, double[] values, double scale, (double Low, double High)? range = null)
    {
        double[,] map = new double[_grid.Rows, _grid.Columns];
        for (int cell = 0; cell < values.Length; cell++) map[cell / _grid.Columns, cell % _grid.Columns] = _grid.Pore[cell] < 0.5 ? double.NaN : values[cell] * scale;
        return HeatMap.Draw($"{_name} {file}", $"{title} in bed 1 at the end", map, _x, _y, quantity, range, toScale: true);
    }
}
