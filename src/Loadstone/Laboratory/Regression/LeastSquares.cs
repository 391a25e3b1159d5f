using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Loadstone.Laboratory.Regression;

/// <summary>
/// Bounded non-linear least squares after Levenberg and Marquardt (Marquardt, J. Soc. Indust. Appl. Math. 11, 431 (1963)): parameters that a
/// step would carry across a bound stop there, and leave it when the gradient points inwards.
/// </summary>
public static class LeastSquares
{
    private const double FirstDamping = 1e-3, SmallStep = 1e-9, StandardGain = 1e-12, Singular = 1e-13;
    private const double DifferenceStep = 1e-6;

    /// <summary>Finds the parameters of the smallest sum of squares near a start.</summary>
    /// <param name="evaluate">Residuals at some parameters, with derivatives where the second argument is true.</param>
    /// <param name="start">Where to begin, within the bounds.</param>
    /// <param name="low">Lower bounds, or null for none.</param>
    /// <param name="high">Upper bounds, or null for none.</param>
    /// <param name="iterations">Most iterations.</param>
    /// <param name="gain">Relative fall of the sum of squares below which the fit has settled.</param>
    /// <exception cref="ArgumentException">There are fewer residuals than parameters, or they are not finite at the start.</exception>
    public static LeastSquaresFit Minimise(Func<double[], bool, ResidualPoint> evaluate, IReadOnlyList<double> start,
        IReadOnlyList<double>? low = null, IReadOnlyList<double>? high = null, int iterations = 100, double gain = StandardGain)
    {
        double[] p = [.. start.Select((v, i) => Math.Clamp(v, Low(i), High(i)))];
        ResidualPoint point = evaluate(p, true);
        double cost = Cost(point.Residuals);
        if (!double.IsFinite(cost) || point.Residuals.Length < p.Length)
            throw new ArgumentException("The residuals at the start are not finite, or fewer than the parameters.", nameof(evaluate));
        double damping = FirstDamping;
        bool converged = false;
        int count = 0;
        while (count < iterations && !converged)
        {
            count++;
            var normal = new NormalEquations(point, i => AtBound(i, point));
            bool improved = false;
            while (!improved && damping < 1e12)
            {
                double[] step = normal.Step(damping);
                double[] next = [.. p.Select((v, i) => Math.Clamp(v + step[i], Low(i), High(i)))];
                double moved = 0;
                for (int i = 0; i < p.Length; i++) moved = Math.Max(moved, Math.Abs(next[i] - p[i]) / (Math.Abs(p[i]) + SmallStep));
                ResidualPoint tried = evaluate(next, true);
                double newCost = Cost(tried.Residuals);
                if (newCost <= cost)
                {
                    converged = moved < SmallStep || cost - newCost <= gain * cost;
                    (p, point, cost, improved) = (next, tried, newCost, true);
                    damping = Math.Max(damping / 10, 1e-12);
                }
                else
                {
                    // No smaller sum can be found closer by: this is the minimum as well as numbers tell it.
                    if (moved < SmallStep) { converged = true; break; }
                    damping *= 5;
                }
            }
            if (!improved) break;
        }
        return Result(p, point, [.. p.Select((_, i) => p[i] <= Low(i) || p[i] >= High(i))], count, converged);

        double Low(int i) => low?[i] ?? double.NegativeInfinity;
        double High(int i) => high?[i] ?? double.PositiveInfinity;

        bool AtBound(int i, ResidualPoint at)
        {
            double gradient = Dot(at.Derivatives![i], at.Residuals);
            return (p[i] <= Low(i) && gradient > 0) || (p[i] >= High(i) && gradient < 0);
        }
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

    private static LeastSquaresFit Result(double[] p, ResidualPoint point, bool[] atBound, int iterations, bool converged)
    {
        int free = atBound.Count(b => !b);
        double freedom = point.Residuals.Length - free;
        var normal = new NormalEquations(point, i => atBound[i]);
        double[,] covariance = normal.Inverse(out double conditioning);
        double variance = freedom > 0 ? Cost(point.Residuals) / freedom : double.NaN;
        for (int i = 0; i < p.Length; i++)
        {
            for (int j = 0; j < p.Length; j++) covariance[i, j] *= variance;
        }
        return new LeastSquaresFit
        {
            Parameters = p,
            Residuals = point.Residuals,
            Covariance = covariance,
            AtBound = atBound,
            DegreesOfFreedom = freedom,
            Iterations = iterations,
            Converged = converged,
            Conditioning = conditioning,
        };
    }

    private static double Cost(double[] residuals) => Dot(residuals, residuals);

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    // JᵀJ and Jᵀr of the free parameters, each scaled to unit length so that units do not matter.
    private sealed class NormalEquations
    {
        private readonly int _count;
        private readonly int[] _free;
        private readonly double[] _scale;
        private readonly Matrix<double> _matrix;
        private readonly Vector<double> _right;

        public NormalEquations(ResidualPoint point, Func<int, bool> isFixed)
        {
            double[][] rows = point.Derivatives!;
            _count = rows.Length;
            _scale = [.. rows.Select(row => Math.Sqrt(Dot(row, row)))];
            _free = [.. Enumerable.Range(0, _count).Where(i => !isFixed(i) && _scale[i] > 0)];
            _matrix = Matrix<double>.Build.Dense(_free.Length, _free.Length, (i, j) => i == j ? 1 : Dot(rows[_free[i]], rows[_free[j]]) / (_scale[_free[i]] * _scale[_free[j]]));
            _right = Vector<double>.Build.Dense(_free.Length, i => -Dot(rows[_free[i]], point.Residuals) / _scale[_free[i]]);
        }

        public double[] Step(double damping)
        {
            double[] step = new double[_count];
            if (_free.Length == 0) return step;
            Vector<double> solved = (_matrix + Matrix<double>.Build.DenseDiagonal(_free.Length, damping)).Cholesky().Solve(_right);
            for (int i = 0; i < _free.Length; i++) step[_free[i]] = solved[i] / _scale[_free[i]];
            return step;
        }

        public double[,] Inverse(out double conditioning)
        {
            double[,] inverse = new double[_count, _count];
            for (int i = 0; i < _count; i++) inverse[i, i] = _scale[i] > 0 ? 0 : double.NaN;
            conditioning = 1;
            if (_free.Length == 0) return inverse;
            Evd<double> parts = _matrix.Evd(Symmetricity.Symmetric);
            double[] values = [.. parts.EigenValues.Select(v => v.Real)];
            conditioning = Math.Max(values.Min(), 0) / values.Max();
            bool isSingular = conditioning < Singular;
            for (int i = 0; i < _free.Length; i++)
            {
                for (int j = 0; j < _free.Length; j++)
                {
                    double sum = 0;
                    for (int k = 0; k < values.Length && !isSingular; k++) sum += parts.EigenVectors[i, k] * parts.EigenVectors[j, k] / values[k];
                    inverse[_free[i], _free[j]] = isSingular ? double.NaN : sum / (_scale[_free[i]] * _scale[_free[j]]);
                }
            }
            return inverse;
        }
    }
}
