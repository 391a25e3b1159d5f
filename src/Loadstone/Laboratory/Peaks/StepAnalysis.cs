using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Peaks;

/// <summary>
/// A step between two straight tangents, as heat flow takes at a glass transition. The midpoint is where the trace crosses half-way between the
/// extrapolated tangents, onset and end where the tangent at the midpoint meets them (ISO 11357-2).
/// </summary>
/// <param name="Trace">The trace.</param>
/// <param name="Midpoint">Where half of the step is done [unit of the abscissa].</param>
/// <param name="Onset">Where the tangent at the midpoint leaves the first one.</param>
/// <param name="End">Where it meets the second one.</param>
/// <param name="Height">Second less first tangent at the midpoint [unit of the signal].</param>
/// <param name="Before">First tangent.</param>
/// <param name="After">Second tangent.</param>
/// <param name="BeforeRange">Where the first tangent was laid.</param>
/// <param name="AfterRange">Where the second one was laid.</param>
/// <param name="Warnings">What makes the numbers less sure.</param>
public sealed record StepAnalysis(Trace Trace, Estimate Midpoint, Estimate Onset, Estimate End, Estimate Height, TangentLine Before, TangentLine After,
    (double Low, double High) BeforeRange, (double Low, double High) AfterRange, IReadOnlyList<string> Warnings)
{
    // Logistic widths: tangents are laid where less than 0.3 % of the step is to come; the cubic about the midpoint spans the middle two thirds of the step.
    private const double Clear = 6, Middle = 1.6, LeastSignificance = 5, NotableFollowing = 0.5;
    private const int FewestTangentPoints = 5, FewestMiddlePoints = 6;

    /// <summary>Measures the step within a range.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="range">Range with the step and straight stretches on either side.</param>
    /// <param name="before">Where the first tangent is laid, or null to find it.</param>
    /// <param name="after">Where the second one is laid, or null to find it.</param>
    /// <exception cref="InputException">The range holds too few points, no step, or no straight stretch beside it.</exception>
    public static StepAnalysis Of(Trace trace, (double Low, double High) range, (double Low, double High)? before = null, (double Low, double High)? after = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        int from = trace.IndexOf(range.Low), to = trace.IndexOf(range.High) - 1;
        if (to - from + 1 < 2 * FewestTangentPoints + FewestMiddlePoints)
            throw new InputException(FormattableString.Invariant($"the range {range.Low:g6} to {range.High:g6} {trace.X.Unit} holds {Math.Max(0, to - from + 1)} points of a trace from {trace.Abscissa[0]:g6} to {trace.Abscissa[^1]:g6}; expected {2 * FewestTangentPoints + FewestMiddlePoints} or more."), file: trace.Source);
        double[] x = [.. Enumerable.Range(from, to - from + 1).Select(i => trace.Abscissa[i])], y = [.. Enumerable.Range(from, to - from + 1).Select(i => trace.Signal[i])];
        (double centre, double width) = Located(trace, range, x, y);
        (double Low, double High) first = before ?? (x[0], centre - Clear * width), second = after ?? (centre + Clear * width, x[^1]);
        LinearLeastSquares left = Tangent(trace, x, y, first, centre, "before"), right = Tangent(trace, x, y, second, centre, "after");
        LinearLeastSquares middle = Cubic(trace, x, y, centre, width, left, right);
        double Crossing(IReadOnlyList<double[]> c) => Root(c, 0.5);
        var warnings = new List<string>(trace.Warnings);
        double following = ResidualPattern.Following(Residuals(x, y, first, left, centre)) / 2 + ResidualPattern.Following(Residuals(x, y, second, right, centre)) / 2;
        if (following > NotableFollowing)
            warnings.Add(FormattableString.Invariant($"neighbouring points about the tangents differ from them alike (correlation {following:f2}): the stretches are bent or the noise is slow, and the errors are too small."));
        LinearLeastSquares[] blocks = [left, right, middle];
        Estimate midpoint = Function(blocks, Crossing), height = Function(blocks, c => { double u = Crossing(c); return At(c[1], u) - At(c[0], u); });
        Estimate onset = Function(blocks, c => Meeting(c, 0)), end = Function(blocks, c => Meeting(c, 1));
        Estimate Placed(Estimate e) => e with { Value = e.Value + centre };
        return new StepAnalysis(trace, Placed(midpoint), Placed(onset), Placed(end), height, Line(left, centre), Line(right, centre), first, second, warnings);
    }

    private static TangentLine Line(LinearLeastSquares fit, double centre) => new(centre, fit.Coefficients[0], fit.Coefficients[1]);

    // A logistic step between two lines: where it is and how wide, as a start for tangents that need no shape.
    private static (double Centre, double Width) Located(Trace trace, (double Low, double High) range, double[] x, double[] y)
    {
        double span = x[^1] - x[0], middle = (x[0] + x[^1]) / 2;
        LeastSquaresFit? best = null;
        foreach (double place in (ReadOnlySpan<double>)[0.3, 0.5, 0.7])
        {
            int at = Math.Clamp((int)(place * x.Length), 1, x.Length - 2), third = Math.Max(2, x.Length / 6);
            double rise = y[^third..].Average() - y[..third].Average();
            LeastSquaresFit fit = LeastSquares.Minimise(LeastSquares.WithDifferences(p => [.. x.Select((v, i) =>
            {
                double share = 1 / (1 + Math.Exp(-(v - p[4]) / p[5])), u = (v - middle) / span;
                return p[0] + p[1] * u + share * (p[2] + p[3] * u) - y[i];
            })]), [y[..third].Average(), 0, rise, 0, x[at], span / 30], [double.MinValue, double.MinValue, double.MinValue, double.MinValue, x[0], span / (2 * x.Length)],
                [double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue, x[^1], span / 6]);
            if (best is null || fit.SumOfSquares < best.SumOfSquares) best = fit;
        }
        double centre = best!.Parameters[4], at4 = (centre - middle) / span;
        Estimate height = best.Function(best.Parameters[2] + best.Parameters[3] * at4, [0, 0, 1, at4, 0, 0]);
        if (best.AtBound[4] || !(Math.Abs(height.Value) > LeastSignificance * height.StandardError))
            throw new InputException(FormattableString.Invariant($"{trace.Sample} has no step between {range.Low:g6} and {range.High:g6} {trace.X.Unit}: the height is {height.Value:g3} ± {height.HalfWidth():g2} {trace.Y.Unit}."), file: trace.Source);
        return (centre, best.Parameters[5]);
    }

    private static LinearLeastSquares Tangent(Trace trace, double[] x, double[] y, (double Low, double High) range, double centre, string side)
    {
        int[] kept = Inside(x, range);
        if (kept.Length < FewestTangentPoints)
            throw new InputException(FormattableString.Invariant($"the stretch {side} the step holds {kept.Length} points ({range.Low:g5} to {range.High:g5} {trace.X.Unit}); expected {FewestTangentPoints} or more on a straight line: take a wider range."), file: trace.Source);
        return LinearLeastSquares.Fit([.. kept.Select(i => y[i])], [.. kept.Select(_ => 1.0)], [.. kept.Select(i => x[i] - centre)]);
    }

    private static int[] Inside(double[] x, (double Low, double High) range) => [.. Enumerable.Range(0, x.Length).Where(i => x[i] >= range.Low && x[i] <= range.High)];

    private static double[] Residuals(double[] x, double[] y, (double Low, double High) range, LinearLeastSquares line, double centre) =>
        [.. Inside(x, range).Select(i => y[i] - line.Coefficients[0] - line.Coefficients[1] * (x[i] - centre))];

    // The share of the step that is done, as a cubic about the midpoint.
    private static LinearLeastSquares Cubic(Trace trace, double[] x, double[] y, double centre, double width, LinearLeastSquares left, LinearLeastSquares right)
    {
        double reach = Middle * width;
        int[] near = Inside(x, (centre - reach, centre + reach));
        if (near.Length < FewestMiddlePoints)
            throw new InputException(FormattableString.Invariant($"the step at {centre:g5} {trace.X.Unit} rises within {near.Length} points; expected {FewestMiddlePoints} or more: a slower scan or more points a degree."), file: trace.Source);
        return LinearLeastSquares.Fit([.. near.Select(i => y[i])], [.. Enumerable.Range(0, 4).Select(k => (double[])[.. near.Select(i => Math.Pow(x[i] - centre, k))])]);
    }

    private static double At(double[] c, double u)
    {
        double sum = 0;
        for (int k = c.Length - 1; k >= 0; k--) sum = sum * u + c[k];
        return sum;
    }

    private static double Slope(double[] c, double u)
    {
        double sum = 0;
        for (int k = c.Length - 1; k >= 1; k--) sum = sum * u + k * c[k];
        return sum;
    }

    // Where the cubic lies at a share between the lines, by Newton's steps from the start.
    private static double Root(IReadOnlyList<double[]> c, double share)
    {
        double u = 0;
        for (int step = 0; step < 20; step++)
        {
            double gap = At(c[2], u) - (1 - share) * At(c[0], u) - share * At(c[1], u);
            double slope = Slope(c[2], u) - (1 - share) * Slope(c[0], u) - share * Slope(c[1], u);
            u -= gap / slope;
        }
        return u;
    }

    private static double Meeting(IReadOnlyList<double[]> c, int line)
    {
        double u = Root(c, 0.5), height = At(c[2], u), slope = Slope(c[2], u);
        return u + (At(c[line], u) - height) / (slope - c[line][1]);
    }

    // The three stretches share no point, so that their errors are independent of each other.
    private static Estimate Function(LinearLeastSquares[] blocks, Func<IReadOnlyList<double[]>, double> function)
    {
        double[][] at = [.. blocks.Select(b => (double[])[.. b.Coefficients])];
        var parts = new (Estimate, double)[blocks.Length];
        for (int b = 0; b < blocks.Length; b++)
        {
            var gradient = new double[at[b].Length];
            for (int k = 0; k < gradient.Length; k++)
            {
                double value = at[b][k], step = 1e-2 * blocks[b][k].StandardError + 1e-9 * Math.Abs(value);
                at[b][k] = value + step;
                double above = function(at);
                at[b][k] = value - step;
                double below = function(at);
                at[b][k] = value;
                gradient[k] = step > 0 ? (above - below) / (2 * step) : 0;
            }
            parts[b] = (blocks[b].Combination(gradient), 1);
        }
        return ErrorPropagation.Carry(function(at), parts);
    }
}

/// <summary>A straight line about a place.</summary>
/// <param name="Centre">The place.</param>
/// <param name="Height">Its height there.</param>
/// <param name="Slope">Its slope.</param>
public sealed record TangentLine(double Centre, double Height, double Slope)
{
    /// <summary>The line at an abscissa.</summary>
    public double At(double x) => Height + Slope * (x - Centre);
}
