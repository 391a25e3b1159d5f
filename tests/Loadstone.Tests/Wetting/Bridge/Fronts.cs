using Loadstone.Wetting;
using Loadstone.Wetting.Bridge;
using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Stokes;

namespace Loadstone.Tests.Wetting.Bridge;

/// <summary>Fronts whose rest or motion is known.</summary>
internal static class Fronts
{
    public const double Cell = 1e-6, Tension = 0.03;
    public static readonly FluidPair Fluids = new(3.1e-3, 1.8e-5);

    /// <summary>A flow in a box, with fronts in it.</summary>
    public static BridgeFlow Flow(FrontWalls walls, bool isTopLiquid, Front front, FluidPair? fluids = null, double cell = Cell, double inlet = 1e-4) =>
        new(new StokesFlow(CutCellGrid.Of(walls.Bed, cell), inlet, fluids ?? Fluids), walls, Tension, isTopLiquid, [front]);

    /// <summary>An ellipse of liquid, as markers half a cell apart.</summary>
    public static Front Ellipse(double x, double y, double radius, double stretch = 1)
    {
        int count = (int)Math.Ceiling(4 * Math.PI * radius / Cell);
        return Front.Closed([.. Enumerable.Range(0, count).Select(i => 2 * Math.PI * i / count).Select(a => new PlanePoint(x + radius * stretch * Math.Cos(a), y + radius / stretch * Math.Sin(a)))]);
    }

    /// <summary>A bed that is an upright slit: two discs so large that their walls are straight.</summary>
    public static DiscBed Slit(double left, double slit, double width, double height, double radius = 10) =>
        DiscBed.Unchecked(width, height, [new Disc(left - radius, height / 2, radius), new Disc(left + slit + radius, height / 2, radius)]);

    /// <summary>A front straight across, from the first disc of a bed to the second.</summary>
    public static Front Across(FrontWalls walls, PlanePoint from, PlanePoint to) => Front.Open(walls,
        new FrontEnd(0, walls.Nearest(0, from, 0)), [new((from.X + to.X) / 2, (from.Y + to.Y) / 2)], new FrontEnd(1, walls.Nearest(1, to, walls.Circumference(1) / 2)));
}
