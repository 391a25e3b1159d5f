using Loadstone.Reports;

namespace Loadstone.Laboratory;

/// <summary>A measured curve less a simulated one at the measured abscissae.</summary>
/// <param name="Label">Name of the curve.</param>
/// <param name="X">Abscissae within those of the simulation.</param>
/// <param name="Values">Differences there, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Their unit: that of the axis, mV for V, and % of the simulation where the axis is logarithmic.</param>
internal sealed record CurveResidual(string Label, double[] X, double[] Values, string Unit)
{
    // Two runs of one test need not end at the same abscissa; so much of the width beyond the simulation's ends its own value counts.
    private const double Beyond = 0.02;

    /// <summary>Root of the mean square.</summary>
    public double RootMeanSquare => Math.Sqrt(Values.Average(v => v * v));

    /// <summary>The residual of two curves of one plot, or null where no abscissa is in both.</summary>
    /// <param name="measured">The measured curve.</param>
    /// <param name="simulated">The simulated one.</param>
    /// <param name="y">The axis of both.</param>
    public static CurveResidual? Of(Series measured, Series simulated, Axis y)
    {
        int[] order = [.. Enumerable.Range(0, simulated.X.Count).Where(i => double.IsFinite(simulated.X[i]) && double.IsFinite(simulated.Y[i])).OrderBy(i => simulated.X[i])];
        if (order.Length == 0) return null;
        double[] x = [.. order.Select(i => simulated.X[i])], values = [.. order.Select(i => simulated.Y[i])];
        double slack = Beyond * Math.Max(x[^1] - x[0], Math.Abs(x[^1]) * Beyond);
        string unit = y.Logarithmic ? "%" : UnitOf(y.Label);
        List<double> at = [], residual = [];
        for (int i = 0; i < measured.X.Count; i++)
        {
            double place = measured.X[i], value = measured.Y[i];
            if (!double.IsFinite(value) || !(place >= x[0] - slack && place <= x[^1] + slack)) continue;
            double model = Interpolated(x, values, place);
            at.Add(place);
            residual.Add(y.Logarithmic ? 100 * (value / model - 1) : (value - model) * (unit == "mV" ? 1e3 : 1));
        }
        return at.Count == 0 ? null : new CurveResidual(measured.Label, [.. at], [.. residual], unit);
    }

    private static string UnitOf(string label)
    {
        int slash = label.LastIndexOf(" / ", StringComparison.Ordinal);
        string unit = slash < 0 ? "" : label[(slash + 3)..];
        return unit == "V" ? "mV" : unit;
    }

    private static double Interpolated(double[] x, double[] y, double at)
    {
        int found = Array.BinarySearch(x, at), next = found >= 0 ? found : ~found;
        if (found >= 0 || next == 0) return y[Math.Min(next, y.Length - 1)];
        if (next == x.Length) return y[^1];
        double width = x[next] - x[next - 1];
        return width > 0 ? y[next - 1] + (at - x[next - 1]) / width * (y[next] - y[next - 1]) : y[next];
    }
}
