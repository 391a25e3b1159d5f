using System.Globalization;
using System.Text.Json.Serialization;
using Loadstone.Reports;

namespace Loadstone.Web.Api;

/// <summary>A section of a report, for the page to draw.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Blocks">What stands below it, in order.</param>
internal sealed record SectionPart(string Heading, IReadOnlyList<BlockPart> Blocks)
{
    /// <summary>Sections as the page draws them; animations are left out.</summary>
    public static IReadOnlyList<SectionPart> Of(IEnumerable<ReportSection> sections) =>
        [.. sections.Select(section => new SectionPart(section.Heading, [.. section.Blocks.Select(BlockPart.Of).OfType<BlockPart>()]))];
}

/// <summary>A block of a section.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(WordsPart), "words")]
[JsonDerivedType(typeof(TablePart), "table")]
[JsonDerivedType(typeof(PlotPart), "plot")]
[JsonDerivedType(typeof(DrawingPart), "drawing")]
internal abstract record BlockPart
{
    /// <summary>A block as the page draws it; null for what it draws by other means.</summary>
    public static BlockPart? Of(ReportBlock block) => block switch
    {
        Paragraph words => new WordsPart([words.Text]),
        BulletList list => new WordsPart(list.Items),
        Table table => new TablePart(table.Title, [.. table.Columns.Select(c => new ColumnPart(c.Title, c.Unit, c.Align != Alignment.Left))], table.Rows, table.Note),
        Plot plot => PlotPart.Of(plot),
        Drawing drawing => new DrawingPart(drawing.Title, drawing.Svg, drawing.Caption),
        _ => null,
    };
}

/// <summary>Paragraphs or items.</summary>
internal sealed record WordsPart(IReadOnlyList<string> Lines) : BlockPart;

/// <summary>A table.</summary>
internal sealed record TablePart(string Title, IReadOnlyList<ColumnPart> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string? Note) : BlockPart;

/// <summary>A column of a table.</summary>
internal sealed record ColumnPart(string Title, string? Unit, bool IsNumber);

/// <summary>A finished picture.</summary>
internal sealed record DrawingPart(string Title, string Svg, string? Caption) : BlockPart;

/// <summary>A plot.</summary>
internal sealed record PlotPart(string Name, string Title, AxisPart X, AxisPart Y, IReadOnlyList<SeriesPart> Series, string? Caption) : BlockPart
{
    // More points of one curve than this cannot be told apart on a screen.
    private const int MostPoints = 600;

    /// <summary>A plot with its numbers rounded to what a screen shows.</summary>
    public static PlotPart Of(Plot plot) => new(plot.Name, plot.Title, new AxisPart(plot.X.Label, plot.X.Logarithmic, plot.X.Min, plot.X.Max), new AxisPart(plot.Y.Label, plot.Y.Logarithmic, plot.Y.Min, plot.Y.Max),
        [.. plot.Series.Select(Curve)], plot.Caption);

    /// <summary>A number as it is sent: five digits, null for what is none.</summary>
    public static double? Rounded(double value) => double.IsFinite(value) ? double.Parse(value.ToString("G5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;

    private static SeriesPart Curve(Series series)
    {
        int count = series.X.Count, stride = series.Style == SeriesStyle.Points ? 1 : Math.Max(1, count / MostPoints);
        int[] kept = [.. Enumerable.Range(0, count).Where(i => i % stride == 0 || i == count - 1)];
        return new SeriesPart(series.Label, series.Style.ToString(), series.ColorGroup, [.. kept.Select(i => Rounded(series.X[i]))], [.. kept.Select(i => Rounded(series.Y[i]))],
            series.HalfWidths is { } bars ? [.. kept.Select(i => Rounded(bars[i]))] : null);
    }
}

/// <summary>An axis of a plot.</summary>
internal sealed record AxisPart(string Label, bool Logarithmic, double? Min, double? Max);

/// <summary>A curve or cloud of points of a plot.</summary>
internal sealed record SeriesPart(string Label, string Style, int? Color, double?[] X, double?[] Y, double?[]? Bars);
