namespace Loadstone.Laboratory.DepthProfiles;

/// <summary>What errors of a profile stand on.</summary>
public enum ProfileErrors
{
    /// <summary>Counting alone: variance and mean of counts are the same (Poisson).</summary>
    Counting,

    /// <summary>Scatter among places along the coating.</summary>
    Places,

    /// <summary>Scatter of points within slices.</summary>
    Points,
}

/// <summary>Sums over slices of equal thickness, from the foil up, of every place along the coating.</summary>
internal sealed class BinSums
{
    private const int FewestPlaces = 5;

    private readonly double[,] _top, _bottom; // by place and slice
    private readonly int[] _count;
    private readonly double[] _scatter;
    private readonly bool _isAlone; // an element alone is divided by the number of points, which has no error

    private BinSums(double[,] top, double[,] bottom, int[] count, bool isAlone, ProfileErrors errors) =>
        (_top, _bottom, _count, _scatter, _isAlone, Errors) = (top, bottom, count, new double[count.Length], isAlone, errors);

    /// <summary>What the errors stand on.</summary>
    public ProfileErrors Errors { get; }

    /// <summary>Places along the coating.</summary>
    public int Places => _top.GetLength(0);

    /// <summary>Slices.</summary>
    public int Count => _top.GetLength(1);

    /// <summary>Degrees of freedom of the errors.</summary>
    public double DegreesOfFreedom => Errors switch
    {
        ProfileErrors.Counting => double.PositiveInfinity,
        ProfileErrors.Places => Places - 1,
        _ => _count.Sum(n => n - 1),
    };

    /// <summary>Adds a map up.</summary>
    /// <exception cref="InputException">A slice holds no point, or nothing to divide by.</exception>
    public static BinSums Of(ElementMap map, int slices)
    {
        Dictionary<(double, double), int> places = [];
        foreach (MapPoint p in map.Points) places.TryAdd((p.X, p.Y), places.Count);
        double[,] top = new double[places.Count, slices], bottom = new double[places.Count, slices];
        int[] count = new int[slices], slice = [.. map.Points.Select(p => Math.Min((int)(p.Height * slices), slices - 1))];
        foreach ((int i, MapPoint p) in map.Points.Index())
        {
            int place = places[(p.X, p.Y)];
            top[place, slice[i]] += p.Top;
            bottom[place, slice[i]] += p.Bottom;
            count[slice[i]]++;
        }
        ProfileErrors errors = places.Count >= FewestPlaces ? ProfileErrors.Places : map.IsCounted ? ProfileErrors.Counting : ProfileErrors.Points;
        var sums = new BinSums(top, bottom, count, map.IsAlone, errors);
        double[] ratio = sums.Ratios(null);
        for (int k = 0; k < slices; k++)
        {
            string where = FormattableString.Invariant($"the slice from {map.Thickness * k / slices * 1e6:g4} to {map.Thickness * (k + 1) / slices * 1e6:g4} µm above the foil");
            if (count[k] == 0) throw new InputException($"{where} holds no point; expected fewer than {slices} slices.", file: map.Source);
            if (!double.IsFinite(ratio[k])) throw new InputException($"{where} holds nothing to divide by; expected fewer than {slices} slices, or another ratio.", file: map.Source);
        }
        // Residuals of points about the slice's ratio, as the ratio of sums feels them (Cochran, Sampling Techniques, 1977, ch. 6).
        foreach ((int i, MapPoint p) in map.Points.Index()) sums._scatter[slice[i]] += Math.Pow(p.Top - ratio[slice[i]] * p.Bottom, 2);
        return sums;
    }

    /// <summary>Ratio of each slice.</summary>
    /// <param name="weights">How often each place counts, or null for once each.</param>
    public double[] Ratios(ReadOnlySpan<int> weights)
    {
        double[] ratio = new double[Count];
        for (int k = 0; k < ratio.Length; k++)
        {
            double top = 0, bottom = 0;
            for (int place = 0; place < Places; place++)
            {
                int weight = weights.IsEmpty ? 1 : weights[place];
                top += weight * _top[place, k];
                bottom += weight * _bottom[place, k];
            }
            ratio[k] = top / bottom;
        }
        return ratio;
    }

    /// <summary>Ratio of each place over all slices.</summary>
    public double[] PlaceRatios()
    {
        double[] ratio = new double[Places];
        for (int place = 0; place < ratio.Length; place++)
        {
            double top = 0, bottom = 0;
            for (int k = 0; k < Count; k++)
            {
                top += _top[place, k];
                bottom += _bottom[place, k];
            }
            ratio[place] = top / bottom;
        }
        return ratio;
    }

    /// <summary>Standard error of each slice's ratio; NaN where one point alone stands in it and nothing is counted.</summary>
    public double[] StandardErrors()
    {
        double[] ratio = Ratios(null), error = new double[Count];
        for (int k = 0; k < error.Length; k++)
        {
            double top = 0, bottom = 0, squares = 0;
            for (int place = 0; place < Places; place++)
            {
                top += _top[place, k];
                bottom += _bottom[place, k];
                squares += Math.Pow(_top[place, k] - ratio[k] * _bottom[place, k], 2);
            }
            error[k] = Errors switch
            {
                ProfileErrors.Counting => Math.Sqrt(Math.Max(top, 1) + (_isAlone ? 0 : top * top / bottom)) / bottom,
                ProfileErrors.Places => Math.Sqrt(squares * Places / (Places - 1)) / bottom,
                _ => _count[k] > 1 ? Math.Sqrt(_scatter[k] * _count[k] / (_count[k] - 1)) / bottom : double.NaN,
            };
        }
        return error;
    }

    /// <summary>
    /// Ratios of the slices as they might as well have been measured: places drawn again (Efron, Ann. Stat. 7, 1 (1979)), or normal deviates of the standard errors.
    /// </summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Seed.</param>
    public IEnumerable<double[]> Replicates(int count, int seed)
    {
        var random = new Random(seed);
        double[] ratio = Ratios(null), error = StandardErrors();
        int[] weights = new int[Places];
        // Drawn places scatter by (n − 1)/n too little.
        double stretch = Math.Sqrt(Places / Math.Max(Places - 1.0, 1));
        for (int b = 0; b < count; b++)
        {
            if (Errors != ProfileErrors.Places)
            {
                yield return [.. ratio.Select((r, k) => r + (double.IsNaN(error[k]) ? 0 : error[k]) * Normal(random))];
                continue;
            }
            Array.Clear(weights);
            for (int i = 0; i < Places; i++) weights[random.Next(Places)]++;
            double[] drawn = Ratios(weights);
            if (drawn.All(double.IsFinite)) yield return [.. drawn.Select((r, k) => ratio[k] + stretch * (r - ratio[k]))];
        }
    }

    private static double Normal(Random random) => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
}
