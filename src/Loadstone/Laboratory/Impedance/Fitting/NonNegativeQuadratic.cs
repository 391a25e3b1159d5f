using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Impedance.Fitting;

/// <summary>
/// Minimises ½ xᵀHx − cᵀx over x ≥ 0 by block principal pivoting (Portugal, Júdice and Vicente, Math. Comput. 63, 625, 1994): sets of
/// variables change sides at once, one at a time only where that does not help, so that it ends.
/// </summary>
internal static class NonNegativeQuadratic
{
    private const int Patience = 3;

    /// <summary>The minimiser.</summary>
    /// <param name="h">H, symmetric and positive definite, row by row.</param>
    /// <param name="c">c.</param>
    /// <param name="n">Number of unknowns.</param>
    internal static double[] Minimise(ReadOnlySpan<double> h, ReadOnlySpan<double> c, int n)
    {
        double[] x = new double[n], gradient = new double[n], factor = new double[n * n], part = new double[n];
        bool[] free = new bool[n];
        int[] index = new int[n];
        Array.Fill(free, true);
        int fewest = n + 1, patience = Patience;
        double tolerance = 1e-11 * Largest(c);
        for (int round = 0; round < 20 * n; round++)
        {
            int count = 0;
            for (int i = 0; i < n; i++)
            {
                if (free[i]) index[count++] = i;
            }
            Solve(h, c, n, index.AsSpan(0, count), factor, part);
            Array.Clear(x);
            for (int k = 0; k < count; k++) x[index[k]] = part[k];
            int wrong = 0, last = -1;
            for (int i = 0; i < n; i++)
            {
                gradient[i] = free[i] ? 0 : Dense.Dot(h.Slice(i * n, n), x) - c[i];
                if (!Wrong(free[i], x[i], gradient[i], tolerance)) continue;
                wrong++;
                last = i;
            }
            if (wrong == 0) return x;
            bool block = wrong < fewest || patience > 0;
            if (wrong < fewest) (fewest, patience) = (wrong, Patience);
            else if (block) patience--;
            for (int i = 0; i < n; i++)
            {
                if ((block || i == last) && Wrong(free[i], x[i], gradient[i], tolerance)) free[i] = !free[i];
            }
        }
        for (int i = 0; i < n; i++) x[i] = Math.Max(x[i], 0);
        return x;
    }

    private static bool Wrong(bool free, double x, double gradient, double tolerance) => free ? x < 0 : gradient < -tolerance;

    private static void Solve(ReadOnlySpan<double> h, ReadOnlySpan<double> c, int n, ReadOnlySpan<int> index, double[] factor, double[] x)
    {
        int m = index.Length;
        for (int i = 0; i < m; i++)
        {
            ReadOnlySpan<double> row = h.Slice(index[i] * n, n);
            for (int j = 0; j <= i; j++) factor[i * m + j] = row[index[j]];
            x[i] = c[index[i]];
        }
        if (!Dense.Cholesky(factor.AsSpan(0, m * m), m)) throw new ArgumentException("The matrix is not positive definite.", nameof(h));
        Dense.CholeskySolve(factor.AsSpan(0, m * m), m, x.AsSpan(0, m));
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
