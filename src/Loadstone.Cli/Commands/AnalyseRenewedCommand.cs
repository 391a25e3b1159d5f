using System.CommandLine;
using Loadstone.Cells;
using Loadstone.Designs;
using Loadstone.Designs.Building;
using Loadstone.Designs.Runs;
using Loadstone.Electrochemistry;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Renewal;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse renewed</c>.</summary>
internal sealed class AnalyseRenewedCommand() : LaboratoryCommand("renewed", "Which electrode failed: an aged cell before and after one electrode and the electrolyte were renewed.")
{
    private readonly Option<string> _renewed = new("--renewed") { Description = "The electrode that was exchanged for a fresh one.", HelpName = "negative|positive", DefaultValueFactory = _ => "negative" };
    private readonly Option<string?> _fresh = new FileOption<string?>("--fresh") { Description = "Recording of the fresh cell. Default: the first cycles of BEFORE.", HelpName = "FILE" };
    private readonly Option<int> _cycles = new("--cycles") { Description = "Discharges that are taken of each, at one current.", HelpName = "N", DefaultValueFactory = _ => 3 };
    private readonly Option<string[]> _mass = new("--mass") { Description = "Mass of active material before and after (and fresh, with --fresh), in this order, where pieces differ; ± gives its standard uncertainty.", HelpName = "\"12 mg ± 0.1 mg\"" };
    private readonly Option<string?> _with = new FileOption<string?>("--with", FileUse.Design) { Description = "A design document whose base is the fresh cell, of its area: the same is simulated beside, at the measured current.", HelpName = "DESIGN.json" };
    private readonly Option<string?> _aged = new("--aged") { Description = "The variant of that document that is the aged cell.", HelpName = "VARIANT" };

    public override FileSubject Subject => FileSubject.Test;

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse renewed examples/laboratory/renewed-before.bdf.csv examples/laboratory/renewed-after.bdf.csv --fresh examples/laboratory/renewed-fresh.bdf.csv", "an aged positive electrode against fresh graphite"),
        ("loadstone analyse renewed examples/laboratory/renewed-before.bdf.csv examples/laboratory/renewed-after.bdf.csv --fresh examples/laboratory/renewed-fresh.bdf.csv --with examples/laboratory/renewed.json --aged aged --out renewed", "with the simulation of the same exchange"),
    ];

    public override string? Remarks => "FILE FILE: BEFORE, whose last cycles are the aged cell, and AFTER, whose first cycles at the same current are the renewed one.";

    public override IReadOnlyList<Option> Options => [_renewed, _fresh, _cycles, _mass, _with, _aged];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        if (files.Count != 2) throw new InputException($"{files.Count} file{(files.Count == 1 ? "" : "s")}; expected two, of the cell before and after the renewal (the fresh cell follows --fresh).", "FILE");
        int count = parsed.GetValue(_cycles);
        if (count < 1) throw new InputException($"{count} is no number of cycles; expected 1 or more.", file: _cycles.Name);
        RenewedElectrode renewed = Electrode(parsed.GetValue(_renewed)!);
        string? freshFile = parsed.GetValue(_fresh);
        Estimate?[] masses = Masses(parsed.GetValue(_mass) ?? [], freshFile is null ? 2 : 3);
        (Cell Fresh, Cell Aged, MeshSettings Mesh)? model = Model(parsed);
        CycleTable beforeTable = Table(files[0]), afterTable = Table(files[1]), freshTable = freshFile is null ? beforeTable : Table(freshFile);
        CellCheck before = CellCheck.Last(beforeTable, count, masses[0]);
        CellCheck after = CellCheck.First(afterTable, count, before.Current, masses[1]), fresh = CellCheck.First(freshTable, count, before.Current, masses[2]);
        if (freshFile is null && fresh.LastCycle >= before.FirstCycle)
            throw new InputException($"the first cycles at the current of the last one, {fresh.FirstCycle} to {fresh.LastCycle}, are the last ones too; expected a longer test of the cell from fresh to aged, or --fresh.", file: files[0]);
        double current = before.Current * (masses[0]?.Value ?? 1);
        RenewalSimulation? simulation = model is { } m ? RenewalSimulation.Run(m.Fresh, m.Aged, renewed, current, m.Mesh, cancellation) : null;
        string[] notes = [.. beforeTable.Warnings.Concat(afterTable.Warnings).Concat(freshTable.Warnings).Distinct()];
        return [RenewalReport.Of(RecordingFiles.SampleOf(files[1]), fresh, before, after, renewed, simulation, notes)];

        CycleTable Table(string file) => CycleTable.Of(RecordingFiles.Trace(file, cancellation));
    }

    private static RenewedElectrode Electrode(string name) => name.Trim().ToLowerInvariant() switch
    {
        "negative" => RenewedElectrode.Negative,
        "positive" => RenewedElectrode.Positive,
        _ => throw new InputException($"\"{name}\" is no electrode; expected negative or positive.", file: "--renewed"),
    };

    // Before, after, fresh; the fresh cell is the one before where no file of its own is given.
    private Estimate?[] Masses(string[] texts, int files)
    {
        if (texts.Length == 0) return [null, null, null];
        if (texts.Length != files) throw new InputException($"{texts.Length} masses for {files} files; expected one for each, before, after{(files == 3 ? " and fresh" : "")}.", file: _mass.Name);
        Estimate?[] read = [.. texts.Select(text => (Estimate?)UncertainQuantity.ParsePositive(text, QuantityKinds.Mass, _mass.Name))];
        return [read[0], read[1], read[files == 3 ? 2 : 0]];
    }

    private (Cell, Cell, MeshSettings)? Model(ParseResult parsed)
    {
        string? path = parsed.GetValue(_with), variant = parsed.GetValue(_aged);
        if (path is null && variant is null) return null;
        if (path is null || variant is null) throw new InputException("the simulation needs a design document and its aged variant; expected --with and --aged together.", file: path is null ? _aged.Name : _with.Name);
        DesignDocument document = DesignDocument.Load(path);
        return (DesignBuilder.Build(document.Base).Cell, DesignBuilder.Build(DesignRunner.Choose(document, [variant])[0]).Cell, document.Base.Mesh);
    }
}
