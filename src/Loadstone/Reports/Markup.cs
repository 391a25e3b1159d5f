using System.Globalization;
using System.Text;

namespace Loadstone.Reports;

/// <summary>Text and numbers as SVG and HTML want them.</summary>
internal static class Markup
{
    internal const string FontStack = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";

    /// <summary>The text, safe in element content and quoted attributes of XML and HTML; what XML cannot hold becomes U+FFFD.</summary>
    internal static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        foreach (Rune rune in text.EnumerateRunes())
        {
            // EnumerateRunes has already turned lone surrogates into U+FFFD.
            _ = rune.Value switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                '\t' or '\n' or '\r' => safe.Append(' '),
                < 0x20 or 0xFFFE or 0xFFFF => safe.Append('\uFFFD'),
                _ => safe.Append(rune),
            };
        }

        return safe.ToString();
    }

    /// <summary>A coordinate: two decimals, which is finer than a pixel.</summary>
    internal static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Width of a text in a sans-serif font, rather over- than underestimated, since the reader's font is not known.</summary>
    internal static double Width(string text, double fontSize)
    {
        double ems = 0;
        foreach (char c in text)
        {
            ems += c switch
            {
                'i' or 'j' or 'l' or 't' or 'f' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or '(' or ')' or ' ' or '/' => 0.34,
                'm' or 'w' or 'M' or 'W' or '%' or '@' or '—' => 0.92,
                >= '⁰' and <= '⁹' or '⁻' or '¹' or '²' or '³' => 0.4,
                >= 'A' and <= 'Z' => 0.72,
                < '\u2E80' => 0.6,
                _ => 1,
            };
        }

        return ems * fontSize;
    }

    /// <summary>The text broken at spaces into lines of at most a width; a single longer word stays whole.</summary>
    internal static IReadOnlyList<string> Lines(string text, double fontSize, double width)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Split(' '))
        {
            string longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Width(longer, fontSize) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        lines.Add(line);
        return lines;
    }
}
