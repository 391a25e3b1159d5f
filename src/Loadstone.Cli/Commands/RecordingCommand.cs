using System.CommandLine;
using Loadstone.Designs.Comparison;
using Loadstone.Designs.Fitting;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Recordings;
using Loadstone.Reports;
using Loadstone.Web.Laboratory;

namespace Loadstone.Cli.Commands;

/// <summary>An analysis of one recording a file, which a simulation of a design document may stand beside (<c>--with</c>).</summary>
/// <param name="name">Name of the analysis.</param>
/// <param name="description">What it does, in a sentence.</param>
internal abstract class RecordingCommand(string name, string description) : LaboratoryCommand(name, description)
{
    private readonly Option<string?> _with = new FileOption<string?>("--with", FileUse.Design) { Description = "A design document: its simulation, analysed alike, stands beside the measurement with residuals.", HelpName = "DESIGN.json" };
    private readonly Option<string?> _soc = new("--soc") { Description = "State of charge at which the simulation starts, at rest; 1 is the upper cut-off. Default: as the first rows tell; half full for spectra.", HelpName = "0..1" };
    private readonly CellOptions _cell = new();

    public override FileSubject Subject => FileSubject.Test;

    /// <summary>Options of the analysis itself.</summary>
    protected abstract IReadOnlyList<Option> Settings { get; }

    public sealed override IReadOnlyList<Option> Options => [.. Settings, _with, _soc, .. _cell.All];

    /// <summary>The analysis of a measurement, ready for it and for a simulation of it: what both must share, such as the current of 1C, is the measurement's.</summary>
    /// <param name="sample">Name of the sample.</param>
    /// <param name="measured">The measurement.</param>
    /// <param name="parsed">Values of <see cref="Settings"/>.</param>
    /// <exception cref="InputException">The measurement or an option cannot be used.</exception>
    protected abstract Func<Recording, LaboratoryResult> Prepare(string sample, Recording measured, ParseResult parsed);

    /// <summary>What an instrument would have recorded of a design; of cycler files the test.</summary>
    protected virtual Recording Simulate(string design, Recording measured, FitOptions options, double? stateOfCharge, CancellationToken cancellation) =>
        SimulatedRecording.OfTest(design, measured, options, stateOfCharge, cancellation);

    public sealed override IReadOnlyList<LaboratoryResult> Analyse(IReadOnlyList<string> files, ParseResult parsed, CancellationToken cancellation)
    {
        string? design = parsed.GetValue(_with), soc = parsed.GetValue(_soc);
        FitOptions options = FitCommand.Options(parsed, _cell, null);
        if (design is null && (soc is not null || options.Overrides.Count > 0 || options.Variant is not null || options.Mesh is not null))
            throw new InputException("--soc, --set, --variant and --mesh say how a design is simulated; expected --with DESIGN.json beside them.", _with.Name);
        double? stateOfCharge = soc is null ? null : StateOfChargeText.Parse(soc);
        return [.. files.Select(file =>
        {
            Recording measured = InstrumentFile.Load(file, cancellation);
            Func<Recording, LaboratoryResult> analyse = Prepare(RecordingFiles.SampleOf(file), measured, parsed);
            LaboratoryResult result = analyse(measured);
            if (design is null) return result;
            Recording simulated = Simulate(design, measured, options, stateOfCharge, cancellation);
            return SideBySide.Of(WithCourse(result, measured), WithCourse(analyse(simulated), simulated), simulated.Notes);
        })];
    }

    // The course of a test stands beside that of its simulation whatever was made of it.
    private static LaboratoryResult WithCourse(LaboratoryResult result, Recording recording) => recording.Has(RecordColumns.TestTime) && recording.Has(RecordColumns.Voltage)
        ? result with { Sections = [.. result.Sections, new ReportSection("Course of the test", [CyclePlots.Time(TestTrace.Of(recording))])] }
        : result;
}
