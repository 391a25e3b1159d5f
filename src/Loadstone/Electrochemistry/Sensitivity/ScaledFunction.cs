using Loadstone.Numerics;

namespace Loadstone.Electrochemistry.Sensitivity;

/// <summary>A function times a factor.</summary>
internal sealed class ScaledFunction(ScalarFunction function, double factor) : ScalarFunction
{
    public override bool IsConstant => function.IsConstant;

    public override double At(double x) => factor * function.At(x);

    public override double DerivativeAt(double x) => factor * function.DerivativeAt(x);

    public override void Evaluate(ReadOnlySpan<double> x, Span<double> value, Span<double> derivative)
    {
        function.Evaluate(x, value, derivative);
        VectorMath.Scale(value[..x.Length], factor);
        VectorMath.Scale(derivative[..x.Length], factor);
    }
}
