using System.Text.Json;
using System.Text.Json.Serialization;
using Loadstone.Reports;

namespace Loadstone.Web.Api;

/// <summary>A section of a report, for the page to draw.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Blocks">What stands below it, in order.</param>
internal sealed record SectionPart(string Heading, IReadOnlyList<BlockPart> Blocks)
{
    /// <summary>Sections in order.</summary>
    public static IReadOnlyList<SectionPart> Of(IEnumerable<ReportSection> sections) =>
        [.. sections.Select(section => new SectionPart(section.Heading, BlockPart.Of(section.Blocks)))];
}

/// <summary>A block of a report.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(TextPart), "text")]
[JsonDerivedType(typeof(ListPart), "list")]
[JsonDerivedType(typeof(TablePart), "table")]
[JsonDerivedType(typeof(PlotPart), "plot")]
[JsonDerivedType(typeof(DrawingPart), "drawing")]
internal abstract record BlockPart
{
    /// <summary>Blocks in order.</summary>
    public static IReadOnlyList<BlockPart> Of(IEnumerable<ReportBlock> blocks) => [.. blocks.Select(Of)];

    /// <summary>A block; of an animation its picture for paper.</summary>
    public static BlockPart Of(ReportBlock block) => block switch
    {
        Plot plot => new PlotPart(plot.Title, plot.Caption, JsonElement.Parse(PlotJson.Render(plot))),
        Table table => new TablePart(table.Title, [.. table.Columns.Select(c => new ColumnPart(c.Title, c.Unit, c.Align != Alignment.Left))], table.Rows, table.Note, table.Footnotes ?? []),
        Animation animation => Of(animation.Poster),
        Drawing drawing => new DrawingPart(drawing.Title, drawing.Caption, drawing.Svg),
        Paragraph paragraph => new TextPart(paragraph.Text),
        BulletList list => new ListPart(list.Items),
        _ => throw new ArgumentException($"A {block.GetType().Name} has no form for the page.", nameof(block)),
    };
}

/// <summary>A paragraph.</summary>
internal sealed record TextPart(string Text) : BlockPart;

/// <summary>Items of a list.</summary>
internal sealed record ListPart(IReadOnlyList<string> Items) : BlockPart;

/// <summary>A table of ready text.</summary>
internal sealed record TablePart(string Title, IReadOnlyList<ColumnPart> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string? Note, IReadOnlyList<string> Footnotes) : BlockPart;

/// <summary>A column of a table.</summary>
internal sealed record ColumnPart(string Title, string? Unit, bool IsNumber);

/// <summary>A plot; its curves, colours and ends of axes are those of the report's page.</summary>
internal sealed record PlotPart(string Title, string? Caption, JsonElement Plot) : BlockPart;

/// <summary>A finished picture.</summary>
internal sealed record DrawingPart(string Title, string? Caption, string Svg) : BlockPart;
