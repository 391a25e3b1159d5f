using System.CommandLine;
using Loadstone.Designs.Infiltration;
using Loadstone.Quantities;
using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Cli.Infiltration;

/// <summary>Filling where capillarity alone decides: the arrangements of a design, or a ranking over ratios, gaps and angles.</summary>
internal sealed class CapillaryMode(FlowOptions flow, LiquidOptions liquids, CheckpointOption checkpoint, RankingOptions ranking) : WetMode
{
    private const int UsualSeeds = 20;

    public override string Name => "capillary";

    public override string Meaning => "slow filling, where capillarity alone decides";

    public override IReadOnlyList<Option> Options => [.. liquids.All, flow.Viscosity, flow.Speed, .. ranking.All];

    public override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone wet examples/l-dry-s.json --porosity \"50 %\" --seeds 20", "the arrangements of a design, twenty beds each"),
        ("loadstone wet bed.csv --angle \"60°\" --out wet", "one bed of one's own"),
        ("loadstone wet examples/l-dry-s.json --porosity \"50 %\" --ratios \"3:7, 5:5, 7:3\" --angle \"30°, 60°\" --gap \"0.4 µm, 0.8 µm\" --out ranking", "which arrangement breaks through last, with 95 % intervals"),
    ];

    public override WetOutcome Run(WetTask task)
    {
        IReadOnlyList<double> angles = RankingText.ContactAngles(task.Parsed.GetValue(liquids.Angle)!, liquids.Angle.Name);
        var liquid = new CapillaryLiquid { ContactAngle = angles[0], SurfaceTension = task.Parsed.Positive(liquids.Tension, QuantityKinds.SurfaceTension), Viscosity = task.Parsed.Positive(flow.Viscosity, QuantityKinds.Viscosity) };
        var flux = new FillingDrive.Flux { Speed = task.Parsed.Positive(flow.Speed, QuantityKinds.Speed) };
        bool isFromReservoir = task.Value(liquids.Reservoir);
        if (isFromReservoir && task.Parsed.Has(flow.Speed)) throw new InputException("a reservoir sets its own velocity; expected --velocity without --reservoir.", file: flow.Speed.Name);
        if (angles.Count > 1 || ranking.IsAsked(task))
        {
            if (isFromReservoir) throw new InputException("a ranking compares breakthrough at a forced flux; expected one ratio, gap and angle with --reservoir.", file: liquids.Reservoir.Name);
            return ranking.Run(task, new CapillaryMeasure { ContactAngles = [.. angles.Order()], Liquid = liquid, Flux = flux }, UsualSeeds);
        }
        if (task.Parsed.Has(checkpoint.Option)) throw new InputException("only a ranking keeps a checkpoint; expected --ratios, or several gaps or angles.", file: checkpoint.Option.Name);
        IReadOnlyList<(string Name, Func<IReadOnlyList<DiscBed>> Make)> sets = task.Beds.Sets(task, UsualSeeds);
        FillingDrive drive = isFromReservoir ? new FillingDrive.Reservoir() : flux;
        return new WetOutcome(task.Display.Each([.. sets.Select(set => set.Name)], (k, _) =>
            CapillaryReport.Of(CapillaryStudy.Of(sets[k].Name, sets[k].Make(), liquid, drive, task.Cancellation), liquid)));
    }
}
