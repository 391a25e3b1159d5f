using Loadstone.Laboratory.Regression;
using MathNet.Numerics.Distributions;

namespace Loadstone.Laboratory.Fading;

/// <summary>
/// Rates of fade of several samples against the evenness ψ of the use of their layers, r = A e^(B (ψ − ½)): the exponential correlation
/// that Yari et al. (ACS Appl. Energy Mater. 2020, section 3.3.2) saw in three cells.
/// </summary>
/// <param name="AtEven">A, the rate of a sample whose layers are used alike, in the unit of the rates.</param>
/// <param name="Steepness">B.</param>
/// <param name="Excess">Scatter of the samples about the law over their own errors; NaN where these are not all known.</param>
/// <param name="ExcessChance">Probability of such a scatter or more if the errors were all there is; NaN likewise.</param>
public sealed record FadeLaw(Estimate AtEven, Estimate Steepness, double Excess, double ExcessChance)
{
    /// <summary>ψ of layers that are used alike.</summary>
    public const double Even = 0.5;

    /// <summary>Fewest samples that tell the law and its errors.</summary>
    public const int FewestSamples = 3;

    private const int MostRounds = 20;
    private const double Settled = 1e-10;

    /// <summary>The rate at an evenness.</summary>
    public double At(double evenness) => AtEven.Value * Math.Exp(Steepness.Value * (evenness - Even));

    /// <summary>Share by which the rate grows from one evenness to one that is larger by a difference.</summary>
    /// <param name="difference">Difference of ψ: 0.01.</param>
    public Estimate GrowthPer(double difference)
    {
        double factor = Math.Exp(Steepness.Value * difference);
        return Steepness.Through(factor - 1, difference * factor);
    }

    /// <summary>
    /// Least squares on the rates themselves, so that a sample that does not fade takes part. Each is weighted with its error and that of its
    /// ψ through the slope of the law (effective variance), or all alike where an error is not known. The errors of A and B come from the scatter of the samples about the law.
    /// </summary>
    /// <param name="evenness">ψ of each sample; three or more, not all equal.</param>
    /// <param name="rates">Rate of fade of each, with its error.</param>
    /// <exception cref="InputException">There are fewer than three samples, all have one ψ, or no exponential goes through them.</exception>
    public static FadeLaw Fit(IReadOnlyList<Estimate> evenness, IReadOnlyList<Estimate> rates)
    {
        ArgumentNullException.ThrowIfNull(evenness);
        ArgumentNullException.ThrowIfNull(rates);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rates.Count, evenness.Count, nameof(rates));
        double[] x = [.. evenness.Select(e => e.Value - Even)], y = [.. rates.Select(r => r.Value)];
        if (x.Length < FewestSamples || x.Distinct().Count() < 2)
            throw new InputException($"{x.Length} samples with {x.Distinct().Count()} different ψ; the law of fade against ψ needs {FewestSamples} or more samples, not all of one ψ.");
        bool known = evenness.Zip(rates).All(p => p.Second.StandardError > 0 && double.IsFinite(p.Second.StandardError) && double.IsFinite(p.First.StandardError));
        double typical = y.Average(Math.Abs);
        double[] errors = [.. rates.Select(r => known ? r.StandardError : typical)];
        double[] p = Start(x, y);
        LeastSquaresFit fit = Weighted(x, y, errors, p);
        for (int round = 0; round < MostRounds && known; round++)
        {
            double[] before = [.. fit.Parameters];
            for (int i = 0; i < errors.Length; i++) errors[i] = double.Hypot(rates[i].StandardError, before[0] * before[1] * Math.Exp(before[1] * x[i]) * evenness[i].StandardError);
            fit = Weighted(x, y, errors, before);
            if (Math.Abs(fit.Parameters[1] - before[1]) <= Settled * Math.Abs(before[1])) break;
        }
        if (!fit.Converged || fit.Parameters.Any(v => !double.IsFinite(v))) throw new InputException("no exponential in ψ goes through the rates of fade of these samples.");
        return new FadeLaw(fit.Parameter(0), fit.Parameter(1),
            known ? Math.Sqrt(fit.SumOfSquares / fit.DegreesOfFreedom) : double.NaN,
            known ? 1 - ChiSquared.CDF(fit.DegreesOfFreedom, fit.SumOfSquares) : double.NaN);
    }

    private static LeastSquaresFit Weighted(double[] x, double[] y, double[] errors, double[] start)
    {
        int n = x.Length;
        return LeastSquares.Minimise((p, withDerivatives) =>
        {
            double[] residuals = new double[n], byA = new double[n], byB = new double[n];
            for (int i = 0; i < n; i++)
            {
                double growth = Math.Exp(p[1] * x[i]);
                residuals[i] = (p[0] * growth - y[i]) / errors[i];
                byA[i] = growth / errors[i];
                byB[i] = p[0] * x[i] * growth / errors[i];
            }
            return new ResidualPoint(residuals, withDerivatives ? [byA, byB] : null);
        }, start);
    }

    // The line through the logarithms of what fades; a constant where too little does.
    private static double[] Start(double[] x, double[] y)
    {
        int[] fading = [.. Enumerable.Range(0, y.Length).Where(i => y[i] > 0)];
        if (fading.Select(i => x[i]).Distinct().Count() < 2) return [y.Average(), 0];
        StraightLine line = StraightLine.Fit([.. fading.Select(i => x[i])], [.. fading.Select(i => Math.Log(y[i]))]);
        return [Math.Exp(line.Intercept.Value), line.Slope.Value];
    }
}
