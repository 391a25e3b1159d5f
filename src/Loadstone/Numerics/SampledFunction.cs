namespace Loadstone.Numerics;

/// <summary>
/// Another function as a table of cubics on equal intervals, so that a costly formula takes a few nanoseconds. The derivative
/// is that of the cubics, not of the formula. Outside the table the formula itself answers, so nothing is extrapolated.
/// </summary>
public sealed class SampledFunction : ScalarFunction
{
    private const int FewestIntervals = 16;
    private const int MostIntervals = 65536;

    private readonly ScalarFunction exact;
    private readonly double low;
    private readonly double high;
    private readonly double step;
    private readonly double perStep;
    private readonly double[] nodes; // value and slope of node k at 2k and 2k + 1

    private SampledFunction(ScalarFunction exact, double low, double high, int intervals, double tolerance)
    {
        (this.exact, this.low, this.high) = (exact, low, high);
        step = (high - low) / intervals;
        perStep = 1 / step;
        nodes = new double[2 * (intervals + 1)];
        for (int k = 0; k <= intervals; k++)
        {
            double x = Node(k);
            nodes[2 * k] = exact.At(x);
            nodes[2 * k + 1] = exact.DerivativeAt(x);
        }
        Error = MeasureError(tolerance);
    }

    /// <summary>The number of intervals.</summary>
    public int Intervals => nodes.Length / 2 - 1;

    /// <summary>The largest deviation from the sampled function that was found inside the intervals, in the unit of the function.</summary>
    public double Error { get; }

    /// <summary>The interval that the table covers.</summary>
    public (double Low, double High) Domain => (low, high);

    /// <inheritdoc/>
    internal override Expression? Formula => exact.Formula;

    /// <summary>
    /// A table of a function that deviates from it by at most a tolerance, measured at the quarters of every interval. The number
    /// of intervals doubles until that holds. A constant function, and one that 65536 intervals do not reach (it jumps, or is
    /// not finite), is returned as it is.
    /// </summary>
    /// <param name="exact">The function.</param>
    /// <param name="low">Lower end of the table.</param>
    /// <param name="high">Upper end of the table, above <paramref name="low"/>.</param>
    /// <param name="tolerance">Largest deviation, absolute, in the unit of the function.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is empty or the tolerance not positive.</exception>
    public static ScalarFunction Of(ScalarFunction exact, double low, double high, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(exact);
        Require.Positive(high - low, "", nameof(high));
        Require.Positive(tolerance, "", nameof(tolerance));
        if (exact.IsConstant) return exact;
        for (int intervals = FewestIntervals; intervals <= MostIntervals; intervals *= 2)
        {
            var table = new SampledFunction(exact, low, high, intervals, tolerance);
            if (table.Error <= tolerance) return table;
        }
        return exact;
    }

    /// <inheritdoc/>
    public override double At(double x) => x >= low && x <= high ? Cubic(x).Value : exact.At(x);

    /// <inheritdoc/>
    public override double DerivativeAt(double x) => x >= low && x <= high ? Cubic(x).Slope : exact.DerivativeAt(x);

    /// <inheritdoc/>
    public override void Evaluate(ReadOnlySpan<double> x, Span<double> value, Span<double> derivative)
    {
        for (int i = 0; i < x.Length; i++)
        {
            double at = x[i];
            if (at >= low && at <= high) (value[i], derivative[i]) = Cubic(at);
            else (value[i], derivative[i]) = (exact.At(at), exact.DerivativeAt(at));
        }
    }

    private (double Value, double Slope) Cubic(double x)
    {
        double position = (x - low) * perStep;
        int k = Math.Min((int)position, nodes.Length / 2 - 2);
        ReadOnlySpan<double> ends = nodes.AsSpan(2 * k, 4);
        return CubicHermite.At(position - k, step, ends[0], ends[1], ends[2], ends[3]);
    }

    private double Node(int k) => k == Intervals ? high : low + k * step;

    /// <summary>The largest error at the quarters of the intervals; gives up with the first that is above the tolerance or not finite.</summary>
    private double MeasureError(double tolerance)
    {
        double largest = 0;
        for (int k = 0; k < Intervals; k++)
        {
            for (int quarter = 1; quarter <= 3; quarter++)
            {
                double x = low + (k + 0.25 * quarter) * step;
                double error = Math.Abs(Cubic(x).Value - exact.At(x));
                if (!(error <= tolerance)) return double.PositiveInfinity;
                largest = Math.Max(largest, error);
            }
        }
        return largest;
    }
}
