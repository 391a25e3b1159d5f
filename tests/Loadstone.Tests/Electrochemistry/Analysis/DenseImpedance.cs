using System.Numerics;
using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Tests.Electrochemistry.Analysis;

/// <summary>
/// The impedance by brute force: differences of the residual by state and slope as dense matrices, solved with pivoting.
/// Shares nothing with the fast way but the residual. Double layers are not in the residual and so not here.
/// </summary>
internal static class DenseImpedance
{
    public static Complex[] Of(Cell cell, CellState state, MeshSettings mesh, IReadOnlyList<double> frequencies)
    {
        var system = new PorousElectrodeSystem(cell, mesh, Tolerances.Default);
        system.Control = new CellControl(new Control.Current(state.Unknowns[system.Layout.Current] * cell.Area), cell.Area, cell.OneC);
        int n = system.Size;
        double[] y = [.. state.Unknowns], zero = new double[n];
        var byState = new double[n, n];
        var bySlope = new double[n, n];
        for (int c = 0; c < n; c++)
        {
            Column(system, y, zero, c, inSlope: false, 1e-6 * Math.Max(1e-2, Math.Abs(y[c])), byState);
            Column(system, y, zero, c, inSlope: true, 1, bySlope);
        }
        return [.. frequencies.Select(f => Solve(system, byState, bySlope, 2 * Math.PI * f) / cell.Area)];
    }

    private static void Column(PorousElectrodeSystem system, double[] y, double[] slope, int c, bool inSlope, double h, double[,] matrix)
    {
        double[] plus = new double[y.Length], minus = new double[y.Length];
        double[] moved = inSlope ? slope : y;
        double kept = moved[c];
        moved[c] = kept + h;
        system.Residual(0, y, slope, plus);
        moved[c] = kept - h;
        system.Residual(0, y, slope, minus);
        moved[c] = kept;
        for (int r = 0; r < y.Length; r++) matrix[r, c] = (plus[r] - minus[r]) / (2 * h);
    }

    // Current 1 A/m² on the border row; the impedance is the fall of the voltage.
    private static Complex Solve(PorousElectrodeSystem system, double[,] byState, double[,] bySlope, double omega)
    {
        int n = system.Size;
        var a = new Complex[n, n];
        var b = new Complex[n];
        b[system.Layout.Current] = 1;
        for (int r = 0; r < n; r++)
        {
            for (int c = 0; c < n; c++) a[r, c] = new Complex(byState[r, c], omega * bySlope[r, c]);
        }
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int r = k + 1; r < n; r++) if (Complex.Abs(a[r, k]) > Complex.Abs(a[pivot, k])) pivot = r;
            for (int c = 0; c < n; c++) (a[k, c], a[pivot, c]) = (a[pivot, c], a[k, c]);
            (b[k], b[pivot]) = (b[pivot], b[k]);
            for (int r = k + 1; r < n; r++)
            {
                if (a[r, k] == Complex.Zero) continue;
                Complex factor = a[r, k] / a[k, k];
                for (int c = k; c < n; c++) a[r, c] -= factor * a[k, c];
                b[r] -= factor * b[k];
            }
        }
        for (int k = n - 1; k >= 0; k--)
        {
            for (int c = k + 1; c < n; c++) b[k] -= a[k, c] * b[c];
            b[k] /= a[k, k];
        }
        return -(b[system.Layout.SolidPotential + system.Grid.Count - 1] - system.TerminalResistance);
    }
}
