using System.Text.Json.Nodes;
using Loadstone.Designs.Building;
using Loadstone.Designs.Runs;
using Loadstone.Reports;

namespace Loadstone.Designs.Making;

/// <summary>How electrodes were made, as one page, as tables and as data.</summary>
public static class MakeReport
{
    /// <summary>The tables of the steps, from slurry to layers.</summary>
    /// <param name="outcome">What was made.</param>
    public static IReadOnlyList<Table> Tables(MakeOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return [.. Shown(outcome).Where(table => table.Rows.Count > 0).Select(table => table.ToTable())];
    }

    /// <summary>What a reader should be warned of, a sentence each.</summary>
    /// <param name="outcome">What was made.</param>
    public static IReadOnlyList<string> Warnings(MakeOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return [.. outcome.Sides.SelectMany(side => side.Made.Warnings.Select(side.Warned))];
    }

    /// <summary>The page: one section a step.</summary>
    /// <param name="outcome">What was made.</param>
    /// <param name="command">The command that repeats it, or null.</param>
    public static Report Compose(MakeOutcome outcome, string? command = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        IReadOnlyList<BuiltDesign> designs = outcome.Variants;
        ReportSection[] sections =
        [
            new("Answer", [.. Some(MakeTables.Layers(outcome), MakeTables.Cracking(outcome)), .. WarningList(outcome)]),
            new("Slurry", [.. Some(MakeTables.Slurries(outcome)), .. MakePlots.Flow(outcome), .. MakePlots.Window(outcome)]),
            new("Coating", [.. Some(MakeTables.Coats(outcome)), .. MakePlots.Edges(outcome)]),
            new("Drying", [.. Some(MakeTables.Dryings(outcome)), .. MakePlots.Solvent(outcome), .. MakePlots.Temperature(outcome)]),
            new("Binder and carbon", outcome.Sides.Any(side => side.Made.Dryings.Count > 0) ? [.. MakePlots.Binder(outcome), .. MakePlots.Carbon(outcome), .. MakePlots.Conductivity(outcome)] : []),
            new("Calendering", [.. Some(RunReportMaking.Calendering(designs))]),
            new("Structure", [.. RunReportSections.Draw(designs), .. Some(RunReportStructure.Electrodes(designs), RunReportStructure.Layers(designs), RunReportMaking.Origins(designs))]),
            new("Assumed values", [.. Some(RunReportTables.Assumed(designs))]),
            new("Defaults taken", [.. Some(RunReportTables.Defaults(designs))]),
            new("How to repeat", command is null ? [] : [new Paragraph(command)]),
        ];
        return new Report(outcome.Name, outcome.Description, [.. sections.Where(section => section.Blocks.Count > 0)]);
    }

    /// <summary>Everything that the page shows in numbers, with units.</summary>
    /// <param name="outcome">What was made.</param>
    /// <param name="command">The command that repeats it, or null.</param>
    public static JsonObject ToJson(MakeOutcome outcome, string? command = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var json = new JsonObject
        {
            ["program"] = "Loadstone " + typeof(MakeReport).Assembly.GetName().Version?.ToString(3),
            ["name"] = outcome.Name,
            ["description"] = outcome.Description,
            ["command"] = command,
        };
        foreach (ResultTable table in (ResultTable[])[.. Shown(outcome), MakeTables.Slices(outcome), RunReportMaking.Origins(outcome.Variants), RunReportTables.Assumed(outcome.Variants), RunReportTables.Defaults(outcome.Variants)])
            json[table.Key] = table.ToJson();
        json["warnings"] = new JsonArray([.. Warnings(outcome).Select(warning => (JsonNode?)warning)]);
        return json;
    }

    private static ResultTable[] Shown(MakeOutcome outcome) =>
    [
        MakeTables.Slurries(outcome), MakeTables.Coats(outcome), MakeTables.Dryings(outcome), RunReportMaking.Calendering(outcome.Variants),
        MakeTables.Layers(outcome), RunReportStructure.Electrodes(outcome.Variants), MakeTables.Cracking(outcome),
    ];

    private static IEnumerable<ReportBlock> Some(params IEnumerable<ResultTable> tables) => tables.Where(table => table.Rows.Count > 0).Select(table => table.ToTable());

    private static IEnumerable<ReportBlock> WarningList(MakeOutcome outcome) => Warnings(outcome) is { Count: > 0 } warnings ? [new BulletList(warnings)] : [];
}
