using System.Globalization;
using System.Text.RegularExpressions;

namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>Columns that a person names by their number, counted from 1, for tables without headers: <c>time=1(s), voltage=2(mV)</c>.</summary>
internal static partial class ColumnNumbers
{
    private static readonly byte[] Delimiters = [(byte)'\t', (byte)';', (byte)',', (byte)'|', Fields.Blanks];

    /// <summary>The first line that holds numbers in the chosen columns, with a person's words for headers; null if no choice is a number.</summary>
    /// <param name="lines">The beginning of the file.</param>
    /// <param name="choices">The choices.</param>
    /// <exception cref="InputException">No line has numbers in these columns.</exception>
    public static HeaderPlace? Find(IReadOnlyList<string> lines, IReadOnlyList<ColumnChoice> choices)
    {
        (ColumnChoice Choice, int Number)[] numbered = [.. choices.Select(choice => (choice, NumberOf(choice.Header))).Where(c => c.Item2 > 0)];
        if (numbered.Length == 0) return null;
        int highest = numbered.Max(c => c.Number);
        for (int i = 0; i < lines.Count; i++)
        {
            foreach (byte delimiter in Delimiters)
            {
                string[] fields = Fields.Texts(lines[i], (char)delimiter);
                if (fields.Length < highest || !numbered.All(c => HeaderPlace.IsNumeric(fields[c.Number - 1]))) continue;
                string[] above = i == 0 ? [] : Fields.Texts(lines[i - 1], (char)delimiter);
                bool hasHeaders = above.Length == fields.Length && !above.Any(HeaderPlace.IsNumeric);
                string[] headers = hasHeaders ? above : [.. fields.Select((_, f) => $"column {f + 1}")];
                foreach ((ColumnChoice choice, int number) in numbered) headers[number - 1] = choice.Header;
                return new HeaderPlace(hasHeaders ? i : 0, i + 1, headers, delimiter);
            }
        }
        throw new InputException($"no line has numbers in the columns {string.Join(", ", numbered.Select(c => c.Number))}; columns are counted from 1.", "columns");
    }

    private static int NumberOf(string header) =>
        Written().Match(header) is { Success: true } match ? int.Parse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^#?([1-9][0-9]{0,2})\s*([\(\[].+[\)\]])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
