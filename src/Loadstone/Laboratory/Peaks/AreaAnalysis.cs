using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Peaks;

/// <summary>The area under a trace above a straight line through its feet.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="Area">The area [unit of the signal times that of the abscissa]; below the line it is negative.</param>
/// <param name="Range">The range.</param>
/// <param name="Line">The line.</param>
/// <param name="Warnings">What makes the numbers less sure.</param>
public sealed record AreaAnalysis(Trace Trace, Estimate Area, (double Low, double High) Range, TangentLine Line, IReadOnlyList<string> Warnings)
{
    private const double FootShare = 0.15, NotableFollowing = 0.5;
    private const int FewestPoints = 20;

    /// <summary>Integrates within a range whose outer 15 % on either side are free of signal: through them goes the line, and their scatter is the noise.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="range">The range.</param>
    /// <exception cref="InputException">The range holds too few points.</exception>
    public static AreaAnalysis Of(Trace trace, (double Low, double High) range)
    {
        ArgumentNullException.ThrowIfNull(trace);
        int from = trace.IndexOf(range.Low), to = trace.IndexOf(range.High) - 1, count = to - from + 1;
        if (count < FewestPoints)
            throw new InputException(FormattableString.Invariant($"the range {range.Low:g6} to {range.High:g6} {trace.X.Unit} holds {Math.Max(0, count)} points of a trace from {trace.Abscissa[0]:g6} to {trace.Abscissa[^1]:g6}; expected {FewestPoints} or more."), file: trace.Source);
        double centre = (range.Low + range.High) / 2, edge = FootShare * (range.High - range.Low);
        int[] feet = [.. Enumerable.Range(from, count).Where(i => trace.Abscissa[i] <= range.Low + edge || trace.Abscissa[i] >= range.High - edge)];
        var line = LinearLeastSquares.Fit([.. feet.Select(i => trace.Signal[i])], [.. feet.Select(_ => 1.0)], [.. feet.Select(i => trace.Abscissa[i] - centre)]);
        (double constant, double slope) = (line.Coefficients[0], line.Coefficients[1]);
        // Trapezoids over all points; those of the feet are part of the line as well, so that each point has one factor in the area.
        double[] weights = [.. Enumerable.Range(from, count).Select(i => (trace.Abscissa[Math.Min(i + 1, to)] - trace.Abscissa[Math.Max(i - 1, from)]) / 2)];
        double area = 0, sum = 0, moment = 0;
        for (int k = 0; k < count; k++)
        {
            double u = trace.Abscissa[from + k] - centre;
            area += weights[k] * (trace.Signal[from + k] - constant - slope * u);
            sum += weights[k];
            moment += weights[k] * u;
        }
        double variance = 0, scatter = line.Scatter * line.Scatter;
        for (int k = 0; k < count; k++)
        {
            double u = trace.Abscissa[from + k] - centre;
            bool isFoot = u <= range.Low + edge - centre || u >= range.High - edge - centre;
            double lever = isFoot ? (sum * (line.Covariance[0, 0] + line.Covariance[0, 1] * u) + moment * (line.Covariance[1, 0] + line.Covariance[1, 1] * u)) / scatter : 0;
            variance += (weights[k] - lever) * (weights[k] - lever) * scatter;
        }
        double following = ResidualPattern.Following([.. feet.Select(i => trace.Signal[i] - constant - slope * (trace.Abscissa[i] - centre))]);
        string[] warnings = following > NotableFollowing
            ? [FormattableString.Invariant($"the outer 15 % of the range {range.Low:g6} to {range.High:g6} {trace.X.Unit} do not lie on one straight line (correlation of neighbours {following:f2}): the area depends on the range.")] : [];
        return new AreaAnalysis(trace, new Estimate(area, Math.Sqrt(variance), line.DegreesOfFreedom), range, new TangentLine(centre, constant, slope), [.. trace.Warnings, .. warnings]);
    }
}
