using Loadstone.Wetting;
using Loadstone.Wetting.Bridge;
using Loadstone.Wetting.Capillary;
using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Stokes;

namespace Loadstone.Tests.Wetting.Bridge;

public sealed class MovingFrontTests
{
    private const double Cell = Fronts.Cell, Tension = Fronts.Tension;

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(90)]
    public void A_meniscus_pushed_slowly_through_a_throat_of_two_cells_needs_its_pressure_of_entry(double degrees)
    {
        // The discs stand out of the box, so that the lines of contact have all of the lower half of them to go.
        const double cell = 0.5e-6, radius = 2.25e-6, gap = 2 * cell, x = 0.9 * radius, width = 2 * (radius + x) + gap, y = 4 * radius, number = 1e-5;
        double angle = degrees * Math.PI / 180, inlet = number * Tension / Fronts.Fluids.LiquidViscosity * gap / width, height = Math.Sqrt(1 - 0.8 * 0.8) * radius;
        DiscBed bed = DiscBed.Unchecked(width, 6 * radius, [new Disc(x, y, radius), new Disc(width - x, y, radius)]);
        var walls = new FrontWalls(bed, angle);
        BridgeFlow flow = Fronts.Flow(walls, true, Fronts.Across(walls, new(x + 0.8 * radius, y - height), new(width - x - 0.8 * radius, y - height)), cell: cell, inlet: inlet);
        double highest = double.NegativeInfinity, exact = new Meniscus(bed.Discs[1], bed.Discs[0], angle).Largest * Tension;
        for (int k = 0; k < 1500 && !(flow.Pressure < highest - 0.05 * Math.Abs(exact) && highest > 0); k++)
        {
            flow.Step(0.1 * cell * cell / (inlet * width), 1);
            highest = Math.Max(highest, flow.Pressure);
        }
        highest.ShouldBe(exact, 0.012 * exact);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    public void A_capillary_wave_decays_at_the_rate_of_two_fluids_without_inertia(double step)
    {
        // σk/(2(μ₁ + μ₂)); the box holds half a wave between its sides.
        const int half = 16;
        const double viscosity = 1e-3, k = Math.PI / (half * Cell), rate = Tension * k / (4 * viscosity);
        BridgeFlow flow = Wave(half, viscosity);
        double before = Amplitude(flow, half), time = 0;
        while (time < 0.5 / rate) time += flow.Step(step * viscosity * Cell / Tension, 0);
        (Math.Log(before / Amplitude(flow, half)) / time).ShouldBe(rate, 0.02 * rate);
    }

    [Fact]
    public void A_thousand_times_the_explicit_step_only_flattens_a_wave()
    {
        const int half = 16;
        const double viscosity = 1e-3;
        BridgeFlow flow = Wave(half, viscosity);
        double before = Amplitude(flow, half);
        for (int k = 0; k < 12; k++) flow.Step(1000 * 2 * viscosity * Cell / Tension, 0);
        Math.Abs(Amplitude(flow, half)).ShouldBeLessThan(1e-3 * before);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Liquid_is_sucked_into_a_slit_as_Lucas_and_Washburn_say(int cells)
    {
        // w² Δp t/12 = μ L²/2 + μ_gas (H L − L²/2) from five widths on, with Δp = 2 σ cos θ/w: the friction of the line of contact is what is left.
        const double angle = Math.PI / 3;
        double slit = cells * Cell, height = 20 * slit, pressure = 2 * Tension * Math.Cos(angle) / slit, begin = height - slit;
        var walls = new FrontWalls(Fronts.Slit(Cell, slit, slit + 2 * Cell, height), angle);
        BridgeFlow flow = Fronts.Flow(walls, true, Fronts.Across(walls, new(Cell, begin), new(Cell + slit, begin)));
        double time = 0, first = 0, firstTime = 0, length = 0;
        while (length < 10 * slit)
        {
            time += flow.Step(1, 0, pressure: 0);
            length = height - flow.Fronts[0].Markers.Average(marker => marker.Y);
            if (first == 0 && length > 5 * slit) (first, firstTime) = (length, time);
        }
        double work = Work(first) + slit * slit * pressure * (time - firstTime) / 12, expected = Root(work);
        length.ShouldBe(expected, 0.03 * expected);
        flow.Fronts.Count.ShouldBe(1);

        double Work(double l) => Fronts.Fluids.LiquidViscosity * l * l / 2 + Fronts.Fluids.GasViscosity * (height * l - l * l / 2);

        double Root(double value)
        {
            double a = (Fronts.Fluids.LiquidViscosity - Fronts.Fluids.GasViscosity) / 2, b = Fronts.Fluids.GasViscosity * height;
            return (-b + Math.Sqrt(b * b + 4 * a * value)) / (2 * a);
        }
    }

    private static BridgeFlow Wave(int half, double viscosity)
    {
        const double height = 0.3 * Cell;
        double middle = 2 * half * Cell;
        var walls = new FrontWalls(DiscBed.Empty(half * Cell, 4 * half * Cell), 1);
        PlanePoint[] between = [.. Enumerable.Range(1, 2 * half - 1).Select(i => new PlanePoint(i * Cell / 2, middle + height * Math.Cos(Math.PI * i / (2 * half))))];
        Front front = Front.Open(walls, new(walls.LeftSide, middle + height), between, new(walls.RightSide, -(middle - height)));
        return Fronts.Flow(walls, true, front, new FluidPair(viscosity, viscosity));
    }

    private static double Amplitude(BridgeFlow flow, int half)
    {
        Front front = flow.Fronts[0];
        double sum = 0;
        for (int i = 0; i < front.Pieces; i++)
        {
            PlanePoint a = front.Marker(i), b = front.Marker(i + 1);
            sum += (b.X - a.X) * ((a.Y + b.Y) / 2 - 2 * half * Cell) * Math.Cos(Math.PI * (a.X + b.X) / (2 * half * Cell));
        }
        return 2 * sum / (half * Cell);
    }
}
