using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Stokes;

/// <summary>The chord by which a disc cuts a cell.</summary>
internal readonly record struct WallChord(PlanePoint From, PlanePoint To, int Disc)
{
    public double Length => Math.Sqrt((To.X - From.X) * (To.X - From.X) + (To.Y - From.Y) * (To.Y - From.Y));

    /// <summary>Share of the chord on the lower side of a line, from its ends' coordinates across that line.</summary>
    public static double ShareBelow(double from, double to, double line) => from == to ? (from < line ? 1 : from > line ? 0 : 0.5)
        : from < to ? Math.Clamp((line - from) / (to - from), 0, 1) : Math.Clamp((line - to) / (from - to), 0, 1);

    /// <summary>The chords of a cell: between the end of one open face and the begin of the next, counter-clockwise.</summary>
    /// <returns>How many there are, at most four.</returns>
    public static int Of(CutCellGrid grid, int row, int column, Span<WallChord> chords)
    {
        int columns = grid.Columns, south = row * columns + column, north = south + columns, west = row * (columns + 1) + column, east = west + 1;
        int southWest = west, northWest = west + columns + 1;
        double x = column * grid.Cell, y = grid.Bottom + row * grid.Cell, h = grid.Cell;
        Span<(PlanePoint Begin, PlanePoint End, int NextNode)> open = stackalloc (PlanePoint, PlanePoint, int)[4];
        int count = 0;
        if (grid.LevelHigh[south] > grid.LevelLow[south]) open[count++] = (new(x + grid.LevelLow[south] * h, y), new(x + grid.LevelHigh[south] * h, y), southWest + 1);
        if (grid.UprightHigh[east] > grid.UprightLow[east]) open[count++] = (new(x + h, y + grid.UprightLow[east] * h), new(x + h, y + grid.UprightHigh[east] * h), northWest + 1);
        if (grid.LevelHigh[north] > grid.LevelLow[north]) open[count++] = (new(x + grid.LevelHigh[north] * h, y + h), new(x + grid.LevelLow[north] * h, y + h), northWest);
        if (grid.UprightHigh[west] > grid.UprightLow[west]) open[count++] = (new(x, y + grid.UprightHigh[west] * h), new(x, y + grid.UprightLow[west] * h), southWest);
        int found = 0;
        for (int i = 0; i < count; i++)
        {
            int disc = grid.NodeDisc[open[i].NextNode];
            if (disc >= 0) chords[found++] = new(open[i].End, open[(i + 1) % count].Begin, disc);
        }
        return found;
    }
}
