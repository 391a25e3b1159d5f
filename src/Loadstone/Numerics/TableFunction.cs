namespace Loadstone.Numerics;

/// <summary>
/// A smooth function through given points: piecewise cubic, continuous with its first derivative, and monotone wherever the
/// points are, without overshoot (F. N. Fritsch and J. Butland, SIAM J. Sci. Stat. Comput. 5, 1984, 300).
/// Outside <see cref="Domain"/> it goes on as a straight line with the slope at the end; who must not leave the points checks there.
/// </summary>
public sealed class TableFunction : ScalarFunction
{
    private readonly double[] x;
    private readonly double[] y;
    private readonly double[] slope;

    /// <summary>The function through the points (x[k], y[k]).</summary>
    /// <param name="x">Finite and strictly increasing, at least two.</param>
    /// <param name="y">Finite, as many as <paramref name="x"/>.</param>
    /// <exception cref="ArgumentException">The points are too few, differ in number, are not finite or not in increasing order.</exception>
    public TableFunction(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException($"A table has as many x as y; these are {x.Length} and {y.Length}.", nameof(y));
        if (x.Length < 2) throw new ArgumentException($"A table has at least two points; this one has {x.Length}.", nameof(x));
        for (int k = 0; k < x.Length; k++)
        {
            if (!double.IsFinite(x[k]) || !double.IsFinite(y[k])) throw new ArgumentException($"Point {k + 1} of the table is not finite.", nameof(x));
            if (k > 0 && x[k] <= x[k - 1]) throw new ArgumentException($"Point {k + 1} of the table: x = {x[k]} does not lie above {x[k - 1]}.", nameof(x));
        }
        this.x = x.ToArray();
        this.y = y.ToArray();
        slope = Slopes(x, y);
    }

    /// <summary>The first and last x of the points.</summary>
    public (double Low, double High) Domain => (x[0], x[^1]);

    /// <summary>The x of the points.</summary>
    public ReadOnlySpan<double> Points => x;

    /// <inheritdoc/>
    public override double At(double x) => ValueAndSlope(x).Value;

    /// <inheritdoc/>
    public override double DerivativeAt(double x) => ValueAndSlope(x).Slope;

    /// <inheritdoc/>
    public override void Evaluate(ReadOnlySpan<double> x, Span<double> value, Span<double> derivative)
    {
        for (int i = 0; i < x.Length; i++) (value[i], derivative[i]) = ValueAndSlope(x[i]);
    }

    private (double Value, double Slope) ValueAndSlope(double at)
    {
        if (at <= x[0]) return (y[0] + slope[0] * (at - x[0]), slope[0]);
        if (at >= x[^1]) return (y[^1] + slope[^1] * (at - x[^1]), slope[^1]);
        if (double.IsNaN(at)) return (at, at);
        int k = Array.BinarySearch(x, at);
        if (k < 0) k = ~k - 1;
        double h = x[k + 1] - x[k];
        return CubicHermite.At((at - x[k]) / h, h, y[k], slope[k], y[k + 1], slope[k + 1]);
    }

    private static double[] Slopes(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        int n = x.Length;
        var slopes = new double[n];
        if (n == 2)
        {
            slopes.AsSpan().Fill((y[1] - y[0]) / (x[1] - x[0]));
            return slopes;
        }
        for (int k = 1; k < n - 1; k++)
        {
            double h0 = x[k] - x[k - 1], h1 = x[k + 1] - x[k];
            double d0 = (y[k] - y[k - 1]) / h0, d1 = (y[k + 1] - y[k]) / h1;
            if (d0 * d1 <= 0) continue; // a local extremum of the points stays one: slope 0
            double w0 = 2 * h1 + h0, w1 = h1 + 2 * h0;
            slopes[k] = (w0 + w1) / (w0 / d0 + w1 / d1);
        }
        slopes[0] = EndSlope(x[1] - x[0], x[2] - x[1], (y[1] - y[0]) / (x[1] - x[0]), (y[2] - y[1]) / (x[2] - x[1]));
        slopes[n - 1] = EndSlope(x[n - 1] - x[n - 2], x[n - 2] - x[n - 3],
            (y[n - 1] - y[n - 2]) / (x[n - 1] - x[n - 2]), (y[n - 2] - y[n - 3]) / (x[n - 2] - x[n - 3]));
        return slopes;
    }

    /// <summary>Three-point slope at an end, limited so that the end piece stays monotone.</summary>
    private static double EndSlope(double h0, double h1, double d0, double d1)
    {
        double slope = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);
        if (slope * d0 <= 0) return 0;
        return d0 * d1 <= 0 && Math.Abs(slope) > 3 * Math.Abs(d0) ? 3 * d0 : slope;
    }
}
