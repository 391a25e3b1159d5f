using System.Text.Json.Nodes;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Reports;

namespace Loadstone.Designs.Runs;

/// <summary>What a run gave, as one page and as data.</summary>
public static class RunReport
{
    /// <summary>The page: the answer first, then what it rests on.</summary>
    /// <param name="outcome">The run.</param>
    /// <param name="command">The command that repeats it, or null.</param>
    public static Report Compose(RunOutcome outcome, string? command = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        BuiltDesign[] designs = [.. outcome.Variants.Select(v => v.Built)];
        ReportSection[] sections =
        [
            new("Answer", [.. Answer(outcome)]),
            new("Structure", [.. Structure(designs)]),
            new("Voltage curves", [.. Voltages(outcome)]),
            new("Profiles at the end of discharge", [.. outcome.Variants.SelectMany(v => Some(RunReportPlots.SaltAtEnd(v), RunReportPlots.StoichiometryAtEnd(v, positive: true), RunReportPlots.StoichiometryAtEnd(v, positive: false)))]),
            new("Why it ended", [.. Losses(outcome)]),
            new("Assumed values", [.. TableOr(RunReportTables.Assumed(designs), "Every value that was used has a public source or stands in the document.")]),
            new("Defaults taken", [.. TableOr(RunReportTables.Defaults(designs), "The document left nothing out.")]),
            new("Protocol as run", [.. ProtocolBlocks(outcome)]),
            new("How to repeat", [.. Repeat(outcome, command)]),
        ];
        return new Report(outcome.Name, outcome.Description, [.. sections.Where(section => section.Blocks.Count > 0)]);
    }

    /// <summary>Everything that the page shows in numbers, with units.</summary>
    /// <param name="outcome">The run.</param>
    /// <param name="command">The command that repeats it, or null.</param>
    public static JsonObject ToJson(RunOutcome outcome, string? command = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        BuiltDesign[] designs = [.. outcome.Variants.Select(v => v.Built)];
        var json = new JsonObject
        {
            ["program"] = "Loadstone " + Version,
            ["name"] = outcome.Name,
            ["description"] = outcome.Description,
            ["command"] = command,
        };
        foreach (ResultTable table in (ResultTable[])
        [
            RunReportTables.Rates(outcome), RunReportStructure.Electrodes(designs), RunReportStructure.Layers(designs),
            RunReportMaking.Calendering(designs), RunReportMaking.Origins(designs), RunReportWetting.Of(designs), RunReportZones.Structure(designs), RunReportZones.Rates(outcome),
            RunReportBilayers.Of(outcome), RunReportTables.Energy(outcome), RunReportLosses.Of(outcome), RunReportTables.Steps(outcome),
            RunReportTables.Assumed(designs), RunReportTables.Defaults(designs),
        ])
        {
            json[table.Key] = table.ToJson();
        }
        json["warnings"] = new JsonArray([.. Warnings(outcome).Select(warning => (JsonNode?)warning)]);
        json["notFinished"] = new JsonArray([.. outcome.NotFinished.Select(name => (JsonNode?)name)]);
        return json;
    }

    /// <summary>The tables that answer: structure of electrodes and layers, then the rate test, or the steps where there is none.</summary>
    /// <param name="outcome">The run.</param>
    public static IReadOnlyList<Table> Tables(RunOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        BuiltDesign[] designs = [.. outcome.Variants.Select(v => v.Built)];
        ResultTable rates = RunReportTables.Rates(outcome);
        ResultTable[] tables =
        [
            RunReportStructure.Electrodes(designs), RunReportStructure.Layers(designs), RunReportMaking.Calendering(designs), RunReportWetting.Of(designs),
            RunReportZones.Structure(designs), RunReportZones.Rates(outcome), RunReportBilayers.Of(outcome), rates.Rows.Count > 0 ? rates : RunReportTables.Steps(outcome),
            RunReportTables.Energy(outcome),
        ];
        return [.. tables.Where(table => table.Rows.Count > 0).Select(table => table.ToTable())];
    }

