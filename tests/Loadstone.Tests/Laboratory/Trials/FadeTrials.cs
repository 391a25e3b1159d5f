using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Fading;
using Loadstone.Laboratory.Renewal;
using MathNet.Numerics.Distributions;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Rates of fade per charge passed, and their law against ψ, from capacities with noise.</summary>
internal static class FadeTrials
{
    private const double Noise = 0.002, Mass = 1e-5, MassError = 5e-8; // share of the capacity; kg

    /// <summary>Fade per throughput per mass of one sample: the capacity falls on a straight line of the charge passed, the mass is weighed with an error.</summary>
    public static Trial PerThroughput(int seed)
    {
        const int Count = 60;
        const double First = 7.2, Rate = 4e-4; // C; share per charge of one first capacity
        var random = new Random(seed);
        double[] number = [.. Enumerable.Range(1, Count).Select(n => (double)n)];
        double[] passed = [.. number.Select(n => 2 * n * First)]; // as a coulometer far better than the cell's own scatter tells it
        double[] capacity = [.. passed.Select(q => First * (1 - Rate * (q - passed[0]) / First + Normal.Sample(random, 0, Noise)))];
        var track = new FadeTrack(number, passed, capacity, capacity);
        var sample = new FadeSample("trial", track, Fade.Of(track)!, []) { Mass = new Estimate(Mass + Normal.Sample(random, 0, MassError), MassError) };
        double spread = passed.Sum(q => Math.Pow(q - passed.Average(), 2)), mean = passed.Average() - passed[0], slope = Rate / First;
        // Slope over intercept at the first cycle, as in the fade per cycle; the mass adds its relative error.
        double variance = Noise * Noise * (1 / spread + slope * slope * (1.0 / Count + mean * mean / spread) - 2 * slope * mean / spread);
        return new Trial(sample.PerThroughput!.Value, slope * Mass, Math.Sqrt(variance * Mass * Mass + Math.Pow(slope * MassError, 2)));
    }

    /// <summary>A and B of the law against ψ from seven samples, with errors of the rates and of ψ.</summary>
    public static IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)> Law(int seed)
    {
        const double Even = 4e-4, Steepness = 20, EvennessError = 0.001, RateError = 1e-5;
        var random = new Random(seed);
        double[] psi = [0.46, 0.475, 0.49, 0.5, 0.51, 0.525, 0.54], rate = [.. psi.Select(p => Even * Math.Exp(Steepness * (p - 0.5)))];
        var law = FadeLaw.Fit(
            [.. psi.Select(p => new Estimate(p + Normal.Sample(random, 0, EvennessError), EvennessError))],
            [.. rate.Select(r => new Estimate(r + Normal.Sample(random, 0, RateError), RateError))]);
        double[] error = [.. rate.Select(r => double.Hypot(RateError, r * Steepness * EvennessError))];
        double[][] derivatives = [[.. rate.Select((r, i) => r / Even / error[i])], [.. rate.Select((r, i) => r * (psi[i] - 0.5) / error[i])]];
        yield return ("fade at even use", law.AtEven, Even, Coverage.Bound(derivatives, 0));
        yield return ("steepness of fade in ψ", law.Steepness, Steepness, Coverage.Bound(derivatives, 1));
    }

    /// <summary>Share of a renewed electrode from three discharges each of the fresh, the aged and the renewed cell.</summary>
    public static Trial Renewed(int seed)
    {
        const double Fresh = 200, Before = 170, After = 192, Lost = Fresh - Before;
        const int Count = 3;
        var random = new Random(seed);
        Estimate Mean(double capacity) => Estimate.MeanOf([.. Enumerable.Range(0, Count).Select(_ => capacity * (1 + Normal.Sample(random, 0, Noise)))]);
        RenewalShare share = RenewalShare.Of(Mean(Fresh), Mean(Before), Mean(After));
        double variance = Noise * Noise / Count * (Math.Pow(After / Lost, 2) + Math.Pow(Before * (After - Fresh) / (Lost * Lost), 2) + Math.Pow(Fresh * (After - Before) / (Lost * Lost), 2));
        return new Trial(share.OfRenewed, (After - Before) / Lost, Math.Sqrt(variance));
    }
}
