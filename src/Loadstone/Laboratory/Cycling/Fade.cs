using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Cycling;

/// <summary>How the capacity and the energy of a cell fall: straight lines by least squares (as Yari et al., ACS Appl. Energy Mater. 2020, figure 5b).</summary>
/// <param name="PerCycle">Share of the first capacity lost per cycle.</param>
/// <param name="PerThroughput">Share of the first capacity lost per charge passed [1/C].</param>
/// <param name="EnergyPerCycle">Share of the first energy of discharge lost per cycle.</param>
/// <param name="EnergyPerThroughput">Share of the first energy lost per charge passed [1/C].</param>
/// <param name="FirstCycle">First cycle of the lines.</param>
/// <param name="LastCycle">Last cycle of the lines.</param>
public sealed record Fade(Estimate PerCycle, Estimate PerThroughput, Estimate EnergyPerCycle, Estimate EnergyPerThroughput, int FirstCycle, int LastCycle)
{
    /// <summary>
    /// Correlation of the residuals of the capacity with those of the next cycle. The intervals take the scatter of cycles as independent;
    /// with a correlation r they are too narrow by about √((1 + r)/(1 − r)).
    /// </summary>
    public double ResidualCorrelation { get; private init; }

    /// <summary>Fade of discharges, relative to the value of the line at its first cycle; null where there are fewer than three.</summary>
    /// <param name="cycles">The cycles; those without a whole discharge are passed over.</param>
    /// <param name="from">First cycle to use.</param>
    /// <param name="to">Last cycle to use.</param>
    public static Fade? Of(IReadOnlyList<CycleRow> cycles, int from = 1, int to = int.MaxValue) => Of(FadeTrack.Of(cycles, from, to));

    /// <summary>Fade of discharges, relative to the value of the line at the first one; null where there are fewer than three.</summary>
    /// <param name="track">The discharges.</param>
    public static Fade? Of(FadeTrack track)
    {
        ArgumentNullException.ThrowIfNull(track);
        if (track.Count < 3) return null;
        StraightLine line = StraightLine.Fit(track.Number, track.Capacity);
        return new Fade(Rate(track.Number, track.Capacity), Rate(track.Throughput, track.Capacity), Rate(track.Number, track.Energy), Rate(track.Throughput, track.Energy), (int)track.Number[0], (int)track.Number[^1])
        {
            ResidualCorrelation = ResidualPattern.Following([.. track.Capacity.Select((q, k) => q - line.At(track.Number[k]).Value)]),
        };
    }

    // −slope/intercept with the intercept at the first point; both have errors, and they are correlated.
    private static Estimate Rate(double[] x, double[] y)
    {
        LinearLeastSquares line = LinearLeastSquares.Fit(y, [.. x.Select(_ => 1.0)], [.. x.Select(v => v - x[0])]);
        double a = line.Coefficients[0], b = line.Coefficients[1];
        double error = line.Combination([b / (a * a), -1 / a]).StandardError;
        return new Estimate(-b / a, error, line.DegreesOfFreedom);
    }
}
