using Loadstone.Wetting;
using Loadstone.Wetting.Bridge;

namespace Loadstone.Tests.Wetting.Bridge;

public sealed class RestingFrontTests
{
    private const double Cell = Fronts.Cell, Tension = Fronts.Tension;

    [Theory]
    [InlineData(5, 1, 1e-14)]
    [InlineData(10, 1, 1e-14)]
    [InlineData(5, 1.2, 1e-8)]
    [InlineData(10, 1.2, 1e-8)]
    public void A_drop_comes_to_rest_round_under_its_pressure_and_keeps_its_volume(int cells, double stretch, double current)
    {
        // Drops that are not round in the middle of cells: currents that do not die are made by the grid.
        double side = 3 * cells * Cell;
        var walls = new FrontWalls(DiscBed.Empty(side, side), 1);
        BridgeFlow flow = Fronts.Flow(walls, isTopLiquid: false, Fronts.Ellipse(side / 2 + 0.3 * Cell, side / 2 + 0.17 * Cell, cells * Cell, stretch));
        double area = flow.Area;
        for (int k = 0; k < 30; k++) flow.Step(k < 20 ? 1e-4 : 1e-2, 0);
        double pressure = Tension * Math.Sqrt(Math.PI / area);
        flow.Jumps.ShouldHaveSingleItem().ShouldBe(pressure, 1e-3 * pressure);
        (flow.Speed * Fronts.Fluids.LiquidViscosity / Tension).ShouldBeLessThan(current);
        flow.Area.ShouldBe(area, 1e-13 * area);
    }

    [Theory]
    [InlineData(10, 0.005)]
    [InlineData(3, 0.005)]
    [InlineData(2, 0.01)]
    public void A_meniscus_in_a_slit_finds_its_angle_from_a_flat_start_wherever_the_walls_cut_the_grid(int cells, double within)
    {
        double slit = cells * Cell;
        foreach (double degrees in (double[])[30, 45, 60, 120, 150])
        {
            double angle = degrees * Math.PI / 180, exact = -2 * Math.Cos(angle) / slit * Tension;
            foreach (double shift in (double[])[0, 0.37, 0.8])
            {
                double left = (1 + shift) * Cell, height = (3 * cells + 4) * Cell;
                var walls = new FrontWalls(Fronts.Slit(left, slit, (cells + 4) * Cell, height, 0.1), angle);
                BridgeFlow flow = Fronts.Flow(walls, isTopLiquid: true, Fronts.Across(walls, new(left, height / 2), new(left + slit, height / 2)));
                for (int k = 0; k < 60; k++) flow.Step(1e-3, 0);
                flow.Pressure.ShouldBe(exact, within * Math.Abs(exact));
                flow.Jumps.ShouldHaveSingleItem().ShouldBe(exact, within * Math.Abs(exact));
                (flow.Speed * Fronts.Fluids.LiquidViscosity / Tension).ShouldBeLessThan(1e-7);
            }
        }
    }

    [Fact]
    public void A_flat_front_at_a_right_angle_stays_where_it_is()
    {
        var walls = new FrontWalls(Fronts.Slit(Cell, 6 * Cell, 8 * Cell, 20 * Cell), Math.PI / 2);
        BridgeFlow flow = Fronts.Flow(walls, isTopLiquid: true, Fronts.Across(walls, new(Cell, 10 * Cell), new(7 * Cell, 10 * Cell)));
        for (int k = 0; k < 5; k++) flow.Step(1e-3, 0);
        flow.Fronts[0].Markers.ShouldAllBe(marker => Math.Abs(marker.Y - 10 * Cell) < 1e-6 * Cell);
    }
}
