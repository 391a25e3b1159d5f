using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Impedance.Relaxation;

/// <summary>
/// Deviation, roughness and degrees of freedom of the smoothed solution (without the constraint of sign) for any λ at the cost of a
/// tridiagonal solve: one reduction serves all λ (L. Eldén, BIT 24, 467, 1984).
/// </summary>
internal sealed class SmoothingPath
{
    private readonly double[] _diagonal, _beside, _data;
    private readonly int _rows, _projected;

    internal SmoothingPath(RelaxationKernel kernel, ReadOnlySpan<double> penalty)
    {
        int rows = 2 * kernel.Points, nodes = kernel.Nodes;
        double[] factor = penalty.ToArray(), b = new double[rows * nodes], data = [.. kernel.Data];
        Dense.Cholesky(factor, nodes);
        for (int i = 0; i < rows; i++)
        {
            Span<double> row = b.AsSpan(i * nodes, nodes);
            kernel.Row(i)[RelaxationKernel.Extra..].CopyTo(row);
            Dense.CholeskyForward(factor, nodes, row);
        }
        _projected = ProjectOut(kernel, b, data, rows, nodes);
        double[] gram = new double[rows * rows];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j <= i; j++) gram[i * rows + j] = gram[j * rows + i] = Dense.Dot(b.AsSpan(i * nodes, nodes), b.AsSpan(j * nodes, nodes));
        }
        (_rows, _data) = (rows, data);
        (_diagonal, _beside) = Tridiagonal(gram, rows, data);
        Scale = _diagonal.Sum() / rows;
    }

    /// <summary>Mean eigenvalue: λ far above it smooths all away, far below nothing.</summary>
    internal double Scale { get; }

    /// <summary>‖deviation‖², ∫(γ″)² and the degrees of freedom that are left, at λ.</summary>
    internal (double Deviation, double Roughness, double Freedom) At(double lambda)
    {
        int n = _rows;
        Span<double> forward = stackalloc double[n], y = stackalloc double[n];
        forward[0] = _diagonal[0] + lambda;
        y[0] = _data[0];
        for (int i = 1; i < n; i++)
        {
            double factor = _beside[i - 1] / forward[i - 1];
            forward[i] = _diagonal[i] + lambda - factor * _beside[i - 1];
            y[i] = _data[i] - factor * y[i - 1];
        }
        double backward = _diagonal[n - 1] + lambda, trace = 1 / forward[n - 1];
        y[n - 1] /= forward[n - 1];
        for (int i = n - 2; i >= 0; i--)
        {
            y[i] = (y[i] - _beside[i] * y[i + 1]) / forward[i];
            double coupling = _beside[i] * _beside[i] / backward;
            trace += 1 / (forward[i] - coupling);
            backward = _diagonal[i] + lambda - coupling;
        }
        double square = 0, product = 0;
        for (int i = 0; i < n; i++)
        {
            square += y[i] * y[i];
            product += y[i] * _data[i];
        }
        return (lambda * lambda * square, Math.Max(product - lambda * square, 0), lambda * trace - _projected);
    }

    // R∞, L and the tail are not smoothed: what they can describe is taken out of data and kernel.
    private static int ProjectOut(RelaxationKernel kernel, double[] b, double[] data, int rows, int nodes)
    {
        var basis = new List<double[]>();
        for (int c = 0; c < RelaxationKernel.Extra; c++)
        {
            double[] u = new double[rows];
            for (int i = 0; i < rows; i++) u[i] = kernel.Row(i)[c];
            double before = Dense.Dot(u, u);
            for (int pass = 0; pass < 2; pass++)
            {
                foreach (double[] other in basis) Dense.Add(-Dense.Dot(other, u), other, u);
            }
            double length = Math.Sqrt(Dense.Dot(u, u));
            if (!(length > 1e-8 * Math.Sqrt(before))) continue;
            for (int i = 0; i < rows; i++) u[i] /= length;
            basis.Add(u);
        }
        double[] sums = new double[nodes];
        foreach (double[] u in basis)
        {
            Array.Clear(sums);
            for (int i = 0; i < rows; i++) Dense.Add(u[i], b.AsSpan(i * nodes, nodes), sums);
            for (int i = 0; i < rows; i++) Dense.Add(-u[i], sums, b.AsSpan(i * nodes, nodes));
            Dense.Add(-Dense.Dot(u, data), u, data);
        }
        return basis.Count;
    }

    // Householder reduction of a symmetric matrix; the data go along.
    private static (double[] Diagonal, double[] Beside) Tridiagonal(double[] a, int n, double[] data)
    {
        double[] diagonal = new double[n], beside = new double[n - 1], v = new double[n], p = new double[n];
        for (int k = 0; k < n - 1; k++)
        {
            int m = n - k - 1;
            diagonal[k] = a[k * n + k];
            Span<double> u = v.AsSpan(0, m), q = p.AsSpan(0, m);
            a.AsSpan(k * n + k + 1, m).CopyTo(u);
            double norm = Math.Sqrt(Dense.Dot(u, u));
            beside[k] = u[0] > 0 ? -norm : norm;
            if (norm == 0) continue;
            u[0] -= beside[k];
            double scale = 2 / Dense.Dot(u, u);
            for (int i = 0; i < m; i++) q[i] = scale * Dense.Dot(a.AsSpan((k + 1 + i) * n + k + 1, m), u);
            Dense.Add(-0.5 * scale * Dense.Dot(q, u), u, q);
            for (int i = 0; i < m; i++)
            {
                Span<double> row = a.AsSpan((k + 1 + i) * n + k + 1, m);
                Dense.Add(-u[i], q, row);
                Dense.Add(-q[i], u, row);
            }
            Span<double> rest = data.AsSpan(k + 1, m);
            Dense.Add(-scale * Dense.Dot(u, rest), u, rest);
        }
        diagonal[n - 1] = a[n * n - 1];
        return (diagonal, beside);
    }
}
