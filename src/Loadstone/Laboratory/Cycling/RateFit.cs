using Loadstone.Electrochemistry.Analysis;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Cycling;

/// <summary>The law Y = β I^(−α) through a rate test, with its errors (Yari et al., ACS Appl. Energy Mater. 2020, eqn 6).</summary>
/// <param name="Law">The law; currents are C-rates.</param>
/// <param name="Alpha">α.</param>
/// <param name="Beta">β, the capacity at 1C, in the unit of the capacities.</param>
/// <param name="Scatter">Standard deviation of ln Y about the law.</param>
public sealed record RateFit(RateCapability Law, Estimate Alpha, Estimate Beta, double Scatter)
{
    /// <summary>γ = 0.5^α, the factor by which the capacity falls when the current doubles.</summary>
    public Estimate Gamma => Alpha.Through(Law.Gamma, Math.Log(0.5) * Law.Gamma);

    /// <summary>γ as eqn 6 prints it, 0.301^α.</summary>
    public Estimate GammaAsPrinted => Alpha.Through(Law.GammaAsPrinted, Math.Log(0.301) * Law.GammaAsPrinted);

    /// <summary>
    /// Least squares on ln Y. Errors come from the scatter about the law; where those of the capacities are given they are carried
    /// through instead.
    /// </summary>
    /// <param name="rates">C-rates, positive, two different ones or more.</param>
    /// <param name="capacities">Capacities there, positive.</param>
    /// <param name="relativeError">Relative standard error of each capacity, independent of the others; or null.</param>
    /// <exception cref="ArgumentException">As of <see cref="RateCapability.Fit"/>.</exception>
    public static RateFit Of(IReadOnlyList<double> rates, IReadOnlyList<double> capacities, double? relativeError = null)
    {
        RateCapability law = RateCapability.Fit(rates, capacities);
        double[] x = [.. rates.Select(r => Math.Log(r))], y = [.. capacities.Select(q => Math.Log(q))];
        StraightLine line = StraightLine.Fit(x, y);
        (double alpha, double level, double count) = (line.Slope.StandardError, line.Intercept.StandardError, line.DegreesOfFreedom);
        if (relativeError is { } error)
        {
            double mean = x.Average(), spread = x.Sum(v => (v - mean) * (v - mean));
            (alpha, level, count) = (error / Math.Sqrt(spread), error * Math.Sqrt(1.0 / x.Length + mean * mean / spread), double.PositiveInfinity);
        }
        return new RateFit(law, new Estimate(law.Alpha, alpha, count), new Estimate(law.Beta, level * law.Beta, count), line.ResidualDeviation);
    }
}
