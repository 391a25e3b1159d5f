using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Stokes;

/// <summary>The pressure that balances given viscous forces, from cell to cell; widest faces first, over which a force that is not quite balanced says least.</summary>
internal static class PressureField
{
    /// <summary>Pressure in every cell over that below [Pa]; NaN where no open face leads.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="force">Viscous force on every face velocity per depth [N/m], upright faces first.</param>
    public static double[] Of(CutCellGrid grid, ReadOnlySpan<double> force)
    {
        int columns = grid.Columns, upright = grid.UprightLow.Length;
        double[] pressure = new double[grid.Pore.Length];
        Array.Fill(pressure, double.NaN);
        var next = new PriorityQueue<(int Cell, double Pressure), double>();
        for (int column = 0; column < columns; column++) Reach(grid, next, upright + column, column, 0, -force[upright + column]);
        while (next.TryDequeue(out (int Cell, double Pressure) at, out _))
        {
            if (!double.IsNaN(pressure[at.Cell])) continue;
            pressure[at.Cell] = at.Pressure;
            int column = at.Cell % columns, row = at.Cell / columns, west = row * (columns + 1) + column, south = upright + at.Cell;
            if (column > 0) Reach(grid, next, west, at.Cell - 1, at.Pressure, force[west]);
            if (column < columns - 1) Reach(grid, next, west + 1, at.Cell + 1, at.Pressure, -force[west + 1]);
            if (row > 0) Reach(grid, next, south, at.Cell - columns, at.Pressure, force[south]);
            if (row < grid.Rows - 1) Reach(grid, next, south + columns, at.Cell + columns, at.Pressure, -force[south + columns]);
        }
        return pressure;
    }

    private static void Reach(CutCellGrid grid, PriorityQueue<(int Cell, double Pressure), double> next, int face, int cell, double from, double force)
    {
        double opening = FaceEnds.Of(grid, face).Opening;
        if (opening > 0) next.Enqueue((cell, from + force / (opening * grid.Cell)), -opening);
    }
}
