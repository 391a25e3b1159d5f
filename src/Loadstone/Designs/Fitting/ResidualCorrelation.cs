using Loadstone.Laboratory.Regression;

namespace Loadstone.Designs.Fitting;

/// <summary>
/// Residuals that follow each other say less than as many that do not: with a correlation ρ from one to the next, n of them count as
/// n (1 − ρ)/(1 + ρ) (Bayley and Hammersley, J. R. Stat. Soc. Suppl. 8, 184 (1946)).
/// </summary>
internal static class ResidualCorrelation
{
    /// <summary>Share of the residuals that counts as independent; 1 unless the correlation is above what chance makes of independent ones.</summary>
    public static double IndependentShare(IReadOnlyList<double> residuals)
    {
        double correlation = ResidualPattern.Following(residuals);
        return correlation > 2 / Math.Sqrt(residuals.Count) ? (1 - correlation) / (1 + correlation) : 1;
    }

    /// <summary>The fit with the errors that so many independent points would leave.</summary>
    public static LeastSquaresFit Widen(LeastSquaresFit fit)
    {
        double share = IndependentShare(fit.Residuals);
        if (share == 1) return fit;
        int n = fit.Parameters.Count;
        var covariance = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) covariance[i, j] = fit.Covariance[i, j] / share;
        }
        return fit with { Covariance = covariance, DegreesOfFreedom = Math.Max(1, fit.DegreesOfFreedom * share) };
    }
}
