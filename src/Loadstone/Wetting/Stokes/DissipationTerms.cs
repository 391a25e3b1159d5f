using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Stokes;

/// <summary>
/// What a slow flow on a cut-cell grid dissipates, Φ = ∫ μ [|∇u|² + |∇v|² + 2 (∂u/∂y ∂v/∂x − ∂u/∂x ∂v/∂y)], as a sum of products of face velocities (means over
/// the open parts of the faces; upright faces first, then level ones).
/// <list type="bullet">
/// <item>Between two open faces the gradient is the difference over the distance of their middles.</item>
/// <item>At a wall it is the velocity over the distance of the face's middle to the exact circle, shortened so that plane Poiseuille flow between walls w apart is met
/// exactly however few cells lie between them (<see cref="WallDistance.Gradient"/>).</item>
/// <item>The last bracket integrates to nothing where μ is uniform and walls do not slip. It is taken with means over whole faces, for which
/// the sum over nodes and cells vanishes exactly in that case, so that it acts only where viscosities differ.</item>
/// </list>
/// </summary>
internal sealed class DissipationTerms
{
    private readonly CutCellGrid _grid;
    private readonly int _columns, _rows, _upright;
    private readonly List<DissipationTerm> _terms = [];
    private readonly WallDistance _walls;

    private DissipationTerms(CutCellGrid grid)
    {
        (_grid, _columns, _rows) = (grid, grid.Columns, grid.Rows);
        _upright = (_columns + 1) * _rows;
        _walls = new WallDistance(grid.Bed);
    }

    /// <summary>The terms of a grid.</summary>
    public static IReadOnlyList<DissipationTerm> Of(CutCellGrid grid)
    {
        var made = new DissipationTerms(grid);
        for (int row = 0; row < grid.Rows; row++)
        {
            for (int column = 0; column < grid.Columns; column++) made.AddCell(row, column);
        }
        for (int row = 0; row <= grid.Rows; row++)
        {
            for (int column = 0; column <= grid.Columns; column++) made.AddNode(row, column);
        }
        return made._terms;
    }

    private int UprightFace(int row, int column) => row * (_columns + 1) + column;

    private int LevelFace(int row, int column) => _upright + row * _columns + column;

    private (double Low, double High) Interval(int face) => face < _upright ? (_grid.UprightLow[face], _grid.UprightHigh[face]) : (_grid.LevelLow[face - _upright], _grid.LevelHigh[face - _upright]);

    private double Opening(int face)
    {
        (double low, double high) = Interval(face);
        return high - low;
    }

    // Stretching within a cell, and friction at the walls that cut it.
    private void AddCell(int row, int column)
    {
        int cell = row * _columns + column;
        if (_grid.Pore[cell] <= 0) return;
        Span<PlanePoint> corners = stackalloc PlanePoint[8];
        ReadOnlySpan<PlanePoint> outline = corners[.._grid.Outline(cell, corners)];
        int west = UprightFace(row, column), east = west + 1, south = LevelFace(row, column), north = LevelFace(row + 1, column);
        double middleX = (column + 0.5) * _grid.Cell, middleY = _grid.Bottom + (row + 0.5) * _grid.Cell;
        double aw = Opening(west), ae = Opening(east), @as = Opening(south), an = Opening(north);
        if (aw > 0 && ae > 0) AddSquare(cell, PolygonSection.Upright(outline, middleX) / _grid.Cell, new(east, 1, west, -1));
        if (@as > 0 && an > 0) AddSquare(cell, PolygonSection.Level(outline, middleY) / _grid.Cell, new(north, 1, south, -1));
        if (aw > 0 || ae > 0 || @as > 0 || an > 0) _terms.Add(new(cell, -2, new(east, ae, west, -aw), new(north, an, south, -@as)));
        if (outline.Length == 4 && aw == 1 && ae == 1 && @as == 1 && an == 1) return;
        Span<WallChord> chords = stackalloc WallChord[4];
        foreach (WallChord chord in chords[..WallChord.Of(_grid, row, column, chords)])
        {
            Share(cell, chord, west, aw, east, ae, WallChord.ShareBelow(chord.From.X, chord.To.X, middleX));
            Share(cell, chord, south, @as, north, an, WallChord.ShareBelow(chord.From.Y, chord.To.Y, middleY));
        }
    }

