using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Stokes;

/// <summary>Viscosities at the sites of the dissipation: in cells, where fluids are stretched beside each other, and at nodes, where they shear upon each other.</summary>
internal readonly ref struct SiteViscosity
{
    private readonly int _columns, _rows;
    private readonly ReadOnlySpan<double> _pore, _share;

    private SiteViscosity(CutCellGrid grid, ReadOnlySpan<double> share)
    {
        (_columns, _rows) = (grid.Columns, grid.Rows);
        _pore = grid.Pore;
        _share = share;
    }

    /// <summary>Sets them: cells first, then nodes [Pa s].</summary>
    public static void Set(CutCellGrid grid, FluidPair fluids, ReadOnlySpan<double> liquidShare, Span<double> viscosity)
    {
        var sites = new SiteViscosity(grid, liquidShare);
        int columns = grid.Columns, rows = grid.Rows, cells = grid.Pore.Length;
        for (int cell = 0; cell < cells; cell++) viscosity[cell] = fluids.Arithmetic(liquidShare[cell]);
        for (int row = 0; row <= rows; row++)
        {
            for (int column = 0; column <= columns; column++) viscosity[cells + row * (columns + 1) + column] = fluids.Harmonic(sites.About(row, column));
        }
    }

    // Share of liquid in the four quarters of cells about a node.
    private double About(int row, int column)
    {
        double liquid = 0, all = 0;
        for (int r = Math.Max(0, row - 1); r <= Math.Min(_rows - 1, row); r++)
        {
            for (int c = Math.Max(0, column - 1); c <= Math.Min(_columns - 1, column); c++)
            {
                int cell = r * _columns + c;
                liquid += _pore[cell] * Quarter(cell, r, c, r == row, c == column);
                all += _pore[cell];
            }
        }
        return all > 0 ? liquid / all : 0;
    }

    // In a cell that holds both, the liquid lies on the side where its neighbours hold more.
    private double Quarter(int cell, int row, int column, bool lower, bool left)
    {
        double share = _share[cell];
        if (share <= 0 || share >= 1) return share;
        double west = column > 0 ? Beside(cell, cell - 1) : share, east = column < _columns - 1 ? Beside(cell, cell + 1) : share;
        double south = row > 0 ? Beside(cell, cell - _columns) : share, north = row < _rows - 1 ? Beside(cell, cell + _columns) : share;
        double across = west - east, upwards = south - north;
        if (across == 0 && upwards == 0) return share;
        bool isFuller = Math.Abs(across) > Math.Abs(upwards) ? across > 0 == left : upwards > 0 == lower;
        return isFuller ? Math.Min(1, 2 * share) : Math.Max(0, 2 * share - 1);
    }

    private double Beside(int cell, int other) => _pore[other] > 0 ? _share[other] : _share[cell];
}
