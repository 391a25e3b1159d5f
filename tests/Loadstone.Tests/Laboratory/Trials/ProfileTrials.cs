using Loadstone.Laboratory;
using Loadstone.Laboratory.DepthProfiles;
using MathNet.Numerics.Distributions;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Profiles through layers, over etching and of sputtered ions, as closed forms with the noise of counting.</summary>
internal static class ProfileTrials
{
    private const int LinePoints = 150, Columns = 40, Rows = 20, Spots = 25, Shots = 20;
    private const double Ratio = 0.05, Nickel = 4000, AreaError = 0.03;

    private static readonly double[] EtchTimes = [0, 30, 60, 120, 180, 240, 300, 420], SputterTimes = [.. Enumerable.Range(0, 240).Select(i => (double)i)];

    /// <summary>The trials by name.</summary>
    public static IReadOnlyList<(string Name, Func<int, Trial> Trial)> All { get; } =
    [
        ("profile of a line, mean ratio", seed => Of(Line(seed), found => found.Mean, Ratio, MeanBound)),
        ("profile of a line, top over bottom", seed => Of(Line(seed), found => found.Lean, Lean)),
        ("profile of a line, slope", seed => Of(Line(seed), found => found.Slope, Slope)),
        ("profile of a line, uniformity index", seed => Of(Line(seed), found => found.Uniformity, Uniformity)),
        ("profile of a line, coefficient of variation", seed => Of(Line(seed), found => found.Variation, Variation)),
        ("profile of a map, mean ratio", seed => Of(Section(seed), found => found.Mean, Ratio)),
        ("profile of a map, top over bottom", seed => Of(Section(seed), found => found.Lean, Lean)),
        ("profile of a map, uniformity index", seed => Of(Section(seed), found => found.Uniformity, Uniformity)),
        ("profile of laser spots, slope", seed => Of(Lithium(seed), found => found.Slope, 0.3)),
        ("etching, mean ratio", seed => new(Etched(seed).Mean, EtchMean)),
        ("etching, trend", seed => new(Etched(seed).Trend!.Value, -1.0 / 240, TrendBound)),
        ("interphase, outer part", seed => new(Cei(seed).Outer, OuterEnd)),
        ("interphase, inner part", seed => new(Cei(seed).Inner!.Value, InnerEnd - OuterEnd)),
        ("interphase, whole", seed => new(Cei(seed).Total!.Value, InnerEnd)),
        ("interphase, inner share", seed => new(Cei(seed).InnerShare!.Value, 1 - OuterEnd / InnerEnd)),
    ];

    /// <summary>Ratio over its mean at a relative height: 0.85 + 0.45 h².</summary>
    public static double Shape(double height) => 0.85 + 0.45 * height * height;

    /// <summary>Mean over the upper third over mean over the lower third, by integration: ∫ h² dh = h³/3.</summary>
    public static double Lean => (0.85 / 3 + 0.15 * (1 - 8.0 / 27)) / (0.85 / 3 + 0.15 / 27);

    /// <summary>Slope of the least-squares line, 12 ∫ (h − ½) b dh.</summary>
    public static double Slope => 0.45;

    /// <summary>1 − ½ ∫|b − 1| dh; the profile passes 1 at h = 1/√3.</summary>
    public static double Uniformity => 1 - 0.15 * (1 - 1.0 / 3) / Math.Sqrt(3);

    /// <summary>Deviation of the slices' means, √(∫(b − 1)² dh) less what varies within a tenth of the height.</summary>
    public static double Variation { get; } = Math.Sqrt(Enumerable.Range(0, 10).Average(k => Math.Pow(0.45 * (Math.Pow((k + 1) / 10.0, 3) - Math.Pow(k / 10.0, 3)) / 0.3 - 0.15, 2)));

    /// <summary>A line scan of 75 µm; without a seed without noise.</summary>
    public static ElementMap Line(int? seed = null)
    {
        Random? random = seed is { } s ? new Random(s) : null;
        return new("trial", "F/Ni", 75e-6, [.. Enumerable.Range(0, LinePoints).Select(i =>
        {
            double h = (i + 0.5) / LinePoints;
            return new MapPoint(0, 0, h, Count(random, Ratio * Shape(h) * Nickel), Count(random, Nickel));
        })], true, []);
    }

    /// <summary>A map whose columns differ by grains and pores: nickel by 30 %, fluorine beside it by 20 %.</summary>
    public static ElementMap Section(int seed)
    {
        var random = new Random(seed);
        var points = new List<MapPoint>();
        for (int column = 0; column < Columns; column++)
        {
            double grain = LogNormal.Sample(random, 0, 0.3), binder = LogNormal.Sample(random, -0.02, 0.2);
            for (int row = 0; row < Rows; row++)
            {
                double h = (row + 0.5) / Rows, nickel = 400 * grain;
                points.Add(new MapPoint(column, 0, h, Count(random, Ratio * Shape(h) * nickel * binder), Count(random, nickel)));
            }
        }
        return new("trial", "F/Ni", 75e-6, points, true, []);
    }

