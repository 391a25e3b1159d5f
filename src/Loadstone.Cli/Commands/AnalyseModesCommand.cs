using System.CommandLine;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using Loadstone.Materials;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse modes</c>.</summary>
internal sealed class AnalyseModesCommand() : LaboratoryCommand("modes", "Loss of lithium and of active material from slow curves of full cells.")
{
    private readonly Option<string> _positive = new FileOption<string>("--positive", FileUse.FileOrMaterial) { Description = "Half-cell curve of the positive electrode: a material of the catalogue, or a file.", HelpName = "MATERIAL|FILE", Required = true };
    private readonly Option<string> _negative = new FileOption<string>("--negative", FileUse.FileOrMaterial) { Description = "Half-cell curve of the negative electrode: a material of the catalogue, or a file.", HelpName = "MATERIAL|FILE", Required = true };
    private readonly Option<bool> _charge = new("--charge") { Description = "Of charges; default: of discharges." };
    private readonly Option<bool> _resistance = new("--resistance") { Description = "Fit a constant resistance too." };

    public override FileSubject Subject => FileSubject.Test;

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse modes examples/laboratory/slow-fresh.bdf.csv examples/laboratory/slow-aged.bdf.csv --positive nmc811 --negative graphite --resistance", "LLI and LAM of the second against the first"),
        ("loadstone analyse modes fresh.csv aged.csv --positive cathode.csv --negative anode.mpt", "with half-cell curves of one's own"),
    ];

    public override string? Remarks => "The first slow curve of the first file is the fresh cell.\n"
        + "A file of a half-cell curve is a table with a charge (or state of charge) and a potential column, or a slow recording against lithium;\n"
        + "capacities of electrodes are then those of the curve's whole range.";

    public override IReadOnlyList<Option> Options => [_positive, _negative, _charge, _resistance];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        HalfCellCurve positive = Curve(parsed.GetValue(_positive)!, cancellation), negative = Curve(parsed.GetValue(_negative)!, cancellation);
        Direction direction = parsed.GetValue(_charge) ? Direction.Charge : Direction.Discharge;
        return ModeReport.Of([.. files.Select(file => ModeSeries.Of(RecordingFiles.SampleOf(file), CycleTable.Of(RecordingFiles.Trace(file, cancellation)), direction, positive, negative, parsed.GetValue(_resistance)))]);
    }

    private static HalfCellCurve Curve(string name, CancellationToken cancellation)
    {
        if (Path.HasExtension(name)) return HalfCellCurveFile.Load(name, cancellation);
        SourcedFunction potential = Catalogue.Default.Find<ActiveMaterial>(name).OpenCircuitPotential;
        return new HalfCellCurve(name, potential.Function, potential.Domain.Low, potential.Domain.High);
    }
}
