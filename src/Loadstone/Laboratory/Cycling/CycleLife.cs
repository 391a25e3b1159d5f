using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Cycling;

/// <summary>The band in which the coulombic efficiency of a healthy cell stays: median ± width.</summary>
/// <param name="Median">Median of the efficiencies of the reference cycles.</param>
/// <param name="Deviation">Their robust standard deviation, 1.4826 times the median absolute deviation, at least <see cref="CycleLife.LeastDeviation"/>.</param>
/// <param name="Width">Half width of the band.</param>
/// <param name="FirstCycle">First reference cycle.</param>
/// <param name="LastCycle">Last reference cycle.</param>
public sealed record EfficiencyBand(double Median, double Deviation, double Width, int FirstCycle, int LastCycle)
{
    /// <summary>Whether an efficiency lies in the band.</summary>
    public bool Holds(double efficiency) => Math.Abs(efficiency - Median) <= Width;
}

/// <summary>When a cell's life ends.</summary>
public static class CycleLife
{
    /// <summary>Least robust deviation: cyclers do not measure charge better than about 0.01 %.</summary>
    public const double LeastDeviation = 1e-4;

    /// <summary>Half width of the band, in robust deviations.</summary>
    public const double Deviations = 5;

    /// <summary>First cycles that are not counted: formation.</summary>
    public const int Formation = 3;

    private const int FewestReferences = 5, MostReferences = 50;
    private const double RobustToStandard = 1.4826; // of a normal distribution

    /// <summary>The band of the coulombic efficiency from the first half of the cycles after formation, at most 50; null where there are fewer than five.</summary>
    /// <param name="cycles">The cycles.</param>
    public static EfficiencyBand? BandOf(IReadOnlyList<CycleRow> cycles)
    {
        CycleRow[] usable = Usable(cycles);
        int count = Math.Min(MostReferences, Math.Max(FewestReferences, usable.Length / 2));
        if (usable.Length < FewestReferences) return null;
        double[] efficiencies = [.. usable.Take(count).Select(c => c.CoulombicEfficiency)];
        double median = Median(efficiencies);
        double deviation = Math.Max(LeastDeviation, RobustToStandard * Median([.. efficiencies.Select(e => Math.Abs(e - median))]));
        return new EfficiencyBand(median, deviation, Deviations * deviation, usable[0].Number, usable[count - 1].Number);
    }

    /// <summary>
    /// The cycle at which the coulombic efficiency leaves its band: the first one outside of which at least two of the next three are
    /// outside too, or which is the last. Null where it stays in.
    /// </summary>
    /// <param name="cycles">The cycles.</param>
    /// <param name="band">The band.</param>
    public static int? BySpike(IReadOnlyList<CycleRow> cycles, EfficiencyBand band)
    {
        ArgumentNullException.ThrowIfNull(band);
        CycleRow[] usable = Usable(cycles);
        for (int k = 0; k < usable.Length; k++)
        {
            if (usable[k].Number < band.FirstCycle || band.Holds(usable[k].CoulombicEfficiency)) continue;
            int next = Math.Min(3, usable.Length - k - 1);
            int outside = Enumerable.Range(k + 1, next).Count(j => !band.Holds(usable[j].CoulombicEfficiency));
            if (outside >= Math.Min(2, next)) return usable[k].Number;
        }
        return null;
    }

    /// <summary>Cycles whose efficiency lies outside the band before the life ends: power cuts, temperature, a spike that came back.</summary>
    public static IReadOnlyList<int> Outliers(IReadOnlyList<CycleRow> cycles, EfficiencyBand band)
    {
        int end = BySpike(cycles, band) ?? int.MaxValue;
        return [.. Usable(cycles).Where(c => c.Number >= band.FirstCycle && c.Number < end && !band.Holds(c.CoulombicEfficiency)).Select(c => c.Number)];
    }

    private const int Smooth = 5, Window = 15;

    /// <summary>
    /// The cycle at which the retention falls below a threshold for good: where the running median of five crosses, refined by a straight
    /// line through the fifteen cycles about it, whose scatter gives the error. Null where it stays above.
    /// </summary>
    /// <param name="number">Numbers of the cycles, rising.</param>
    /// <param name="retention">Retention of each.</param>
    /// <param name="threshold">The threshold: 0.8.</param>
    public static Estimate? ByThreshold(IReadOnlyList<double> number, IReadOnlyList<double> retention, double threshold = 0.8)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(retention);
        int n = retention.Count, crossing = n;
        while (crossing > 0 && RunningMedian(retention, crossing - 1) < threshold) crossing--;
        if (crossing == n) return null;
        int first = Math.Clamp(crossing - Window / 2, 0, Math.Max(0, n - Window)), count = Math.Min(Window, n - first);
        if (crossing == 0 || count < 3) return new Estimate(number[crossing], double.NaN, 0);
        double[] x = [.. Enumerable.Range(first, count).Select(k => number[k] - number[crossing])], y = [.. Enumerable.Range(first, count).Select(k => retention[k])];
        StraightLine line = StraightLine.Fit(x, y);
        Estimate at = line.Crossing(threshold);
        // A line that does not cross near the fall (a step down) tells less than the fall itself.
        if (!(line.Slope.Value < 0) || Math.Abs(at.Value) > Window) return new Estimate(number[crossing], double.NaN, 0);
        return at with { Value = number[crossing] + at.Value };
    }

    private static double RunningMedian(IReadOnlyList<double> values, int at)
    {
        int reach = Math.Min(Smooth / 2, Math.Min(at, values.Count - 1 - at));
        return Median([.. Enumerable.Range(at - reach, 2 * reach + 1).Select(k => values[k])]);
    }

    private static CycleRow[] Usable(IReadOnlyList<CycleRow> cycles) => [.. Require.NotEmpty(cycles).Where(c => c.IsComplete).Skip(Formation)];

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        int n = sorted.Length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
