using System.CommandLine;
using Loadstone.Designs;
using Loadstone.Designs.Infiltration;
using Loadstone.Quantities;

namespace Loadstone.Cli.Infiltration;

/// <summary>Filling and rest of a whole cell: what the document says under "wetting", or how long <c>--rest</c> says.</summary>
internal sealed class CellMode : WetMode
{
    private static readonly string StandardRest = AreaReport.Duration(AreaStudy.StandardRest);

    private readonly Option<string> _rest = new("--rest") { Description = "Time of rest, in place of the document's.", HelpName = "\"10 h\"", DefaultValueFactory = _ => StandardRest };

    public override string Name => "cell";

    public override string Meaning => "a whole cell from its edges or its separator, and its rest until trapped gas has gone";

    public override IReadOnlyList<Option> Options => [_rest];

    public override IReadOnlyList<(string Line, string Meaning)> Examples =>
        [("loadstone wet examples/wetted-cell.json --mode cell --rest \"50 h\" --out wet-cell", "wetted fraction and ohmic intercept over the time of rest")];

    public override WetOutcome Run(WetTask task)
    {
        double? rest = task.Parsed.Has(_rest) ? task.Parsed.Positive(_rest, QuantityKinds.Time) : null;
        IReadOnlyList<Design> designs = task.Beds.DesignsAlone(task, Name);
        return new WetOutcome(task.Display.Each([.. designs.Select(design => design.Name)], (k, _) =>
            AreaReport.Of(AreaStudy.Of(designs[k], wetting => wetting with { Rest = rest ?? wetting.Rest }))));
    }
}
