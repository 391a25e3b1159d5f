namespace Loadstone.Numerics;

/// <summary>
/// A smooth function of one variable together with its first derivative. Immutable and safe to share between threads.
/// Implementations give the exact derivative of the value they return, so that Newton's method converges quadratically.
/// </summary>
public abstract class ScalarFunction
{
    /// <summary>f(x).</summary>
    public abstract double At(double x);

    /// <summary>f′(x).</summary>
    public abstract double DerivativeAt(double x);

    /// <summary>True when f does not depend on x: callers may then skip the derivative.</summary>
    public virtual bool IsConstant => false;

    /// <summary>The formula behind the function, with which it agrees to rounding or to a table's tolerance; null where there is none.</summary>
    internal virtual Expression? Formula => null;

    /// <summary>f and f′ at many points at once.</summary>
    /// <param name="x">Points, length n.</param>
    /// <param name="value">Result f(x), length n.</param>
    /// <param name="derivative">Result f′(x), length n.</param>
    public virtual void Evaluate(ReadOnlySpan<double> x, Span<double> value, Span<double> derivative)
    {
        for (int i = 0; i < x.Length; i++)
        {
            value[i] = At(x[i]);
            derivative[i] = DerivativeAt(x[i]);
        }
    }
}

/// <summary>f(x) = c.</summary>
public sealed class ConstantFunction(double constant) : ScalarFunction
{
    /// <inheritdoc/>
    public override bool IsConstant => true;

    /// <inheritdoc/>
    public override double At(double x) => constant;

    /// <inheritdoc/>
    public override double DerivativeAt(double x) => 0;

    /// <inheritdoc/>
    public override void Evaluate(ReadOnlySpan<double> x, Span<double> value, Span<double> derivative)
    {
        value[..x.Length].Fill(constant);
        derivative[..x.Length].Clear();
    }
}