    /// <summary>What a reader should be warned of, a sentence each.</summary>
    public static IReadOnlyList<string> Warnings(RunOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return
        [
            .. outcome.Variants.SelectMany(v => v.Rates.Where(rate => !rate.EndedAsAsked).Select(rate => FormattableString.Invariant($"{v.Name}, {rate.Rate:0.####}C: {rate.EndText}."))),
            .. outcome.Variants.SelectMany(v => v.Warnings.Select(warning => $"{v.Name}: {warning}")),
            .. outcome.NotFinished.Select(name => $"{name}: not finished, the run was stopped."),
        ];
    }

    private static string Version => typeof(RunReport).Assembly.GetName().Version?.ToString(3) ?? "";

    private static IEnumerable<ReportBlock> Answer(RunOutcome outcome)
    {
        if (RunReportTables.Summary(outcome) is { } summary) yield return summary;
        foreach (ReportBlock plot in RunReportPlots.CapacityAgainstRate(outcome)) yield return plot;
        ResultTable rates = RunReportTables.Rates(outcome);
        if (rates.Rows.Count > 0) yield return rates.ToTable();
        if (RunReportZones.Rates(outcome) is { Rows.Count: > 0 } zones) yield return zones.ToTable();
        if (RunReportBilayers.Of(outcome) is { Rows.Count: > 0 } bilayers) yield return bilayers.ToTable();
        if (RunReportTables.Energy(outcome) is { Rows.Count: > 0 } energy) yield return energy.ToTable();
        if (Warnings(outcome) is { Count: > 0 } warnings) yield return new BulletList(warnings);
        foreach (ReportBlock plot in RunReportPlots.VoltageOfAll(outcome)) yield return plot;
    }

    private static IEnumerable<ReportBlock> Structure(BuiltDesign[] designs)
    {
        if (designs.All(design => design.Positive is null)) yield break;
        foreach (Drawing drawing in RunReportSections.Draw(designs)) yield return drawing;
        yield return RunReportStructure.Electrodes(designs).ToTable();
        yield return RunReportStructure.Layers(designs).ToTable();
        foreach (ResultTable table in (ResultTable[])[RunReportMaking.Calendering(designs), RunReportMaking.Origins(designs), RunReportWetting.Of(designs), RunReportZones.Structure(designs)])
        {
            if (table.Rows.Count > 0) yield return table.ToTable();
        }
    }

    private static IEnumerable<ReportBlock> Voltages(RunOutcome outcome) =>
        outcome.Variants.SelectMany(v => Some(RunReportPlots.VoltageAgainstCapacity(v)).Concat(RunReportPlots.VoltageAgainstTime(v)));

    private static IEnumerable<ReportBlock> Losses(RunOutcome outcome)
    {
        ResultTable losses = RunReportLosses.Of(outcome);
        if (losses.Rows.Count > 0) yield return losses.ToTable();
    }

    private static IEnumerable<ReportBlock> ProtocolBlocks(RunOutcome outcome)
    {
        // Variants mostly share their protocols; each is told once.
        foreach (string name in outcome.Variants.SelectMany(v => v.Protocols).Select(p => p.Protocol.Name).Distinct())
        {
            Protocol protocol = outcome.Variants.SelectMany(v => v.Protocols).First(p => p.Protocol.Name == name).Protocol;
            yield return new Paragraph($"{name}. From rest at the upper cut-off:");
            yield return new BulletList([.. protocol.Steps.Select(step => step.Text)]);
        }
        if (outcome.Variants.Count > 0) yield return RunReportTables.Steps(outcome).ToTable();
    }

    private static IEnumerable<ReportBlock> Repeat(RunOutcome outcome, string? command)
    {
        if (command is not null) yield return new Paragraph(command);
        yield return new Paragraph(FormattableString.Invariant(
            $"Loadstone {Version}. {outcome.Variants.Count} variants in {outcome.WallTime.TotalSeconds:f1} s; lithium constant to {Drift(outcome):g2} of its amount. Numbers with units stand in results.json, time series in the folder curves, with Battery Data Format columns."));
    }

    private static double Drift(RunOutcome outcome) =>
        outcome.Variants.SelectMany(v => v.Protocols).Select(p => p.Result.LithiumDrift).DefaultIfEmpty(0).Max();

    private static IEnumerable<ReportBlock> TableOr(ResultTable table, string otherwise) =>
        [table.Rows.Count > 0 ? table.ToTable() with { Title = "" } : new Paragraph(otherwise)];

    private static IEnumerable<ReportBlock> Some(params IEnumerable<Plot?> plots) => plots.OfType<Plot>();
}
