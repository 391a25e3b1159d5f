using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Study;

/// <summary>Air that viscous flow leaves behind.</summary>
public static class AirLeftBehind
{
    /// <summary>Of each cell, whether it holds mostly air and no way leads from it through such cells to the bottom.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="share">Share of liquid in every cell's pore, in 255ths.</param>
    public static bool[] In(CutCellGrid grid, ReadOnlySpan<byte> share)
    {
        ArgumentNullException.ThrowIfNull(grid);
        bool[] behind = new bool[share.Length];
        var next = new Stack<int>();
        for (int cell = 0; cell < behind.Length; cell++)
        {
            behind[cell] = grid.Pore[cell] > 0 && share[cell] < 128;
            if (cell < grid.Columns) Reach(cell, isOpen: grid.LevelHigh[cell] > 0);
        }
        while (next.TryPop(out int cell))
        {
            int row = cell / grid.Columns, west = cell + row;
            Reach(cell - 1, grid.UprightHigh[west] > 0 && west % (grid.Columns + 1) > 0);
            Reach(cell + 1, grid.UprightHigh[west + 1] > 0 && (west + 1) % (grid.Columns + 1) < grid.Columns);
            Reach(cell - grid.Columns, row > 0 && grid.LevelHigh[cell] > 0);
            Reach(cell + grid.Columns, row + 1 < grid.Rows && grid.LevelHigh[cell + grid.Columns] > 0);
        }
        return behind;

        void Reach(int cell, bool isOpen)
        {
            if (!isOpen || !behind[cell]) return;
            behind[cell] = false;
            next.Push(cell);
        }
    }
}
