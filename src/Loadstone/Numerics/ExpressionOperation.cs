using static Loadstone.Numerics.ExpressionOperation;

namespace Loadstone.Numerics;

/// <summary>What a node of an <see cref="Expression"/> does.</summary>
internal enum ExpressionOperation : byte
{
    Number, Variable,
    Negate, Add, Subtract, Multiply, Divide, Power,
    Exp, Log, Log10, Sqrt, Sin, Cos, Tan, Sinh, Cosh, Tanh, Abs, Sign,
    Min, Max,
}

/// <summary>Names and values of the operations of an <see cref="Expression"/>.</summary>
internal static class ExpressionOperations
{
    /// <summary>The functions that a formula may call, by name.</summary>
    public static readonly IReadOnlyDictionary<string, ExpressionOperation> Functions =
        Enumerable.Range((int)Exp, (int)Max - (int)Exp + 1).Select(n => (ExpressionOperation)n).ToDictionary(NameOf, StringComparer.Ordinal);

    public static string NameOf(ExpressionOperation operation) => operation.ToString().ToLowerInvariant();

    public static bool TakesTwo(ExpressionOperation operation) => operation is (>= Add and <= Power) or Min or Max;

    /// <summary>The value of an operation; <paramref name="b"/> is ignored by those that take one operand.</summary>
    public static double Apply(ExpressionOperation operation, double a, double b) => operation switch
    {
        Negate => -a,
        Add => a + b,
        Subtract => a - b,
        Multiply => a * b,
        Divide => a / b,
        Power => Math.Pow(a, b),
        Exp => Math.Exp(a),
        Log => Math.Log(a),
        Log10 => Math.Log10(a),
        Sqrt => Math.Sqrt(a),
        Sin => Math.Sin(a),
        Cos => Math.Cos(a),
        Tan => Math.Tan(a),
        Sinh => Math.Sinh(a),
        Cosh => Math.Cosh(a),
        Tanh => Math.Tanh(a),
        Abs => Math.Abs(a),
        Sign => double.IsNaN(a) ? a : Math.Sign(a),
        Min => Math.Min(a, b),
        Max => Math.Max(a, b),
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an operation on operands."),
    };
}
