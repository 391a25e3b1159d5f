using System.CommandLine;
using Loadstone.Designs.Infiltration;
using Loadstone.Formats;
using Loadstone.Quantities;
using Loadstone.Wetting;
using Loadstone.Wetting.Stokes;
using Loadstone.Wetting.Study;

namespace Loadstone.Cli.Infiltration;

/// <summary>Filling by viscous flow alone on a grid, without surface tension.</summary>
internal sealed class StudyMode(FlowOptions flow, CheckpointOption checkpoint) : WetMode
{
    private const int Frames = 60, UsualSeeds = 3, Saves = 100;
    private const double AirViscosity = 1.8e-5;

    private readonly Option<string> _grid = new("--grid") { Description = "Side of a grid cell.", HelpName = "\"0.5 µm\"", DefaultValueFactory = _ => "0.5 µm" };
    private readonly Option<double> _poreVolumes = new("--pore-volumes") { Description = "How much is injected, in volumes of the bed's pores.", HelpName = "2", DefaultValueFactory = _ => 2 };

    public override string Name => "study";

    public override string Meaning => "viscous flow on a grid, without surface tension";

    public override IReadOnlyList<Option> Options => [_grid, _poreVolumes, flow.Viscosity, flow.Speed, checkpoint.Option];

    public override IReadOnlyList<(string Line, string Meaning)> Examples =>
        [("loadstone wet bed.csv --mode study --grid \"1 µm\" --out study", "viscous flow through one bed, on coarse cells")];

    public override WetOutcome Run(WetTask task)
    {
        double volumes = task.Value(_poreVolumes);
        if (!(volumes is >= 0.01 and <= 100)) throw new InputException(FormattableString.Invariant($"{volumes} pore volumes were asked for; expected 0.01 to 100."), file: _poreVolumes.Name);
        var options = new StudyOptions
        {
            Cell = task.Parsed.Positive(_grid, QuantityKinds.Length),
            InletVelocity = task.Parsed.Positive(flow.Speed, QuantityKinds.Speed),
            Fluids = new FluidPair(task.Parsed.Positive(flow.Viscosity, QuantityKinds.Viscosity), AirViscosity),
            PoreVolumes = volumes,
            Frames = Frames,
        };
        (string Name, IReadOnlyList<DiscBed> Beds)[] sets = [.. task.Beds.Sets(task, UsualSeeds).Select(set => (set.Name, set.Make()))];
        (string Name, DiscBed Bed)[] cases = [.. sets.SelectMany(set => set.Beds.Select((bed, i) => (FormattableString.Invariant($"{set.Name}, bed {i + 1}"), bed)))];
        foreach ((_, DiscBed bed) in cases)
        {
            Percolation.Check(bed, options.Cell);
            GridMemory.Check(bed, options.Cell);
        }
        string? path = checkpoint.Path(task);
        IReadOnlyList<StudyResult> results = task.Display.Each([.. cases.Select(one => one.Name)], (k, progress) => Fill(cases[k].Bed, options, path is null ? null : FormattableString.Invariant($"{path}.{k + 1}"), progress, task.Cancellation));
        int at = 0;
        return new WetOutcome([.. sets.Select(set =>
        {
            StudyResult[] own = [.. results.Skip(at).Take(set.Beds.Count)];
            at += own.Length;
            return StudyReport.Of(set.Name, set.Beds, own);
        })]);
    }

    // The state of each bed has a file of its own; a bed that is done is only read from it.
    private static StudyResult Fill(DiscBed bed, StudyOptions options, string? path, IProgress<double> progress, CancellationToken cancellation)
    {
        StudyRun run;
        if (path is not null && File.Exists(path))
        {
            using FileStream kept = File.OpenRead(path);
            run = StudyRun.Resume(bed, options, kept, path);
        }
        else
        {
            run = StudyRun.Begin(bed, options);
        }
        double saved = run.Done;
        while (!run.IsDone)
        {
            cancellation.ThrowIfCancellationRequested();
            run.Advance();
            progress.Report(run.Done);
            if (path is null || (run.Done - saved < 1.0 / Saves && !run.IsDone)) continue;
            AtomicFile.WriteBytes(path, run.Save);
            saved = run.Done;
        }
        return run.Result();
    }
}
