using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Interfaces;

/// <summary>
/// Pores of all cells in cells, with one row and column of neighbours around the grid: beyond the sides their mirror images, above whole
/// cells, below none. A pore that is cut has its corners from one of them, its anchor; "place" counts cells in the grid with its frame.
/// </summary>
internal sealed class PoreShapes
{
    /// <summary>Kind of a cell without pore.</summary>
    private const int Solid = 0;

    /// <summary>Kind of a cell that is all pore; greater kinds begin in the list of corners.</summary>
    private const int Whole = 1;

    private readonly int[] _kinds;
    private readonly byte[] _counts;
    private readonly PlanePoint[] _corners;
    private readonly double[] _areas;

    /// <summary>Pores of a grid.</summary>
    public PoreShapes(CutCellGrid grid)
    {
        (Columns, Rows, Stride) = (grid.Columns, grid.Rows, grid.Columns + 2);
        int places = Stride * (Rows + 2);
        (_kinds, _counts, _areas, Sources) = (new int[places], new byte[places], new double[places], new int[places]);
        // The first entries stand for the two kinds that need no corners.
        var corners = new List<PlanePoint> { default, default };
        Span<PlanePoint> outline = stackalloc PlanePoint[8];
        for (int row = 0; row < Rows; row++)
        {
            for (int column = -1; column <= Columns; column++)
            {
                int inside = Math.Clamp(column, 0, Columns - 1), cell = row * Columns + inside;
                int count = grid.UnitOutline(cell, outline);
                if (inside != column) Mirror(outline[..count]);
                Add(Place(row, column), cell, outline[..count], corners);
            }
        }
        for (int place = Place(Rows, -1); place < places; place++) (_kinds[place], _areas[place], Sources[place]) = (Whole, 1, Columns * Rows);
        _corners = [.. corners];
    }

    /// <summary>Columns of the grid.</summary>
    public int Columns { get; }

    /// <summary>Rows of the grid.</summary>
    public int Rows { get; }

    /// <summary>Places from one row to the next.</summary>
    public int Stride { get; }

    /// <summary>Of every place, the cell that it shows; one beyond the last above the grid, which is liquid.</summary>
    public int[] Sources { get; }

    /// <summary>Place of a cell.</summary>
    public int Place(int row, int column) => (row + 1) * Stride + column + 1;

    /// <summary>Whether there is no pore at a place.</summary>
    public bool IsSolid(int place) => _kinds[place] == Solid;

    /// <summary>Whether a place is all pore.</summary>
    public bool IsWhole(int place) => _kinds[place] == Whole;

    /// <summary>Area of the pore at a place.</summary>
    public double Area(int place) => _areas[place];

    /// <summary>Corners of a cut pore, counter-clockwise from its anchor.</summary>
    public ReadOnlySpan<PlanePoint> Corners(int place) => _corners.AsSpan(_kinds[place] + 1, _counts[place]);

    /// <summary>Where a pore's anchor lies in its cell.</summary>
    public PlanePoint Anchor(int place) => _kinds[place] > Whole ? _corners[_kinds[place]] : default;

    /// <summary>What of a pore lies in a half-plane that counts from the cell's lower left corner.</summary>
    public Cut Behind(int place, HalfPlane half)
    {
        double middle = half.Distance - (half.NormalX + half.NormalY) / 2, reach = (Math.Abs(half.NormalX) + Math.Abs(half.NormalY)) / 2;
        if (middle <= -reach) return default;
        if (middle >= reach) return new Cut(_areas[place], 0, 0);
        if (IsWhole(place)) return UnitSquare.Behind(half);
        PlanePoint anchor = Anchor(place);
        Cut cut = ConvexPolygon.Behind(Corners(place), half with { Distance = half.Distance - half.NormalX * anchor.X - half.NormalY * anchor.Y });
        return cut with { Middle = cut.Middle + half.NormalX * anchor.Y - half.NormalY * anchor.X };
    }

    /// <summary>The half-plane with a normal that holds an area of a pore, counted from the pore's anchor.</summary>
    public HalfPlane Fill(int place, double nx, double ny, double area) =>
        new(nx, ny, IsWhole(place) ? UnitSquare.Place(nx, ny, area) : ConvexPolygon.Place(Corners(place), nx, ny, area));

    private static void Mirror(Span<PlanePoint> outline)
    {
        outline.Reverse();
        foreach (ref PlanePoint corner in outline) corner = corner with { X = 1 - corner.X };
    }

    private void Add(int place, int cell, ReadOnlySpan<PlanePoint> outline, List<PlanePoint> corners)
    {
        Sources[place] = cell;
        if (!(ConvexPolygon.Area(outline) > 0)) return;
        if (outline.Length == 4 && IsSquare(outline))
        {
            (_kinds[place], _areas[place]) = (Whole, 1);
            return;
        }
        (_kinds[place], _counts[place]) = (corners.Count, (byte)outline.Length);
        corners.Add(outline[0]);
        foreach (PlanePoint corner in outline) corners.Add(new PlanePoint(corner.X - outline[0].X, corner.Y - outline[0].Y));
        _areas[place] = ConvexPolygon.Area(outline);
    }

    private static bool IsSquare(ReadOnlySpan<PlanePoint> outline)
    {
        foreach (PlanePoint corner in outline)
        {
            if (corner.X is not (0 or 1) || corner.Y is not (0 or 1)) return false;
        }
        return true;
    }
}
