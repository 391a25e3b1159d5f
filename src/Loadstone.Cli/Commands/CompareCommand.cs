using System.CommandLine;
using Loadstone.Designs.Fitting;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Recordings;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary><c>loadstone analyse compare</c>: measured time series beside the simulation of a design.</summary>
internal sealed class CompareCommand() : LaboratoryCommand("compare", "Measured voltage beside the simulation of a design document with the measured current: overlay, residuals, RMS.")
{
    private readonly Option<string> _with = new FileOption<string>("--with", FileUse.Design) { Description = "The design document.", HelpName = "DESIGN.json", Required = true };
    private readonly Option<string?> _soc = new("--soc") { Description = "State of charge at the start, at rest; 1 is the upper cut-off. Default: 1.", HelpName = "0..1" };
    private readonly CellOptions _cell = new();

    public override FileSubject Subject => FileSubject.Test;

    protected override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone analyse compare examples/laboratory/discharge.bdf.csv --with examples/nmc811-half-cell.json", "a measured discharge on the axes of its simulation"),
    ];

    public override string? Remarks => "The measured current is simulated from rest: constant where it was constant, as a table where it was not. loadstone fit changes the design to suit.";

    public override IReadOnlyList<Option> Options => [_with, _soc, .. _cell.All];

    public override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        FitOptions options = FitCommand.Options(parsed, _cell, parsed.GetValue(_soc));
        return [.. files.Select(file => FitReport.Of(
            Path.GetFileNameWithoutExtension(file),
            DesignFit.Compare(parsed.GetValue(_with)!, MeasuredRun.Of(InstrumentFile.Load(file, cancellation)), options, cancellation)))];
    }
}
