using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Cycling;

/// <summary>A peak of dQ/dV.</summary>
/// <param name="Position">Voltage of its top [V].</param>
/// <param name="Height">dQ/dV there [C/V], as smoothed.</param>
/// <param name="Area">Charge above the level of its higher foot [C].</param>
/// <param name="Low">Voltage where it rises above that level [V].</param>
/// <param name="High">Voltage where it falls below it again [V].</param>
public sealed record DifferentialPeak(Estimate Position, Estimate Height, Estimate Area, double Low, double High)
{
    // A bump must stand out of its feet by so many standard errors and by so much of the highest peak.
    private const double Sigmas = 4, LeastProminence = 0.03;

    // A foot is a valley beyond which the curve rises by this share of the height again, or the end.
    private const double ValleyShare = 0.05;

    // Half of the stretch whose mean places a foot, in bandwidths: at this distance the smoothed charge knows nothing of the slope in the
    // middle. The lowest of many noisy slopes would be too low, and the area above it too large.
    private const double FootStretch = 3;

    // A valley whose lowest point lies so many standard errors below that foot is no work of noise: it is the foot itself.
    private const double ValleySigmas = 6;

    /// <summary>The peaks of dQ/dV, by rising voltage.</summary>
    /// <param name="curve">dQ/dV against voltage.</param>
    public static IReadOnlyList<DifferentialPeak> Find(DifferentialCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        double[] g = curve.Slope;
        var peaks = new List<DifferentialPeak>();
        if (g.Length < 3 || g.All(double.IsNaN)) return peaks;
        double tallest = g.Max();
        for (int k = 1; k < g.Length - 1; k++)
        {
            if (!(g[k] >= g[k - 1] && g[k] > g[k + 1])) continue;
            (int left, int right) = (Foot(g, k, -1), Foot(g, k, 1));
            double prominence = g[k] - Math.Max(g[left], g[right]);
            if (prominence < LeastProminence * tallest || prominence < Sigmas * curve.Fits[k].SlopeError) continue;
            peaks.Add(Of(curve, k));
        }
        return peaks;
    }

    // The lowest point before the curve rises above the top, or ends.
    private static int Foot(double[] g, int top, int step)
    {
        int lowest = top;
        for (int k = top + step; k >= 0 && k < g.Length && g[k] <= g[top]; k += step)
        {
            if (g[k] < g[lowest]) lowest = k;
        }
        return lowest;
    }

    // The foot beside the top: of the valley the middle of the stretch of least mean, or its lowest point where it has no room for one, or is too narrow.
    private static (int At, double Level) Valley(DifferentialCurve curve, int top, int step)
    {
        double[] g = curve.Slope, x = curve.X, q = curve.Value;
        int lowest = top, foot = -1, half = (int)Math.Round(FootStretch * curve.Bandwidth / (x[1] - x[0]));
        double least = g[top];
        for (int k = top + step; k >= 0 && k < g.Length && g[k] <= g[lowest] + ValleyShare * (g[top] - g[lowest]); k += step)
        {
            if (g[k] < g[lowest]) lowest = k;
            if (k < half || k + half >= g.Length) continue;
            double mean = (q[k + half] - q[k - half]) / (x[k + half] - x[k - half]);
            if (mean < least) (least, foot) = (mean, k);
        }
        return foot < 0 || g[foot] - g[lowest] > ValleySigmas * curve.Fits[foot].SlopeError ? (lowest, g[lowest]) : (foot, least);
    }

    // The top lies where the curvature of Q is zero: one step of Newton from the grid's highest point. Its error is that of the
    // curvature over the third derivative.
    private static DifferentialPeak Of(DifferentialCurve curve, int at)
    {
        LocalCubic top = curve.Fits[at];
        double[] g = curve.Slope;
        double grid = curve.X[at] - curve.X[at - 1], shift = top.Third < 0 ? Math.Clamp(-top.Curvature / top.Third, -grid, grid) : 0;
        double position = top.X + shift, height = top.Slope + top.Curvature * shift / 2;
        double place = top.Third < 0 ? top.CurvatureError / -top.Third : double.NaN;
        (int low, double levelLow) = Valley(curve, at, -1);
        (int high, double levelHigh) = Valley(curve, at, 1);
        LocalCubic foot = curve.Fits[levelLow > levelHigh ? low : high];
        while (low < at - 1 && g[low + 1] < foot.Slope) low++;
        while (high > at + 1 && g[high - 1] < foot.Slope) high--;
        (LocalCubic left, LocalCubic right) = (curve.Fits[low], curve.Fits[high]);
        double width = right.X - left.X;
        // Where the feet lie costs nothing to first order: the curve stands at the level there. In the middle of its own points a cubic's
        // value and slope are independent.
        Estimate area = ErrorPropagation.Carry(right.Value - left.Value - foot.Slope * width, (right.ValueEstimate, 1), (left.ValueEstimate, -1), (foot.SlopeEstimate, -width));
        return new DifferentialPeak(new Estimate(position, place, top.DegreesOfFreedom), top.SlopeEstimate with { Value = height }, area, left.X, right.X);
    }
}
