namespace Loadstone.Quantities;

/// <summary>What reading a text gave: a value in SI, or why there is none.</summary>
internal readonly record struct QuantityReading(double Value, QuantityFailure? Failure)
{
    public static implicit operator QuantityReading(QuantityFailure failure) => new(double.NaN, failure);
}

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

    /// <summary>A number that goes on in a way that numbers do not, such as a decimal comma; null if it does not.</summary>
    public static QuantityFailure? BrokenNumber(string text, string rest)
    {
        if (rest.Length < 2 || rest.StartsWith("1/", StringComparison.Ordinal)) return null;
        string number = text[..^rest.Length].TrimEnd(' ');
        bool digitFollows = char.IsAsciiDigit(rest[1]);
        if (rest[0] == ',' && digitFollows)
        {
            int end = 1;
            while (end < rest.Length && (char.IsAsciiDigit(rest[end]) || rest[end] is ',' or '.')) end++;
            string digits = rest[1..end];
            bool thousands = digits.Length >= 3 && !digits.StartsWith('.');
            string whole = number + digits.Replace(",", "", StringComparison.Ordinal);
            if (digits.Length == 3 && char.IsAsciiDigit(digits[2])) return new QuantityFailure($"has a comma in its number: write {whole}, or {number}.{digits} if the comma stands for the decimal point");
            return new QuantityFailure(thousands && digits.Contains(',', StringComparison.Ordinal) || digits.Contains('.', StringComparison.Ordinal)
                ? $"has commas in its number: write {whole}"
                : $"has a decimal comma: write {number}.{digits}");
        }
        if ((rest[0] is '\'' or '_' or '’' && digitFollows) || char.IsAsciiDigit(rest[0]))
            return new QuantityFailure("has a number in pieces: write its digits without separators");
        return null;
    }
}
