using Loadstone.Laboratory;
using Loadstone.Laboratory.Mechanics;
using MathNet.Numerics.Distributions;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Peel, SAICAS and tensile tests of known truth: scatter that follows itself, stick-slip, and specimens whose sizes are known to a share.</summary>
internal static class MechanicsTrials
{
    private const double Gauge = 0.01, Area = 0.02, Noise = 0.01e6, Modulus = 5e6, Hardening = 0.4e6, Toe = 0.02, Knee = 0.2, Spacing = 0.005;
    private const int PeelPoints = 2000;

    /// <summary>Break of the tensile trials, with the toe.</summary>
    public const double Break = 3.0;

    /// <summary>The trials by name.</summary>
    public static IReadOnlyList<(string Name, Func<int, Trial> Trial)> All { get; } =
    [
        ("peel strength, scatter that follows itself", seed => Peel(seed, 0.85, 0)),
        ("peel strength, independent scatter", seed => Peel(seed, 0, 0)),
        ("peel strength, stick-slip", seed => Peel(seed, 0.5, 0.3)),
        ("peel strength, difference of two groups", Groups),
        ("SAICAS, cutting strength", seed => Saicas(seed, found => found.Cutting, 85)),
        ("SAICAS, peeling strength", seed => Saicas(seed, found => found.Peeling!.Value, 90)),
        ("tensile, modulus", seed => Tensile(seed, found => found.Modulus, Modulus, double.Hypot(ModulusBound, double.Hypot(Gauge, Area) * Modulus))),
        ("tensile, modulus of an exact specimen", seed => new Trial(TensileAnalysis.Of(Drawn(Noise, seed)).Modulus, Modulus, ModulusBound)),
        ("tensile, strength", seed => Tensile(seed, found => found.Strength, Stress(Break))),
        ("tensile, elongation at break", seed => Tensile(seed, found => found.BreakStrain, Break - Toe)),
        ("tensile, toughness", seed => Tensile(seed, found => found.Toughness, Toughness)),
        ("gauge factor", Resistance),
        ("healing efficiency", Healing),
        ("life map, cycles per toughness", Life),
    ];

    /// <summary>Area below the curve without its toe [J/m³].</summary>
    public static double Toughness { get; } = Modulus * Knee * Knee / 2 + Modulus * Knee * (Break - Toe - Knee) + Hardening * Math.Pow(Break - Toe - Knee, 2) / 2;

    /// <summary>Stress of the tensile trials: a soft toe, an elastic stretch, an even hardening [Pa].</summary>
    public static double Stress(double strain) =>
        strain < 2 * Toe ? Modulus * strain * strain / (4 * Toe) : strain < Toe + Knee ? Modulus * (strain - Toe) : Modulus * Knee + Hardening * (strain - Toe - Knee);

    /// <summary>A tensile test to break; the specimen's sizes have errors of the stated size where there is noise.</summary>
    public static TensileCurve Drawn(double noise = 0, int seed = 1, double gauge = 0, double area = 0)
    {
        var random = new Random(seed);
        double longer = 1 + Normal.Sample(random, 0, 1) * gauge, wider = 1 + Normal.Sample(random, 0, 1) * area;
        int points = (int)Math.Round(Break / Spacing);
        double[] strain = [.. Enumerable.Range(0, points + 6).Select(i => i * Spacing)];
        double[] stress = [.. strain.Select((e, i) => (i <= points ? Stress(e) : 0) * wider + Normal.Sample(random, 0, 1) * noise)];
        return new TensileCurve("trial", [.. strain.Select(e => e * longer)], stress, null, gauge, area, []);
    }

    /// <summary>A peel trace of 50 N/m over 100 mm.</summary>
    /// <param name="seed">Of its scatter.</param>
    /// <param name="following">Correlation of each force with the next.</param>
    /// <param name="saw">Height of the stick-slip over the mean, in teeth of 2 mm that vary by a third.</param>
    /// <param name="scatter">Standard deviation over the mean.</param>
    public static PeelTrace Strip(int seed, double following, double saw, double scatter = 0.1)
    {
        var random = new Random(seed);
        double[] rest = Following(random, PeelPoints, following), force = new double[PeelPoints];
        double place = random.NextDouble(), length = 40;
        for (int i = 0; i < PeelPoints; i++)
        {
            force[i] = 50 * (1 + scatter * rest[i] + saw * (place - 0.5));
            place += 1 / length;
            if (place < 1) continue;
            place -= 1;
            length = 40 * (1 + 0.33 * (2 * random.NextDouble() - 1));
        }
        return new PeelTrace("trial", "trial", [.. Enumerable.Range(0, PeelPoints).Select(i => i * 5e-5)], force, false, []);
    }

