using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Tables;

/// <summary>Own points over published ones: one picture with both in the units of the own table, and how they stand.</summary>
public static class LiteratureReport
{
    private const int Digits = 4;

    /// <summary>The result of one table of own points.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="own">Own points.</param>
    /// <param name="published">Published points in the same units, a table each.</param>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public static LaboratoryResult Of(string sample, LiteraturePoints own, IReadOnlyList<LiteraturePoints> published)
    {
        ArgumentNullException.ThrowIfNull(own);
        if (Require.NotEmpty(published).Any(table => table.X.Unit != own.X.Unit || table.Y.Unit != own.Y.Unit)) throw new ArgumentException("Published points come in the units of the own ones.", nameof(published));
        LiteraturePoint[] all = [.. published.SelectMany(table => table.Points)];
        (string Label, IReadOnlyList<LiteraturePoint> Points)[] tables = [.. published.Select(t => (SampleName(t.Source), t.Points))];
        List<NamedEstimate> numbers =
        [
            new("points", Estimate.Exact(own.Points.Count), QuantityKinds.Ratio),
            new("published points", Estimate.Exact(all.Length), QuantityKinds.Ratio),
            Largest($"largest {own.Y.Name}", own.Points),
            Largest($"largest published {own.Y.Name}", all),
        ];
        return new LaboratoryResult("literature", sample, numbers,
        [
            new("Against the literature",
            [
                new Plot("literature", $"{own.Y.Name} against {own.X.Name}", new Axis(own.X.ToString()), new Axis(own.Y.ToString()),
                [
                    .. tables.Select(t => new Series(t.Label, [.. t.Points.Select(p => p.X)], [.. t.Points.Select(p => p.Y)], SeriesStyle.Points)),
                    own.ToSeries(sample),
                ]),
                new Table("Points", [TableColumn.Words("table"), TableColumn.Words("point"), new(own.X.Name, own.X.Unit), new(own.Y.Name, own.Y.Unit), new("published above")],
                    [.. own.Points.Select(p => Row(sample, p, all)), .. tables.SelectMany(t => t.Points.Select(p => Row(t.Label, p, null)))],
                    $"Published above: points with more {own.Y.Name}. Published points are as their table has them; what they were measured at stands in their sources."),
            ]),
        ], []);

        NamedEstimate Largest(string name, IReadOnlyList<LiteraturePoint> points)
        {
            double value = points.Max(p => p.Y);
            QuantityKind kind = own.Y.Unit is { } unit ? QuantityKinds.OfUnit(unit)! : QuantityKinds.Ratio;
            return new NamedEstimate(name, Estimate.Exact(own.Y.Unit is { } u ? kind.FromUnit(value, u) : value), kind, own.Y.Unit);
        }
    }

    private static string[] Row(string table, LiteraturePoint point, LiteraturePoint[]? published) =>
    [
        table, point.Name, NumberText.Format(point.X, Digits), NumberText.Format(point.Y, Digits),
        published is null ? "–" : $"{published.Count(p => p.Y > point.Y)}",
    ];

    private static string SampleName(string path) => Path.GetFileNameWithoutExtension(path);
}
