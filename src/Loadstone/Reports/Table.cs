namespace Loadstone.Reports;

/// <summary>Where the text of a table column stands.</summary>
public enum Alignment
{
    /// <summary>At the left: names and words.</summary>
    Left,

    /// <summary>At the right: numbers.</summary>
    Right,

    /// <summary>In the middle: marks.</summary>
    Center,
}

/// <summary>One column of a <see cref="Table"/>.</summary>
/// <param name="Title">What stands in it: <c>Thickness</c>.</param>
/// <param name="Unit">Unit of every number in it (<c>µm</c>), or null for words and pure numbers.</param>
/// <param name="Align">Where the text stands; numbers stand at the right.</param>
public sealed record TableColumn(string Title, string? Unit = null, Alignment Align = Alignment.Right)
{
    /// <summary>A column of words, at the left and without unit.</summary>
    public static TableColumn Words(string title) => new(title, Align: Alignment.Left);

    /// <summary>Title and unit as the field writes them: <c>Thickness / µm</c>.</summary>
    public string Header => string.IsNullOrEmpty(Unit) ? Title : $"{Title} / {Unit}";
}

/// <summary>A table of ready text: whoever fills it has converted units and rounded numbers.</summary>
/// <param name="Title">Heading of the table.</param>
/// <param name="Columns">The columns, from left to right.</param>
/// <param name="Rows">The rows, from top to bottom; each holds one text per column.</param>
/// <param name="Note">A sentence below the table, or null.</param>
/// <param name="Footnotes">Footnotes below the table, in order, with their own marks; null for none.</param>
public sealed record Table(
    string Title,
    IReadOnlyList<TableColumn> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    string? Note = null,
    IReadOnlyList<string>? Footnotes = null) : ReportBlock
{
    /// <summary>The columns, from left to right; at least one.</summary>
    /// <exception cref="ArgumentException">There is no column.</exception>
    public IReadOnlyList<TableColumn> Columns { get; } = Require.NotEmpty(Columns);

    /// <summary>The rows, from top to bottom; each holds one text per column.</summary>
    /// <exception cref="ArgumentException">A row is longer or shorter than the header.</exception>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; } = Rectangular(Title, Columns, Rows);

    private static IReadOnlyList<IReadOnlyList<string>> Rectangular(
        string title, IReadOnlyList<TableColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Count != columns.Count)
                throw new ArgumentException($"Row {i} of table \"{title}\" holds {rows[i].Count} texts for {columns.Count} columns.", nameof(rows));
        }

        return rows;
    }
}
