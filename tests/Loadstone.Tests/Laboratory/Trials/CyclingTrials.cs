using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using MathNet.Numerics.Distributions;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Fade, life and rate laws from capacities with noise.</summary>
internal static class CyclingTrials
{
    private const double Noise = 0.002;

    /// <summary>Fade per cycle and life at 80 % of a straight fade over 60 cycles, with noise of 0.2 % on each capacity.</summary>
    public static IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)> Fading(int seed)
    {
        const int Count = 60;
        const double Rate = 0.005;
        var random = new Random(seed);
        double[] number = [.. Enumerable.Range(1, Count).Select(n => (double)n)];
        double[] capacity = [.. number.Select(n => 1 - Rate * (n - 1) + Normal.Sample(random, 0, Noise))];
        Fade fade = Fade.Of([.. number.Select((n, k) => new CycleRow((int)n, null, Half(capacity[k])))])!;
        double spread = number.Sum(n => Math.Pow(n - number.Average(), 2)), mean = number.Average() - 1;
        // Slope over intercept: with the intercept at the first cycle both are correlated; truth 1 and 0.005.
        double variance = Noise * Noise * (1 / spread + Rate * Rate * (1.0 / Count + mean * mean / spread) - 2 * Rate * mean / spread);
        yield return ("fade per cycle", fade.PerCycle, Rate, Math.Sqrt(variance));
        yield return ("life at 80 %", CycleLife.ByThreshold(number, capacity)!.Value, 41, double.NaN);
    }

    /// <summary>α, β and γ from five rates with noise of 1 % on each capacity.</summary>
    public static IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)> Rates(int seed)
    {
        const double Alpha = 0.15, Beta = 3, Scatter = 0.01;
        var random = new Random(seed);
        double[] rates = [0.1, 0.2, 0.33, 0.5, 1, 2, 3, 5];
        double[] capacities = [.. rates.Select(r => Beta * Math.Pow(r, -Alpha) * Math.Exp(Normal.Sample(random, 0, Scatter)))];
        RateFit fit = RateFit.Of(rates, capacities), known = RateFit.Of(rates, capacities, Scatter);
        double[] x = [.. rates.Select(r => Math.Log(r))];
        double spread = x.Sum(v => Math.Pow(v - x.Average(), 2)), alpha = Scatter / Math.Sqrt(spread);
        double gamma = Math.Pow(0.5, Alpha);
        yield return ("α", fit.Alpha, Alpha, alpha);
        yield return ("α, errors given", known.Alpha, Alpha, alpha);
        yield return ("β", fit.Beta, Beta, Beta * Scatter * Math.Sqrt(1.0 / x.Length + x.Average() * x.Average() / spread));
        yield return ("γ", fit.Gamma, gamma, alpha * gamma * Math.Log(2));
    }

    private static HalfCycle Half(double capacity) =>
        new(Direction.Discharge, [new Segment(Direction.Discharge, Hold.Current, 0, 1, capacity, capacity * 3.7, 1, 0, 1, 4, 3)], 0);
}
