using System.Globalization;
using Loadstone.Numerics;

namespace Loadstone.Formats.Bpx;

/// <summary>Writes a formula of x with the few functions that every reader of the format knows: <c>+ - * / ** exp tanh</c>.</summary>
internal static class FormulaText
{
    private const int Sum = 1, Product = 2, Power = 3, Atom = 4; // how tightly an operation binds
    private const int Longest = 4000; // what our own reader takes

    /// <summary>The text, or null where the formula needs other functions or another variable, or is too long.</summary>
    public static string? Of(Expression formula)
    {
        string? text = formula.Variables.All(name => name == "x") ? Write(formula, Sum) : null;
        return text?.Length <= Longest ? text : null;
    }

    private static string? Write(Expression node, int least)
    {
        switch (node.Operation)
        {
            case ExpressionOperation.Number: return Number(node.NumberValue, least);
            case ExpressionOperation.Variable: return node.VariableName;
            case ExpressionOperation.Add: return Infix(node, " + ", Sum, Sum, Product, least);
            case ExpressionOperation.Subtract: return Infix(node, " - ", Sum, Sum, Product, least);
            case ExpressionOperation.Multiply: return Infix(node, " * ", Product, Product, Power, least);
            case ExpressionOperation.Divide: return Infix(node, " / ", Product, Product, Power, least);
            case ExpressionOperation.Power: return Infix(node, " ** ", Power, Atom, Atom, least);
            case ExpressionOperation.Negate: return Write(node.Left!, Atom) is { } operand ? Enclosed($"-{operand}", Sum, least) : null;
            case ExpressionOperation.Sqrt: return Write(node.Left!, Atom) is { } radicand ? Enclosed($"{radicand} ** 0.5", Power, least) : null;
            case ExpressionOperation.Exp or ExpressionOperation.Tanh:
                return Write(node.Left!, Sum) is { } argument ? $"{ExpressionOperations.NameOf(node.Operation)}({argument})" : null;
            default: return null;
        }
    }

    private static string? Infix(Expression node, string sign, int own, int left, int right, int least)
    {
        // A product that starts with a negative number needs the parentheses of a sum, and the number none of its own.
        bool startsNegative = own == Product && node.Left is { Operation: ExpressionOperation.Number, NumberValue: < 0 };
        return Write(node.Left!, startsNegative ? Sum : left) is { } a && Write(node.Right!, right) is { } b
            ? Enclosed(a + sign + b, startsNegative ? Sum : own, least)
            : null;
    }

    private static string Enclosed(string text, int own, int least) => own >= least ? text : $"({text})";

    private static string Number(double value, int least)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
        return value < 0 ? Enclosed(text, Sum, least) : text;
    }
}
