using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.DepthProfiles;

/// <summary>Ratio of two components of a photoelectron spectrum (XPS) against etch time, such as LiF/CFx.</summary>
/// <param name="Source">File, for messages.</param>
/// <param name="Name">What the ratio is of.</param>
/// <param name="Times">Etch times [s], rising; 0 is the surface.</param>
/// <param name="Ratios">Ratio at each.</param>
/// <param name="Mean">Ratio of the sums over all times.</param>
/// <param name="Trend">Slope of the logarithm of the ratio against etch time [1/s]; null for fewer than three times.</param>
/// <param name="Variation">Coefficient of variation of the ratios over the times, errors included; NaN for one.</param>
/// <param name="Warnings">What was passed over.</param>
public sealed record EtchProfile(
    string Source, string Name, IReadOnlyList<double> Times, IReadOnlyList<Estimate> Ratios, Estimate Mean, Estimate? Trend, double Variation, IReadOnlyList<string> Warnings)
{
    private static readonly string[] TimeWords = ["etch time", "etching time", "sputter time", "time"];

    /// <summary>Whether a table is against time.</summary>
    public static bool HasTime(MeasuredTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Has(TimeWords);
    }

    /// <summary>The ratio of a table of areas.</summary>
    /// <param name="table">Etch time and an area a component; areas in <c>counts</c> have the errors of counting.</param>
    /// <param name="ratio">Which components.</param>
    /// <param name="areaError">Standard error of an area as a share of it, or null: that of counting, or unknown.</param>
    /// <exception cref="InputException">A column is missing, an area is negative, or no time has both components.</exception>
    public static EtchProfile Of(MeasuredTable table, ElementRatio ratio, double? areaError = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(ratio);
        if (ratio.Bottom.Count == 0) throw new InputException($"\"{ratio}\" is no ratio; expected one such as LiF/CFx.", file: table.Source);
        double[] time = table.Column(QuantityKinds.Time, TimeWords), top = ElementRatio.Sum(table, ratio.Top), bottom = ElementRatio.Sum(table, ratio.Bottom);
        int[] kept = [.. Enumerable.Range(0, time.Length).Where(i => double.IsFinite(time[i]) && top[i] >= 0 && bottom[i] > 0).OrderBy(i => time[i])];
        if (kept.Length == 0) throw new InputException($"no row holds a time and both sides of {ratio}.", file: table.Source);
        bool counted = areaError is null && ratio.IsCounted(table);
        var warnings = new List<string>();
        if (kept.Length < time.Length) warnings.Add($"{time.Length - kept.Length} of {time.Length} rows have no time or nothing to divide by; they were passed over.");
        if (!counted && areaError is null) warnings.Add("the areas are not in counts and nothing says how sure they are; the ratios have no errors (--area-error).");
        Estimate[] ratios = [.. kept.Select(i => new Estimate(top[i] / bottom[i], Error(top[i], bottom[i])))];
        double topSum = kept.Sum(i => top[i]), bottomSum = kept.Sum(i => bottom[i]), mean = topSum / bottomSum;
        // Relative errors of independent areas add as squares.
        double sumError = counted ? Error(topSum, bottomSum) : areaError is { } share
            ? mean * share * Math.Sqrt(kept.Sum(i => top[i] * top[i]) / (topSum * topSum) + kept.Sum(i => bottom[i] * bottom[i]) / (bottomSum * bottomSum)) : double.NaN;
        int[] logs = [.. Enumerable.Range(0, kept.Length).Where(k => ratios[k].Value > 0)];
        Estimate? trend = logs.Length < 3 ? null : Slope([.. logs.Select(k => time[kept[k]])], [.. logs.Select(k => Math.Log(ratios[k].Value))], [.. logs.Select(k => ratios[k].StandardError / ratios[k].Value)]);
        double average = ratios.Average(r => r.Value), variation = ratios.Length < 2 ? double.NaN : Math.Sqrt(ratios.Sum(r => Math.Pow(r.Value - average, 2)) / (ratios.Length - 1)) / average;
        return new EtchProfile(table.Source, ratio.ToString(), [.. kept.Select(i => time[i])], ratios, new Estimate(mean, sumError), trend, variation, warnings);

        double Error(double above, double below) => counted ? Math.Sqrt(Math.Max(above, 1) + above * above / below) / below : areaError is { } s ? above / below * s * Math.Sqrt(2) : double.NaN;
    }

    // By the errors of the points where they are known, else by their scatter.
    private static Estimate Slope(double[] x, double[] y, double[] error)
    {
        double[] weight = [.. error.Select(e => double.IsFinite(e) && e > 0 ? 1 / (e * e) : 1)];
        double sum = weight.Sum(), meanX = x.Zip(weight, (a, w) => a * w).Sum() / sum, meanY = y.Zip(weight, (a, w) => a * w).Sum() / sum;
        double squares = x.Zip(weight, (a, w) => w * (a - meanX) * (a - meanX)).Sum();
        double slope = Enumerable.Range(0, x.Length).Sum(i => weight[i] * (x[i] - meanX) * (y[i] - meanY)) / squares;
        double misfit = Enumerable.Range(0, x.Length).Sum(i => weight[i] * Math.Pow(y[i] - meanY - slope * (x[i] - meanX), 2)) / (x.Length - 2);
        return error.All(double.IsFinite) && misfit < 2 ? new Estimate(slope, 1 / Math.Sqrt(squares)) : new Estimate(slope, Math.Sqrt(misfit / squares), x.Length - 2);
    }
}
