using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Coatings;

/// <summary>
/// Periods of a drying curve: the film warms up, dries at a constant rate while its surface is wet, and at a falling rate once its pores empty
/// (S. Jaiser et al., Dry. Technol. 35, 1266 (2017)). The curve is
/// w = w₀ − r (t − t_w (1 − e^(−t/t_w))) up to t_c, and falls from there as an exponential with the same slope.
/// </summary>
/// <param name="Record">The record.</param>
/// <param name="Initial">Solvent at the start [unit of the record].</param>
/// <param name="Dry">What is left when all solvent is gone [unit of the record].</param>
/// <param name="Rate">Rate of the constant period [unit of the record per s].</param>
/// <param name="WarmUp">Time constant t_w of the warming-up [s].</param>
/// <param name="Critical">Time t_c at which the rate begins to fall [s].</param>
/// <param name="CriticalShare">Share of the solvent that is left then.</param>
/// <param name="DryingTime">When the asked share of solvent is left [s], read from the points about it; null where the record ends before.</param>
/// <param name="ResidualShare">That share.</param>
/// <param name="Model">The fitted curve at the record's times [unit of the record].</param>
/// <param name="Warnings">What makes the numbers less sure.</param>
public sealed record DryingPeriods(DryingRecord Record, Estimate Initial, Estimate Dry, Estimate Rate, Estimate WarmUp, Estimate Critical,
    Estimate CriticalShare, Estimate? DryingTime, double ResidualShare, IReadOnlyList<double> Model, IReadOnlyList<string> Warnings)
{
    private const int W0 = 0, LogRate = 1, Warm = 2, Share = 3, Rest = 4;

    /// <summary>Finds the periods.</summary>
    /// <param name="record">The record.</param>
    /// <param name="residualShare">Share of the solvent at which the film counts as dry, above 0 and below 1.</param>
    /// <param name="dry">What is left when all solvent is gone, or null to find it from the end of the record.</param>
    /// <exception cref="InputException">The record does not fall.</exception>
    public static DryingPeriods Of(DryingRecord record, double residualShare = Drying.FilmDrying.DefaultResidualShare, double? dry = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        Require.Within(residualShare, 1e-6, 0.999, "(fraction)", nameof(residualShare));
        double start = record.Time[0], length = record.Time[^1] - start;
        double[] t = [.. record.Time.Select(v => v - start)], m = [.. record.Amount];
        int tenth = Math.Max(t.Length / 20, 3);
        double end = m[^tenth..].Average(), begin = m[..tenth].Average(), fall = begin - end;
        double scatter = Math.Sqrt(m.Zip(m.Skip(1), (a, b) => (b - a) * (b - a)).Order().Take(m.Length / 2).Average());
        if (!(fall > 10 * scatter)) throw new InputException(FormattableString.Invariant($"the record falls by {fall:g3} {record.Kind.SiUnit} from its start to its end and scatters by {scatter:g3}: no drying is seen."), file: record.Source);

        // Scaled to a fall of 1 in a time of 1.
        double[] u = [.. t.Select(v => v / length)], w = [.. m.Select(v => (v - end) / fall)];
        double rest = dry is { } told ? (told - end) / fall : 0;
        double[] low = [0.1, -3, 0, 0, dry is null ? -1 : rest], high = [3, 5, 0.5, 0.99, dry is null ? 0.5 : rest];
        LeastSquaresFit? best = null;
        foreach (double share in (double[])[0.02, 0.15, 0.4, 0.8])
        {
            int at = Math.Max(5, Array.FindIndex(w, v => v < share + 0.1));
            double slope = Math.Max(-StraightLine.Fit(u.AsSpan(0, at), w.AsSpan(0, at)).Slope.Value, 0.05);
            LeastSquaresFit fit = LeastSquares.Minimise(LeastSquares.WithDifferences(p => [.. Curve(p, u).Select((v, i) => v - w[i])]), [1, Math.Log(slope), 0.02, share, rest], low, high);
            if (best is null || fit.SumOfSquares < best.SumOfSquares) best = fit;
        }
        double[] p = [.. best!.Parameters];
        Estimate initial = best.Parameter(W0).Times(fall), solid = dry is null ? Shifted(best.Parameter(Rest).Times(fall), end) : Estimate.Exact(dry.Value);
        double rate = Math.Exp(p[LogRate]) * fall / length;
        Estimate? time = TimeOf(t, m, solid, initial, residualShare, length);
        return new DryingPeriods(record, initial, solid, best.Parameter(LogRate).Through(rate, rate), best.Parameter(Warm).Times(length),
            best.Function(Turn(p), Gradient(p, Turn)).Times(length), best.Parameter(Share), time is { } found ? Shifted(found, start) : null, residualShare,
            [.. Curve(p, u).Select(v => end + fall * v)], [.. Notes(best, w, time, residualShare)]);
    }

    // The curve at scaled times. The critical share and not its time is the parameter, so that a film without a falling rate is one at the bound 0.
    private static double[] Curve(double[] p, double[] times)
    {
        double turn = Turn(p), left = p[Share] * p[W0], slope = Math.Exp(p[LogRate]) * Warmth(p, turn);
        return [.. times.Select(t => p[Rest] + (t <= turn ? p[W0] - Math.Exp(p[LogRate]) * Effective(p, t) : left > 0 ? left * Math.Exp(-(t - turn) * slope / left) : 0))];
    }

    // When the critical share is left: Newton's steps on a time that counts the warming-up less.
    private static double Turn(double[] p)
    {
        double effective = p[W0] * (1 - p[Share]) / Math.Exp(p[LogRate]), t = effective + p[Warm];
        for (int step = 0; step < 30; step++)
        {
            double move = (Effective(p, t) - effective) / Math.Max(Warmth(p, t), 1e-3);
            t = Math.Max(t - move, 0);
            if (Math.Abs(move) < 1e-14 * (1 + t)) break;
        }
        return t;
    }

    // Time that the constant rate would have needed for what evaporated until t, and its derivative.
    private static double Effective(double[] p, double t) => p[Warm] > 1e-9 ? t + p[Warm] * Expm1(-t / p[Warm]) : t;

    private static double Warmth(double[] p, double t) => p[Warm] > 1e-9 ? -Expm1(-t / p[Warm]) : 1;

    private static double Expm1(double x) => Math.Abs(x) < 1e-5 ? x + x * x / 2 : Math.Exp(x) - 1;

    // The first time at which the smoothed solvent falls below the share, by the points within a thirtieth of the record.
    private static Estimate? TimeOf(double[] t, double[] m, Estimate dry, Estimate initial, double share, double length)
    {
        double level = dry.Value + share * initial.Value, bandwidth = Math.Max(length / 60, 3 * length / t.Length);
        LocalCubic? before = null;
        foreach (double at in t)
        {
            if (LocalCubic.At(at, t, m, bandwidth) is not { } fit) continue;
            if (fit.Value <= level && before is { } last && last.Value > level)
            {
                double between = last.X + (at - last.X) * (last.Value - level) / (last.Value - fit.Value);
                LocalCubic there = LocalCubic.At(between, t, m, bandwidth)!.Value;
                double error = Math.Sqrt(there.ValueError * there.ValueError + dry.StandardError * dry.StandardError) / Math.Abs(there.Slope);
                return new Estimate(between - (there.Value - level) / there.Slope, error);
            }
            before = fit;
        }
        return null;
    }

    private static Estimate Shifted(Estimate estimate, double by) => estimate with { Value = estimate.Value + by };

    private static double[] Gradient(double[] p, Func<double[], double> f) => [.. p.Select((v, i) =>
    {
        double h = 1e-6 * Math.Max(Math.Abs(v), 1e-3);
        double[] above = [.. p], below = [.. p];
        above[i] += h;
        below[i] -= h;
        return (f(above) - f(below)) / (2 * h);
    })];

    private static IEnumerable<string> Notes(LeastSquaresFit fit, double[] w, Estimate? time, double share)
    {
        if (time is null) yield return FormattableString.Invariant($"the record ends before {share * 100:g3} % of the solvent is left: no drying time.");
        if (w[^1] > 0.02 && fit.Parameters[Rest] < -0.02) yield return "the record ends while the film still dries; what will be left is extrapolated, and --dry would say it.";
        double following = ResidualPattern.Following(fit.Residuals);
        if (fit.SumOfSquares > 1e-12 && following > 0.6) yield return FormattableString.Invariant($"the points follow each other about the three periods (correlation of neighbours {following:f2}): the rate falls in another way than as an exponential, and the intervals of rate and critical point are too narrow.");
    }
}
