namespace Loadstone.Quantities;

/// <summary>Which of the failures it is whose message depends on what was expected.</summary>
internal enum FailureCause
{
    /// <summary>The verdict says it all.</summary>
    Unreadable,

    /// <summary>A number alone.</summary>
    UnitMissing,

    /// <summary>A unit that is unknown or of another kind.</summary>
    OtherUnit,
}

/// <summary>Why a text is not the quantity: a verdict that continues the quoted text ("… is empty").</summary>
internal sealed record QuantityFailure(string Verdict)
{
    public FailureCause Cause { get; init; }

    /// <summary>What stood in the place of the unit, normalized.</summary>
    public string UnitText { get; init; } = "";

    /// <summary>The word in it that names no unit, if one does not.</summary>
    public string? UnknownWord { get; init; }

    /// <summary>The text does not begin with a number.</summary>
    public static QuantityFailure NoNumber(string text)
    {
        string word = text.TrimStart('+', '-');
        bool notFinite = word.StartsWith("nan", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("inf", StringComparison.OrdinalIgnoreCase) || word.StartsWith('∞');
        return new QuantityFailure(notFinite ? "is not a finite number" : "does not begin with a number");
    }

    /// <summary>A number that goes on as numbers here do not, such as one with a decimal comma; null if it does not.</summary>
    /// <param name="text">The whole text, normalized.</param>
    /// <param name="rest">Its end, from where the number stopped.</param>
    public static QuantityFailure? BrokenNumber(string text, string rest)
    {
        if (rest.Length == 0 || rest.StartsWith("1/", StringComparison.Ordinal)) return null;
        bool digitFollows = rest.Length > 1 && char.IsAsciiDigit(rest[1]);
        if (!char.IsAsciiDigit(rest[0]) && !(digitFollows && rest[0] is ',' or '.' or '\'' or '’' or '_')) return null;

        string whole = text[..^rest.Length];
        int end = 1;
        while (end < rest.Length && char.IsAsciiDigit(rest[end])) end++;
        string decimals = rest[1..end];
        bool oneComma = rest[0] == ',' && whole.All(char.IsAsciiDigit) && !(end < rest.Length && rest[end] is ',' or '.');
        if (!oneComma) return new QuantityFailure("has a number in pieces: write its digits together, with a point before the decimals");
        return new QuantityFailure(decimals.Length == 3
            ? $"has a comma in its number: write {whole}{decimals}, or {whole}.{decimals} if it stands for a point"
            : $"has a decimal comma: write {whole}.{decimals}");
    }
}
