using Loadstone.Wetting.Capillary;
using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Bridge;

/// <summary>Which cells of a grid lie in each pore of a bed.</summary>
internal sealed class PoreCells
{
    private readonly CutCellGrid _grid;
    private readonly List<int>[] _cells;

    public PoreCells(CutCellGrid grid, PoreSpace space)
    {
        _grid = grid;
        _cells = [.. space.Pores.Select(_ => new List<int>())];
        for (int cell = 0; cell < grid.Pore.Length; cell++)
        {
            if (grid.Pore[cell] <= 0) continue;
            double x = (cell % grid.Columns + 0.5) * grid.Cell, y = grid.Bottom + (cell / grid.Columns + 0.5) * grid.Cell;
            for (int pore = 0; pore < _cells.Length; pore++)
            {
                if (PoreSpace.IsInside(space.Pores[pore].Outline, x, y)) _cells[pore].Add(cell);
            }
        }
    }

    /// <summary>Liquid's share of a pore, NaN of one that is smaller than a cell.</summary>
    public double Share(int pore, ReadOnlySpan<double> share)
    {
        double liquid = 0, all = 0;
        foreach (int cell in _cells[pore])
        {
            liquid += share[cell] * _grid.Pore[cell];
            all += _grid.Pore[cell];
        }
        return all > 0 ? liquid / all : double.NaN;
    }
}
