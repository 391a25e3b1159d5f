using System.CommandLine;
using Loadstone.Designs.Infiltration;
using Loadstone.Quantities;
using Loadstone.Wetting.Stokes;
using Loadstone.Wetting.Study;

namespace Loadstone.Cli.Infiltration;

/// <summary>Filling by viscous flow alone on a grid, without surface tension: the arrangements of a design, or a ranking over ratios and gaps.</summary>
internal sealed class StudyMode(FlowOptions flow, CellGridOptions grid, CheckpointOption checkpoint, RankingOptions ranking) : WetMode
{
    private const int Frames = 60, UsualSeeds = 3;

    private readonly Option<double> _poreVolumes = new("--pore-volumes") { Description = "How much is injected, in volumes of the bed's pores.", HelpName = "2", DefaultValueFactory = _ => 2 };

    public override string Name => "study";

    public override string Meaning => "viscous flow on a grid, without surface tension";

    public override IReadOnlyList<Option> Options => [grid.Cell, _poreVolumes, flow.Viscosity, grid.AirViscosity, flow.Speed, .. ranking.All];

    public override IReadOnlyList<(string Line, string Meaning)> Examples =>
        [("loadstone wet examples/l-dry-s.json --mode study --porosity \"50 %\" --out study", "viscous flow through three beds of each arrangement, a minute of a processor each")];

    public override WetOutcome Run(WetTask task)
    {
        double volumes = task.Value(_poreVolumes);
        if (!(volumes is >= 0.01 and <= 100)) throw new InputException(FormattableString.Invariant($"{volumes} pore volumes were asked for; expected 0.01 to 100."), file: _poreVolumes.Name);
        var options = new StudyOptions
        {
            Cell = task.Parsed.Positive(grid.Cell, QuantityKinds.Length),
            InletVelocity = task.Parsed.Positive(flow.Speed, QuantityKinds.Speed),
            Fluids = new FluidPair(task.Parsed.Positive(flow.Viscosity, QuantityKinds.Viscosity), task.Parsed.Positive(grid.AirViscosity, QuantityKinds.Viscosity)),
            PoreVolumes = volumes,
            Frames = Frames,
        };
        if (ranking.IsAsked(task)) return ranking.Run(task, new StudyMeasure { Options = options }, UsualSeeds);
        return task.FillAll(UsualSeeds, (beds, told) => new StudyFillings(options, checkpoint.Folder(task)).Fill(beds, told, task.Cancellation), StudyReport.Of);
    }
}
