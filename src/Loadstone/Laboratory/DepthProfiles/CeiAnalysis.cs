using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.DepthProfiles;

/// <summary>
/// The interphase on a positive electrode (CEI) by the rules of Jeong et al. (2025): its outer part ends where PO₂⁻ is largest, its inner part where the normalised
/// signals of PO₂⁻ and Ni⁻ cross.
/// </summary>
/// <param name="Profile">The signals.</param>
/// <param name="Bandwidth">Standard deviation of the weights that smooth them [s].</param>
/// <param name="SmoothInterphase">Smoothed PO₂⁻ over its maximum, at the times of the profile.</param>
/// <param name="SmoothBulk">Smoothed Ni⁻ over its maximum.</param>
/// <param name="Outer">Sputter time of the outer part [s].</param>
/// <param name="Inner">Sputter time of the inner part [s]; null where the signals do not cross.</param>
/// <param name="Total">Both together [s].</param>
/// <param name="InnerShare">Inner over both.</param>
/// <param name="Warnings">What makes the numbers less sure.</param>
public sealed record CeiAnalysis(
    IonProfile Profile, double Bandwidth, IReadOnlyList<double> SmoothInterphase, IReadOnlyList<double> SmoothBulk,
    Estimate Outer, Estimate? Inner, Estimate? Total, Estimate? InnerShare, IReadOnlyList<string> Warnings)
{
    // What is best for the curve is a little too smooth for its maximum: bias may not outweigh the error that is stated.
    private const double Undersmoothing = 0.55, Narrowest = 2.4;

    // Of a signal that levels off the largest point is one of many that noise made large; those within so many errors of it are one level.
    private const double LevelErrors = 2, Reach = 3.5, SmallestShare = 1e-3;

    private static readonly double[] Candidates = [3.2, 4.5, 6.5, 9, 13, 18]; // mean steps between points

    /// <summary>Analyses a profile.</summary>
    /// <param name="profile">The signals.</param>
    /// <param name="bandwidth">Standard deviation of the weights [s], or null: chosen by leaving every other point out.</param>
    public static CeiAnalysis Of(IonProfile profile, double? bandwidth = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        double[] time = [.. profile.Times], a = [.. profile.Interphase], b = [.. profile.Bulk];
        double step = (time[^1] - time[0]) / (time.Length - 1), h = bandwidth ?? Math.Max(Undersmoothing * Best(time, a, step), Narrowest * step);
        List<string> warnings = [.. profile.Warnings];
        LocalCubic[] p = Smooth(time, a, h), n = Smooth(time, b, h);
        int top = Enumerable.Range(0, p.Length).MaxBy(i => p[i].Value), highest = Enumerable.Range(0, n.Length).MaxBy(i => n[i].Value);
        if (!(p[top].Value > 0) || !(n[highest].Value > 0)) throw new InputException("a signal is 0 throughout; expected counts of both ions.", file: profile.Source);
        LocalCubic peak = p[top];
        double[] noiseA = Variances(time, a, p, h), noiseB = Variances(time, b, n, h);
        (double full, double fullError) = Level(n, highest, h / step, Errors(time[highest], time, noiseB, h).Value);
        Estimate outer;
        if (top == 0)
        {
            outer = new Estimate(0, double.NaN);
            warnings.Add("PO₂⁻ is largest at the first point; no outer part can be told from the inner one.");
        }
        else
        {
            double at = top == p.Length - 1 ? time[top] : Root(time[top - 1], time[top + 1], x => LocalCubic.At(x, time, a, h)!.Value.Slope);
            peak = LocalCubic.At(at, time, a, h)!.Value;
            outer = new Estimate(at, Errors(at, time, noiseA, h).Slope / Math.Abs(peak.Curvature));
            if (top == p.Length - 1) warnings.Add("PO₂⁻ still rises at the last point; the sputtering ended within the outer part.");
        }
        double[] difference = [.. p.Select((q, i) => q.Value / peak.Value - n[i].Value / full)];
        int[] crossings = [.. Enumerable.Range(top, Math.Max(0, p.Length - 1 - top)).Where(i => difference[i] > 0 && difference[i + 1] <= 0)];
        Estimate? inner = null, total = null, share = null;
        if (crossings.Length == 0)
        {
            warnings.Add(difference[^1] > 0 ? "the normalised signals of PO₂⁻ and Ni⁻ do not cross; the sputtering ended within the inner part, whose thickness cannot be said."
                : "Ni⁻ over its maximum is above PO₂⁻ throughout behind the maximum of PO₂⁻; there is no inner part by the rule.");
        }
        else
        {
            double at = Root(time[crossings[0]], time[crossings[0] + 1], x => LocalCubic.At(x, time, a, h)!.Value.Value / peak.Value - LocalCubic.At(x, time, b, h)!.Value.Value / full);
            LocalCubic pAt = LocalCubic.At(at, time, a, h)!.Value, nAt = LocalCubic.At(at, time, b, h)!.Value;
            double level = pAt.Value / peak.Value, fall = Math.Abs(pAt.Slope / peak.Value - nAt.Slope / full);
            double ownError = Errors(at, time, noiseA, h).Value, otherError = Errors(at, time, noiseB, h).Value, peakError = Errors(peak.X, time, noiseA, h).Value;
            double error = Math.Sqrt(Square(ownError / peak.Value) + Square(otherError / full) + Square(level * peakError / peak.Value) + Square(level * fullError / full)) / fall;
            var end = new Estimate(at, error);
            total = end;
            double outerError = double.IsNaN(outer.StandardError) ? 0 : outer.StandardError;
            inner = new Estimate(at - outer.Value, Math.Sqrt(Square(error) + Square(outerError)));
            share = ErrorPropagation.Carry(1 - outer.Value / at, (outer with { StandardError = outerError }, -1 / at), (end, outer.Value / (at * at)));
            if (crossings.Length > 1) warnings.Add($"the smoothed signals cross {crossings.Length} times; the first counts.");
        }
        return new CeiAnalysis(profile, h, [.. p.Select(q => q.Value / peak.Value)], [.. n.Select(q => q.Value / full)], outer, inner, total, share, warnings);
    }

    private static LocalCubic[] Smooth(double[] x, double[] y, double h) =>
        [.. x.Select(at => LocalCubic.At(at, x, y, h) ?? throw new InputException(FormattableString.Invariant($"fewer than eight points stand about {at:g4} s to smooth over {h:g3} s; expected a larger --bandwidth.")))];

    // Signals of ions are counts: their variance goes with their height, by a factor that the scatter about the smoothed curve tells (1 for counts
    // as such). A residual keeps the part of its variance that its own weight in the curve and the others' leave.
    private static double[] Variances(double[] x, double[] y, LocalCubic[] smooth, double h)
    {
        double floor = smooth.Max(s => s.Value) * SmallestShare, factor = y.Select((v, i) => Square(v - smooth[i].Value) / Math.Max(smooth[i].Value, floor)).Average();
        double[] even = [.. x.Select(_ => 1.0)];
        int middle = x.Length / 2;
        double left = 1 - 2 * Weights(x[middle], x, h).First(w => w.Index == middle).Value + Square(Errors(x[middle], x, even, h).Value);
        return [.. smooth.Select(s => factor / left * Math.Max(s.Value, floor))];
    }

    // Standard errors of value and slope of the cubic at a place, from the variances of the points.
    private static (double Value, double Slope) Errors(double at, double[] x, double[] variance, double h)
    {
        double value = 0, slope = 0;
        foreach ((int index, double ofValue, double ofSlope) in Weights(at, x, h))
        {
            value += ofValue * ofValue * variance[index];
            slope += ofSlope * ofSlope * variance[index];
        }
        return (Math.Sqrt(value), Math.Sqrt(slope));
    }

    // The cubic is linear in the ordinates: what it makes of a single 1 is the weight of that point.
    private static IEnumerable<(int Index, double Value, double Slope)> Weights(double at, double[] x, double h)
    {
        double[] impulse = new double[x.Length];
        for (int k = 0; k < x.Length; k++)
        {
            if (Math.Abs(x[k] - at) > Reach * h) continue;
            impulse[k] = 1;
            LocalCubic fit = LocalCubic.At(at, x, impulse, h)!.Value;
            impulse[k] = 0;
            yield return (k, fit.Value, fit.Slope);
        }
    }

    // The level of a signal at its largest, and its error: neighbours within the reach of the weights are not independent.
    private static (double Level, double Error) Level(LocalCubic[] smooth, int highest, double width, double error)
    {
        double margin = LevelErrors * Math.Sqrt(2) * error;
        double[] level = [.. smooth.Select(s => s.Value).Where(v => smooth[highest].Value - v <= margin)];
        return (level.Average(), error * Math.Sqrt(Math.Min(1, Reach * width / level.Length)));
    }

    // Every other point is foretold from those between; the bandwidth is that of the full grid.
    private static double Best(double[] x, double[] y, double step)
    {
        double best = Candidates[0] * step, least = double.PositiveInfinity;
        double[] halfX = [.. x.Where((_, i) => i % 2 == 0)], halfY = [.. y.Where((_, i) => i % 2 == 0)];
        foreach (double candidate in Candidates)
        {
            double sum = 0;
            int count = 0;
            for (int i = 1; i < x.Length - 1; i += 2)
            {
                if (LocalCubic.At(x[i], halfX, halfY, candidate * step) is not { } fit) continue;
                sum += Square(y[i] - fit.Value) / Math.Max(fit.Value, 1);
                count++;
            }
            if (count > x.Length / 4 && sum / count < least) (least, best) = (sum / count, candidate * step);
        }
        return best;
    }

    private static double Root(double low, double high, Func<double, double> f)
    {
        for (int i = 0; i < 60 && high - low > 1e-12 * high; i++)
        {
            double middle = (low + high) / 2;
            if (f(middle) > 0) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    private static double Square(double x) => x * x;
}
