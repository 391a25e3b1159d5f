namespace Loadstone.Laboratory.Regression;

/// <summary>What the residuals of a fit tell beyond their size.</summary>
public static class ResidualPattern
{
    /// <summary>Correlation of each residual with the next: near 0 where noise alone is left, near 1 where the curve is missed or the noise is slow.</summary>
    /// <param name="residuals">Residuals of a fit with a constant among its terms, in order; 0 of fewer than two or of zeros.</param>
    public static double Following(IReadOnlyList<double> residuals)
    {
        ArgumentNullException.ThrowIfNull(residuals);
        double product = 0, square = 0;
        for (int i = 0; i < residuals.Count; i++)
        {
            square += residuals[i] * residuals[i];
            if (i > 0) product += residuals[i] * residuals[i - 1];
        }
        return square > 0 ? product / square : 0;
    }
}
