using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Impedance.Porous;

/// <summary>
/// An exponential approach of the conductance to that of the wet cell, 1/(R − R_leads) = G (1 − a e^(−t/τ)): an empirical law, for cells that
/// were not measured to the end.
/// </summary>
/// <param name="Wet">Ohmic resistance R when wet, with the leads [Ω].</param>
/// <param name="Dry">Share a that was dry at t = 0.</param>
/// <param name="TimeConstant">Time constant τ [s].</param>
/// <param name="WettedFraction">Measured conductance over G at each time of rest; the errors know that G was found from the same data.</param>
public sealed record WettingLaw(Estimate Wet, Estimate Dry, Estimate TimeConstant, IReadOnlyList<Estimate> WettedFraction)
{
    private const int Fewest = 4;

    /// <summary>Wetted fraction at a time of rest [s].</summary>
    public double At(double time) => 1 - Dry.Value * Math.Exp(-time / TimeConstant.Value);

    /// <summary>Fits the law; points count by their standard errors where all have one, else by equal shares of the resistance.</summary>
    /// <param name="time">Times of rest [s], rising.</param>
    /// <param name="resistance">Ohmic resistance at each [Ω].</param>
    /// <param name="leads">Resistance that is no electrolyte's [Ω], below each of them.</param>
    /// <exception cref="InputException">There are fewer than four points, or they do not tell where they tend to.</exception>
    public static WettingLaw Fit(IReadOnlyList<double> time, IReadOnlyList<Estimate> resistance, double leads)
    {
        int n = time.Count;
        if (n < Fewest) throw new InputException($"{n} times of rest do not tell the wet resistance; expected {Fewest} or more, or the wet value itself.");
        bool weighted = resistance.All(r => r.StandardError > 0);
        double[] conductance = [.. resistance.Select(r => 1 / (r.Value - leads))], error = [.. resistance.Select((r, i) => conductance[i] * (weighted ? r.StandardError / (r.Value - leads) : 1))];
        double end = conductance[^1], dry = Math.Clamp(1 - conductance[0] / end, 0.01, 0.99), half = time.Zip(conductance).First(p => p.Second >= (conductance[0] + end) / 2).First;
        ResidualPoint At(double[] p)
        {
            double wet = Math.Exp(p[0]), rate = Math.Exp(-p[2]);
            double[] r = new double[n], byWet = new double[n], byDry = new double[n], byTime = new double[n];
            for (int i = 0; i < n; i++)
            {
                double gone = Math.Exp(-time[i] * rate), model = wet * (1 - p[1] * gone);
                (r[i], byWet[i], byDry[i], byTime[i]) = ((model - conductance[i]) / error[i], model / error[i], -wet * gone / error[i], -wet * p[1] * gone * time[i] * rate / error[i]);
            }
            return new ResidualPoint(r, [byWet, byDry, byTime]);
        }
        LeastSquaresFit fit = LeastSquares.Minimise((p, _) => At(p), [Math.Log(end), dry, Math.Log(Math.Max(half, time[^1] / 100))],
            [Math.Log(end) - 5, 0, Math.Log(time[^1] / 1e4)], [Math.Log(end) + 5, 1, Math.Log(time[^1] * 1e3)], 300);
        Estimate log = fit.Parameter(0), logTime = fit.Parameter(2);
        double share = Math.Exp(-log.Value), constant = Math.Exp(logTime.Value);
        if (!fit.Converged || fit.AtBound.Contains(true) || !(log.HalfWidth() < 1))
            throw new InputException("the resistances do not tell where they tend to; expected a longer rest, or the wet value itself.");
        double[][] derivatives = At([.. fit.Parameters]).Derivatives!;
        return new WettingLaw(log.Through(leads + share, share), fit.Parameter(1), logTime.Through(constant, constant),
            [.. conductance.Select((g, i) => Fraction(fit, derivatives, i, g * share, error[i] / g))]);
    }

    // Var(ln g − ln G): the covariance of both follows from how the fitted ln G answers to one conductance.
    private static Estimate Fraction(LeastSquaresFit fit, double[][] derivatives, int point, double value, double relative)
    {
        double answer = 0;
        for (int k = 0; k < derivatives.Length; k++) answer += fit.Covariance[0, k] * derivatives[k][point];
        double variance = fit.Covariance[0, 0] + fit.SumOfSquares / fit.DegreesOfFreedom * relative * relative - 2 * answer * relative;
        return new Estimate(value, value * Math.Sqrt(Math.Max(variance, 0)), fit.DegreesOfFreedom);
    }
}
