using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Tables;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse literature</c>: own results over a table of published ones.</summary>
internal sealed class LiteratureCommand() : LaboratoryCommand("literature", "Own results over published ones: any two columns of tables, on the same axes and in the same units.")
{
    private readonly Option<string[]> _literature = new FileOption<string[]>("--literature") { Description = "Table of published points; once for each table.", HelpName = "TABLE.csv", Required = true };
    private readonly Option<string> _x = new("--x") { Description = "Name of the horizontal column, the same in all tables.", HelpName = "COLUMN", Required = true };
    private readonly Option<string> _y = new("--y") { Description = "Name of the vertical column.", HelpName = "COLUMN", Required = true };

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse literature examples/laboratory/own-electrodes.csv --literature examples/laboratory/literature.csv --x loading --y \"areal capacity\" --out literature", "areal capacity against loading"),
        ("loadstone analyse literature examples/laboratory/own-electrodes.csv --literature examples/laboratory/literature.csv --x \"energy density\" --y \"specific energy\"", "Wh/kg against Wh/L"),
        ("loadstone analyse literature cycles/summary.csv --literature mine.csv --x cycles --y \"retention at the end\"", "the summary.csv of any analysis"),
    ];

    public override string? Remarks =>
        "FILE and TABLE are CSV with a header such as: label, loading / mg/cm², areal capacity / mAh/cm². Units may differ between tables; they are\n"
        + "converted to those of FILE. Rows without both numbers are passed over.";

    public override IReadOnlyList<Option> Options => [_literature, _x, _y];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        string x = parsed.GetValue(_x)!, y = parsed.GetValue(_y)!;
        MeasuredTable[] published = [.. parsed.GetValue(_literature)!.Select(MeasuredTable.Load)];
        return [.. files.Select(file =>
        {
            var own = LiteraturePoints.Of(MeasuredTable.Load(file), x, y);
            return LiteratureReport.Of(RecordingFiles.SampleOf(file), own, [.. published.Select(table => LiteraturePoints.Of(table, x, y, own.X, own.Y))]);
        })];
    }
}
