using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Interfaces;

namespace Loadstone.Tests.Wetting.Interfaces;

/// <summary>Trials of carrying shapes along, for tests and benchmarks.</summary>
public static class Trials
{
    /// <summary>One turn of a slotted disc (S. T. Zalesak, J. Comput. Phys. 31, 335 (1979)) in a box with n cells a side.</summary>
    /// <returns>Misplaced area over the disc's, and change of area over the disc's.</returns>
    public static (double Error, double Drift) Zalesak(int n)
    {
        CutCellGrid grid = Flows.Box(n, n);
        // Turns as a whole within a radius that holds the disc, and rests beyond.
        var flows = Flows.Of(grid, (x, y) => -0.5 * Math.Min((x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5), 0.45 * 0.45));
        double[] start = Flows.Shares(grid, (x, y) => (x - 0.5) * (x - 0.5) + (y - 0.75) * (y - 0.75) < 0.15 * 0.15 && (Math.Abs(x - 0.5) > 0.025 || y > 0.85));
        var field = new LiquidField(grid);
        field.Fill(start);
        double before = field.LiquidArea, step = 0.25 * grid.Cell / 0.5;
        int steps = (int)Math.Ceiling(2 * Math.PI / step);
        for (int k = 0; k < steps; k++) field.Step(flows.Upright, flows.Level, 2 * Math.PI / steps);
        return (Flows.Difference(field.Share, start), Math.Abs(field.LiquidArea - before) / before);
    }

    /// <summary>
    /// A disc drawn out by a vortex and back again (W. J. Rider and D. B. Kothe, J. Comput. Phys. 141, 112 (1998)), period 2, in a box with n cells a side.
    /// </summary>
    /// <returns>Misplaced area.</returns>
    public static double Vortex(int n)
    {
        const double period = 2;
        CutCellGrid grid = Flows.Box(n, n);
        var flows = Flows.Of(grid, (x, y) => Math.Pow(Math.Sin(Math.PI * x) * Math.Sin(Math.PI * y), 2) / Math.PI);
        double[] start = Flows.Shares(grid, (x, y) => (x - 0.5) * (x - 0.5) + (y - 0.75) * (y - 0.75) < 0.15 * 0.15), upright = new double[flows.Upright.Length], level = new double[flows.Level.Length];
        var field = new LiquidField(grid);
        field.Fill(start);
        int steps = (int)Math.Ceiling(period / (0.25 * grid.Cell));
        for (int k = 0; k < steps; k++)
        {
            double strength = Math.Cos(Math.PI * (k + 0.5) / steps);
            for (int i = 0; i < upright.Length; i++) upright[i] = strength * flows.Upright[i];
            for (int i = 0; i < level.Length; i++) level[i] = strength * flows.Level[i];
            field.Step(upright, level, period / steps);
        }
        double misplaced = 0;
        for (int i = 0; i < start.Length; i++) misplaced += Math.Abs(field.Share[i] - start[i]);
        return misplaced * grid.Cell * grid.Cell;
    }
}
