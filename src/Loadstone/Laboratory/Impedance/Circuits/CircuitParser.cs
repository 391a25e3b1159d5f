using System.Globalization;

namespace Loadstone.Laboratory.Impedance.Circuits;

/// <summary>
/// Reads circuits as text: <c>R0-p(R1,CPE1)-W1</c> (<c>-</c> in series, <c>p(a,b)</c> in parallel, elements numbered), or a circuit
/// description code <c>R(RC)(R[CW])</c> (side by side in series, round brackets in parallel, square ones in series; B. A. Boukamp,
/// Solid State Ionics 20, 31, 1986).
/// </summary>
internal sealed class CircuitParser
{
    private readonly string _text;
    private readonly bool _isCode;
    private readonly List<ElementNode> _elements = [];
    private int _at;
    private int _parameters;

    private CircuitParser(string text)
    {
        _text = text;
        _isCode = !text.Any(c => char.IsAsciiDigit(c) || c is '-' or ',') && !text.Contains("p(", StringComparison.Ordinal);
    }

    /// <summary>The circuit as parts, and its elements in the order of the text.</summary>
    internal static (CircuitNode Root, IReadOnlyList<ElementNode> Elements) Parse(string text)
    {
        var parser = new CircuitParser(text);
        CircuitNode root = parser._isCode ? parser.CodeSeries('\0') : parser.NamedSeries();
        parser.SkipSpaces();
        if (parser._at < text.Length) throw parser.Error(parser._at, $"\"{text[parser._at]}\" is one too many; expected the circuit to end here or another element");
        return (root, parser._elements);
    }

    private char Next => _at < _text.Length ? _text[_at] : '\0';

    private CircuitNode NamedSeries()
    {
        var parts = new List<CircuitNode> { NamedPart() };
        while (Take('-')) parts.Add(NamedPart());
        return parts.Count == 1 ? parts[0] : new SeriesNode(parts);
    }

    private CircuitNode NamedPart()
    {
        SkipSpaces();
        int start = _at;
        while (char.IsAsciiLetter(Next)) _at++;
        string symbol = _text[start.._at];
        if (symbol == "p" && Take('('))
        {
            var branches = new List<CircuitNode> { NamedSeries() };
            while (Take(',')) branches.Add(NamedSeries());
            if (!Take(')')) throw Error(_at, $"the brackets opened at character {start + 2} are not closed; expected \")\" or \",\"");
            if (branches.Count == 1) throw Error(start, "one branch alone is not in parallel to anything; expected p(a,b)");
            return new ParallelNode(branches);
        }
        if (symbol.Length == 0) throw Error(_at, $"{Found()}; expected an element such as R0 or p(R1,CPE1)");
        ElementKind kind = ElementKinds.All.FirstOrDefault(k => k.Symbol == symbol) ?? throw Unknown(start, symbol, ElementKinds.All.Select(k => k.Symbol));
        while (char.IsAsciiDigit(Next)) _at++;
        return Element(kind, _text[start.._at], start);
    }

    private CircuitNode CodeSeries(char end)
    {
        var parts = new List<CircuitNode>();
        while (true)
        {
            SkipSpaces();
            if (Next == end || Next == '\0') break;
            parts.Add(CodePart());
        }
        if (parts.Count == 0) throw Error(_at, $"{Found()}; expected an element such as R or (RC)");
        return parts.Count == 1 ? parts[0] : new SeriesNode(parts);
    }

    private CircuitNode CodePart()
    {
        int start = _at;
        char c = _text[_at++];
        if (c == '[')
        {
            CircuitNode inner = CodeSeries(']');
            return Take(']') ? inner : throw Error(_at, $"the bracket at character {start + 1} is not closed; expected \"]\"");
        }
        if (c == '(')
        {
            var branches = new List<CircuitNode>();
            SkipSpaces();
            while (Next is not ')' and not '\0')
            {
                branches.Add(CodePart());
                SkipSpaces();
            }
            if (!Take(')')) throw Error(_at, $"the bracket at character {start + 1} is not closed; expected \")\"");
            return branches.Count > 1 ? new ParallelNode(branches) : throw Error(start, "round brackets hold two or more elements in parallel, such as (RC)");
        }
        ElementKind kind = ElementKinds.All.FirstOrDefault(k => k.Code == c)
            ?? throw Unknown(start, c.ToString(), ElementKinds.All.Where(k => k.Code is not null).Select(k => k.Code!.Value.ToString()));
        int number = _elements.Count(e => e.Kind == kind) + (kind == ElementKinds.Resistor ? 0 : 1);
        return Element(kind, kind.Symbol + number.ToString(CultureInfo.InvariantCulture), start);
    }

    private ElementNode Element(ElementKind kind, string name, int start)
    {
        if (_elements.Exists(e => e.Name == name)) throw Error(start, $"{name} occurs twice; expected each element with a number of its own");
        var node = new ElementNode(name, kind, _parameters);
        _elements.Add(node);
        _parameters += node.Count;
        return node;
    }

    private bool Take(char c)
    {
        SkipSpaces();
        if (Next != c) return false;
        _at++;
        return true;
    }

    private void SkipSpaces()
    {
        while (Next == ' ') _at++;
    }

    private string Found() => _at < _text.Length ? $"\"{_text[_at]}\" is no element" : "the circuit ends too early";

    private InputException Unknown(int at, string symbol, IEnumerable<string> known)
    {
        string? meant = NearestName.Find(symbol, known);
        return Error(at, $"\"{symbol}\" is no element{(meant is null ? "" : $"; did you mean {meant}?")}; known are {string.Join(", ", known)}");
    }

    private InputException Error(int at, string problem) => new($"{problem}.", place: $"character {at + 1}", file: $"circuit \"{_text}\"");
}
