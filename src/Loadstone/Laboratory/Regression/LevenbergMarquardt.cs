namespace Loadstone.Laboratory.Regression;

/// <summary>A sum of squared residuals, told by its normal equations so that no Jacobian need be kept.</summary>
internal interface ISumOfSquares
{
    /// <summary>The sum at some parameters; infinite where there is none.</summary>
    /// <param name="p">The parameters.</param>
    /// <param name="normal">JᵀJ, its lower triangle row by row.</param>
    /// <param name="gradient">Jᵀr.</param>
    double Evaluate(ReadOnlySpan<double> p, Span<double> normal, Span<double> gradient);
}

/// <summary>When a descent ends, and how far it goes at once.</summary>
/// <param name="Steps">Most steps, those that lead nowhere among them.</param>
/// <param name="Gain">Relative fall of the sum below which it has settled.</param>
/// <param name="Longest">Largest change of a parameter in one step; infinite where parameters have units of their own.</param>
/// <param name="LeastScale">Smallest curvature that a parameter is damped by, as a share of the largest; 0 where they have units of their own.</param>
internal readonly record struct DescentLimits(int Steps, double Gain, double Longest = double.PositiveInfinity, double LeastScale = 0);

/// <summary>Where a descent ended.</summary>
/// <param name="Sum">Sum of squares there.</param>
/// <param name="Steps">Steps that it took.</param>
/// <param name="Converged">Whether it had settled.</param>
internal readonly record struct Descent(double Sum, int Steps, bool Converged);

/// <summary>
/// Descent to a minimum inside bounds: Levenberg–Marquardt with Marquardt's scaling (J. Soc. Indust. Appl. Math. 11, 431 (1963)) and a damping
/// that follows the ratio of the fall to the expected one (Nielsen, IMM-REP-1999-05, Technical University of Denmark (1999)).
/// </summary>
internal static class LevenbergMarquardt
{
    private const double FirstDamping = 1e-3, LeastDamping = 1e-12, MostDamping = 1e12;
    private const double SmallStep = 1e-10;

    /// <summary>Moves parameters to a local minimum; allocates its work arrays and nothing in its steps.</summary>
    /// <param name="problem">What is made small.</param>
    /// <param name="p">The start, inside the bounds; the minimum when done.</param>
    /// <param name="low">Lower bounds.</param>
    /// <param name="high">Upper bounds.</param>
    /// <param name="limits">When it ends.</param>
    internal static Descent Minimise(ISumOfSquares problem, Span<double> p, ReadOnlySpan<double> low, ReadOnlySpan<double> high, DescentLimits limits)
    {
        int n = p.Length;
        double[] normal = new double[n * n], gradient = new double[n], nextNormal = new double[n * n], nextGradient = new double[n];
        double[] damped = new double[n * n], step = new double[n], trial = new double[n];
        double sum = problem.Evaluate(p, normal, gradient);
        double damping = FirstDamping, growth = 2;
        int count = 0;
        while (count < limits.Steps && damping < MostDamping && double.IsFinite(sum))
        {
            count++;
            if (!Step(normal, gradient, damping, p, low, high, limits, damped, step))
            {
                damping *= 10;
                continue;
            }
            bool small = true;
            double expected = 0;
            for (int k = 0; k < n; k++)
            {
                trial[k] = Math.Clamp(p[k] + step[k], low[k], high[k]);
                step[k] = trial[k] - p[k];
                small &= Math.Abs(step[k]) <= SmallStep * Math.Abs(p[k]);
                expected -= 2 * step[k] * gradient[k];
            }
            for (int k = 0; k < n; k++) expected -= step[k] * Row(normal, step, k, n);
            double next = problem.Evaluate(trial, nextNormal, nextGradient);
            double drop = sum - next;
            bool settled = small || Math.Abs(drop) <= limits.Gain * Math.Min(sum, next);
            if (drop > 0)
            {
                trial.CopyTo(p);
                sum = next;
                (normal, nextNormal) = (nextNormal, normal);
                (gradient, nextGradient) = (nextGradient, gradient);
                double gain = expected > 0 ? drop / expected : 1;
                damping = Math.Max(damping * Math.Max(1.0 / 10, 1 - Math.Pow(2 * gain - 1, 3)), LeastDamping);
                growth = 2;
            }
            else
            {
                damping *= growth;
                growth *= 2;
            }
            if (settled) return new Descent(sum, count, true);
        }
        return new Descent(sum, count, damping >= MostDamping);
    }

    // A bound whose gradient points outwards holds its parameter still.
    private static bool Step(double[] normal, double[] gradient, double damping, ReadOnlySpan<double> p, ReadOnlySpan<double> low, ReadOnlySpan<double> high,
        DescentLimits limits, double[] damped, double[] step)
    {
        int n = p.Length;
        double least = 0;
        for (int k = 0; k < n; k++) least = Math.Max(least, limits.LeastScale * normal[k * n + k]);
        Array.Copy(normal, damped, n * n);
        for (int k = 0; k < n; k++)
        {
            step[k] = -gradient[k];
            bool held = (p[k] <= low[k] && gradient[k] > 0) || (p[k] >= high[k] && gradient[k] < 0);
            damped[k * n + k] += damping * Math.Max(normal[k * n + k], least) + 1e-300;
            if (!held) continue;
            for (int j = 0; j < n; j++) damped[Math.Max(j, k) * n + Math.Min(j, k)] = 0;
            damped[k * n + k] = 1;
            step[k] = 0;
        }
        if (!Dense.Cholesky(damped, n)) return false;
        Dense.CholeskySolve(damped, n, step);
        double longest = 0;
        for (int k = 0; k < n; k++) longest = Math.Max(longest, Math.Abs(step[k]));
        if (longest > limits.Longest)
        {
            for (int k = 0; k < n; k++) step[k] *= limits.Longest / longest;
        }
        return true;
    }

    private static double Row(double[] lower, double[] x, int i, int n)
    {
        double sum = 0;
        for (int j = 0; j < n; j++) sum += lower[Math.Max(i, j) * n + Math.Min(i, j)] * x[j];
        return sum;
    }
}
