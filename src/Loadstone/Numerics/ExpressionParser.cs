using System.Globalization;
using static Loadstone.Numerics.Expression;

namespace Loadstone.Numerics;

/// <summary>
/// Reads an <see cref="Expression"/> by recursive descent:
/// sum = term {(+|-) term}; term = signed {(*|/) signed}; signed = {+|-} power; power = atom [(**|^) signed].
/// </summary>
internal ref struct ExpressionParser
{
    // Long enough for any published fit, short enough that recursion over the tree cannot exhaust the stack.
    private const int LongestText = 4000;
    private const int DeepestNesting = 100;

    private readonly string text;
    private readonly IReadOnlyCollection<string> variables;
    private int position;
    private int depth;

    private ExpressionParser(string text, IReadOnlyCollection<string> variables) => (this.text, this.variables) = (text, variables);

    public static Expression Parse(string text, IReadOnlyCollection<string> variables)
    {
        if (text.Length > LongestText)
            throw new InputException($"A formula has at most {LongestText} characters; this one has {text.Length}.");
        var parser = new ExpressionParser(text, variables);
        Expression result = parser.Sum();
        if (parser.Next != '\0') parser.Fail("an operator (+ - * / **) or the end of the formula");
        return result;
    }

    /// <summary>The next character that is not white space, or NUL at the end.</summary>
    private char Next
    {
        get
        {
            while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
            return position < text.Length ? text[position] : '\0';
        }
    }

    private Expression Sum()
    {
        Expression result = Term();
        while (Next is '+' or '-')
        {
            ExpressionOperation operation = text[position++] == '+' ? ExpressionOperation.Add : ExpressionOperation.Subtract;
            result = Combine(operation, result, Term());
        }
        return result;
    }

    private Expression Term()
    {
        Expression result = Signed();
        while (Next is '*' or '/')
        {
            ExpressionOperation operation = text[position++] == '*' ? ExpressionOperation.Multiply : ExpressionOperation.Divide;
            result = Combine(operation, result, Signed());
        }
        return result;
    }

    private Expression Signed()
    {
        bool negative = false;
        while (Next is '+' or '-') negative ^= text[position++] == '-';
        Expression power = PowerOfAtom();
        return negative ? Combine(ExpressionOperation.Negate, power) : power;
    }

    private Expression PowerOfAtom()
    {
        if (++depth > DeepestNesting) Fail($"at most {DeepestNesting} nested parentheses and powers");
        Expression result = Atom();
        bool doubleStar = Next == '*' && position + 1 < text.Length && text[position + 1] == '*';
        if (doubleStar || Next == '^')
        {
            position += doubleStar ? 2 : 1;
            result = Combine(ExpressionOperation.Power, result, Signed());
        }
        depth--;
        return result;
    }

    private Expression Atom()
    {
        char c = Next;
        if (c == '(')
        {
            position++;
            Expression inner = Sum();
            Expect(')');
            return inner;
        }
        if (char.IsAsciiDigit(c) || c == '.') return Literal();
        if (char.IsAsciiLetter(c) || c == '_') return NameOrCall();
        Fail("a number, a variable, a function or '('");
        return null!;
    }

    private Expression Literal()
    {
        int start = position;
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] == '.')) position++;
        if (position < text.Length && text[position] is 'e' or 'E')
        {
            position++;
            if (position < text.Length && text[position] is '+' or '-') position++;
            while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
        }
        if (double.TryParse(text.AsSpan(start, position - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value))
        {
            return Constant(value);
        }
        position = start;
        Fail("a finite number such as 0.25 or 1.5e-4");
        return null!;
    }

    private Expression NameOrCall()
    {
        int start = position;
        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] == '_')) position++;
        string name = text[start..position];
        if (variables.Contains(name)) return Named(name);
        if (!ExpressionOperations.Functions.TryGetValue(name, out ExpressionOperation function))
        {
            position = start;
            Fail($"one of the variables {string.Join(", ", variables)} or one of the functions {string.Join(", ", ExpressionOperations.Functions.Keys)}");
        }
        Expect('(');
        Expression first = Sum();
        Expression? second = null;
        if (ExpressionOperations.TakesTwo(function))
        {
            Expect(',');
            second = Sum();
        }
        Expect(')');
        return Combine(function, first, second);
    }

    private void Expect(char wanted)
    {
        if (Next != wanted) Fail($"'{wanted}'");
        position++;
    }

    private readonly void Fail(string expected)
    {
        string found = position < text.Length ? $"'{text[position]}'" : "the end";
        throw new InputException($"Formula \"{text}\", column {position + 1}: found {found}, expected {expected}.");
    }
}