    // A wall's friction goes to the nearer of two opposite faces of the cell, or to the one that is open.
    private void Share(int cell, WallChord chord, int first, double firstOpening, int second, double secondOpening, double firstShare)
    {
        if (firstOpening == 0 && secondOpening == 0) return;
        if (firstOpening == 0) firstShare = 0;
        else if (secondOpening == 0) firstShare = 1;
        AddWall(cell, first, chord, firstShare);
        AddWall(cell, second, chord, 1 - firstShare);
    }

    private void AddWall(int cell, int face, WallChord chord, double share)
    {
        if (share <= 0) return;
        AddSquare(cell, share * chord.Length / _walls.Gradient(Middle(face), chord.Disc, Opening(face) * _grid.Cell), new(face, 1));
    }

    private PlanePoint Middle(int face)
    {
        (double low, double high) = Interval(face);
        double along = (low + high) / 2;
        if (face < _upright) return new(face % (_columns + 1) * _grid.Cell, _grid.Bottom + (face / (_columns + 1) + along) * _grid.Cell);
        int level = face - _upright;
        return new((level % _columns + along) * _grid.Cell, _grid.Bottom + level / _columns * _grid.Cell);
    }

    // Shear about a node.
    private void AddNode(int row, int column)
    {
        int node = row * (_columns + 1) + column, site = _rows * _columns + node;
        int above = row < _rows ? UprightFace(row, column) : -1, below = row > 0 ? UprightFace(row - 1, column) : -1;
        int left = column > 0 ? LevelFace(row, column - 1) : -1, right = column < _columns ? LevelFace(row, column) : -1;
        double across = Half(left, atEnd: true) + Half(right, atEnd: false), upwards = Half(below, atEnd: true) + Half(above, atEnd: false);
        if (above < 0) AddInlet(site, across, below);
        if (above >= 0 && below >= 0) AddShear(node, site, across, below, above);
        if (left >= 0 && right >= 0) AddShear(node, site, upwards, left, right);
        if (above < 0 || below < 0 || left < 0 || right < 0) return;
        double up = Opening(above), down = Opening(below), l = Opening(left), r = Opening(right);
        if (up + down > 0 && l + r > 0) _terms.Add(new(site, 2, new(above, up, below, -down), new(right, r, left, -l)));
    }

    // What comes in has no velocity along the inlet.
    private void AddInlet(int site, double width, int below)
    {
        if (Opening(below) > 0) AddSquare(site, width * 2 / Opening(below), new(below, 1));
    }

    // Between two faces in line, over the open part of the line that crosses theirs at the node.
    private void AddShear(int node, int site, double width, int first, int second)
    {
        double a = Opening(first), b = Opening(second);
        int disc = _grid.NodeDisc[node];
        if (width == 0 || (a == 0 && b == 0)) return;
        if (disc < 0)
        {
            var between = new PlanePoint(node % (_columns + 1) * _grid.Cell, _grid.Bottom + node / (_columns + 1) * _grid.Cell);
            AddSquare(site, width * 2 / (a + b) * _walls.LinkFactor(between, Math.Min(a, b) * _grid.Cell, Math.Max(a, b) * _grid.Cell), new(second, 1, first, -1));
        }
        else if (a == 0 || b == 0)
        {
            // Behind the line the pore runs out into the wall, and the wall's friction comes through it.
            int face = a > 0 ? first : second;
            PlanePoint middle = Middle(face);
            Disc wall = _grid.Bed.Discs[disc];
            double dx = middle.X - wall.X, dy = middle.Y - wall.Y, facing = Math.Abs(face < _upright ? dy : dx) / Math.Sqrt(dx * dx + dy * dy);
            AddSquare(site, facing * width * _grid.Cell / _walls.Gradient(middle, disc, (a + b) * _grid.Cell), new(face, 1));
        }
    }

    // The open part of a face within the half of it next to one of its ends, in cells.
    private double Half(int face, bool atEnd)
    {
        if (face < 0) return 0;
        (double low, double high) = Interval(face);
        return atEnd ? Math.Max(0, high - Math.Max(low, 0.5)) : Math.Max(0, Math.Min(high, 0.5) - low);
    }

    private void AddSquare(int site, double weight, VelocityDifference difference)
    {
        if (weight > 0) _terms.Add(new(site, weight, difference, difference));
    }
}
