using MathNet.Numerics.Distributions;

namespace Loadstone.Laboratory.DepthProfiles;

/// <summary>A profile through a layer as numbers: its mean, how it leans, how even it is.</summary>
/// <param name="Slices">Ratio of each slice, from the foil up.</param>
/// <param name="Mean">Mean of the slices.</param>
/// <param name="Lean">Mean of the upper third over mean of the lower third.</param>
/// <param name="Slope">Change from foil to surface along a straight line through the slices, over the mean.</param>
/// <param name="Uniformity">Uniformity index 1 − ½ ∫|b − 1| dξ of the ratio b over its mean: the share that is where an even coating would have it.</param>
/// <param name="Variation">Coefficient of variation of the slices beyond their errors.</param>
/// <param name="EvenProbability">Probability that an even layer would show slices as unlike as these, by χ².</param>
/// <param name="Lateral">Uniformity index over places along the coating, noise included; null for a line.</param>
/// <param name="Errors">What the errors stand on.</param>
/// <param name="Warnings">What makes the numbers less sure.</param>
public sealed record ProfileAnalysis(
    IReadOnlyList<Estimate> Slices, Estimate Mean, Estimate Lean, Estimate Slope, Estimate Uniformity, Estimate Variation, double EvenProbability, Estimate? Lateral,
    ProfileErrors Errors, IReadOnlyList<string> Warnings)
{
    /// <summary>Slices where nothing else is asked for.</summary>
    public const int DefaultSlices = 10;

    private const int Thirds = 3, Draws = 2000, Seed = 1;
    private const double Unlikely = 0.01;

    /// <summary>Analyses a map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="slices">Slices of equal thickness, 3 or more.</param>
    /// <exception cref="InputException">A slice holds no point, or nothing to divide by.</exception>
    public static ProfileAnalysis Of(ElementMap map, int slices = DefaultSlices)
    {
        ArgumentNullException.ThrowIfNull(map);
        Require.Within(slices, Thirds, 10_000, "slices", nameof(slices));
        BinSums sums = BinSums.Of(map, slices), thirds = BinSums.Of(map, Thirds);
        double[] ratio = sums.Ratios(null), error = sums.StandardErrors();
        if (!(ratio.Average() > 0)) throw new InputException($"{map.Name} is 0 at every depth; expected a profile.", file: map.Source);
        double free = sums.DegreesOfFreedom;
        double[][] drawn = [.. sums.Replicates(Draws, Seed)], drawnThirds = [.. thirds.Replicates(Draws, Seed)];
        bool known = error.All(double.IsFinite);
        double[] evenness = [.. drawn.Select(UniformityOf)];
        // Noise makes slices unlike each other; the draws show by how much, since they have it twice.
        double even = UniformityOf(ratio), corrected = known ? Math.Min(1, 2 * even - evenness.Average()) : even;
        double unlike = Unlike(ratio, error);
        List<string> warnings = [.. map.Warnings];
        if (!known) warnings.Add("some slices hold one point alone; errors cannot be said. Fewer slices would do.");
        else if (unlike > 0.05)
            warnings.Add(FormattableString.Invariant($"the slices cannot be told from those of an even layer (probability {unlike:g2}); the uniformity index says how even it is at least."));
        if (sums.Errors == ProfileErrors.Counting && Excess(map, slices) is { } excess)
            warnings.Add(FormattableString.Invariant($"neighbouring points differ by {Math.Sqrt(excess):g3} times what counting explains: grains and pores scatter too, and the errors are too small by that factor for another line of the same layer."));
        return new ProfileAnalysis(
            [.. ratio.Select((r, k) => new Estimate(r, error[k], free))],
            Spread(ratio.Average(), drawn.Select(d => d.Average())), Spread(LeanOf(thirds.Ratios(null)), drawnThirds.Select(LeanOf), thirds.DegreesOfFreedom),
            Spread(SlopeOf(ratio), drawn.Select(SlopeOf)), Spread(corrected, evenness), VariationOf(ratio, error, drawn, free), unlike,
            sums.Errors == ProfileErrors.Places ? LateralOf(sums) : null, sums.Errors, warnings);

        Estimate Spread(double value, IEnumerable<double> draws, double? freedom = null) => new(value, known ? Deviation([.. draws]) : double.NaN, freedom ?? free);
    }

    /// <summary>Uniformity index of slices of equal thickness, 1 − ½ mean|b − 1| of the values over their mean.</summary>
    public static double UniformityOf(IReadOnlyList<double> slices)
    {
        double mean = Require.NotEmpty(slices).Average();
        return 1 - slices.Sum(r => Math.Abs(r / mean - 1)) / slices.Count / 2;
    }

    /// <summary>Change from foil to surface along the least-squares line through slices of equal thickness, over their mean.</summary>
    public static double SlopeOf(IReadOnlyList<double> slices)
    {
        double sum = 0, squares = 0, mean = Require.NotEmpty(slices).Average();
        for (int k = 0; k < slices.Count; k++)
        {
            double at = (k + 0.5) / slices.Count - 0.5;
            sum += at * slices[k];
            squares += at * at;
        }
        return sum / squares / mean;
    }

    private static double LeanOf(double[] thirds) => thirds[2] / thirds[0];

    // Slices scatter by their unevenness and by their errors: the errors' part is taken off the variance.
    private static Estimate VariationOf(double[] ratio, double[] error, double[][] drawn, double free)
    {
        double noise = error.Average(e => e * e) * (ratio.Length - 1) / ratio.Length, own = Variance(ratio) - noise;
        double[] squares = [.. drawn.Select(d => (Variance(d) - 2 * noise) / Math.Pow(d.Average(), 2))];
        double square = Math.Max(own, 0) / Math.Pow(ratio.Average(), 2), value = Math.Sqrt(square);
        return new Estimate(value, value > 0 && double.IsFinite(noise) ? Deviation(squares) / (2 * value) : double.NaN, free);
    }

    private static Estimate LateralOf(BinSums sums)
    {
        double[] places = [.. sums.PlaceRatios().Where(double.IsFinite)];
        double whole = UniformityOf(places);
        double[] without = [.. Enumerable.Range(0, places.Length).Select(i => UniformityOf([.. places.Where((_, k) => k != i)]))];
        // The jackknife (Tukey 1958).
        return new Estimate(whole, Math.Sqrt(without.Sum(w => Math.Pow(w - without.Average(), 2)) * (places.Length - 1) / places.Length), places.Length - 1);
    }

    private static double Unlike(double[] ratio, double[] error)
    {
        double weight = error.Sum(e => 1 / (e * e)), mean = ratio.Zip(error, (r, e) => r / (e * e)).Sum() / weight;
        double square = ratio.Zip(error, (r, e) => Math.Pow((r - mean) / e, 2)).Sum();
        return double.IsFinite(square) ? 1 - ChiSquared.CDF(ratio.Length - 1, square) : 0;
    }

    // Pairs of neighbours in a slice as tables of two by two (Pearson 1900): 1 on average where counting alone scatters.
    private static double? Excess(ElementMap map, int slices)
    {
        double sum = 0;
        int pairs = 0;
        MapPoint[] points = [.. map.Points.OrderBy(p => p.X).ThenBy(p => p.Y).ThenBy(p => p.Height)];
        bool isAlone = map.IsAlone;
        for (int i = 0; i + 1 < points.Length; i += 2)
        {
            (MapPoint a, MapPoint b) = (points[i], points[i + 1]);
            if ((int)(a.Height * slices) != (int)(b.Height * slices)) continue;
            double top = a.Top + b.Top, bottom = a.Bottom + b.Bottom;
            double square = isAlone ? Math.Pow(a.Top - b.Top, 2) / top
                : (top + bottom) * Math.Pow(a.Top * b.Bottom - b.Top * a.Bottom, 2) / (top * bottom * (a.Top + a.Bottom) * (b.Top + b.Bottom));
            if (!double.IsFinite(square)) continue;
            sum += square;
            pairs++;
        }
        return pairs > 0 && 1 - ChiSquared.CDF(pairs, sum) < Unlikely ? sum / pairs : null;
    }

    private static double Variance(IReadOnlyList<double> values)
    {
        double mean = values.Average();
        return values.Average(v => (v - mean) * (v - mean));
    }

    private static double Deviation(double[] values) => Math.Sqrt(Variance(values) * values.Length / (values.Length - 1));
}
