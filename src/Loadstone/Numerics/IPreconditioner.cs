namespace Loadstone.Numerics;

/// <summary>An approximate inverse M⁻¹ of a symmetric positive definite matrix, itself symmetric positive definite.</summary>
public interface IPreconditioner
{
    /// <summary>Solves M x = b in place.</summary>
    /// <param name="x">Right-hand side on entry, solution on return; n numbers.</param>
    void Solve(Span<double> x);
}
