using System.Text.Json.Nodes;
using Loadstone.Laboratory;
using Loadstone.Reports;

namespace Loadstone.Web.Api;

/// <summary>Blocks of reports as the page draws them.</summary>
internal static class ReportJson
{
    /// <summary>Results of an analysis.</summary>
    /// <param name="results">The results, one a sample.</param>
    /// <param name="command">The command that gives the same.</param>
    public static JsonObject Of(IReadOnlyList<LaboratoryResult> results, string command)
    {
        using var csv = new StringWriter();
        LaboratoryFiles.WriteSummary(csv, results);
        return new JsonObject
        {
            ["analysis"] = results[0].Analysis,
            ["command"] = command,
            ["csv"] = csv.ToString(),
            ["summary"] = results.Count > 1 ? Of(LaboratoryFiles.Summary(results)) : null,
            ["samples"] = new JsonArray([.. results.Select(Of)]),
        };
    }

    /// <summary>Blocks in order.</summary>
    public static JsonArray Of(IEnumerable<ReportBlock> blocks) => [.. blocks.Select(Of)];

    /// <summary>Texts in order.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static JsonObject Of(LaboratoryResult result) => new()
    {
        ["sample"] = result.Sample,
        ["numbers"] = new JsonArray([.. result.Numbers.Select(number => new JsonObject { ["name"] = number.Name, ["text"] = LaboratoryFiles.Text(number) })]),
        ["warnings"] = Texts(result.Warnings),
        ["sections"] = new JsonArray([.. result.Sections.Select(section => new JsonObject { ["heading"] = section.Heading, ["blocks"] = Of(section.Blocks) })]),
    };

    private static JsonObject Of(ReportBlock block) => block switch
    {
        Plot plot => new() { ["kind"] = "plot", ["title"] = plot.Title, ["caption"] = plot.Caption, ["plot"] = JsonNode.Parse(PlotJson.Render(plot)) },
        Table table => Of(table),
        Animation animation => Of(animation.Poster),
        Drawing drawing => new() { ["kind"] = "drawing", ["title"] = drawing.Title, ["caption"] = drawing.Caption, ["svg"] = drawing.Svg },
        Paragraph paragraph => new() { ["kind"] = "text", ["text"] = paragraph.Text },
        BulletList list => new() { ["kind"] = "list", ["items"] = Texts(list.Items) },
        _ => throw new ArgumentException($"A {block.GetType().Name} has no form in JSON.", nameof(block)),
    };

    private static JsonObject Of(Table table) => new()
    {
        ["kind"] = "table",
        ["title"] = table.Title,
        ["columns"] = Texts(table.Columns.Select(column => column.Header)),
        ["words"] = new JsonArray([.. table.Columns.Select(column => (JsonNode)(column.Align == Alignment.Left))]),
        ["rows"] = new JsonArray([.. table.Rows.Select(Texts)]),
        ["note"] = table.Note,
        ["footnotes"] = Texts(table.Footnotes ?? []),
    };
}
