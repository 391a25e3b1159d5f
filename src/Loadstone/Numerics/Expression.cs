using System.Globalization;
using static Loadstone.Numerics.ExpressionOperation;

namespace Loadstone.Numerics;

/// <summary>
/// A formula in named variables, read from text such as <c>4.4875 - 0.809*x - 0.0428*tanh(18.5138*(x - 0.5542))</c>
/// (the syntax of the functions in Battery Parameter eXchange files). An immutable tree: it can be differentiated, some of its
/// variables can be given values, and with one variable left it becomes a fast <see cref="ScalarFunction"/>.
/// <para>
/// Syntax: numbers, variables, <c>+ - * /</c>, powers as <c>**</c> or <c>^</c> (to the right first, above a leading minus),
/// parentheses, and <c>exp log log10 sqrt sin cos tan sinh cosh tanh abs sign min max</c>; <c>log</c> is the natural logarithm.
/// </para>
/// </summary>
public sealed class Expression
{
    private Expression(ExpressionOperation operation, double number, string? name, Expression? left, Expression? right) =>
        (Operation, NumberValue, VariableName, Left, Right) = (operation, number, name, left, right);

    internal ExpressionOperation Operation { get; }

    internal double NumberValue { get; }

    internal string? VariableName { get; }

    internal Expression? Left { get; }

    internal Expression? Right { get; }

    /// <summary>The names of the variables that the formula uses, in alphabetical order.</summary>
    public IReadOnlyCollection<string> Variables
    {
        get
        {
            var names = new SortedSet<string>(StringComparer.Ordinal);
            Collect(this, names);
            return names;
        }
    }

    /// <summary>Reads a formula.</summary>
    /// <param name="text">The formula, at most 4000 characters.</param>
    /// <param name="variables">The names it may use.</param>
    /// <exception cref="InputException">It cannot be read; the message gives the column and what was expected there.</exception>
    public static Expression Parse(string text, params IReadOnlyCollection<string> variables) =>
        ExpressionParser.Parse(text, variables);

    /// <summary>The formula with a variable replaced by a number.</summary>
    public Expression Bind(string variable, double value) => Operation switch
    {
        Number => this,
        ExpressionOperation.Variable => VariableName == variable ? Constant(value) : this,
        _ => Combine(Operation, Left!.Bind(variable, value), Right?.Bind(variable, value)),
    };

    /// <summary>The partial derivative with respect to a variable. At a corner of abs, min or max it is the mean of both sides.</summary>
    public Expression Derivative(string variable) => ExpressionDerivative.Of(this, variable);

    /// <summary>The formula as a function of its one variable, with the exact derivative.</summary>
    /// <exception cref="ArgumentException">Another variable is left; <see cref="Bind"/> it first.</exception>
    public ScalarFunction ToFunction(string variable)
    {
        foreach (string name in Variables)
        {
            if (name != variable) throw new ArgumentException($"The formula still depends on {name}.", nameof(variable));
        }
        return Operation == Number ? new ConstantFunction(NumberValue) : new ExpressionFunction(this);
    }

    /// <summary>The formula as text that <see cref="Parse"/> reads back to the same formula.</summary>
    public override string ToString() => Operation switch
    {
        Number => NumberValue < 0
            ? $"(-{(-NumberValue).ToString("R", CultureInfo.InvariantCulture)})"
            : NumberValue.ToString("R", CultureInfo.InvariantCulture),
        ExpressionOperation.Variable => VariableName!,
        Add => $"({Left} + {Right})",
        Subtract => $"({Left} - {Right})",
        Multiply => $"({Left} * {Right})",
        Divide => $"({Left} / {Right})",
        Power => $"({Left} ** {Right})",
        Negate => $"(-{Left})",
        _ => Right is null ? $"{ExpressionOperations.NameOf(Operation)}({Left})" : $"{ExpressionOperations.NameOf(Operation)}({Left}, {Right})",
    };

    internal static Expression Constant(double value) => new(Number, value, null, null, null);

    internal static Expression Named(string name) => new(ExpressionOperation.Variable, 0, name, null, null);

    /// <summary>An operation on one or two formulas; numbers are folded and neutral terms dropped.</summary>
    internal static Expression Combine(ExpressionOperation operation, Expression left, Expression? right = null)
    {
        if (left.Operation == Number && (right is null || right.Operation == Number))
        {
            double folded = ExpressionOperations.Apply(operation, left.NumberValue, right?.NumberValue ?? 0);
            if (double.IsFinite(folded)) return Constant(folded);
        }
        if (right is not null)
        {
            switch (operation)
            {
                case Add when left.Is(0): return right;
                case Add or Subtract when right.Is(0): return left;
                case Subtract when left.Is(0): return Combine(Negate, right);
                case Multiply when left.Is(0) || right.Is(0): return Constant(0);
                case Multiply when left.Is(1): return right;
                case Multiply or Divide or Power when right.Is(1): return left;
                case Divide when left.Is(0): return Constant(0);
                case Power when right.Is(0): return Constant(1);
            }
        }
        return new Expression(operation, 0, null, left, right);
    }

    private bool Is(double value) => Operation == Number && NumberValue == value;

    private static void Collect(Expression node, SortedSet<string> names)
    {
        if (node.VariableName is not null) names.Add(node.VariableName);
        if (node.Left is not null) Collect(node.Left, names);
        if (node.Right is not null) Collect(node.Right, names);
    }
}
