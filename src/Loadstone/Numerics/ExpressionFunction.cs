using static Loadstone.Numerics.ExpressionOperation;

namespace Loadstone.Numerics;

/// <summary>
/// An <see cref="Expression"/> in one variable as a flat program in postfix order, run on a small stack of values and
/// derivatives together (forward-mode differentiation). Does not allocate.
/// </summary>
internal sealed class ExpressionFunction : ScalarFunction
{
    private readonly ExpressionOperation[] operations;
    private readonly double[] constants; // constants[k] belongs to operations[k] where that is a Number
    private readonly int stackSize;

    public ExpressionFunction(Expression expression)
    {
        var program = new List<(ExpressionOperation Operation, double Constant)>();
        stackSize = Append(expression, program);
        Formula = expression;
        operations = [.. program.Select(step => step.Operation)];
        constants = [.. program.Select(step => step.Constant)];
    }

    /// <inheritdoc/>
    internal override Expression? Formula { get; }

    /// <inheritdoc/>
    public override double At(double x)
    {
        Run(x, stackalloc double[stackSize], stackalloc double[stackSize], out double value, out _);
        return value;
    }

    /// <inheritdoc/>
    public override double DerivativeAt(double x)
    {
        Run(x, stackalloc double[stackSize], stackalloc double[stackSize], out _, out double derivative);
        return derivative;
    }

    /// <inheritdoc/>
    public override void Evaluate(ReadOnlySpan<double> x, Span<double> value, Span<double> derivative)
    {
        Span<double> values = stackalloc double[stackSize], derivatives = stackalloc double[stackSize];
        for (int i = 0; i < x.Length; i++) Run(x[i], values, derivatives, out value[i], out derivative[i]);
    }

    /// <summary>Appends a formula to the program and returns how many stack places it needs.</summary>
    private static int Append(Expression node, List<(ExpressionOperation, double)> program)
    {
        int left = node.Left is null ? 0 : Append(node.Left, program);
        int right = node.Right is null ? 0 : Append(node.Right, program) + 1;
        program.Add((node.Operation, node.NumberValue));
        return Math.Max(1, Math.Max(left, right));
    }

    private void Run(double x, Span<double> v, Span<double> d, out double value, out double derivative)
    {
        int top = -1;
        for (int k = 0; k < operations.Length; k++)
        {
            ExpressionOperation operation = operations[k];
            if (operation <= ExpressionOperation.Variable)
            {
                top++;
                (v[top], d[top]) = operation == Number ? (constants[k], 0) : (x, 1);
            }
            else if (ExpressionOperations.TakesTwo(operation))
            {
                top--;
                (v[top], d[top]) = Two(operation, v[top], d[top], v[top + 1], d[top + 1]);
            }
            else
            {
                (v[top], d[top]) = One(operation, v[top], d[top]);
            }
        }
        value = v[0];
        derivative = d[0];
    }

    private static (double Value, double Derivative) One(ExpressionOperation operation, double a, double da)
    {
        double f = ExpressionOperations.Apply(operation, a, 0);
        double slope = operation switch
        {
            Negate => -1,
            Exp => f,
            Log => 1 / a,
            Log10 => 1 / (a * Math.Log(10)),
            Sqrt => 0.5 / f,
            Sin => Math.Cos(a),
            Cos => -Math.Sin(a),
            Tan => 1 + f * f,
            Sinh => Math.Cosh(a),
            Cosh => Math.Sinh(a),
            Tanh => 1 - f * f,
            Abs => ExpressionOperations.Apply(Sign, a, 0),
            _ => 0,
        };
        return (f, da == 0 ? 0 : slope * da);
    }

    private static (double Value, double Derivative) Two(ExpressionOperation operation, double a, double da, double b, double db)
    {
        double f = ExpressionOperations.Apply(operation, a, b);
        double slope = operation switch
        {
            Add => da + db,
            Subtract => da - db,
            Multiply => da * b + a * db,
            Divide => (da - f * db) / b,
            Power => (da == 0 ? 0 : b * Math.Pow(a, b - 1) * da) + (db == 0 ? 0 : f * Math.Log(a) * db),
            _ => 0.5 * (da + db + (operation == Max ? 1 : -1) * ExpressionOperations.Apply(Sign, a - b, 0) * (da - db)),
        };
        return (f, slope);
    }
}
