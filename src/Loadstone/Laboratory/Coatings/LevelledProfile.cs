using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Coatings;

/// <summary>A profile above its foil: a straight line through the bare foil on both sides is taken off.</summary>
/// <param name="Position">Positions across the web [m], rising.</param>
/// <param name="Height">Heights above the foil [m], as many.</param>
/// <param name="FoilPoints">Points of bare foil on the left and on the right.</param>
/// <param name="Noise">Standard deviation of the bare foil about its line [m].</param>
/// <param name="BaselineError">Standard error of the baseline in the middle [m].</param>
/// <param name="Warnings">What makes the baseline less sure.</param>
public sealed record LevelledProfile(double[] Position, double[] Height, (int Left, int Right) FoilPoints, double Noise, double BaselineError, IReadOnlyList<string> Warnings)
{
    private const int FewestFoil = 5;
    private const double EndShare = 0.02, WidestRamp = 0.25;

    /// <summary>Levels a profile.</summary>
    /// <exception cref="InputException">No bare foil shows at the ends, or no coating between them.</exception>
    public static LevelledProfile Of(LaserProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        double[] x = [.. profile.Position], h = [.. profile.Height];
        int n = x.Length, end = Math.Max(FewestFoil, (int)(EndShare * n));
        double left = Median(h.AsSpan(0, end)), right = Median(h.AsSpan(n - end)), tilt = (right - left) / (x[^1] - x[0]);
        double[] first = [.. h.Select((v, i) => v - left - tilt * (x[i] - x[0]))];
        double top = first.Order().ElementAt((int)(0.8 * n));
        double scatter = Math.Sqrt(Enumerable.Range(0, end).Average(i => (first[i] * first[i] + first[n - 1 - i] * first[n - 1 - i]) / 2));
        if (!(top > 10 * scatter))
            throw new InputException(FormattableString.Invariant($"no coating stands out: between its ends the profile rises by {top * 1e6:g3} µm, and the ends scatter by {scatter * 1e6:g3} µm. Expected bare foil at both ends and a coating between them."), file: profile.Source);
        (int From, int To) atLeft = Ramp(first, top), turned = Ramp([.. first.Reverse()], top);
        (int From, int To) atRight = (n - 1 - turned.To, n - 1 - turned.From);
        double coated = x[atRight.From] - x[atLeft.To];
        foreach ((string side, double ramp) in new[] { ("left", x[atLeft.To] - x[atLeft.From]), ("right", x[atRight.To] - x[atRight.From]) })
        {
            if (ramp > WidestRamp * coated)
                throw new InputException(FormattableString.Invariant($"the {side} end shows no bare foil: the profile rises there over {ramp * 1e3:g3} mm of a coating of {coated * 1e3:g3} mm. Expected a scan that begins and ends on the foil."), file: profile.Source);
        }
        int foilLeft = Count(x, x[atLeft.From] - (x[atLeft.To] - x[atLeft.From])), foilRight = n - Count(x, x[atRight.To] + (x[atRight.To] - x[atRight.From]));
        var warnings = new List<string>();
        LinearLeastSquares line = Baseline(x, h, foilLeft, foilRight, profile.Source, warnings);
        double slope = line.Coefficients.Count > 1 ? line.Coefficients[1] : 0, middle = (x[0] + x[^1]) / 2;
        double error = line.Combination(line.Coefficients.Count > 1 ? [1, middle] : [1]).StandardError;
        return new LevelledProfile(x, [.. h.Select((v, i) => v - line.Coefficients[0] - slope * x[i])], (foilLeft, foilRight), line.Scatter, error, warnings);
    }

    private static LinearLeastSquares Baseline(double[] x, double[] h, int left, int right, string source, List<string> warnings)
    {
        if (left < FewestFoil && right < FewestFoil)
            throw new InputException($"bare foil shows at {left} points on the left and {right} on the right; expected {FewestFoil} or more on each side.", file: source);
        bool isOneSided = left < FewestFoil || right < FewestFoil;
        if (isOneSided) warnings.Add($"bare foil shows on the {(left < FewestFoil ? "right" : "left")} side alone; the baseline is taken to be level.");
        int[] foil = [.. Enumerable.Range(0, left < FewestFoil ? 0 : left), .. Enumerable.Range(x.Length - right, right < FewestFoil ? 0 : right)];
        double[] heights = [.. foil.Select(i => h[i])], ones = [.. foil.Select(_ => 1.0)];
        return isOneSided ? LinearLeastSquares.Fit(heights, ones) : LinearLeastSquares.Fit(heights, ones, [.. foil.Select(i => x[i])]);
    }

    // Indices where the profile, coming from the left, has passed a tenth and nine tenths of its height for good.
    private static (int From, int To) Ramp(double[] h, double top)
    {
        int to = Array.FindIndex(h, v => v > 0.9 * top);
        int from = Array.FindLastIndex(h, to, v => v < 0.1 * top);
        return (Math.Max(from, 0), to);
    }

    private static int Count(double[] x, double below)
    {
        int at = Array.BinarySearch(x, below);
        return at >= 0 ? at : ~at;
    }

    private static double Median(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
