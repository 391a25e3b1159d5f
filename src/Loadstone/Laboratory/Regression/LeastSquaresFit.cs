namespace Loadstone.Laboratory.Regression;

/// <summary>Residuals at some parameters, and perhaps how they answer to them.</summary>
/// <param name="Residuals">Model less data, each over its standard deviation where those differ; length n.</param>
/// <param name="Derivatives">One row of length n a parameter, ∂r/∂p; null where they were not asked for.</param>
public sealed record ResidualPoint(double[] Residuals, double[][]? Derivatives = null);

/// <summary>What a least-squares fit found.</summary>
public sealed record LeastSquaresFit
{
    /// <summary>The parameters.</summary>
    public required IReadOnlyList<double> Parameters { get; init; }

    /// <summary>Residuals there.</summary>
    public required IReadOnlyList<double> Residuals { get; init; }

    /// <summary>
    /// Covariance of the parameters, from the scatter of the residuals; NaN in rows and columns of parameters that the data do not fix, 0 in
    /// those of parameters at a bound.
    /// </summary>
    public required double[,] Covariance { get; init; }

    /// <summary>Whether each parameter stands at one of its bounds.</summary>
    public required IReadOnlyList<bool> AtBound { get; init; }

    /// <summary>Data less free parameters.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Whether the steps had become small; false where the limit of iterations was met first.</summary>
    public required bool Converged { get; init; }

    /// <summary>Iterations that it took.</summary>
    public required int Iterations { get; init; }

    /// <summary>
    /// Smallest over largest eigenvalue of the normal matrix with each parameter scaled to unit length; near 0 some combination of
    /// parameters leaves the data as they are.
    /// </summary>
    public required double Conditioning { get; init; }

    /// <summary>Sum of the squared residuals.</summary>
    public double SumOfSquares => Residuals.Sum(r => r * r);

    /// <summary>A parameter with its standard error.</summary>
    public Estimate Parameter(int index) =>
        new(Parameters[index], AtBound[index] ? double.NaN : Math.Sqrt(Covariance[index, index]), DegreesOfFreedom);

    /// <summary>Correlation of two parameters; NaN where one of them is not fixed by the data.</summary>
    public double Correlation(int a, int b) => a == b ? 1 : Covariance[a, b] / Math.Sqrt(Covariance[a, a] * Covariance[b, b]);

    /// <summary>A function of the parameters, with its standard error to first order.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="gradient">Its derivative by each parameter.</param>
    public Estimate Function(double value, IReadOnlyList<double> gradient)
    {
        double variance = 0;
        for (int i = 0; i < gradient.Count; i++)
        {
            for (int j = 0; j < gradient.Count; j++)
            {
                if (gradient[i] != 0 && gradient[j] != 0) variance += gradient[i] * Covariance[i, j] * gradient[j];
            }
        }
        return new Estimate(value, Math.Sqrt(variance), DegreesOfFreedom);
    }

    /// <summary>Akaike's criterion for small samples, of models fitted to the same data with one variance: the smaller is the better model.</summary>
    public double Criterion
    {
        get
        {
            double n = Residuals.Count, k = Parameters.Count + 1;
            return n > k + 1 ? n * Math.Log(Math.Max(SumOfSquares, double.Epsilon) / n) + 2 * k + 2 * k * (k + 1) / (n - k - 1) : double.PositiveInfinity;
        }
    }
}
