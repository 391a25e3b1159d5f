using System.Text.RegularExpressions;
using Loadstone.Quantities;

namespace Loadstone.Electrochemistry.Protocols;

/// <summary>A sentence of a protocol, read word by word from the left. Every error it makes points at a word.</summary>
internal sealed partial class Sentence
{
    private const int LongestShown = 160;
    private readonly Match[] _words;
    private int _next;

    /// <exception cref="InputException">There is no word in it.</exception>
    public Sentence(string text)
    {
        Text = text.Trim();
        _words = [.. Word().Matches(Text).Cast<Match>()];
        if (_words.Length == 0)
            throw new InputException("a protocol step is empty; expected words such as \"Discharge at C/10 until 2.7 V\".");
    }

    /// <summary>The whole sentence, trimmed.</summary>
    public string Text { get; }

    /// <summary>Index of the word to be read next, counted from 0.</summary>
    public int Position => _next;

    /// <summary>All words were read.</summary>
    public bool AtEnd => _next == _words.Length;

    /// <summary>The word to be read next, or an empty text at the end.</summary>
    public string Next => AtEnd ? "" : _words[_next].Value;

    /// <summary>Whether one of the keywords comes next; upper and lower case are the same.</summary>
    public bool Sees(params ReadOnlySpan<string> keywords)
    {
        foreach (string keyword in keywords)
        {
            if (Next.Equals(keyword, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    /// <summary>Reads the keyword if it comes next.</summary>
    public bool Take(string keyword)
    {
        if (!Sees(keyword)) return false;
        _next++;
        return true;
    }

    /// <summary>Reads the keyword, which must come next.</summary>
    /// <exception cref="InputException">Something else comes.</exception>
    public void Expect(string keyword)
    {
        if (!Take(keyword)) throw Expected(keyword);
    }

    /// <summary>Reads the words that say a quantity, up to a stop word at the latest.</summary>
    /// <param name="kinds">What it may be, in the order in which they are tried.</param>
    /// <param name="stops">The keywords before which it ends.</param>
    /// <exception cref="InputException">There is no such quantity.</exception>
    public Spoken TakeQuantity(IReadOnlyList<QuantityKind> kinds, params ReadOnlySpan<string> stops) => TakeQuantity(kinds, [], stops);

    /// <summary>Reads a quantity that may also be of a misplaced kind, for which the caller has a better message.</summary>
    public Spoken TakeQuantity(IReadOnlyList<QuantityKind> kinds, IReadOnlyList<QuantityKind> misplaced, params ReadOnlySpan<string> stops)
    {
        int first = _next;
        while (!AtEnd && !Sees(stops)) _next++;
        if (_next == first) throw ErrorAt(first, $"expected {Choice(kinds)}.");
        string? problem = null;
        // The longest beginning that is a quantity: a misspelt stop word then stands alone and is pointed at.
        for (; _next > first; _next--)
        {
            string text = Between(first, _next);
            foreach (QuantityKind kind in kinds.Concat(misplaced))
            {
                if (kind.TryParse(Spelled(kind, text), out double value, out string? reason)) return new Spoken(this, kind, value, text, first);
                problem ??= reason;
            }
        }
        throw ErrorAt(first, kinds.Count == 1 ? $"{problem}" : $"{problem} Or {Choice([.. kinds.Skip(1)])}.");
    }

    /// <summary>Reads a name up to a stop word, or, where it begins with a quotation mark, up to the closing one.</summary>
    /// <param name="what">What is named, for the message when there is none.</param>
    /// <param name="stops">The keywords before which a name without quotation marks ends.</param>
    /// <exception cref="InputException">There is no name.</exception>
    public string TakeName(string what, params ReadOnlySpan<string> stops)
    {
        int first = _next;
        bool isQuoted = Next.StartsWith('"'), isClosed = false;
        while (!AtEnd && !(isQuoted ? isClosed : Sees(stops)))
        {
            isClosed = Next.EndsWith('"') && (_next > first || Next.Length > 1);
            _next++;
        }
        string name = _next > first ? Between(first, _next).Trim('"', ' ') : "";
        return name.Length > 0 ? name : throw ErrorAt(first, $"expected {what}.");
    }

    /// <summary>The next word is none of the keywords that may stand here.</summary>
    public InputException Expected(params ReadOnlySpan<string> keywords)
    {
        string list = string.Join(" or ", keywords.ToArray().Select(k => $"\"{k}\""));
        string? meant = AtEnd ? null : NearestName.Find(Next, keywords.ToArray());
        return ErrorAt(_next, $"expected {list}." + (meant is null ? "" : $" Did you mean \"{meant}\"?"));
    }

    /// <summary>An error at a word.</summary>
    /// <param name="word">Index of the word, counted from 0; the number of words stands for the end.</param>
    /// <param name="problem">What is wrong and what was expected.</param>
    public InputException ErrorAt(int word, string problem)
    {
        // Counted as a person counts them: punctuation is no word.
        int before = _words.Take(word).Count(w => w.Value is not ("(" or ")" or ","));
        string place = word < _words.Length
            ? $"word {before + 1} (\"{Shorten(_words[word].Value)}\")"
            : $"after word {before} (\"{Shorten(_words[^1].Value)}\")";
        return new InputException($"{place} of \"{Shorten(Text)}\": {problem}");
    }

    /// <summary>In sentences "m" is also a minute; a length has no place in them.</summary>
    private static string Spelled(QuantityKind kind, string text) =>
        kind == QuantityKinds.Time && text.EndsWith('m') && !char.IsLetter(text[^Math.Min(2, text.Length)]) ? text + "in" : text;

    private static string Choice(IReadOnlyList<QuantityKind> kinds) =>
        string.Join(" or ", kinds.Select(kind => $"a {kind.Name} such as \"{kind.Example}\""));

    private string Between(int first, int end) => Text[_words[first].Index..(_words[end - 1].Index + _words[end - 1].Length)];

    private static string Shorten(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";

    // Parentheses and separating commas are words of their own; a comma inside a number stays, to be told of there.
    [GeneratedRegex(@"[()]|,(?=\s|$)|(?:(?!,(?:\s|$))[^\s()])+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

/// <summary>A quantity that a sentence says.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Value">In SI, C-rates as numbers per hour.</param>
/// <param name="Text">The words as they were written.</param>
/// <param name="Position">Index of the first of them.</param>
internal sealed record Spoken(Sentence Sentence, QuantityKind Kind, double Value, string Text, int Position)
{
    /// <summary>The value, which must be above zero.</summary>
    /// <exception cref="InputException">It is zero or negative.</exception>
    public double Positive(string hint = "") =>
        Value > 0 ? Value : throw Error($"\"{Text}\" is not above zero; expected a {Kind.Name} above zero{hint}.");

    /// <summary>An error that points at the first of the words.</summary>
    public InputException Error(string problem) => Sentence.ErrorAt(Position, problem);
}
