using System.Text;
using System.Text.RegularExpressions;

namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>Where a table's headers stand.</summary>
/// <param name="Line">Their line, counted from 1; 0 where there are none.</param>
/// <param name="DataLine">Line of the first row.</param>
/// <param name="Headers">The headers, with units from a row of units below them.</param>
/// <param name="Delimiter">What parts the fields of the rows; 0 for blanks.</param>
internal sealed partial record HeaderPlace(int Line, int DataLine, IReadOnlyList<string> Headers, byte Delimiter)
{
    // Rows of units, blank lines and ends of comments may stand between headers and rows.
    private const int LinesBetween = 4;

    private static readonly byte[] Delimiters = [(byte)'\t', (byte)';', (byte)',', (byte)'|'];

    /// <summary>Finds the first line that has headers of a vocabulary and rows of numbers below it; null if there is none.</summary>
    /// <param name="lines">The beginning of the file.</param>
    /// <param name="vocabulary">The headers to look for.</param>
    /// <param name="firstLine">Number of the first of the lines in the file.</param>
    public static HeaderPlace? Find(IReadOnlyList<string> lines, Vocabulary vocabulary, int firstLine = 1)
    {
        return Find(lines, vocabulary, firstLine, Delimiters, 2) ?? Find(lines, vocabulary, firstLine, Delimiters, 1) ?? Find(lines, vocabulary, firstLine, [Fields.Blanks], 2);
    }

    private static HeaderPlace? Find(IReadOnlyList<string> lines, Vocabulary vocabulary, int firstLine, byte[] delimiters, int fewest)
    {
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            if (!MayBeHeader(lines[i])) continue;
            foreach ((string[] headers, byte delimiter) in Cuts(lines, i, delimiters))
            {
                int known = 0;
                foreach (string header in headers)
                {
                    if (vocabulary.Find(header, out _) is not null && ++known == fewest) break;
                }
                if (known == fewest && Below(lines, i, headers, delimiter, firstLine) is { } place) return place;
            }
        }
        return null;
    }

    /// <summary>Whether a line has two headers of a vocabulary or more, whatever follows.</summary>
    public static bool IsHeader(string line, Vocabulary vocabulary) =>
        MayBeHeader(line) && Delimiters.Any(delimiter => Fields.Texts(line, (char)delimiter).Count(header => vocabulary.Find(header, out _) is not null) >= 2);

    /// <summary>The headers of a line that is known to hold them, or null if no row of numbers follows.</summary>
    /// <param name="lines">The line of headers and those below it.</param>
    /// <param name="firstLine">Number of the first of the lines in the file.</param>
    /// <param name="delimiter">What parts the fields.</param>
    public static HeaderPlace? At(IReadOnlyList<string> lines, int firstLine, byte delimiter) =>
        lines.Count == 0 ? null : Below(lines, 0, Fields.Texts(lines[0], (char)delimiter), delimiter, firstLine);

    /// <summary>Whether a field holds a number, a duration or a date.</summary>
    public static bool IsNumeric(string field)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(field);
        return NumberField.TryParse(bytes, false, out _) || NumberField.TryParse(bytes, true, out _)
            || TimeField.TryDuration(bytes, false, out _) || TimeField.TryDate(bytes, false, out _) || TimeField.TryDate(bytes, true, out _);
    }

    private static bool MayBeHeader(string line)
    {
        ReadOnlySpan<char> text = line.AsSpan().TrimStart();
        return text.Length > 1 && !char.IsAsciiDigit(text[0]) && !(text[0] is '-' or '+' or '.' && char.IsAsciiDigit(text[1]));
    }

    private static IEnumerable<(string[] Headers, byte Delimiter)> Cuts(IReadOnlyList<string> lines, int i, byte[] delimiters)
    {
        string line = lines[i];
        foreach (byte delimiter in delimiters)
        {
            string[] headers = Fields.Texts(line, (char)delimiter);
            if (headers.Length > 1) yield return (headers, delimiter);
        }
        // ZView quotes the whole line of headers, parts them by blanks, and the numbers below by commas.
        string bare = line.Trim();
        if (bare.Length < 3 || bare[0] != '"' || bare.IndexOf('"', 1) != bare.Length - 1) yield break;
        string[] spaced = TwoBlanks().Split(bare.Trim('"', ' '));
        foreach (byte delimiter in delimiters)
        {
            if (Fields.Texts(lines[i + 1], (char)delimiter).Length == spaced.Length) yield return (spaced, delimiter);
        }
    }

    private static HeaderPlace? Below(IReadOnlyList<string> lines, int i, string[] headers, byte delimiter, int firstLine)
    {
        string[]? units = null;
        int wanted = Math.Min(2, headers.Length), seen = 0;
        for (int j = i + 1; j < lines.Count && seen < LinesBetween; j++)
        {
            if (string.IsNullOrWhiteSpace(lines[j])) continue;
            seen++;
            string[] fields = Fields.Texts(lines[j], (char)delimiter);
            if (IsRow(fields, headers.Length, delimiter, wanted))
                return new HeaderPlace(firstLine + i, firstLine + j, units is null ? headers : WithUnits(headers, units), delimiter);
            if (j == i + 1 && fields.Count(field => UnitScale.IsUnit(Unit(field))) >= wanted) units = fields;
        }
        return null;
    }

    // Prose between headers and rows has a number here and there, a row of a table hardly anything else.
    private static bool IsRow(string[] fields, int headers, byte delimiter, int wanted)
    {
        int numbers = fields.Count(IsNumeric), filled = fields.Count(field => field.Length > 0);
        if (numbers < wanted) return false;
        return delimiter == Fields.Blanks ? numbers == filled && filled == headers : 2 * numbers >= filled && 3 * fields.Length >= headers;
    }

    private static string[] WithUnits(string[] headers, string[] units) =>
        [.. headers.Select((header, h) => h < units.Length && UnitScale.IsUnit(Unit(units[h])) ? $"{header}({Unit(units[h])})" : header)];

    // "V vs. Ref." is a volt.
    private static string Unit(string field) => field.Split(" vs", 2)[0].Trim(' ', '(', ')', '[', ']');

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex TwoBlanks();
}
