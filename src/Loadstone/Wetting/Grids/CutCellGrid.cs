namespace Loadstone.Wetting.Grids;

/// <summary>
/// Square cells over a bed, cut by its discs: of every face the open interval between the exact points where circles cross it, of every cell
/// the polygon through the ends of these intervals (a chord stands for each arc). Rows count from the bottom, columns from the left; nodes are the
/// corners of cells, "upright" faces lie between columns and "level" faces between rows. Immutable.
/// </summary>
public sealed class CutCellGrid
{
    // A circle closer to a node than this share of a cell takes it: no face is left open, and no cell left over, that is a sliver.
    private const double Snap = 0.01;

    private const int MostCorners = 8;

    private readonly DiscBed _bed;
    private readonly int[] _nodeDisc;
    private readonly double[] _uprightLow, _uprightHigh, _levelLow, _levelHigh, _pore;

    private CutCellGrid(DiscBed bed, double cell, int columns, int rows)
    {
        (_bed, Cell, Columns, Rows, Bottom) = (bed, cell, columns, rows, bed.Height - rows * cell);
        _nodeDisc = new int[(columns + 1) * (rows + 1)];
        (_uprightLow, _uprightHigh) = (new double[(columns + 1) * rows], new double[(columns + 1) * rows]);
        (_levelLow, _levelHigh) = (new double[columns * (rows + 1)], new double[columns * (rows + 1)]);
        _pore = new double[columns * rows];
        MarkNodes();
        OpenFaces();
        Span<PlanePoint> corners = stackalloc PlanePoint[MostCorners];
        for (int i = 0; i < _pore.Length; i++) _pore[i] = Area(corners[..UnitOutline(i, corners)]);
    }

    /// <summary>The bed.</summary>
    public DiscBed Bed => _bed;

    /// <summary>Side of a cell [m]: a whole number of them spans the width.</summary>
    public double Cell { get; }

    /// <summary>Height of the grid's lower edge [m]: 0, or below by less than a cell where the height is no whole number of cells.</summary>
    public double Bottom { get; }

    /// <summary>Cells across.</summary>
    public int Columns { get; }

    /// <summary>Cells upwards.</summary>
    public int Rows { get; }

    /// <summary>Of every node, the index of the disc that holds it, or −1 in the pores; node <c>row·(Columns + 1) + column</c>.</summary>
    public ReadOnlySpan<int> NodeDisc => _nodeDisc;

    /// <summary>Lower end of every upright face's open interval, in cells above the face's lower end; face <c>row·(Columns + 1) + column</c>. A closed face has both ends at 0.</summary>
    public ReadOnlySpan<double> UprightLow => _uprightLow;

    /// <summary>Upper ends to <see cref="UprightLow"/>.</summary>
    public ReadOnlySpan<double> UprightHigh => _uprightHigh;

    /// <summary>Left end of every level face's open interval, in cells right of the face's left end; face <c>row·Columns + column</c>. A closed face has both ends at 0.</summary>
    public ReadOnlySpan<double> LevelLow => _levelLow;

    /// <summary>Right ends to <see cref="LevelLow"/>.</summary>
    public ReadOnlySpan<double> LevelHigh => _levelHigh;

    /// <summary>Share of every cell that is pore; cell <c>row·Columns + column</c>.</summary>
    public ReadOnlySpan<double> Pore => _pore;

    /// <summary>A grid over a bed.</summary>
    /// <param name="bed">The bed.</param>
    /// <param name="cell">Side of a cell [m]; made smaller until a whole number spans the width.</param>
    /// <exception cref="InputException">The cells are too coarse for the smallest disc.</exception>
    public static CutCellGrid Of(DiscBed bed, double cell)
    {
        ArgumentNullException.ThrowIfNull(bed);
        Require.Positive(cell, "m", nameof(cell));
        double smallest = bed.Discs.Count == 0 ? double.PositiveInfinity : bed.Discs.Min(disc => disc.Radius);
        if (cell > smallest / 2)
            throw new InputException(FormattableString.Invariant($"cells of {cell * 1e6:g4} µm are too coarse for discs with a radius of {smallest * 1e6:g4} µm; expected at most half of the radius, {smallest * 0.5e6:g4} µm."), file: bed.Source);
        int columns = WholeCells(bed.Width, cell);
        double side = bed.Width / columns;
        return new CutCellGrid(bed, side, columns, WholeCells(bed.Height, side));
    }

    /// <summary>Corners of a cell's pore, counter-clockwise.</summary>
    /// <param name="cell">Index of the cell.</param>
    /// <param name="corners">Room for eight of them.</param>
    /// <returns>How many there are; 0 where the cell is no pore.</returns>
    public int Outline(int cell, Span<PlanePoint> corners)
    {
        double x = cell % Columns * Cell, y = Bottom + cell / Columns * Cell;
        int count = UnitOutline(cell, corners);
        for (int i = 0; i < count; i++) corners[i] = new PlanePoint(x + corners[i].X * Cell, y + corners[i].Y * Cell);
        return count;
    }

