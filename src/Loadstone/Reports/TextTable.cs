using System.Globalization;
using System.Text;

namespace Loadstone.Reports;

/// <summary>Draws a <see cref="Table"/> as plain text in columns, for logs and terminals.</summary>
public static class TextTable
{
    private const string Gutter = "  ";

    /// <summary>
    /// Title, header, units below it where there are any, a rule, the rows, then note and footnotes. Where the columns need more than
    /// <paramref name="width"/> characters, each line goes on in a further block that repeats the first column.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="width">Characters per line, at least 20; a single wider column is not cut.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is below 20.</exception>
    public static string Render(Table table, int width = 120)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 20);
        var text = new StringBuilder();
        if (table.Title.Length > 0) text.Append(table.Title).Append('\n');

        int[] widths = [.. table.Columns.Select((column, c) =>
            table.Rows.Select(row => Length(row[c])).Append(Length(column.Title)).Append(Length(column.Unit ?? "")).Max())];
        bool further = false;
        foreach (List<int> block in Blocks(widths, width))
        {
            if (further) text.Append('\n');
            further = true;
            AppendLine(text, table, block, widths, c => table.Columns[c].Title);
            bool units = block.Any(c => !string.IsNullOrEmpty(table.Columns[c].Unit));
            if (units) AppendLine(text, table, block, widths, c => table.Columns[c].Unit ?? "");
            AppendLine(text, table, block, widths, c => new string('─', widths[c]));
            foreach (IReadOnlyList<string> row in table.Rows) AppendLine(text, table, block, widths, c => row[c]);
        }

        if (table.Note is not null) text.Append(table.Note).Append('\n');
        foreach (string footnote in table.Footnotes ?? []) text.Append(footnote).Append('\n');
        return text.ToString();
    }

    /// <summary>Columns that fit beside each other; every block after the first begins with column 0 again.</summary>
    private static List<List<int>> Blocks(int[] widths, int width)
    {
        var blocks = new List<List<int>>();
        List<int> block = [0];
        int used = widths[0];
        for (int c = 1; c < widths.Length; c++)
        {
            if (block.Count > 1 && used + Gutter.Length + widths[c] > width)
            {
                blocks.Add(block);
                block = [0];
                used = widths[0];
            }

            block.Add(c);
            used += Gutter.Length + widths[c];
        }

        blocks.Add(block);
        return blocks;
    }

    private static void AppendLine(StringBuilder text, Table table, List<int> columns, int[] widths, Func<int, string> cell)
    {
        var line = new StringBuilder();
        foreach (int c in columns)
        {
            if (c != columns[0]) line.Append(Gutter);
            string content = cell(c);
            int space = widths[c] - Length(content);
            int before = table.Columns[c].Align switch { Alignment.Left => 0, Alignment.Right => space, _ => space / 2 };
            line.Append(' ', before).Append(content).Append(' ', space - before);
        }

        text.Append(line.ToString().TrimEnd()).Append('\n');
    }

    // What a reader sees as one character counts as one: "φ̄" and surrogate pairs too.
    private static int Length(string text) => new StringInfo(text).LengthInTextElements;
}