    /// <summary>A SAICAS test: 65 to 105 N/m over 60 µm of depth, then 90 N/m.</summary>
    public static SaicasTrace Blade(int seed, double scatter)
    {
        var random = new Random(seed);
        const int Count = 3000;
        double[] rest = Following(random, Count, 0.7);
        double[] way = [.. Enumerable.Range(0, Count).Select(i => i * 1e-3 / Count)], depth = [.. way.Select(w => Math.Min(0.1 * w, 60e-6))];
        return new SaicasTrace("trial", way, [.. depth.Select(d => d + scatter * 1e-6 * Normal.Sample(random, 0, 1))],
            [.. depth.Select((d, i) => (d < 60e-6 ? 65 + 40 * d / 60e-6 : 90) + 90 * scatter * rest[i])], true, []);
    }

    private static Trial Peel(int seed, double following, double saw)
    {
        double bound = saw > 0 ? double.NaN : 5 * Math.Sqrt((1 + following) / (1 - following) / (0.6 * PeelPoints));
        return new Trial(PeelAnalysis.Of(Strip(seed, following, saw), PeelAnalysis.Middle).Strength, 50, bound);
    }

    // Four strips that scatter by 6 % beside five that scatter by 15 %.
    private static Trial Groups(int seed)
    {
        var random = new Random(seed);
        double[] first = [.. Enumerable.Range(0, 4).Select(_ => Normal.Sample(random, 59, 3.5))], second = [.. Enumerable.Range(0, 5).Select(_ => Normal.Sample(random, 11, 1.7))];
        return new Trial(GroupDifference.Of(first, second).Difference, 48);
    }

    private static Trial Saicas(int seed, Func<SaicasAnalysis, Estimate> number, double truth) => new(number(SaicasAnalysis.Of(Blade(seed, 0.05))), truth);

    private static Trial Tensile(int seed, Func<TensileAnalysis, Estimate> number, double truth, double bound = double.NaN) => new(number(TensileAnalysis.Of(Drawn(Noise, seed, Gauge, Area))), truth, bound);

    // A line through all points of the elastic stretch.
    private static double ModulusBound
    {
        get
        {
            double[] inside = [.. Enumerable.Range(0, 100).Select(i => i * Spacing).Where(e => e >= 2 * Toe && e <= Toe + Knee)];
            return Noise / Math.Sqrt(inside.Sum(e => Math.Pow(e - inside.Average(), 2)));
        }
    }

    private static Trial Resistance(int seed)
    {
        const double Scatter = 0.002;
        double[] strain = [.. Enumerable.Range(0, 61).Select(i => i * 0.005)], clean = [.. strain.Select(e => 2000 * (1 + 1.5 * e + 0.5 * e * e))];
        double[] inside = [.. strain.Where(e => e <= 0.2)];
        double[][] derivatives = [[.. inside.Select(e => 1 / Scatter)], [.. inside.Select(e => e / (1 + 1.5 * e + 0.5 * e * e) / Scatter)], [.. inside.Select(e => e * e / (1 + 1.5 * e + 0.5 * e * e) / Scatter)]];
        var curve = new TensileCurve("trial", strain, [], [.. TransportTrials.Noisy([.. clean.Select(r => Math.Log(r))], Scatter, seed).Select(Math.Exp)], 0, 0, []);
        return new Trial(StrainResistance.Of(curve, StrainResistance.Small).GaugeFactor, 1.5, Coverage.Bound(derivatives, 1));
    }

    // Five specimens on each side that scatter by 6 %.
    private static Trial Healing(int seed)
    {
        var random = new Random(seed);
        TensileCurve curve = Drawn();
        TensileAnalysis one = TensileAnalysis.Of(curve, new QuantityRange(0.05, 0.2));
        TensileAnalysis[] Draw(double mean) => [.. Enumerable.Range(0, 5).Select(_ => one with { Toughness = Estimate.Exact(mean * (1 + 0.06 * Normal.Sample(random, 0, 1))) })];
        TensileAnalysis[] originals = Draw(6e6), healed = Draw(5.4e6);
        return new Trial(HealingAnalysis.Of(originals, new HealedGroup(200, healed)).Toughness, 0.9, 0.9 * 0.06 * Math.Sqrt(2.0 / 5));
    }

    private static Trial Life(int seed)
    {
        var random = new Random(seed);
        (double Toughness, double Peel)[] places = [(1.2e6, 12), (0.6e6, 36), (2.1e6, 21), (3.4e6, 35), (6e6, 52), (4.1e6, 18), (5.2e6, 30), (2.8e6, 48)];
        LifeSample[] samples = [.. places.Select((p, i) => new LifeSample($"{i}", p.Toughness, p.Peel, 40 + 3e-5 * p.Toughness + 4 * p.Peel + Normal.Sample(random, 0, 15)))];
        double[][] derivatives = [[.. places.Select(_ => 1 / 15.0)], [.. places.Select(p => p.Toughness / 15)], [.. places.Select(p => p.Peel / 15)]];
        return new Trial(LifeMap.Of(samples, "trial").PerToughness!.Value, 3e-5, Coverage.Bound(derivatives, 1));
    }

    private static double[] Following(Random random, int count, double following)
    {
        double[] values = new double[count];
        values[0] = Normal.Sample(random, 0, 1);
        for (int i = 1; i < count; i++) values[i] = following * values[i - 1] + Math.Sqrt(1 - following * following) * Normal.Sample(random, 0, 1);
        return values;
    }
}
