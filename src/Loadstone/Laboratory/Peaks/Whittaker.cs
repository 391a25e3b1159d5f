namespace Loadstone.Laboratory.Peaks;

/// <summary>
/// Whittaker's smoother: the curve z of least Σ w (y − z)² + λ Σ (Δ²z)², solved as a matrix of five diagonals (Eilers, Anal. Chem. 75, 3631 (2003)).
/// </summary>
internal static class Whittaker
{
    private const double LongestWave = 1;

    /// <summary>λ at which waves as long as so many points are halved.</summary>
    internal static double Stiffness(int points) => Math.Pow(LongestWave * points / (2 * Math.PI), 4);

    /// <summary>The smooth curve.</summary>
    /// <param name="y">Values, evenly spaced, three or more.</param>
    /// <param name="weights">Weights of 0 or more, as many.</param>
    /// <param name="stiffness">λ.</param>
    internal static double[] Smooth(ReadOnlySpan<double> y, ReadOnlySpan<double> weights, double stiffness)
    {
        // L D Lᵀ of W + λ DᵀD with its bands of second differences.
        int n = y.Length;
        double[] d = new double[n], first = new double[n], second = new double[n], z = new double[n];
        for (int i = 0; i < n; i++)
        {
            double diagonal = weights[i] + stiffness * ((i < n - 2 ? 1 : 0) + 4 * (i >= 1 && i < n - 1 ? 1 : 0) + (i >= 2 ? 1 : 0));
            double beside = i < n - 1 ? -2 * stiffness * ((i < n - 2 ? 1 : 0) + (i >= 1 ? 1 : 0)) : 0;
            if (i >= 1)
            {
                diagonal -= first[i - 1] * first[i - 1] * d[i - 1];
                beside -= first[i - 1] * second[i - 1] * d[i - 1];
            }
            if (i >= 2) diagonal -= second[i - 2] * second[i - 2] * d[i - 2];
            d[i] = diagonal;
            first[i] = beside / diagonal;
            second[i] = i < n - 2 ? stiffness / diagonal : 0;
            z[i] = weights[i] * y[i];
            if (i >= 1) z[i] -= first[i - 1] * z[i - 1];
            if (i >= 2) z[i] -= second[i - 2] * z[i - 2];
        }
        for (int i = n - 1; i >= 0; i--)
        {
            z[i] /= d[i];
            if (i < n - 1) z[i] -= first[i] * z[i + 1];
            if (i < n - 2) z[i] -= second[i] * z[i + 2];
        }
        return z;
    }
}
