using System.CommandLine;
using Loadstone.Designs.Infiltration;
using Loadstone.Quantities;
using Loadstone.Wetting.Bridge;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Cli.Infiltration;

/// <summary>Filling of small beds by viscous flow and surface tension together.</summary>
internal sealed class BridgeMode(FlowOptions flow, LiquidOptions liquids, CellGridOptions grid) : WetMode
{
    private const int UsualSeeds = 1, Frames = 60;

    public override string Name => "bridge";

    public override string Meaning => "viscous flow with surface tension, for small beds";

    public override IReadOnlyList<Option> Options => [.. liquids.All, flow.Viscosity, flow.Speed, grid.Cell, grid.AirViscosity];

    public override IReadOnlyList<(string Line, string Meaning)> Examples =>
        [("loadstone wet examples/small-bed.csv --box \"25 µm x 28 µm\" --mode bridge --angle \"60°\" --out bridge", "viscous flow and surface tension through some twenty particles, half a minute")];

    public override WetOutcome Run(WetTask task)
    {
        if (!QuantityKinds.Angle.TryParse(task.Value(liquids.Angle), out double angle, out string? problem)) throw new InputException(problem, file: liquids.Angle.Name);
        if (!(angle is >= 0 and <= Math.PI)) throw new InputException(FormattableString.Invariant($"the contact angle is {angle * 180 / Math.PI:g4}°; expected 0° to 180°."), file: liquids.Angle.Name);
        bool isFromReservoir = task.Value(liquids.Reservoir);
        if (isFromReservoir && task.Parsed.Has(flow.Speed)) throw new InputException("a reservoir sets its own velocity; expected --velocity without --reservoir.", file: flow.Speed.Name);
        var options = new BridgeOptions
        {
            Cell = task.Parsed.Positive(grid.Cell, QuantityKinds.Length),
            GasViscosity = task.Parsed.Positive(grid.AirViscosity, QuantityKinds.Viscosity),
            Liquid = new CapillaryLiquid { ContactAngle = angle, SurfaceTension = task.Parsed.Positive(liquids.Tension, QuantityKinds.SurfaceTension), Viscosity = task.Parsed.Positive(flow.Viscosity, QuantityKinds.Viscosity) },
            Drive = isFromReservoir ? new FillingDrive.Reservoir() : new FillingDrive.Flux { Speed = task.Parsed.Positive(flow.Speed, QuantityKinds.Speed) },
            Frames = Frames,
        };
        return task.FillAll(UsualSeeds, (beds, told) => BridgeFillings.Of(beds, options, told, task.Cancellation), BridgeReport.Of);
    }
}
