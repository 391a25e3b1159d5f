using static Loadstone.Numerics.Expression;
using static Loadstone.Numerics.ExpressionOperation;

namespace Loadstone.Numerics;

/// <summary>The rules of differentiation for an <see cref="Expression"/>.</summary>
internal static class ExpressionDerivative
{
    public static Expression Of(Expression node, string variable)
    {
        if (node.Operation == Number) return Constant(0);
        if (node.Operation == ExpressionOperation.Variable) return Constant(node.VariableName == variable ? 1 : 0);
        Expression a = node.Left!, da = Of(a, variable);
        if (node.Right is not { } b) return Combine(Multiply, Outer(node, a), da);
        Expression db = Of(b, variable);
        switch (node.Operation)
        {
            case Add or Subtract:
                return Combine(node.Operation, da, db);
            case Multiply:
                return Combine(Add, Combine(Multiply, da, b), Combine(Multiply, a, db));
            case Divide: // (a' - (a/b) b') / b
                return Combine(Divide, Combine(Subtract, da, Combine(Multiply, node, db)), b);
            case Power:
                // b a^(b-1) a' + a^b ln(a) b'; the second term is left out where b is constant, so that a may be negative.
                Expression ofBase = Combine(Multiply, Combine(Multiply, b, Combine(Power, a, Combine(Subtract, b, Constant(1)))), da);
                Expression ofExponent = Combine(Multiply, node, Combine(Multiply, db, Combine(Log, a)));
                return db.Operation == Number && db.NumberValue == 0 ? ofBase : Combine(Add, ofBase, ofExponent);
            default: // max(a, b) = (a + b + |a - b|)/2, min(a, b) = (a + b - |a - b|)/2
                Expression jump = Combine(Multiply, Combine(Sign, Combine(Subtract, a, b)), Combine(Subtract, da, db));
                return Combine(Multiply, Constant(0.5), Combine(node.Operation == Max ? Add : Subtract, Combine(Add, da, db), jump));
        }
    }

    /// <summary>f′(a) for a function f of one operand.</summary>
    private static Expression Outer(Expression node, Expression a) => node.Operation switch
    {
        Negate => Constant(-1),
        Exp => node,
        Log => Combine(Divide, Constant(1), a),
        Log10 => Combine(Divide, Constant(1 / Math.Log(10)), a),
        Sqrt => Combine(Divide, Constant(0.5), node),
        Sin => Combine(Cos, a),
        Cos => Combine(Negate, Combine(Sin, a)),
        Tan => Combine(Add, Constant(1), Combine(Multiply, node, node)),
        Sinh => Combine(Cosh, a),
        Cosh => Combine(Sinh, a),
        Tanh => Combine(Subtract, Constant(1), Combine(Multiply, node, node)),
        Abs => Combine(Sign, a),
        Sign => Constant(0),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.Operation, "Not a function of one operand."),
    };
}
