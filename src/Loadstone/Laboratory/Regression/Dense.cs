using System.Numerics;
using System.Runtime.InteropServices;

namespace Loadstone.Laboratory.Regression;

/// <summary>Small dense linear algebra in row-major arrays; every inner loop runs along a row.</summary>
internal static class Dense
{
    internal static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ReadOnlySpan<Vector<double>> va = MemoryMarshal.Cast<double, Vector<double>>(a), vb = MemoryMarshal.Cast<double, Vector<double>>(b[..a.Length]);
        Vector<double> sums = Vector<double>.Zero;
        for (int i = 0; i < va.Length; i++) sums += va[i] * vb[i];
        double sum = Vector.Sum(sums);
        for (int i = va.Length * Vector<double>.Count; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// <summary>y += factor x.</summary>
    internal static void Add(double factor, ReadOnlySpan<double> x, Span<double> y)
    {
        ReadOnlySpan<Vector<double>> vx = MemoryMarshal.Cast<double, Vector<double>>(x);
        Span<Vector<double>> vy = MemoryMarshal.Cast<double, Vector<double>>(y[..x.Length]);
        for (int i = 0; i < vx.Length; i++) vy[i] += factor * vx[i];
        for (int i = vx.Length * Vector<double>.Count; i < x.Length; i++) y[i] += factor * x[i];
    }

    /// <summary>Replaces the lower triangle of a symmetric matrix by its Cholesky factor.</summary>
    /// <returns>False where the matrix is not positive definite.</returns>
    internal static bool Cholesky(Span<double> a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            Span<double> row = a.Slice(i * n, i + 1);
            for (int j = 0; j < i; j++) row[j] = (row[j] - Dot(row[..j], a.Slice(j * n, j))) / a[j * n + j];
            double pivot = row[i] - Dot(row[..i], row[..i]);
            if (!(pivot > 0)) return false;
            row[i] = Math.Sqrt(pivot);
        }
        return true;
    }

    /// <summary>Solves with a Cholesky factor, in place.</summary>
    internal static void CholeskySolve(ReadOnlySpan<double> factor, int n, Span<double> x)
    {
        CholeskyForward(factor, n, x);
        for (int i = n - 1; i >= 0; i--)
        {
            x[i] /= factor[i * n + i];
            Add(-x[i], factor.Slice(i * n, i), x[..i]);
        }
    }

    /// <summary>Solves with a Cholesky factor itself, in place.</summary>
    internal static void CholeskyForward(ReadOnlySpan<double> factor, int n, Span<double> x)
    {
        for (int i = 0; i < n; i++) x[i] = (x[i] - Dot(factor.Slice(i * n, i), x[..i])) / factor[i * n + i];
    }

    /// <summary>The inverse of a symmetric positive-definite matrix, or null.</summary>
    internal static double[]? Inverse(ReadOnlySpan<double> matrix, int n)
    {
        double[] factor = matrix.ToArray(), inverse = new double[n * n];
        if (!Cholesky(factor, n)) return null;
        double[] column = new double[n];
        for (int j = 0; j < n; j++)
        {
            Array.Clear(column);
            column[j] = 1;
            CholeskySolve(factor, n, column);
            for (int i = 0; i < n; i++) inverse[i * n + j] = column[i];
        }
        return inverse;
    }

    /// <summary>Least squares min ‖A x − b‖ by Householder reflections; both are overwritten.</summary>
    /// <param name="columns">A, column by column.</param>
    /// <param name="rows">Rows of A, no fewer than unknowns.</param>
    /// <param name="unknowns">Columns of A.</param>
    /// <param name="b">Right-hand side; the residual's coefficients remain below the first <paramref name="unknowns"/> rows.</param>
    /// <param name="x">The solution; a column without a part of its own gets 0.</param>
    internal static void LeastSquares(Span<double> columns, int rows, int unknowns, Span<double> b, Span<double> x)
    {
        Span<double> diagonal = unknowns <= 256 ? stackalloc double[unknowns] : new double[unknowns];
        for (int k = 0; k < unknowns; k++)
        {
            Span<double> v = columns.Slice(k * rows + k, rows - k);
            double norm = Math.Sqrt(Dot(v, v));
            diagonal[k] = v[0] > 0 ? -norm : norm;
            if (norm == 0) continue;
            v[0] -= diagonal[k];
            double scale = 2 / Dot(v, v);
            for (int j = k + 1; j < unknowns; j++) Reflect(v, scale, columns.Slice(j * rows + k, rows - k));
            Reflect(v, scale, b[k..rows]);
        }
        double smallest = 1e-14 * LargestOf(diagonal);
        for (int k = unknowns - 1; k >= 0; k--)
        {
            double sum = b[k];
            for (int j = k + 1; j < unknowns; j++) sum -= columns[j * rows + k] * x[j];
            x[k] = Math.Abs(diagonal[k]) <= smallest ? 0 : sum / diagonal[k];
        }
    }

    private static void Reflect(ReadOnlySpan<double> v, double scale, Span<double> x) => Add(-scale * Dot(v, x), v, x);

    private static double LargestOf(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
