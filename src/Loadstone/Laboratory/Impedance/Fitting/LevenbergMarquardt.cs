namespace Loadstone.Laboratory.Impedance.Fitting;

/// <summary>Least squares of a circuit from one start: Levenberg–Marquardt with Marquardt's scaling, inside bounds.</summary>
internal static class LevenbergMarquardt
{
    private const double Stationary = 1e-10;

    /// <summary>Moves the unknowns to a local minimum.</summary>
    /// <param name="problem">What is fitted.</param>
    /// <param name="u">The start; the minimum when done.</param>
    /// <param name="iterations">Most steps.</param>
    /// <param name="tolerance">Relative decrease of the sum of squares below which it ends.</param>
    /// <returns>The sum of squares there.</returns>
    internal static double Minimise(CircuitProblem problem, double[] u, int iterations, double tolerance)
    {
        int n = u.Length;
        double[] normal = new double[n * n], damped = new double[n * n], gradient = new double[n], nextNormal = new double[n * n], nextGradient = new double[n], step = new double[n], trial = new double[n], low = new double[n], high = new double[n];
        for (int k = 0; k < n; k++) (low[k], high[k]) = (problem.Lower(k, u[k]), problem.Upper(k, u[k]));
        double sum = problem.Evaluate(u, normal, gradient);
        double damping = 1e-3, growth = 2;
        for (int iteration = 0; iteration < iterations && double.IsFinite(sum); iteration++)
        {
            if (!Step(normal, gradient, damping, u, low, high, damped, step))
            {
                damping *= 10;
                continue;
            }
            double length = 0, expected = 0;
            for (int k = 0; k < n; k++)
            {
                trial[k] = Math.Clamp(u[k] + step[k], low[k], high[k]);
                step[k] = trial[k] - u[k];
                length = Math.Max(length, Math.Abs(step[k]));
                expected -= 2 * step[k] * gradient[k];
            }
            for (int k = 0; k < n; k++) expected -= step[k] * Row(normal, step, k, n);
            double next = problem.Evaluate(trial, nextNormal, nextGradient);
            double drop = sum - next;
            if (drop > 0)
            {
                Array.Copy(trial, u, n);
                sum = next;
                (normal, nextNormal) = (nextNormal, normal);
                (gradient, nextGradient) = (nextGradient, gradient);
                double gain = expected > 0 ? drop / expected : 1;
                damping = Math.Max(damping * Math.Max(1.0 / 10, 1 - Math.Pow(2 * gain - 1, 3)), 1e-12);
                growth = 2;
                if (drop <= tolerance * (sum + double.Epsilon) || length < Stationary) break;
            }
            else
            {
                if (length < Stationary || Math.Abs(drop) <= tolerance * sum) break;
                damping *= growth;
                growth *= 2;
            }
        }
        return sum;
    }

    // A bound whose gradient points outwards holds its unknown still.
    private static bool Step(double[] normal, double[] gradient, double damping, double[] u, double[] low, double[] high, double[] damped, double[] step)
    {
        int n = u.Length;
        double largest = 0;
        for (int k = 0; k < n; k++) largest = Math.Max(largest, normal[k * n + k]);
        Array.Copy(normal, damped, n * n);
        for (int k = 0; k < n; k++)
        {
            step[k] = -gradient[k];
            bool held = (u[k] <= low[k] && gradient[k] > 0) || (u[k] >= high[k] && gradient[k] < 0);
            damped[k * n + k] += damping * Math.Max(normal[k * n + k], 1e-9 * largest) + 1e-300;
            if (!held) continue;
            for (int j = 0; j < n; j++) damped[Math.Max(j, k) * n + Math.Min(j, k)] = 0;
            damped[k * n + k] = 1;
            step[k] = 0;
        }
        if (!Dense.Cholesky(damped, n)) return false;
        Dense.CholeskySolve(damped, n, step);

        // Five e-foldings at once leave the region in which the linearisation says anything.
        double longest = 0;
        for (int k = 0; k < n; k++) longest = Math.Max(longest, Math.Abs(step[k]));
        if (longest > 5)
        {
            for (int k = 0; k < n; k++) step[k] *= 5 / longest;
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
