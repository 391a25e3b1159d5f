using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Tables;

/// <summary>Points of two columns of a table, whatever they are, to lay own results over published ones.</summary>
/// <param name="Source">The table.</param>
/// <param name="X">Heading of the horizontal column.</param>
/// <param name="Y">Heading of the vertical column.</param>
/// <param name="Points">The rows that hold both numbers, in the units of <see cref="X"/> and <see cref="Y"/>.</param>
public sealed record LiteraturePoints(string Source, ColumnHeading X, ColumnHeading Y, IReadOnlyList<LiteraturePoint> Points)
{
    private static readonly string[] NameWords = ["label", "sample", "work", "name", "reference", "source"];

    /// <summary>Reads two columns of a table.</summary>
    /// <param name="table">The table; a column such as <c>label</c> or <c>sample</c> names the points.</param>
    /// <param name="x">Words of the horizontal column's name.</param>
    /// <param name="y">Words of the vertical column's name.</param>
    /// <param name="asX">Heading in whose unit the abscissae are wanted, or null for the table's own.</param>
    /// <param name="asY">The same of the ordinates.</param>
    /// <exception cref="InputException">A column is missing, its unit is unknown or measures something else than wanted, or no row holds both numbers.</exception>
    public static LiteraturePoints Of(MeasuredTable table, string x, string y, ColumnHeading? asX = null, ColumnHeading? asY = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        (ColumnHeading headX, double[] valuesX) = Read(table, x, asX);
        (ColumnHeading headY, double[] valuesY) = Read(table, y, asY);
        string[]? names = table.Texts(NameWords);
        LiteraturePoint[] points =
        [
            .. Enumerable.Range(0, table.Count).Where(i => double.IsFinite(valuesX[i]) && double.IsFinite(valuesY[i]))
                .Select(i => new LiteraturePoint(names?[i] ?? $"row {i + 1}", valuesX[i], valuesY[i])),
        ];
        if (points.Length == 0) throw new InputException($"no row holds both \"{headX.Name}\" and \"{headY.Name}\".", file: table.Source);
        return new LiteraturePoints(table.Source, headX, headY, points);
    }

    /// <summary>The points as a cloud.</summary>
    /// <param name="label">Its name in the legend.</param>
    public Series ToSeries(string label) => new(label, [.. Points.Select(p => p.X)], [.. Points.Select(p => p.Y)], SeriesStyle.Points);

    private static (ColumnHeading, double[]) Read(MeasuredTable table, string words, ColumnHeading? wanted)
    {
        ColumnHeading own = table.Heading(words);
        QuantityKind kind = own.Unit is null ? QuantityKinds.Ratio : QuantityKinds.OfUnit(own.Unit)
            ?? throw new InputException($"the column \"{own.Name}\" is in {own.Unit}, which is no known unit.", file: table.Source, line: 1);
        ColumnHeading shown = wanted ?? own;
        if (wanted is not null && (shown.Unit is null ? kind != QuantityKinds.Ratio : own.Unit is null || !kind.HasUnit(shown.Unit)))
            throw new InputException($"the column \"{own.Name}\" is in {own.Unit ?? "no unit"}, and \"{shown.Name}\" beside it in {shown.Unit ?? "no unit"}; expected units of one quantity.", file: table.Source, line: 1);
        double[] values = table.Column(kind, own.Name);
        return (shown, kind == QuantityKinds.Ratio ? values : [.. values.Select(v => kind.ToUnit(v, shown.Unit!))]);
    }
}

/// <summary>A point with its name.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="X">Abscissa.</param>
/// <param name="Y">Ordinate.</param>
public sealed record LiteraturePoint(string Name, double X, double Y);

/// <summary>The heading of a column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit, or null.</param>
public sealed record ColumnHeading(string Name, string? Unit)
{
    /// <summary>Name and unit as the field writes them: <c>Loading / mg/cm²</c>.</summary>
    public override string ToString() => Unit is null ? Name : $"{Name} / {Unit}";
}
