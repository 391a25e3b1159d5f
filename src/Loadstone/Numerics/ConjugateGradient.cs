namespace Loadstone.Numerics;

/// <summary>How an iteration ended.</summary>
/// <param name="Iterations">Products with the matrix beside the first.</param>
/// <param name="RelativeResidual">|b − A x| / |b| as the recurrence carries it; 0 where b is zero.</param>
/// <param name="Converged">Whether the residual came down to the tolerance.</param>
public readonly record struct ConjugateGradientResult(int Iterations, double RelativeResidual, bool Converged);

/// <summary>
/// Conjugate gradients with a preconditioner (Hestenes, Stiefel, J. Res. Natl. Bur. Stand. 49, 409 (1952)) for symmetric positive definite
/// matrices. Nothing is allocated after construction. Not safe for concurrent use of one instance.
/// </summary>
public sealed class ConjugateGradient
{
    private readonly double[] _residual, _direction, _image, _preconditioned;

    /// <summary>Prepares the memory.</summary>
    /// <param name="size">Number of rows n.</param>
    public ConjugateGradient(int size)
    {
        _residual = new double[size];
        _direction = new double[size];
        _image = new double[size];
        _preconditioned = new double[size];
    }

    /// <summary>Solves A x = b.</summary>
    /// <param name="matrix">A, symmetric positive definite.</param>
    /// <param name="preconditioner">An approximate inverse of A, such as the factor of an earlier matrix; null for none.</param>
    /// <param name="b">Right-hand side, n numbers.</param>
    /// <param name="x">A guess on entry, the solution on return; n numbers.</param>
    /// <param name="tolerance">Largest relative residual |b − A x| / |b| to stop at.</param>
    /// <param name="mostIterations">Iterations to give up after.</param>
    public ConjugateGradientResult Solve(SparseSymmetric matrix, IPreconditioner? preconditioner, ReadOnlySpan<double> b, Span<double> x,
        double tolerance, int mostIterations)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        Span<double> r = _residual, p = _direction, q = _image, z = _preconditioned;
        double size = VectorMath.Norm(b);
        if (size == 0)
        {
            x.Clear();
            return new ConjugateGradientResult(0, 0, true);
        }
        matrix.Multiply(x, q);
        for (int i = 0; i < r.Length; i++) r[i] = b[i] - q[i];
        p.Clear();
        double before = 1, left = VectorMath.Norm(r) / size;
        int iterations = 0;
        while (left > tolerance && iterations < mostIterations)
        {
            r.CopyTo(z);
            preconditioner?.Solve(z);
            double product = VectorMath.Dot(r, z);
            VectorMath.Scale(p, product / before);
            VectorMath.Add(p, z);
            before = product;
            matrix.Multiply(p, q);
            double step = product / VectorMath.Dot(p, q);
            VectorMath.AddScaled(x, step, p);
            VectorMath.AddScaled(r, -step, q);
            left = VectorMath.Norm(r) / size;
            iterations++;
        }
        return new ConjugateGradientResult(iterations, left, left <= tolerance);
    }
}
