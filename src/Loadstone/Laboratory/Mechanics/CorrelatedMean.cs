using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>
/// Mean of values that follow each other in time, as the forces of a stick-slip peel do. Neighbours say much the same, so that the scatter of single
/// values over √n would be far too small an error: it is taken from means of blocks ten correlation lengths long (C. J. Geyer, Statist. Sci. 7, 473
/// (1992)).
/// </summary>
/// <param name="Mean">The mean; the error is NaN of fewer than eight values.</param>
/// <param name="Deviation">Standard deviation of a single value about the mean, or about the trend.</param>
/// <param name="CorrelationLength">Values that count as one, 1 + 2 Σ ρ over the lags up to the first zero of the autocorrelation ρ.</param>
/// <param name="Blocks">Blocks that the error comes from.</param>
public sealed record CorrelatedMean(Estimate Mean, double Deviation, double CorrelationLength, int Blocks)
{
    private const int LengthsPerBlock = 10, FewestBlocks = 4, MostBlocks = 50, FewestValues = 2 * FewestBlocks;
    private const double Rounding = 1e-9;

    /// <summary>Whether the values are so few beside their correlation length that the blocks still depend on each other and the error may be too small.</summary>
    public bool IsShort { get; private init; }

    /// <summary>The mean of some values.</summary>
    /// <param name="values">One or more values, evenly spaced and in order.</param>
    /// <param name="alongTrend">Whether a straight trend is part of what is averaged, and no error.</param>
    public static CorrelatedMean Of(IReadOnlyList<double> values, bool alongTrend = false)
    {
        int n = Require.NotEmpty(values).Count;
        double mean = values.Average();
        if (n < FewestValues) return new CorrelatedMean(new Estimate(mean, double.NaN, 0), double.NaN, double.NaN, 0) { IsShort = true };
        double[] rest = [.. values.Select(v => v - mean)];
        if (alongTrend)
        {
            double slope = StraightLine.Fit([.. Enumerable.Range(0, n).Select(i => (double)i)], rest).Slope.Value;
            for (int i = 0; i < n; i++) rest[i] -= slope * (i - (n - 1) / 2.0);
        }
        double variance = rest.Sum(r => r * r) / (n - 1), length = Length(rest, Rounding * Math.Abs(mean));
        double wanted = n / (LengthsPerBlock * length);
        int blocks = (int)Math.Clamp(wanted, FewestBlocks, MostBlocks), freedom = blocks - (alongTrend ? 2 : 1);
        double sum = 0;
        for (int b = 0; b < blocks; b++)
        {
            int first = (int)((long)b * n / blocks), last = (int)((long)(b + 1) * n / blocks);
            double block = 0;
            for (int i = first; i < last; i++) block += rest[i];
            sum += Math.Pow(block / (last - first), 2);
        }
        return new CorrelatedMean(new Estimate(mean, Math.Sqrt(sum / freedom / blocks), freedom), Math.Sqrt(variance), length, blocks) { IsShort = wanted < FewestBlocks };
    }

    // What is smaller than the digits of the values is no scatter.
    private static double Length(double[] rest, double floor)
    {
        int n = rest.Length;
        double square = rest.Sum(r => r * r), length = 1;
        if (square <= n * floor * floor) return 1;
        for (int lag = 1; lag < n / 2; lag++)
        {
            double product = 0;
            for (int i = lag; i < n; i++) product += rest[i] * rest[i - lag];
            if (product <= 0) break;
            length += 2 * product / square;
        }
        return length;
    }
}
