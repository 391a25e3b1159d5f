using Loadstone.Wetting;
using Loadstone.Wetting.Grids;

namespace Loadstone.Tests.Wetting.Interfaces;

/// <summary>Fluxes from a stream function ψ with u = ∂ψ/∂y, v = −∂ψ/∂x at the nodes, and shapes to carry along.</summary>
internal sealed class Flows
{
    private Flows(CutCellGrid grid, double[] nodes) => (Grid, Nodes, Upright, Level) = (grid, nodes, new double[(grid.Columns + 1) * grid.Rows], new double[grid.Columns * (grid.Rows + 1)]);

    public CutCellGrid Grid { get; }

    public double[] Nodes { get; }

    public double[] Upright { get; }

    public double[] Level { get; }

    public static CutCellGrid Box(int columns, int rows) => CutCellGrid.Of(DiscBed.Empty(1, (double)rows / columns), 1.0 / columns);

    /// <summary>The flow of ψ given as a function of the place.</summary>
    public static Flows Of(CutCellGrid grid, Func<double, double, double> stream)
    {
        var nodes = new double[(grid.Columns + 1) * (grid.Rows + 1)];
        for (int k = 0; k < nodes.Length; k++) nodes[k] = stream(k % (grid.Columns + 1) * grid.Cell, grid.Bottom + k / (grid.Columns + 1) * grid.Cell);
        return Of(grid, nodes);
    }

    public static Flows Of(CutCellGrid grid, double[] nodes)
    {
        var flows = new Flows(grid, nodes);
        int stride = grid.Columns + 1;
        for (int row = 0; row <= grid.Rows; row++)
        {
            for (int column = 0; column <= grid.Columns; column++)
            {
                int node = row * stride + column;
                if (row < grid.Rows) flows.Upright[node] = column is 0 || column == grid.Columns ? 0 : nodes[node + stride] - nodes[node];
                if (column < grid.Columns) flows.Level[row * grid.Columns + column] = nodes[node] - nodes[node + 1];
            }
        }
        return flows;
    }

    /// <summary>
    /// Flow from the top to the bottom of a bed at a mean velocity: ∇²ψ = 0, every disc a streamline that nothing is drawn round; within a distance of the discs
    /// it is slowed in proportion, as friction would.
    /// </summary>
    public static Flows Through(CutCellGrid grid, double velocity, double slowed)
    {
        int stride = grid.Columns + 1, count = stride * (grid.Rows + 1), discs = grid.Bed.Discs.Count;
        double[] nodes = new double[count], sums = new double[discs], edges = new double[discs], values = new double[discs];
        for (int k = 0; k < count; k++) nodes[k] = velocity * grid.Cell * (k % stride);
        for (int round = 0; round < 400; round++)
        {
            Array.Clear(sums);
            Array.Clear(edges);
            for (int k = 0; k < count; k++)
            {
                int column = k % stride, row = k / stride, disc = grid.NodeDisc[k];
                if (column == 0 || column == grid.Columns) continue;
                double up = nodes[row == grid.Rows ? k : k + stride], down = nodes[row == 0 ? k : k - stride];
                double around = nodes[k - 1] + nodes[k + 1] + up + down;
                if (disc < 0) nodes[k] += 1.8 * (around / 4 - nodes[k]);
                else
                {
                    // Differences between a disc's own nodes are 0 in the end, so that these do not hold it back.
                    (sums[disc], edges[disc]) = (sums[disc] + Outside(grid, nodes, k, stride, row), edges[disc] + OutsideCount(grid, k, stride, row));
                }
            }
            for (int k = 0; k < count; k++)
            {
                int disc = grid.NodeDisc[k];
                if (disc >= 0 && edges[disc] > 0) nodes[k] = values[disc] = sums[disc] / edges[disc];
            }
        }
        for (int k = 0; k < count; k++)
        {
            for (int disc = 0; disc < discs; disc++)
            {
                (double x, double y, double radius, _) = grid.Bed.Discs[disc];
                double near = Math.Max(0, Math.Sqrt(Math.Pow(k % stride * grid.Cell - x, 2) + Math.Pow(grid.Bottom + k / stride * grid.Cell - y, 2)) - radius);
                if (near < slowed) nodes[k] = values[disc] + (nodes[k] - values[disc]) * near / slowed;
            }
        }
        return Of(grid, nodes);
    }

    /// <summary>Shares of a shape, given as a function of the place: midpoints of parts of cells.</summary>
    public static double[] Shares(CutCellGrid grid, Func<double, double, bool> isLiquid, int parts = 40)
    {
        var shares = new double[grid.Columns * grid.Rows];
        for (int cell = 0; cell < shares.Length; cell++)
        {
            double x = cell % grid.Columns, y = cell / grid.Columns;
            int inside = 0;
            for (int i = 0; i < parts * parts; i++)
            {
                if (isLiquid((x + (i % parts + 0.5) / parts) * grid.Cell, grid.Bottom + (y + (i / parts + 0.5) / parts) * grid.Cell)) inside++;
            }
            shares[cell] = (double)inside / (parts * parts);
        }
        return shares;
    }

    /// <summary>Σ |f − g| V over the area of g, of whole cells.</summary>
    public static double Difference(ReadOnlySpan<double> shares, ReadOnlySpan<double> reference)
    {
        double difference = 0, area = 0;
        for (int i = 0; i < shares.Length; i++) (difference, area) = (difference + Math.Abs(shares[i] - reference[i]), area + reference[i]);
        return difference / area;
    }

    private static double Outside(CutCellGrid grid, double[] nodes, int k, int stride, int row)
    {
        double sum = 0;
        foreach (int near in Near(grid, k, stride, row)) sum += grid.NodeDisc[near] == grid.NodeDisc[k] ? 0 : nodes[near];
        return sum;
    }

    private static int OutsideCount(CutCellGrid grid, int k, int stride, int row) => Near(grid, k, stride, row).Count(near => grid.NodeDisc[near] != grid.NodeDisc[k]);

    private static IEnumerable<int> Near(CutCellGrid grid, int k, int stride, int row)
    {
        yield return k - 1;
        yield return k + 1;
        if (row > 0) yield return k - stride;
        if (row < grid.Rows) yield return k + stride;
    }
}
