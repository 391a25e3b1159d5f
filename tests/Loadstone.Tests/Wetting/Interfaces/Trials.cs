using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Interfaces;

namespace Loadstone.Tests.Wetting.Interfaces;

/// <summary>Trials of carrying shapes along in the unit square, with n cells a side.</summary>
internal static class Trials
{
    // Of the Courant number that the steps may have at the edge of the square, where the turning ones are fastest.
    private const double Courant = 0.4;

    /// <summary>One turn of the slotted disc of S. T. Zalesak, J. Comput. Phys. 31, 335 (1979): 30 cells across and a slot of 5 at n = 100.</summary>
    /// <returns>Σ|Δf| over the disc's shares, and change of area over the disc's.</returns>
    public static (double Error, double Drift) Zalesak(int n) => SlottedDisc(n, 0.75, 0.15, 0.05, 0.85);

    /// <summary>One turn of the slotted disc of M. Rudman, Int. J. Numer. Methods Fluids 24, 671 (1997): 50 cells across and a slot of 6 at n = 200.</summary>
    /// <returns>Σ|Δf| over the disc's shares, and change of area over the disc's.</returns>
    public static (double Error, double Drift) Rudman(int n) => SlottedDisc(n, 0.6875, 0.125, 0.03, 0.7125);

    /// <summary>
    /// A disc drawn out by a vortex and back again (W. J. Rider and D. B. Kothe, J. Comput. Phys. 141, 112 (1998)), period 2.
    /// </summary>
    /// <returns>Σ|Δf| times the area of a cell, and the lowest and highest share of all steps.</returns>
    public static (double Error, double Low, double High) Vortex(int n)
    {
        const double period = 2;
        CutCellGrid grid = Flows.Box(n, n);
        var flows = Flows.Of(grid, (x, y) => Math.Pow(Math.Sin(Math.PI * x) * Math.Sin(Math.PI * y), 2) / Math.PI);
        double[] start = Flows.Shares(grid, (x, y) => (x - 0.5) * (x - 0.5) + (y - 0.75) * (y - 0.75) < 0.15 * 0.15), upright = new double[flows.Upright.Length], level = new double[flows.Level.Length];
        var field = new LiquidField(grid);
        field.Fill(start);
        double low = 0, high = 1;
        int steps = (int)Math.Ceiling(period / (0.25 * grid.Cell));
        for (int k = 0; k < steps; k++)
        {
            double strength = Math.Cos(Math.PI * (k + 0.5) / steps);
            for (int i = 0; i < upright.Length; i++) upright[i] = strength * flows.Upright[i];
            for (int i = 0; i < level.Length; i++) level[i] = strength * flows.Level[i];
            field.Step(upright, level, period / steps);
            foreach (double share in field.Share) (low, high) = (Math.Min(low, share), Math.Max(high, share));
        }
        double error = 0;
        for (int i = 0; i < start.Length; i++) error += Math.Abs(field.Share[i] - start[i]);
        return (error * grid.Cell * grid.Cell, low, high);
    }

    // The slot reaches from below up to a bridge.
    private static (double Error, double Drift) SlottedDisc(int n, double middle, double radius, double slot, double bridge)
    {
        CutCellGrid grid = Flows.Box(n, n);
        // Turns as a whole within a radius that holds the disc, and rests beyond.
        var flows = Flows.Of(grid, (x, y) => -0.5 * Math.Min((x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5), 0.45 * 0.45));
        double[] start = Flows.Shares(grid, (x, y) => (x - 0.5) * (x - 0.5) + (y - middle) * (y - middle) < radius * radius && (Math.Abs(x - 0.5) > slot / 2 || y > bridge));
        var field = new LiquidField(grid);
        field.Fill(start);
        double before = field.LiquidArea;
        double step = Courant * grid.Cell / 0.5, left = 2 * Math.PI;
        while (left > 0) left -= field.Step(flows.Upright, flows.Level, Math.Min(left, step)).Time;
        return (Flows.Difference(field.Share, start), Math.Abs(field.LiquidArea - before) / before);
    }
}
