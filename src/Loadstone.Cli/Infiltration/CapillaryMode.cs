using System.CommandLine;
using Loadstone.Designs.Infiltration;
using Loadstone.Laboratory;
using Loadstone.Quantities;
using Loadstone.Wetting;

namespace Loadstone.Cli.Infiltration;

/// <summary>Filling where capillarity alone decides.</summary>
internal sealed class CapillaryMode : WetMode
{
    private readonly Option<string> _angle = new("--angle") { Description = "Contact angle through the electrolyte.", HelpName = "\"30°\"", DefaultValueFactory = _ => "30°" };
    private readonly Option<string> _tension = new("--surface-tension") { Description = "Surface tension of the electrolyte.", HelpName = "\"30 mN/m\"", DefaultValueFactory = _ => "30 mN/m" };
    private readonly Option<bool> _reservoir = new("--reservoir") { Description = "Fill from a reservoir at the pressure of the air, in place of a flux that is forced in until it leaves below." };

    public override string Name => "capillary";

    public override string Meaning => "slow filling, where capillarity alone decides";

    public override IReadOnlyList<Option> Options => [_angle, _tension, _reservoir];

    public override IReadOnlyList<(string Line, string Meaning)> Examples =>
    [
        ("loadstone wet examples/l-dry-s.json --porosity \"50 %\" --seeds 20", "the arrangements of a design, twenty beds each"),
        ("loadstone wet bed.csv --angle \"60°\" --out wet", "one bed of one's own"),
    ];

    public override IReadOnlyList<LaboratoryResult> Run(WetTask task)
    {
        double angle = task.Parsed.AllOf(_angle, QuantityKinds.Angle)[0], tension = task.Parsed.Positive(_tension, QuantityKinds.SurfaceTension);
        double highest = task.Value(_reservoir) ? 0 : double.PositiveInfinity;
        IReadOnlyList<(string Name, Func<IReadOnlyList<DiscBed>> Make)> sets = task.Beds.Sets(task);
        return task.Display.Each([.. sets.Select(set => set.Name)], (k, _) =>
            CapillaryReport.Of(CapillaryStudy.Of(sets[k].Name, sets[k].Make(), angle, highest, task.Cancellation), tension));
    }
}
