namespace Loadstone.Numerics;

/// <summary>
/// An implicit system of differential and algebraic equations F(t, y, y′) = 0 of index 1, as <see cref="BdfIntegrator"/> sees it.
/// </summary>
public interface IDaeSystem
{
    /// <summary>Number of unknowns N.</summary>
    int Size { get; }

    /// <summary>F(t, y, y′).</summary>
    /// <param name="time">t.</param>
    /// <param name="y">Unknowns, length N.</param>
    /// <param name="slope">y′, length N.</param>
    /// <param name="residual">Result, length N.</param>
    void Residual(double time, ReadOnlySpan<double> y, ReadOnlySpan<double> slope, Span<double> residual);

    /// <summary>
    /// Forms and factors ∂F/∂y + c ∂F/∂y′ at the point of the latest call of <see cref="Residual"/>.
    /// </summary>
    /// <param name="leadingCoefficient">c of the integration formula [1/s].</param>
    /// <returns>False when the matrix is singular.</returns>
    bool Factor(double leadingCoefficient);

    /// <summary>Solves with the factors.</summary>
    /// <param name="rightHandSide">b on entry, x on return; length N.</param>
    void Solve(Span<double> rightHandSide);

    /// <summary>The largest share of a Newton update, in (0, 1], that keeps y − share · update in the domain of F.</summary>
    double AdmissibleShare(ReadOnlySpan<double> y, ReadOnlySpan<double> update);

    /// <summary>Scales 1/tolerance per unknown, for error control.</summary>
    /// <param name="y">Unknowns, length N.</param>
    /// <param name="weights">Result: reciprocal of the accepted error of each unknown, length N.</param>
    void ErrorWeights(ReadOnlySpan<double> y, Span<double> weights);

    /// <summary>Norm of an error; 1 is the accepted size.</summary>
    double Norm(ReadOnlySpan<double> error, ReadOnlySpan<double> weights);
}
