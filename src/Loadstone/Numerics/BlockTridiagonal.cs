namespace Loadstone.Numerics;

/// <summary>
/// Block-tridiagonal linear systems with blocks of 3 × 3: n block rows L_i x_{i−1} + D_i x_i + U_i x_{i+1} = b_i,
/// solved by block elimination without pivoting between blocks (Golub, Van Loan, Matrix Computations, 4.5).
/// Factor once, solve often; nothing is allocated after construction. Not safe for concurrent use of one instance.
/// </summary>
public sealed class BlockTridiagonal(int blockCount)
{
    /// <summary>Unknowns per block.</summary>
    public const int BlockSize = 3;

    private const int Entries = BlockSize * BlockSize;

    // After Factor: _diagonal holds the inverses of the eliminated diagonal blocks, _lower holds L_i D'_{i−1}⁻¹.
    private readonly double[] _lower = new double[blockCount * Entries];
    private readonly double[] _diagonal = new double[blockCount * Entries];
    private readonly double[] _upper = new double[blockCount * Entries];

    /// <summary>Number of block rows n.</summary>
    public int BlockCount => blockCount;

    /// <summary>Sets every entry to zero.</summary>
    public void Clear()
    {
        Array.Clear(_lower);
        Array.Clear(_diagonal);
        Array.Clear(_upper);
    }

    /// <summary>Block L_i, 9 entries by rows; to be filled before <see cref="Factor"/>.</summary>
    public Span<double> Lower(int i) => _lower.AsSpan(i * Entries, Entries);

    /// <summary>Block D_i, 9 entries by rows.</summary>
    public Span<double> Diagonal(int i) => _diagonal.AsSpan(i * Entries, Entries);

    /// <summary>Block U_i, 9 entries by rows.</summary>
    public Span<double> Upper(int i) => _upper.AsSpan(i * Entries, Entries);

    /// <summary>Eliminates in place. The blocks must be filled again before the next call.</summary>
    /// <returns>False when a diagonal block is singular or not finite.</returns>
    public bool Factor()
    {
        Span<double> product = stackalloc double[Entries];
        for (int i = 0; i < blockCount; i++)
        {
            Span<double> d = Diagonal(i);
            if (i > 0)
            {
                Span<double> l = Lower(i);
                Multiply(l, Diagonal(i - 1), product);
                product.CopyTo(l);
                Multiply(l, Upper(i - 1), product);
                for (int k = 0; k < Entries; k++) d[k] -= product[k];
            }
            if (!Invert(d)) return false;
        }
        return true;
    }

    /// <summary>Solves with the factors.</summary>
    /// <param name="x">Right-hand side on entry, solution on return; 3 n numbers, block by block.</param>
    public void Solve(Span<double> x)
    {
        for (int i = 1; i < blockCount; i++)
        {
            ReadOnlySpan<double> l = Lower(i);
            int k = i * BlockSize;
            double p0 = x[k - 3], p1 = x[k - 2], p2 = x[k - 1];
            x[k] -= l[0] * p0 + l[1] * p1 + l[2] * p2;
            x[k + 1] -= l[3] * p0 + l[4] * p1 + l[5] * p2;
            x[k + 2] -= l[6] * p0 + l[7] * p1 + l[8] * p2;
        }
        for (int i = blockCount - 1; i >= 0; i--)
        {
            ReadOnlySpan<double> d = Diagonal(i);
            int k = i * BlockSize;
            double r0 = x[k], r1 = x[k + 1], r2 = x[k + 2];
            if (i < blockCount - 1)
            {
                ReadOnlySpan<double> u = Upper(i);
                double n0 = x[k + 3], n1 = x[k + 4], n2 = x[k + 5];
                r0 -= u[0] * n0 + u[1] * n1 + u[2] * n2;
                r1 -= u[3] * n0 + u[4] * n1 + u[5] * n2;
                r2 -= u[6] * n0 + u[7] * n1 + u[8] * n2;
            }
            x[k] = d[0] * r0 + d[1] * r1 + d[2] * r2;
            x[k + 1] = d[3] * r0 + d[4] * r1 + d[5] * r2;
            x[k + 2] = d[6] * r0 + d[7] * r1 + d[8] * r2;
        }
    }

    private static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        for (int row = 0; row < Entries; row += BlockSize)
        {
            double a0 = a[row], a1 = a[row + 1], a2 = a[row + 2];
            result[row] = a0 * b[0] + a1 * b[3] + a2 * b[6];
            result[row + 1] = a0 * b[1] + a1 * b[4] + a2 * b[7];
            result[row + 2] = a0 * b[2] + a1 * b[5] + a2 * b[8];
        }
    }

    // By cofactors. Rows and columns of the engine's blocks are scaled alike, so this loses no more than a pivoted LU.
    private static bool Invert(Span<double> m)
    {
        double a = m[0], b = m[1], c = m[2], d = m[3], e = m[4], f = m[5], g = m[6], h = m[7], i = m[8];
        double ca = e * i - f * h, cb = f * g - d * i, cc = d * h - e * g;
        double determinant = a * ca + b * cb + c * cc;
        double s = 1 / determinant;
        if (!double.IsFinite(s)) return false;
        m[0] = ca * s;
        m[1] = (c * h - b * i) * s;
        m[2] = (b * f - c * e) * s;
        m[3] = cb * s;
        m[4] = (a * i - c * g) * s;
        m[5] = (c * d - a * f) * s;
        m[6] = cc * s;
        m[7] = (b * g - a * h) * s;
        m[8] = (a * e - b * d) * s;
        return true;
    }
}
