using Loadstone.Laboratory;
using Loadstone.Laboratory.Rheometry;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Flow curves and frequency sweeps of known truth, as closed forms with 2 % of noise in what the rheometer reads.</summary>
internal static class RheometryTrials
{
    private const double Noise = 0.02;

    private static readonly double[] Rates = Spread(0.01, 1000, 31), Frequencies = Spread(0.02, 100, 38);

    /// <summary>The trials by name.</summary>
    public static IReadOnlyList<(string Name, Func<int, Trial> Trial)> All { get; } =
    [
        ("Casson, yield stress", seed => Yield(seed, "Casson", r => Math.Pow(Math.Sqrt(6) + Math.Sqrt(0.8 * r), 2), 6, CassonBound)),
        ("Herschel–Bulkley, yield stress", seed => Yield(seed, "Herschel–Bulkley", Bulkley, 8, BulkleyBound)),
        ("Cross, zero-shear viscosity", Plateau),
        ("viscosity at 0.1 s⁻¹", seed => Read(seed, found => found.LowShear, Bulkley(0.1) / 0.1)),
        ("viscosity over 10–100 s⁻¹", seed => Read(seed, found => found.CoatingShear, WindowMean)),
        ("shear-thinning index", seed => Read(seed, found => found.ThinningIndex, Math.Log10(Bulkley(100) / Bulkley(10)))),
        ("crossover of G′ and G″", seed => Sweep(seed, found => found.Crossovers.Single(), 1 / RelaxationTime)),
        ("phase angle", seed => Sweep(seed, found => found.PhaseAngle!.Value, Math.Atan(1 / (6.3 * RelaxationTime)))),
        ("Maxwell time", seed => Sweep(seed, found => found.MaxwellTime!.Value, RelaxationTime)),
    ];

    /// <summary>Relaxation time of the Maxwell liquid [s]: G′ and G″ cross at its inverse.</summary>
    public const double RelaxationTime = 2.5;

    /// <summary>τ = 8 Pa + 12 Pa s^0.55 γ̇^0.55.</summary>
    public static double Bulkley(double rate) => 8 + 12 * Math.Pow(rate, 0.55);

    /// <summary>A flow curve over five decades.</summary>
    public static FlowCurve Curve(Func<double, double> stress, double noise = 0, int seed = 1) =>
        new("trial", Rates, [.. TransportTrials.Noisy([.. Rates.Select(r => Math.Log(stress(r)))], noise, seed).Select(Math.Exp)], []);

    /// <summary>Moduli of a Maxwell liquid of 500 Pa, G′ = G (ωτ)²/(1 + (ωτ)²) and G″ = G ωτ/(1 + (ωτ)²).</summary>
    public static FrequencySweep Maxwell(double noise = 0, int seed = 1)
    {
        double[] logs = TransportTrials.Noisy([.. Frequencies.Select(w => Math.Log(Storage(w))), .. Frequencies.Select(w => Math.Log(Storage(w) / (w * RelaxationTime)))], noise, seed);
        return new("trial", Frequencies, [.. logs.Take(Frequencies.Length).Select(Math.Exp)], [.. logs.Skip(Frequencies.Length).Select(Math.Exp)], []);
    }

    private static double Storage(double omega) => 500 * Math.Pow(omega * RelaxationTime, 2) / (1 + Math.Pow(omega * RelaxationTime, 2));

    private static Trial Yield(int seed, string law, Func<double, double> stress, double truth, double bound) =>
        new(FlowAnalysis.Of(Curve(stress, Noise, seed)).Fits.Single(f => f.Name == law).YieldStress!.Value, truth, bound);

    private static Trial Plateau(int seed)
    {
        FlowCurve curve = Curve(r => r * (0.3 + (20 - 0.3) / (1 + Math.Pow(1.5 * r, 0.8))), Noise, seed);
        return new(FlowAnalysis.Of(curve).Fits.Single(f => f.Name == "Cross").Parameters[0].Estimate, 20);
    }

    private static Trial Read(int seed, Func<FlowAnalysis, Estimate?> number, double truth) => new(number(FlowAnalysis.Of(Curve(Bulkley, Noise, seed)))!.Value, truth);

    private static Trial Sweep(int seed, Func<SweepAnalysis, Estimate> number, double truth) => new(number(SweepAnalysis.Of(Maxwell(Noise, seed))), truth);

    /// <summary>Geometric mean of η over 10 to 100 s⁻¹ by a fine sum.</summary>
    public static double WindowMean { get; } = Math.Exp(Enumerable.Range(0, 100_000).Average(i => Math.Log(Bulkley(10 * Math.Pow(10, (i + 0.5) / 100_000)) / (10 * Math.Pow(10, (i + 0.5) / 100_000)))));

    // ∂ ln τ/∂τ₀ and ∂ ln τ/∂ ln η∞ of Casson's law.
    private static double CassonBound { get; } = Coverage.Bound(
        [[.. Rates.Select(r => 1 / (Math.Sqrt(6) * (Math.Sqrt(6) + Math.Sqrt(0.8 * r))) / Noise)], [.. Rates.Select(r => Math.Sqrt(0.8 * r) / (Math.Sqrt(6) + Math.Sqrt(0.8 * r)) / Noise)]], 0);

    private static double BulkleyBound { get; } = Coverage.Bound(
        [
            [.. Rates.Select(r => 1 / Bulkley(r) / Noise)], [.. Rates.Select(r => (1 - 8 / Bulkley(r)) / Noise)],
            [.. Rates.Select(r => (1 - 8 / Bulkley(r)) * Math.Log(r) / Noise)],
        ], 0);

    private static double[] Spread(double low, double high, int count) => [.. Enumerable.Range(0, count).Select(i => low * Math.Pow(high / low, i / (count - 1.0)))];
}
