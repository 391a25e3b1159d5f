using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Voltammetry;

/// <summary>Values of a noisy curve from a straight line or a parabola through the points near by.</summary>
internal static class LocalCurve
{
    /// <summary>The value at an abscissa, from a parabola through the points within a distance.</summary>
    /// <param name="x">Abscissae, rising or falling.</param>
    /// <param name="y">Ordinates, as many.</param>
    /// <param name="at">Where.</param>
    /// <param name="reach">Distance to either side.</param>
    /// <returns>The value, or null where fewer than four points lie so near.</returns>
    public static Estimate? Value(double[] x, double[] y, double at, double reach)
    {
        int[] near = [.. Enumerable.Range(0, x.Length).Where(i => Math.Abs(x[i] - at) <= reach)];
        if (near.Length < 4 || near.All(i => x[i] >= at + reach / 2) || near.All(i => x[i] <= at - reach / 2)) return null;
        return PolynomialFit.Fit([.. near.Select(i => x[i])], [.. near.Select(i => y[i])], 2).At(at);
    }

    /// <summary>The straight line through the points within a distance, or null.</summary>
    public static StraightLine? Line(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double at, double reach)
    {
        var nearX = new List<double>();
        var nearY = new List<double>();
        for (int i = 0; i < x.Length; i++)
        {
            if (Math.Abs(x[i] - at) > reach) continue;
            nearX.Add(x[i]);
            nearY.Add(y[i]);
        }
        return nearX.Count >= 4 && nearX.Max() > nearX.Min() ? StraightLine.Fit([.. nearX], [.. nearY]) : null;
    }

    /// <summary>Top (or bottom) of a parabola through the points near the largest (smallest) one.</summary>
    /// <param name="x">Abscissae.</param>
    /// <param name="y">Ordinates.</param>
    /// <param name="centre">Index of that point.</param>
    /// <param name="half">Points to either side.</param>
    /// <returns>Abscissa and ordinate of the extreme, or null where the parabola has none within the points.</returns>
    public static (Estimate X, Estimate Y)? Extreme(double[] x, double[] y, int centre, int half)
    {
        int first = Math.Max(0, centre - half), last = Math.Min(x.Length - 1, centre + half), n = last - first + 1;
        if (n < 5) return null;
        double middle = x[centre], scale = Math.Max(Math.Abs(x[last] - middle), Math.Abs(x[first] - middle));
        if (!(scale > 0)) return null;
        double[] u = [.. Enumerable.Range(first, n).Select(i => (x[i] - middle) / scale)];
        LeastSquaresFit fit = LeastSquares.Minimise((p, _) => new ResidualPoint(
            [.. u.Select((v, i) => p[0] + p[1] * v + p[2] * v * v - y[first + i])],
            [[.. u.Select(_ => 1.0)], u, [.. u.Select(v => v * v)]]), [y[centre], 0, 0]);
        double[] c = [.. fit.Parameters];
        double top = -c[1] / (2 * c[2]);
        if (!(Math.Abs(top) <= 1)) return null;
        Estimate where = fit.Function(middle + scale * top, [0, -scale / (2 * c[2]), scale * c[1] / (2 * c[2] * c[2])]);
        return (where, fit.Function(c[0] + c[1] * top + c[2] * top * top, [1, top, top * top]));
    }
}
