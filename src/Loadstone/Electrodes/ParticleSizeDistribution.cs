namespace Loadstone.Electrodes;

/// <summary>Particle-size distributions cut into classes.</summary>
public static class ParticleSizeDistribution
{
    /// <summary>
    /// A log-normal distribution of volume over the radius as classes of equal volume, each at the radius that keeps the surface
    /// of its share: R_k = (∫ dV)/(∫ dV/R).
    /// </summary>
    /// <param name="material">The material.</param>
    /// <param name="volumeFraction">Volume of all particles per volume of coating, against depth.</param>
    /// <param name="medianRadius">Radius below which half of the volume lies [m].</param>
    /// <param name="standardDeviation">σ of ln R; 0 gives one class.</param>
    /// <param name="classes">Number of classes, 1 to 50.</param>
    public static IReadOnlyList<ParticleClass> LogNormal(IntercalationMaterial material, DepthProfile volumeFraction,
        double medianRadius, double standardDeviation, int classes)
    {
        Require.Within(standardDeviation, 0, 2, "(of ln R)");
        Require.Within(classes, 1, 50, "classes");
        if (standardDeviation == 0) classes = 1;
        var result = new ParticleClass[classes];
        for (int k = 0; k < classes; k++)
        {
            result[k] = new ParticleClass
            {
                Material = material,
                VolumeFraction = volumeFraction.Select(v => v / classes),
                Radius = medianRadius / MeanInverse(standardDeviation, (double)k / classes, (double)(k + 1) / classes),
            };
        }
        return result;
    }

    // Mean of (median/R) between two quantiles of the volume: midpoint rule in the quantile, fine enough for four digits.
    private static double MeanInverse(double sigma, double from, double to)
    {
        const int points = 400;
        double sum = 0;
        for (int i = 0; i < points; i++) sum += Math.Exp(-sigma * NormalQuantile(from + (to - from) * (i + 0.5) / points));
        return sum / points;
    }

    // Inverse of the normal distribution by bisection on its tail integral (Abramowitz, Stegun 7.1.26 for erf, error 1.5e-7).
    private static double NormalQuantile(double p)
    {
        double low = -8, high = 8;
        for (int i = 0; i < 60; i++)
        {
            double x = (low + high) / 2;
            if (Normal(x) < p) low = x;
            else high = x;
        }
        return (low + high) / 2;
    }

    private static double Normal(double x)
    {
        double z = Math.Abs(x) / Math.Sqrt(2), t = 1 / (1 + 0.3275911 * z);
        double erf = 1 - t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.Exp(-z * z);
        return x >= 0 ? (1 + erf) / 2 : (1 - erf) / 2;
    }
}
