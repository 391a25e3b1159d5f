using MathNet.Numerics.LinearAlgebra;

namespace Loadstone.Laboratory.Regression;

/// <summary>Ordinary least squares of y on some columns: coefficients, their covariance, and the scatter about the fit. A line is <see cref="StraightLine"/>.</summary>
public sealed class LinearLeastSquares
{
    private LinearLeastSquares(double[] coefficients, double[,] covariance, double scatter, int degreesOfFreedom)
    {
        Coefficients = coefficients;
        Covariance = covariance;
        Scatter = scatter;
        DegreesOfFreedom = degreesOfFreedom;
    }

    /// <summary>One coefficient a column.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>Covariance of the coefficients, from the scatter; NaN where there are no more points than columns.</summary>
    public double[,] Covariance { get; }

    /// <summary>Standard deviation of the points about the fit; NaN where there are no more points than columns.</summary>
    public double Scatter { get; }

    /// <summary>Points less columns.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>A coefficient with its standard error.</summary>
    public Estimate this[int column] => new(Coefficients[column], Math.Sqrt(Covariance[column, column]), DegreesOfFreedom);

    /// <summary>A linear combination of the coefficients, Σ w_k c_k.</summary>
    /// <param name="weights">One weight a column.</param>
    public Estimate Combination(ReadOnlySpan<double> weights)
    {
        double value = 0, variance = 0;
        for (int a = 0; a < weights.Length; a++)
        {
            value += weights[a] * Coefficients[a];
            for (int b = 0; b < weights.Length; b++) variance += weights[a] * weights[b] * Covariance[a, b];
        }
        return new(value, Math.Sqrt(Math.Max(0, variance)), DegreesOfFreedom);
    }

    /// <summary>Fits y ≈ Σ c_k column_k.</summary>
    /// <param name="y">The values, length n.</param>
    /// <param name="columns">The columns, each of length n, independent of each other; n is at least their number.</param>
    /// <exception cref="ArgumentException">The lengths differ, there are fewer points than columns, or the columns depend on each other.</exception>
    public static LinearLeastSquares Fit(double[] y, params double[][] columns)
    {
        int n = y.Length, p = columns.Length;
        if (n < p || columns.Any(column => column.Length != n)) throw new ArgumentException($"A fit of {p} coefficients needs as many points or more, in columns of one length; got {n}.", nameof(y));
        // Columns of one length lose no digits to their units.
        double[] scale = [.. columns.Select(column => Math.Sqrt(column.Sum(v => v * v)))];
        Matrix<double> design = Matrix<double>.Build.Dense(n, p, (i, k) => scale[k] == 0 ? 0 : columns[k][i] / scale[k]);
        var factors = design.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        if (Enumerable.Range(0, p).Any(k => Math.Abs(factors.R[k, k]) < 1e-12)) throw new ArgumentException("The columns of a fit depend on each other.", nameof(columns));
        Vector<double> values = Vector<double>.Build.Dense(y);
        Vector<double> scaled = factors.Solve(values);
        double sum = (values - design * scaled).DotProduct(values - design * scaled);
        double variance = n > p ? sum / (n - p) : double.NaN;
        Matrix<double> inverse = factors.R.Inverse();
        Matrix<double> information = inverse * inverse.Transpose();
        var covariance = new double[p, p];
        for (int a = 0; a < p; a++)
        {
            for (int b = 0; b < p; b++) covariance[a, b] = variance * information[a, b] / (scale[a] * scale[b]);
        }
        return new LinearLeastSquares([.. scaled.Select((v, k) => v / scale[k])], covariance, Math.Sqrt(variance), n - p);
    }
}
