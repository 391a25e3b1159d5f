namespace Loadstone.Laboratory.Regression;

/// <summary>
/// Bounded non-linear least squares after Levenberg and Marquardt (Marquardt, J. Soc. Indust. Appl. Math. 11, 431 (1963)): parameters that a
/// step would carry across a bound stop there, and leave it when the gradient points inwards.
/// </summary>
public static class LeastSquares
{
    private const double StandardGain = 1e-12;
    private const double DifferenceStep = 1e-6;

    /// <summary>Finds the parameters of the smallest sum of squares near a start.</summary>
    /// <param name="evaluate">Residuals at some parameters, with derivatives where the second argument is true.</param>
    /// <param name="start">Where to begin, within the bounds.</param>
    /// <param name="low">Lower bounds, or null for none.</param>
    /// <param name="high">Upper bounds, or null for none.</param>
    /// <param name="iterations">Most steps, those that lead nowhere among them.</param>
    /// <param name="gain">Relative fall of the sum of squares below which the fit has settled.</param>
    /// <exception cref="ArgumentException">There are fewer residuals than parameters, or they are not finite at the start.</exception>
    public static LeastSquaresFit Minimise(Func<double[], bool, ResidualPoint> evaluate, IReadOnlyList<double> start,
        IReadOnlyList<double>? low = null, IReadOnlyList<double>? high = null, int iterations = 100, double gain = StandardGain)
    {
        double[] lowest = [.. start.Select((_, i) => low?[i] ?? double.NegativeInfinity)], highest = [.. start.Select((_, i) => high?[i] ?? double.PositiveInfinity)];
        double[] p = [.. start.Select((v, i) => Math.Clamp(v, lowest[i], highest[i]))];
        var problem = new Problem(evaluate);
        Descent descent = LevenbergMarquardt.Minimise(problem, p, lowest, highest, new DescentLimits(iterations, gain));
        if (problem.Best is not { } best || best.Residuals.Length < p.Length)
            throw new ArgumentException("The residuals at the start are not finite, or fewer than the parameters.", nameof(evaluate));
        return Result(p, best, [.. p.Select((v, i) => v <= lowest[i] || v >= highest[i])], descent);
    }

    /// <summary>Adds derivatives by central differences to a function that gives residuals alone.</summary>
    /// <param name="residuals">Residuals at some parameters.</param>
    public static Func<double[], bool, ResidualPoint> WithDifferences(Func<double[], double[]> residuals) => (p, wanted) =>
    {
        double[] r = residuals(p);
        if (!wanted) return new ResidualPoint(r);
        var rows = new double[p.Length][];
        for (int k = 0; k < p.Length; k++)
        {
            double h = DifferenceStep * Math.Max(Math.Abs(p[k]), DifferenceStep);
            double[] moved = [.. p];
            moved[k] = p[k] + h;
            double[] above = residuals(moved);
            moved[k] = p[k] - h;
            double[] below = residuals(moved);
            rows[k] = [.. above.Select((a, i) => (a - below[i]) / (2 * h))];
        }
        return new ResidualPoint(r, rows);
    };

    private static LeastSquaresFit Result(double[] p, ResidualPoint point, bool[] atBound, Descent descent)
    {
        int n = p.Length;
        double[] normal = new double[n * n];
        double sum = Problem.Normal(point, normal, new double[n]);
        double freedom = point.Residuals.Length - atBound.Count(b => !b), variance = freedom > 0 ? sum / freedom : double.NaN;
        (double[,] covariance, double conditioning) = NormalInverse.Of(normal, [.. atBound.Select(b => !b)]);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) covariance[i, j] *= variance;
        }
        return new LeastSquaresFit
        {
            Parameters = p,
            Residuals = point.Residuals,
            Covariance = covariance,
            AtBound = atBound,
            DegreesOfFreedom = freedom,
            Iterations = descent.Steps,
            Converged = descent.Converged,
            Conditioning = conditioning,
        };
    }

    // The point of the smallest sum is the one that the descent stands at.
    private sealed class Problem(Func<double[], bool, ResidualPoint> evaluate) : ISumOfSquares
    {
        private double _least = double.PositiveInfinity;

        public ResidualPoint? Best { get; private set; }

        public double Evaluate(ReadOnlySpan<double> p, Span<double> normal, Span<double> gradient)
        {
            ResidualPoint point = evaluate(p.ToArray(), true);
            double sum = Normal(point, normal, gradient);
            if (!double.IsFinite(sum)) return double.PositiveInfinity;
            if (sum < _least) (_least, Best) = (sum, point);
            return sum;
        }

        public static double Normal(ResidualPoint point, Span<double> normal, Span<double> gradient)
        {
            double[][] rows = point.Derivatives!;
            for (int i = 0; i < rows.Length; i++)
            {
                gradient[i] = Dense.Dot(rows[i], point.Residuals);
                for (int j = 0; j <= i; j++) normal[i * rows.Length + j] = Dense.Dot(rows[i], rows[j]);
            }
            return Dense.Dot(point.Residuals, point.Residuals);
        }
    }
}