    // The same in cells from the cell's own lower left corner: exact where it is small.
    internal int UnitOutline(int cell, Span<PlanePoint> corners)
    {
        int column = cell % Columns, row = cell / Columns, count = 0;
        int south = row * Columns + column, north = south + Columns, west = row * (Columns + 1) + column, east = west + 1;
        Add(corners, ref count, _levelLow[south], 0, _levelLow[south], _levelHigh[south]);
        Add(corners, ref count, _levelHigh[south], 0, _levelLow[south], _levelHigh[south]);
        Add(corners, ref count, 1, _uprightLow[east], _uprightLow[east], _uprightHigh[east]);
        Add(corners, ref count, 1, _uprightHigh[east], _uprightLow[east], _uprightHigh[east]);
        Add(corners, ref count, _levelHigh[north], 1, _levelLow[north], _levelHigh[north]);
        Add(corners, ref count, _levelLow[north], 1, _levelLow[north], _levelHigh[north]);
        Add(corners, ref count, 0, _uprightHigh[west], _uprightLow[west], _uprightHigh[west]);
        Add(corners, ref count, 0, _uprightLow[west], _uprightLow[west], _uprightHigh[west]);
        if (count > 1 && corners[0] == corners[count - 1]) count--;
        return count > 2 ? count : 0;
    }

    private static void Add(Span<PlanePoint> corners, ref int count, double x, double y, double low, double high)
    {
        if (low == high) return;
        var corner = new PlanePoint(x, y);
        if (count == 0 || corners[count - 1] != corner) corners[count++] = corner;
    }

    private static int WholeCells(double length, double cell) => (int)Math.Ceiling(length / cell - 1e-9);

    private static double Area(ReadOnlySpan<PlanePoint> corners)
    {
        double twice = 0;
        for (int i = 0; i < corners.Length; i++)
        {
            PlanePoint a = corners[i], b = corners[i + 1 < corners.Length ? i + 1 : 0];
            twice += (a.X - corners[0].X) * (b.Y - corners[0].Y) - (b.X - corners[0].X) * (a.Y - corners[0].Y);
        }
        return twice / 2;
    }

    private void MarkNodes()
    {
        Array.Fill(_nodeDisc, -1);
        for (int k = 0; k < _bed.Discs.Count; k++)
        {
            Disc disc = _bed.Discs[k];
            double reach = disc.Radius + Snap * Cell;
            int left = Math.Max(0, (int)Math.Ceiling((disc.X - reach) / Cell)), right = Math.Min(Columns, (int)Math.Floor((disc.X + reach) / Cell));
            int low = Math.Max(0, (int)Math.Ceiling((disc.Y - reach - Bottom) / Cell)), high = Math.Min(Rows, (int)Math.Floor((disc.Y + reach - Bottom) / Cell));
            for (int row = low; row <= high; row++)
            {
                for (int column = left; column <= right; column++)
                {
                    double dx = column * Cell - disc.X, dy = Bottom + row * Cell - disc.Y;
                    if (dx * dx + dy * dy <= reach * reach) _nodeDisc[row * (Columns + 1) + column] = k;
                }
            }
        }
    }

    private void OpenFaces()
    {
        for (int row = 0; row <= Rows; row++)
        {
            for (int column = 0; column <= Columns; column++)
            {
                int node = row * (Columns + 1) + column;
                double x = column * Cell, y = Bottom + row * Cell;
                if (row < Rows) (_uprightLow[node], _uprightHigh[node]) = Opening(x, y, 0, 1, _nodeDisc[node], _nodeDisc[node + Columns + 1]);
                if (column < Columns) (_levelLow[row * Columns + column], _levelHigh[row * Columns + column]) = Opening(x, y, 1, 0, _nodeDisc[node], _nodeDisc[node + 1]);
            }
        }
    }

    // The open part of the face from a node along a direction.
    private (double Low, double High) Opening(double x, double y, double dx, double dy, int from, int to)
    {
        if (from < 0 && to < 0) return (0, 1);
        if (from == to) return (0, 0);
        double low = from < 0 ? 0 : Crossing(_bed.Discs[from], x, y, dx, dy);
        double high = to < 0 ? 1 : 1 - Crossing(_bed.Discs[to], x + dx * Cell, y + dy * Cell, -dx, -dy);
        return low < high ? (low, high) : (0, 0);
    }

    // How far from a node in a disc the circle is left along a direction, in cells.
    private double Crossing(Disc disc, double x, double y, double dx, double dy)
    {
        double ax = disc.X - x, ay = disc.Y - y, along = ax * dx + ay * dy, across = ax * ax + ay * ay - along * along;
        double half = Math.Sqrt(Math.Max(0, disc.Radius * disc.Radius - across));
        return Math.Clamp((along + half) / Cell, 0, 1);
    }
}
