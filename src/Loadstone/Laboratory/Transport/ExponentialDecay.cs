using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Transport;

/// <summary>The late part of a relaxation, V = offset + amplitude e^(−λt).</summary>
/// <param name="Rate">λ [1/s].</param>
/// <param name="Amplitude">Amplitude, brought back to t = 0 [V].</param>
/// <param name="Offset">What it tends to [V].</param>
/// <param name="WindowStart">Time from which points were used [s].</param>
/// <param name="WindowEnd">Time of the last point [s].</param>
/// <param name="Count">Points used.</param>
/// <param name="ResidualDeviation">Standard deviation of the points about the curve [V].</param>
/// <param name="ResidualCorrelation">Correlation of each residual with the next; near 0 where the curve leaves noise alone.</param>
public sealed record ExponentialDecay(
    Estimate Rate, double Amplitude, double Offset, double WindowStart, double WindowEnd, int Count, double ResidualDeviation, double ResidualCorrelation)
{
    /// <summary>Fewest points that a window may hold.</summary>
    public const int FewestPoints = 8;

    /// <summary>Share that the next faster mode may still have of the slowest one where the window begins, if both began alike.</summary>
    public const double Contamination = 1e-4;

    private const double LeastRelaxationTimes = 1;

    /// <summary>V at a time [V].</summary>
    public double At(double time) => Offset + Amplitude * Math.Exp(-Rate.Value * time);

    /// <summary>
    /// Fits the late part. The window begins where the next faster mode has died away to <see cref="Contamination"/> of the slowest, which
    /// follows from the rate itself and the ratio of the two: t ≥ ln(1/contamination)/((ratio − 1) λ). Least squares in V, not in its
    /// logarithm, weigh each point by what it tells and need no end of the window where the noise takes over.
    /// </summary>
    /// <param name="time">Times since the current was broken [s], rising.</param>
    /// <param name="voltage">Voltages [V], as many, finite.</param>
    /// <param name="modeRatio">Rate of the next faster mode over that of the slowest.</param>
    /// <param name="source">File, for messages.</param>
    /// <exception cref="InputException">The record is too short, or does not decay.</exception>
    public static ExponentialDecay Fit(ReadOnlySpan<double> time, ReadOnlySpan<double> voltage, double modeRatio, string? source = null)
    {
        double[] t = time.ToArray(), v = voltage.ToArray();
        if (t.Length < FewestPoints)
            throw new InputException($"the rest has {t.Length} points; expected {FewestPoints} or more after the current is broken.", file: source);
        if (v.Max() - v.Min() <= 0) throw new InputException("the voltage does not change during the rest.", file: source);
        double rate = Guess(t, v), wait = Math.Log(1 / Contamination) / (modeRatio - 1);
        int first = 0;
        LeastSquaresFit fit;
        for (int i = 0; ; i++)
        {
            int next = FirstAt(t, wait / rate, source, rate);
            // A window that moves to and fro between two beginnings takes the later one.
            if (i >= 20) next = Math.Max(first, next);
            fit = FitWindow(t, v, next, rate);
            double found = fit.Parameters[1];
            if (!(found > 0) || !double.IsFinite(found))
                throw new InputException("the voltage does not fall exponentially during the rest; expected a decay to a constant.", file: source);
            bool settled = next == first && Math.Abs(found / rate - 1) < 1e-6;
            (first, rate) = (next, found);
            if (settled || i > 40) break;
        }
        double left = (t[^1] - t[first]) * rate;
        if (left < LeastRelaxationTimes)
            throw new InputException(FormattableString.Invariant(
                $"the rest goes on for {left:g3} relaxation times of {1 / rate:g4} s after its faster modes have died away; expected {LeastRelaxationTimes} or more."), file: source);
        double start = t[first];
        return new ExponentialDecay(fit.Parameter(1), fit.Parameters[0] * Math.Exp(rate * start), fit.Parameters[2], start, t[^1], t.Length - first,
            Math.Sqrt(fit.SumOfSquares / fit.DegreesOfFreedom), ResidualPattern.Following(fit.Residuals));
    }

    private static int FirstAt(double[] t, double start, string? source, double rate)
    {
        int first = Array.FindIndex(t, value => value >= start);
        if (first < 0 || t.Length - first < FewestPoints)
            throw new InputException(FormattableString.Invariant(
                $"the rest ends at {t[^1]:g5} s, before its faster modes have died away at {start:g5} s (relaxation time {1 / rate:g4} s); expected a longer rest, or more points late in it."), file: source);
        return first;
    }

    // Times count from the window's start, so that the amplitude stays in range.
    private static LeastSquaresFit FitWindow(double[] t, double[] v, int first, double rate)
    {
        double start = t[first];
        int n = t.Length - first;
        (double amplitude, double offset, _) = Linear(t, v, first, rate);
        return LeastSquares.Minimise((p, _) =>
        {
            double[] r = new double[n], byAmplitude = new double[n], byRate = new double[n], byOffset = new double[n];
            for (int i = 0; i < n; i++)
            {
                double s = t[first + i] - start, e = Math.Exp(-p[1] * s);
                r[i] = p[2] + p[0] * e - v[first + i];
                (byAmplitude[i], byRate[i], byOffset[i]) = (e, -p[0] * s * e, 1);
            }
            return new ResidualPoint(r, [byAmplitude, byRate, byOffset]);
        }, [amplitude, rate, offset]);
    }

    // The best of a wide range of rates over the whole record.
    private static double Guess(double[] t, double[] v)
    {
        const int steps = 60;
        double span = t[^1] - t[0], best = double.PositiveInfinity, rate = 1 / span;
        for (int k = 0; k <= steps; k++)
        {
            double tried = Math.Pow(1e3, (double)k / steps) / (3 * span);
            double sum = Linear(t, v, 0, tried).Sum;
            if (sum < best) (best, rate) = (sum, tried);
        }
        return rate;
    }

    // Amplitude and offset that suit a rate best.
    private static (double Amplitude, double Offset, double Sum) Linear(double[] t, double[] v, int first, double rate)
    {
        double[] e = new double[t.Length - first];
        for (int i = 0; i < e.Length; i++) e[i] = Math.Exp(-rate * (t[first + i] - t[first]));
        StraightLine line = StraightLine.Fit(e, v.AsSpan(first));
        return (line.Slope.Value, line.Intercept.Value, line.ResidualDeviation);
    }
}
