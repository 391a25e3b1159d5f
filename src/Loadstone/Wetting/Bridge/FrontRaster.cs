using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Bridge;

/// <summary>
/// Liquid's share of cells, from upright lines through them that change from one fluid to the other where they cross a front. Fronts that end on a disc are taken on
/// to its centre: about it liquid and gas stand in sectors.
/// </summary>
internal static class FrontRaster
{
    private const int LinesPerCell = 4;

    /// <summary>Sets the shares.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="walls">Walls of the fronts.</param>
    /// <param name="fronts">All fronts.</param>
    /// <param name="isTopLiquid">Which fluid stands along the top of the box.</param>
    /// <param name="share">Liquid's share of every cell.</param>
    public static void Fill(CutCellGrid grid, FrontWalls walls, IReadOnlyList<Front> fronts, bool isTopLiquid, Span<double> share)
    {
        share.Clear();
        var crossings = new List<double>[grid.Columns * LinesPerCell];
        for (int line = 0; line < crossings.Length; line++) crossings[line] = [];
        foreach (Front front in fronts)
        {
            for (int i = 0; i < front.Pieces; i++) Cross(grid, front.Marker(i), front.Marker(i + 1), crossings);
            if (front.IsClosed) continue;
            CrossDisc(grid, walls, front.Start.Wall, front.Marker(0), crossings);
            CrossDisc(grid, walls, front.End.Wall, front.Marker(front.Count - 1), crossings);
        }
        for (int line = 0; line < crossings.Length; line++)
        {
            List<double> heights = crossings[line];
            heights.Add(grid.Bottom);
            heights.Sort();
            bool isLiquid = isTopLiquid;
            double top = grid.Bottom + grid.Rows * grid.Cell;
            for (int k = heights.Count - 1; k >= 0; k--)
            {
                if (isLiquid) Add(grid, line / LinesPerCell, heights[k], top, share);
                (top, isLiquid) = (heights[k], !isLiquid);
            }
        }
    }

    private static void CrossDisc(CutCellGrid grid, FrontWalls walls, int wall, PlanePoint contact, List<double>[] crossings)
    {
        if (walls.IsDisc(wall)) Cross(grid, contact, new(walls.Bed.Discs[wall].X, walls.Bed.Discs[wall].Y), crossings);
    }

    private static void Cross(CutCellGrid grid, PlanePoint a, PlanePoint b, List<double>[] crossings)
    {
        if (a.X == b.X) return;
        (PlanePoint from, PlanePoint to) = a.X < b.X ? (a, b) : (b, a);
        double perLine = grid.Cell / LinesPerCell;
        int first = (int)Math.Ceiling(Math.Max(-1, from.X / perLine - 0.5)), end = (int)Math.Ceiling(Math.Min(crossings.Length + 1, to.X / perLine - 0.5));
        for (int line = Math.Max(0, first); line < Math.Min(end, crossings.Length); line++)
            crossings[line].Add(from.Y + ((line + 0.5) * perLine - from.X) / (to.X - from.X) * (to.Y - from.Y));
    }

    private static void Add(CutCellGrid grid, int column, double low, double high, Span<double> share)
    {
        double from = Math.Max(0, (low - grid.Bottom) / grid.Cell), to = Math.Min(grid.Rows, (high - grid.Bottom) / grid.Cell);
        for (int row = (int)from; row < to; row++) share[row * grid.Columns + column] += (Math.Min(to, row + 1) - Math.Max(from, row)) / LinesPerCell;
    }
}