    /// <summary>Laser spots on a layer whose lithium rises from 0.85 to 1.15 of its mean; spots scatter by 5 %, shots by 6 %.</summary>
    public static ElementMap Lithium(int seed)
    {
        var random = new Random(seed);
        var points = new List<MapPoint>();
        for (int spot = 0; spot < Spots; spot++)
        {
            double strength = 1 + 0.05 * Normal.Sample(random, 0, 1);
            for (int shot = 0; shot < Shots; shot++)
            {
                double h = (shot + 0.5) / Shots;
                points.Add(new MapPoint(spot % 5, spot / 5, h, strength * (0.85 + 0.3 * h) * (1 + 0.06 * Normal.Sample(random, 0, 1)), 1));
            }
        }
        return new("trial", "Li", 100e-6, points, false, []);
    }

    /// <summary>Areas over etching, LiF/CFx = 6.7 e^(−t/240 s), with errors of 3 %.</summary>
    public static EtchProfile Etched(int? seed = null)
    {
        Random? random = seed is { } s ? new Random(s) : null;
        IEnumerable<string> rows = EtchTimes.Select(t => FormattableString.Invariant($"{t},{Area(2000):r},{Area(2000 * 6.7 * Math.Exp(-t / 240)):r}"));
        return EtchProfile.Of(Loadstone.Laboratory.Tables.MeasuredTable.Parse("Etch time / s,CFx / counts eV,LiF / counts eV\n" + string.Join('\n', rows), "trial"), ElementRatio.Parse("LiF/CFx", "trial"), AreaError);

        double Area(double value) => random is null ? value : value * (1 + AreaError * Normal.Sample(random, 0, 1));
    }

    /// <summary>Sputter time at which PO₂⁻ is largest.</summary>
    public const double OuterEnd = 12;

    /// <summary>Sputter time at which PO₂⁻ and Ni⁻ over their maxima cross, by bisection of the closed forms.</summary>
    public static double InnerEnd { get; } = Crossing();

    /// <summary>Counts of PO₂⁻.</summary>
    public static double Phosphate(double t)
    {
        double x = (t + 6) / 18;
        return 4000 * Math.Pow(x * Math.Exp(1 - x), 1.5) + 30;
    }

    /// <summary>Counts of Ni⁻.</summary>
    public static double Metal(double t) => 6000 / (1 + Math.Exp(-(t - 70) / 14));

    /// <summary>Ions over 240 s; without a seed without noise.</summary>
    public static IonProfile Ions(int? seed = null)
    {
        Random? random = seed is { } s ? new Random(s) : null;
        return new("trial", SputterTimes, [.. SputterTimes.Select(t => Count(random, Phosphate(t)))], [.. SputterTimes.Select(t => Count(random, Metal(t)))], [], []);
    }

    private static CeiAnalysis Cei(int seed) => CeiAnalysis.Of(Ions(seed));

    private static Trial Of(ElementMap map, Func<ProfileAnalysis, Estimate> number, double truth, double bound = double.NaN) => new(number(ProfileAnalysis.Of(map)), truth, bound);

    private static double Count(Random? random, double mean) => random is null ? mean : Poisson.Sample(random, mean);

    private static double Crossing()
    {
        double low = OuterEnd, high = SputterTimes[^1];
        for (int i = 0; i < 100; i++)
        {
            double middle = (low + high) / 2;
            if (Phosphate(middle) / Phosphate(OuterEnd) > Metal(middle) / Metal(SputterTimes[^1])) low = middle;
            else high = middle;
        }
        return low;
    }

    // Of slices that are free, the sums of a slice are all that is known of it.
    private static double MeanBound { get; } = Math.Sqrt(Enumerable.Range(0, 10).Sum(k =>
    {
        double shape = Shape((k + 0.5) / 10), top = Ratio * shape * Nickel * LinePoints / 10, bottom = Nickel * LinePoints / 10;
        return Math.Pow(Ratio * shape, 2) * (1 / top + 1 / bottom);
    })) / 10;

    private static double EtchMean { get; } = EtchTimes.Average(t => 6.7 * Math.Exp(-t / 240));

    private static double TrendBound { get; } = Coverage.Bound([[.. EtchTimes.Select(_ => 1 / (AreaError * Math.Sqrt(2)))], [.. EtchTimes.Select(t => t / (AreaError * Math.Sqrt(2)))]], 1);
}
