using System.Text.Json.Nodes;
using Loadstone.Cells.Pouch;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Designs.Runs;

/// <summary>An account of energy as one page and as data.</summary>
public static class EnergyReport
{
    private const int TornadoRows = 14, DetailedVariants = 3;

    private static readonly string[] LevelNames = ["positive electrode", "rest of the dry stack", "electrolyte", "case"];

    /// <summary>The tables for a terminal: the answer, then parts and levels where there are few variants.</summary>
    public static IReadOnlyList<Table> Tables(EnergyOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var tables = new List<ResultTable>();
        if (outcome.Variants.Count <= DetailedVariants) tables.AddRange([EnergyTables.Parts(outcome), EnergyTables.Levels(outcome)]);
        tables.AddRange([EnergyTables.Balance(outcome), EnergyTables.Process(outcome), EnergyTables.Summary(outcome), EnergyTables.Published(outcome)]);
        if (outcome.Variants.Count == 1) tables.Add(EnergyTables.Needed(outcome));
        return [.. tables.Where(table => table.Rows.Count > 0).Select(table => table.ToTable())];
    }

    /// <summary>What a reader should be warned of, a sentence each.</summary>
    public static IReadOnlyList<string> Warnings(EnergyOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return [.. outcome.Variants.SelectMany(v => v.Warnings.Select(warning => $"{v.Name}: {warning}"))];
    }

    /// <summary>The page: the answer first, then what it rests on.</summary>
    /// <param name="outcome">The account.</param>
    /// <param name="command">The command that repeats it, or null.</param>
    public static Report Compose(EnergyOutcome outcome, string? command = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ReportSection[] sections =
        [
            new("Answer", [.. Some(EnergyTables.Summary(outcome), EnergyTables.Published(outcome)), .. WarningList(outcome)]),
            new("Where the mass goes", [.. outcome.Variants.Select(v => Parts(v, outcome, volume: false))]),
            new("Where the volume goes", [.. outcome.Variants.Select(v => Parts(v, outcome, volume: true))]),
            new("Parts and levels", [.. Some(EnergyTables.Levels(outcome), EnergyTables.Parts(outcome))]),
            new("Balance of the electrodes", [.. Some(EnergyTables.Balance(outcome))]),
            new("What the figures owe to each number", [.. outcome.Variants.SelectMany(v => Tornados(v, outcome)), .. Some(EnergyTables.Sensitivities(outcome))]),
            new("What published figures would need", [.. Some(EnergyTables.Needed(outcome))]),
            new("Solvent and drying", [.. Some(EnergyTables.Process(outcome))]),
            new("Assumptions", [.. Some(EnergyTables.Assumptions(outcome))]),
            new("How to repeat", command is null ? [] : [new Paragraph(command)]),
        ];
        return new Report(outcome.Name, outcome.Description, [.. sections.Where(section => section.Blocks.Count > 0)]);
    }

    /// <summary>Everything that the page shows in numbers, with units.</summary>
    /// <param name="outcome">The account.</param>
    /// <param name="command">The command that repeats it, or null.</param>
    public static JsonObject ToJson(EnergyOutcome outcome, string? command = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var json = new JsonObject
        {
            ["program"] = "Loadstone " + typeof(EnergyReport).Assembly.GetName().Version?.ToString(3),
            ["name"] = outcome.Name,
            ["description"] = outcome.Description,
            ["command"] = command,
        };
        foreach (ResultTable table in (ResultTable[])
        [
            EnergyTables.Summary(outcome), EnergyTables.Published(outcome), EnergyTables.Levels(outcome), EnergyTables.Parts(outcome), EnergyTables.Balance(outcome),
            EnergyTables.Sensitivities(outcome), EnergyTables.Needed(outcome), EnergyTables.Process(outcome), EnergyTables.Assumptions(outcome),
        ])
        {
            json[table.Key] = table.ToJson();
        }
        json["warnings"] = new JsonArray([.. Warnings(outcome).Select(warning => (JsonNode?)warning)]);
        return json;
    }

    private static Drawing Parts(EnergyVariant variant, EnergyOutcome outcome, bool volume)
    {
        WaterfallBar[] bars = [.. variant.Ledger.Parts
            .Select(part => new WaterfallBar(part.Name, volume ? part.Volume * 1e6 : part.Mass * 1e3, (int)part.Level)).Where(bar => bar.Value > 0)];
        string what = volume ? "volume" : "mass";
        return Waterfall.Draw(Name($"{what}-parts", variant, outcome), Title($"Where the {what} goes", variant, outcome), volume ? "cm³" : "g", bars, "cell", LevelNames,
            volume ? "Volume of the envelope, electrodes as made; lithium that is plated on charge comes on top." : null);
    }

    private static IEnumerable<Drawing> Tornados(EnergyVariant variant, EnergyOutcome outcome)
    {
        Drawing Draw(string what, string unit, double center, Func<PouchSensitivity, (double Low, double High)> range)
        {
            IEnumerable<(PouchSensitivity Of, double Low, double High)> rows = variant.Sensitivities.Select(s => (s, range(s).Low, range(s).High))
                .OrderByDescending(row => Math.Max(Distance(row.Item2, center), Distance(row.Item3, center))).Take(TornadoRows);
            return Tornado.Draw(Name($"sensitivity-{what.Replace(' ', '-')}", variant, outcome), Title($"Energy {what}", variant, outcome), unit, center,
                [.. rows.Select(row => new TornadoBar(row.Of.Parameter.Name, EnergyTables.Show(row.Of.Parameter, row.Of.Parameter.Low), EnergyTables.Show(row.Of.Parameter, row.Of.Parameter.High), row.Low, row.High))],
                "Each number alone at the low (blue) and the high (orange) end of its range: of the listed assumption, else 10 % to either side.");
        }
        yield return Draw("per mass", "Wh/kg", ToWhPerKg(variant.Ledger.SpecificEnergy), s => (ToWhPerKg(s.SpecificEnergyRange.Low), ToWhPerKg(s.SpecificEnergyRange.High)));
        yield return Draw("per volume", "Wh/L", ToWhPerL(variant.Ledger.EnergyDensity), s => (ToWhPerL(s.EnergyDensityRange.Low), ToWhPerL(s.EnergyDensityRange.High)));
    }

    private static double Distance(double end, double center) => double.IsFinite(end) ? Math.Abs(end - center) : 0;

    private static double ToWhPerKg(double value) => QuantityKinds.SpecificEnergy.ToUnit(value, "Wh/kg");

    private static double ToWhPerL(double value) => QuantityKinds.EnergyDensity.ToUnit(value, "Wh/L");

    private static IEnumerable<ReportBlock> Some(params IEnumerable<ResultTable> tables) => tables.Where(table => table.Rows.Count > 0).Select(table => table.ToTable());

    private static IEnumerable<ReportBlock> WarningList(EnergyOutcome outcome) => Warnings(outcome) is { Count: > 0 } warnings ? [new BulletList(warnings)] : [];

    private static string Name(string what, EnergyVariant variant, EnergyOutcome outcome) => outcome.Variants.Count > 1 ? $"{what}-{variant.Name}" : what;

    private static string Title(string what, EnergyVariant variant, EnergyOutcome outcome) => outcome.Variants.Count > 1 ? $"{what}: {variant.Name}" : what;
}
