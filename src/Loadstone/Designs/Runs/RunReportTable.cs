using System.Globalization;
using System.Text.Json.Nodes;
using Loadstone.Reports;

namespace Loadstone.Designs.Runs;

/// <summary>Where a column of results is shown.</summary>
internal enum ColumnPlace
{
    /// <summary>In tables and in the data file.</summary>
    Everywhere,

    /// <summary>In tables alone: what the data file holds in several columns.</summary>
    Tables,

    /// <summary>In the data file alone.</summary>
    Data,
}

/// <summary>One column of results.</summary>
/// <param name="Key">Name in the data file: <c>specificCapacity</c>.</param>
/// <param name="Title">Title in tables.</param>
/// <param name="Unit">Unit of the numbers in both, or null for words and pure numbers.</param>
/// <param name="Format">Format of the numbers in tables: <c>F2</c>; null for words.</param>
/// <param name="Place">Where it is shown.</param>
internal sealed record ResultColumn(string Key, string Title, string? Unit = null, string? Format = null, ColumnPlace Place = ColumnPlace.Everywhere);

/// <summary>One cell of results: words, a number in the unit of its column, or nothing.</summary>
internal readonly record struct ResultCell(string? Text, double? Number)
{
    /// <summary>Words.</summary>
    public static implicit operator ResultCell(string? text) => new(text, null);

    /// <summary>A number, or nothing.</summary>
    public static implicit operator ResultCell(double? number) => new(null, number);

    /// <summary>A number.</summary>
    public static implicit operator ResultCell(double number) => new(null, number);
}

/// <summary>
/// A table of results, of which both the printed table and the entry in the data file are made, so that the two cannot differ.
/// </summary>
/// <param name="Key">Name in the data file.</param>
/// <param name="Title">Heading of the table.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, each with one cell per column.</param>
/// <param name="Note">A sentence below the table, or null.</param>
/// <param name="Footnotes">Lines below the note, or null.</param>
internal sealed record ResultTable(string Key, string Title, IReadOnlyList<ResultColumn> Columns, IReadOnlyList<IReadOnlyList<ResultCell>> Rows,
    string? Note = null, IReadOnlyList<string>? Footnotes = null)
{
    /// <summary>The table as people see it: columns without any content are left out, and a first cell that repeats the one above is blank.</summary>
    public Table ToTable()
    {
        int[] shown = [.. Enumerable.Range(0, Columns.Count).Where(c => Columns[c].Place != ColumnPlace.Data && Rows.Any(row => row[c] != default))];
        return new Table(Title,
            [.. shown.Select(c => Columns[c].Format is null ? TableColumn.Words(Columns[c].Title) : new TableColumn(Columns[c].Title, Columns[c].Unit))],
            [.. Rows.Select((row, r) => (string[])[.. shown.Select((c, i) => i == 0 && r > 0 && Rows[r - 1][c] == row[c] ? "" : Show(Columns[c], row[c]))])],
            Note, Footnotes);
    }

    /// <summary>The rows as JSON objects; a number stands with its unit, <c>{ "value": 150.05, "unit": "mAh/g" }</c>.</summary>
    public JsonArray ToJson()
    {
        var rows = new JsonArray();
        foreach (IReadOnlyList<ResultCell> row in Rows)
        {
            var json = new JsonObject();
            for (int c = 0; c < Columns.Count; c++)
            {
                if (Columns[c].Place != ColumnPlace.Tables) json[Columns[c].Key] = Node(Columns[c], row[c]);
            }
            rows.Add(json);
        }
        return rows;
    }

    private static string Show(ResultColumn column, ResultCell cell) =>
        cell.Number is { } number ? Shown(number, column.Format) : cell.Text ?? "";

    // A number that rounds to zero has no sign.
    private static string Shown(double number, string? format)
    {
        string text = number.ToString(format, CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.AsSpan(1).IndexOfAnyExcept("0.") < 0 ? text[1..] : text;
    }

    private static JsonNode? Node(ResultColumn column, ResultCell cell)
    {
        if (cell.Number is not { } number) return cell.Text;
        if (!double.IsFinite(number)) return null;
        return column.Unit is null ? number : new JsonObject { ["value"] = number, ["unit"] = column.Unit };
    }
}
