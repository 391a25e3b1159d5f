using System.Text;

namespace Loadstone.Quantities;

/// <summary>The sentences that tell a person what is wrong with a text and what was expected.</summary>
internal static class QuantityProblem
{
    private const int MaxQuoted = 40;

    /// <summary>One or two sentences that name the text, what it is and what was expected.</summary>
    public static string Describe(QuantityKind expected, string text, QuantityFailure failure)
    {
        string quoted = Quoted(text);
        string expectation = $"{WithArticle(expected.Name)} is expected, such as \"{expected.Example}\".";
        if (failure.Cause == FailureCause.UnitMissing)
            return $"{quoted} has no unit; {WithArticle(expected.Name)} needs one, such as \"{expected.Example}\".";
        if (OtherKind(text, expected) is { } other) return $"{quoted} is {other}; {expectation}";
        if (failure.Cause == FailureCause.OtherUnit) return UnknownUnit(expected, quoted, failure, expectation);
        return string.IsNullOrWhiteSpace(text) ? $"The text is empty; {expectation}" : $"{quoted} {failure.Verdict}; {expectation}";
    }

    private static string UnknownUnit(QuantityKind expected, string quoted, QuantityFailure failure, string expectation)
    {
        string? meant = NearestName.Find(failure.UnitText, expected.Units.Select(unit => unit.Symbol));
        string suggestion = meant is null ? expectation : $"did you mean \"{meant}\"?";
        if (UnitExpression.Read(failure.UnitText, slashTakesAll: true, out _) is not null)
            return $"{quoted} has a unit that does not fit; {expectation}";
        return failure.UnknownWord is { } word && word != failure.UnitText
            ? $"{quoted} has an unknown unit, \"{word}\"; {suggestion}"
            : $"{quoted} has an unknown unit; {suggestion}";
    }

    /// <summary>What the text would be, "a mass", or null when it is no quantity at all.</summary>
    private static string? OtherKind(string text, QuantityKind expected)
    {
        var fitting = QuantityKinds.All.Where(kind => kind != expected && kind.Grammar.Read(text).Failure is null).ToList();
        if (fitting.Count == 0) return null;
        // Several kinds share N/m or 1/s; the one that lists the very unit describes it best.
        string written = QuantityText.Normalize(text);
        QuantityKind best = fitting.Find(kind => kind.Units.Any(unit => written.EndsWith(QuantityText.Normalize(unit.Symbol), StringComparison.Ordinal))) ?? fitting[0];
        bool mayBeRate = best == QuantityKinds.Charge && fitting.Contains(QuantityKinds.CRate);
        return mayBeRate ? $"{WithArticle(best.Name)} or a C-rate" : WithArticle(best.Name);
    }

    private static string WithArticle(string name) => ("aeiou".Contains(name[0], StringComparison.Ordinal) ? "an " : "a ") + name;

    private static string Quoted(string text)
    {
        var visible = new StringBuilder(MaxQuoted + 3).Append('"');
        foreach (char c in text.Length <= MaxQuoted ? text : text[..MaxQuoted] + "…")
            visible.Append(char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c);
        return visible.Append('"').ToString();
    }
}
