using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Bridge;

/// <summary>The stream function at any place of a grid as a weighted sum over nodes: by cubics where sixteen nodes stand in the pore about it, else bilinear.</summary>
internal sealed class NodeWeights
{
    private readonly CutCellGrid _grid;

    public NodeWeights(CutCellGrid grid) => _grid = grid;

    /// <summary>Weights of nodes for a point of the box.</summary>
    public void At(PlanePoint point, List<(int Node, double Weight)> weights)
    {
        weights.Clear();
        double x = Math.Clamp(point.X / _grid.Cell, 0, _grid.Columns), y = Math.Clamp((point.Y - _grid.Bottom) / _grid.Cell, 0, _grid.Rows);
        int column = Math.Min((int)x, _grid.Columns - 1), row = Math.Min((int)y, _grid.Rows - 1);
        bool isCubic = row > 0 && row + 2 <= _grid.Rows;
        for (int r = row - 1; isCubic && r <= row + 2; r++)
        {
            for (int c = Math.Max(0, column - 1); isCubic && c <= Math.Min(_grid.Columns, column + 2); c++) isCubic = _grid.NodeDisc[Node(r, c)] < 0;
        }
        Span<double> across = stackalloc double[4], upwards = stackalloc double[4];
        Factors(x - column, isCubic, across);
        Factors(y - row, isCubic, upwards);
        for (int r = 0; r < 4; r++)
        {
            if (upwards[r] == 0) continue;
            for (int c = 0; c < 4; c++)
            {
                double weight = upwards[r] * across[c];
                int at = column - 1 + c;
                if (weight == 0) continue;
                // Behind a side, a plane of symmetry, the stream function goes on as it came, upside down.
                if (at >= 0 && at <= _grid.Columns) weights.Add((Node(row - 1 + r, at), weight));
                else
                {
                    int side = at < 0 ? 0 : _grid.Columns;
                    weights.Add((Node(row - 1 + r, side), 2 * weight));
                    weights.Add((Node(row - 1 + r, 2 * side - at), -weight));
                }
            }
        }
    }

    private int Node(int row, int column) => row * (_grid.Columns + 1) + column;

    private static void Factors(double t, bool isCubic, Span<double> factors)
    {
        if (!isCubic)
        {
            (factors[0], factors[1], factors[2], factors[3]) = (0, 1 - t, t, 0);
            return;
        }
        factors[0] = -t * (t - 1) * (t - 2) / 6;
        factors[1] = (t + 1) * (t - 1) * (t - 2) / 2;
        factors[2] = -(t + 1) * t * (t - 2) / 2;
        factors[3] = (t + 1) * t * (t - 1) / 6;
    }
}
