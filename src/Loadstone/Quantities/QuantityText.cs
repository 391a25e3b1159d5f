using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace Loadstone.Quantities;

/// <summary>Brings the many ways of writing one quantity to one spelling and reads the number at its front.</summary>
internal static partial class QuantityText
{
    /// <summary>Longer text is no quantity; the limit also bounds the work that one text can cause.</summary>
    public const int MaxLength = 100;

    // Beyond what a double holds, and small enough that the exact power of ten is cheap.
    private const int MaxExponent = 500;

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺";
    private const string SuperscriptMeanings = "0123456789-+";

    /// <summary>
    /// One spelling: plain spaces, ASCII signs, "µ" and "Ω" by one code point each, "^-2" for "⁻²",
    /// "wt%" for "wt.%", "wt %" and "wt-%", "°C" for "deg C" and "℃". Nothing is dropped.
    /// </summary>
    public static string Normalize(string text)
    {
        var plain = new StringBuilder(text.Length + 8);
        bool raised = false;
        foreach (char c in text)
        {
            int superscript = Superscripts.IndexOf(c, StringComparison.Ordinal);
            if (superscript >= 0)
            {
                if (!raised) plain.Append('^');
                plain.Append(SuperscriptMeanings[superscript]);
                raised = true;
                continue;
            }
            raised = false;
            if (c == '℃') plain.Append("°C");
            else plain.Append(Plain(c));
        }
        string spaced = plain.ToString().Trim();
        string celsius = SpelledCelsius().Replace(spaced, "°C");
        return SpelledPercent().Replace(celsius, "$1%");
    }

    /// <summary>The number at the front of normalized text and what follows it; null when no number stands there.</summary>
    public static (Rational? Value, string After, string? Problem)? ReadNumber(string text)
    {
        Match match = Number().Match(text);
        if (!match.Success) return null;
        string rest = text[match.Length..].TrimStart(' ');
        string mantissa = match.Groups["mantissa"].Value.TrimStart('+');
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        BigInteger significand = BigInteger.Parse(mantissa.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (significand.IsZero) return (Rational.Zero, rest, null);
        int exponent = 0;
        Group power = match.Groups["power"];
        bool readable = !power.Success || int.TryParse(power.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent);
        if (!readable || Math.Abs((long)exponent) > MaxExponent)
            return (null, rest, power.Value.StartsWith('-') ? "is too small for a number" : "is too large for a number");
        return (Rational.Decimal(significand, exponent - decimals), rest, null);
    }

    private static char Plain(char c) => c switch
    {
        'μ' => 'µ', // Greek mu → micro sign
        '\u2126' => 'Ω', // ohm sign → Greek omega
        '\u212B' => 'Å', // angstrom sign → letter
        'º' or '˚' => '°', // ordinal indicator, ring above
        '−' or '–' or '‐' or '‑' => '-',
        '⋅' or '∙' or '•' or '*' or '×' => '·',
        '\u00A0' or '\u202F' or '\t' or (>= '\u2000' and <= '\u200A') => ' ',
        '∕' or '⁄' => '/',
        _ => c,
    };

    [GeneratedRegex(@"\A(?<mantissa>[+-]?([0-9]+\.?[0-9]*|\.[0-9]+))([eE](?<power>[+-]?[0-9]+)| ?[·x] ?10\^(?<power>[+-]?[0-9]+))?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(deg\.?|degrees?|°) ?C\b", RegexOptions.CultureInvariant)]
    private static partial Regex SpelledCelsius();

    [GeneratedRegex(@"(?<![A-Za-z])(wt|vol|mol|at|w|v)\.?[ -]?%", RegexOptions.CultureInvariant)]
    private static partial Regex SpelledPercent();
}
