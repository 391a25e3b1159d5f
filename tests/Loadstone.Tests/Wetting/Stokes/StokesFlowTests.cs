using Loadstone.Wetting;
using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Stokes;

namespace Loadstone.Tests.Wetting.Stokes;

public sealed class StokesFlowTests
{
    private const double Micrometre = 1e-6, Inlet = 1e-4;
    private static readonly FluidPair Fluids = new(3.1e-3, 1.8e-5);

    [Theory]
    [InlineData(2, 0)]
    [InlineData(2, 0.3)]
    [InlineData(2, 0.8)]
    [InlineData(3, 0.5)]
    [InlineData(4, 0.3)]
    [InlineData(8, 0.8)]
    [InlineData(16, 0.5)]
    public void Plane_Poiseuille_flow_is_exact_on_two_cells_and_wherever_they_cut_the_walls(int cells, double shift)
    {
        // Mean values between walls at cell faces alone would be wrong by 2/n²: half too much on two cells.
        double w = cells * Micrometre, width = w + 4 * Micrometre, length = 5 * w;
        double perLength = (Drop(Slit(w, width, 3 * length, shift)) - Drop(Slit(w, width, 2 * length, shift))) / length;
        perLength.ShouldBe(12 * Fluids.LiquidViscosity * Inlet * width / (w * w * w), 1e-4 * perLength);
    }

    [Theory]
    [InlineData(6.3)]
    [InlineData(8.5)]
    [InlineData(4.1)]
    [InlineData(9.75)]
    public void Two_layers_of_172_times_different_viscosity_share_the_velocity_of_their_interface(double liquidCells)
    {
        double h = Micrometre, w = 16 * h, a = liquidCells * h, b = w - a, width = w + 4 * h;
        StokesFlow shorter = Layered(12 * w), flow = Layered(14 * w);
        double g = (flow.PressureDrop - shorter.PressureDrop) / (2 * w);

        // u = G (c x − x²/2)/μ from either wall, with one velocity and one stress where they meet.
        double m1 = Fluids.LiquidViscosity, m2 = Fluids.GasViscosity;
        double c1 = (w * b / m2 + a * a / (2 * m1) - b * b / (2 * m2)) / (a / m1 + b / m2);
        double expected = g * (c1 * a - a * a / 2) / m1;

        // The mean velocities of the last three columns of liquid, extended as a parabola.
        CutCellGrid grid = flow.Grid;
        int row = grid.Rows / 3, last = (int)liquidCells;
        double u0 = Mean(last), u1 = Mean(last - 1), u2 = Mean(last - 2), t = liquidCells - last + 0.5;
        double curvature = u0 - 2 * u1 + u2, met = u0 - curvature / 24 + t * ((u0 - u2) / 2 + curvature) + t * t * curvature / 2;
        met.ShouldBe(expected, 0.01 * expected);
        double Mean(int column) => -flow.LevelFlux[row * grid.Columns + column] / h;

        StokesFlow Layered(double height)
        {
            var made = new StokesFlow(CutCellGrid.Of(Slit(w, width, height, 0), h), Inlet, Fluids);
            double[] share = new double[made.Grid.Pore.Length];
            for (int cell = 0; cell < share.Length; cell++) share[cell] = Math.Clamp(1 + liquidCells - cell % made.Grid.Columns, 0, 1);
            made.Solve(share);
            return made;
        }
    }

    [Theory]
    [InlineData(0.3, 102.90, 20, 0.01)]
    [InlineData(0.5, 532.55, 20, 0.01)]
    [InlineData(0.6, 1763, 20, 0.01)]
    [InlineData(0.5, 532.55, 9, 0.025)]
    public void A_square_array_of_discs_resists_as_Sangani_and_Acrivos_found(double solid, double drag, int cellsPerDiameter, double within)
    {
        // Drag per length F/(μ U) of a disc in a square array; A. S. Sangani and A. Acrivos, Int. J. Multiphase Flow 8, 193 (1982). Nine cells are 0.5 µm on 4.5 µm.
        double diameter = 4.5 * Micrometre, side = Math.Sqrt(Math.PI / 4 / solid) * diameter, cell = side / Math.Round(side / diameter * cellsPerDiameter);
        foreach (double shift in (double[])[0, 0.25, 0.6])
        {
            double perRow = Drop(Array(side, diameter / 2, 4, shift * cell), cell) - Drop(Array(side, diameter / 2, 3, shift * cell), cell);
            (perRow * side / (Fluids.LiquidViscosity * Inlet)).ShouldBe(drag, within * drag);
        }
    }

    [Fact]
    public void What_flows_into_a_cell_flows_out_of_it_to_rounding()
    {
        (StokesFlow flow, double[] share) = HalfFilled(SmallBed());
        flow.Solve(share);
        CutCellGrid grid = flow.Grid;
        for (int cell = 0; cell < grid.Pore.Length; cell++)
        {
            int west = cell / grid.Columns * (grid.Columns + 1) + cell % grid.Columns;
            double left = flow.UprightFlux[west], right = flow.UprightFlux[west + 1], below = flow.LevelFlux[cell], above = flow.LevelFlux[cell + grid.Columns];
            Math.Abs(right - left + above - below).ShouldBeLessThanOrEqualTo(1e-13 * Inlet * grid.Bed.Width);
        }
    }

    [Fact]
    public void The_pressures_of_the_cells_do_the_work_that_the_flow_dissipates()
    {
        (StokesFlow flow, double[] share) = HalfFilled(SmallBed());
        flow.Solve(share);
        double[] pressure = flow.Pressure();
        CutCellGrid grid = flow.Grid;
        double inlet = 0;
        for (int column = 0; column < grid.Columns; column++) inlet += pressure[(grid.Rows - 1) * grid.Columns + column] / grid.Columns;
        // The cells' middles lie half a cell below the inlet.
        inlet.ShouldBe(flow.PressureDrop, 0.01 * flow.PressureDrop);
        pressure.Count(double.IsNaN).ShouldBe(grid.Pore.ToArray().Count(pore => pore == 0));
    }

    [Fact]
    public void A_mirror_changes_nothing()
    {
        DiscBed bed = SmallBed();
        (StokesFlow flow, double[] share) = HalfFilled(bed);
        flow.Solve(share);
        (StokesFlow mirrored, double[] same) = HalfFilled(bed.Mirrored());
        mirrored.Solve(same);
        mirrored.PressureDrop.ShouldBe(flow.PressureDrop, 1e-9 * flow.PressureDrop);
    }

    private static DiscBed SmallBed() => DiscBed.Of(12 * Micrometre, 15 * Micrometre,
        [new Disc(3.1e-6, 4.2e-6, 2.2e-6), new Disc(8.6e-6, 3.4e-6, 2.25e-6), new Disc(5.9e-6, 8.9e-6, 2.3e-6), new Disc(10.1e-6, 11.2e-6, 1.5e-6), new Disc(1.9e-6, 12e-6, 1.4e-6)], "test");

    private static (StokesFlow Flow, double[] Share) HalfFilled(DiscBed bed)
    {
        CutCellGrid grid = CutCellGrid.Of(bed, 0.5 * Micrometre);
        double[] share = new double[grid.Pore.Length];
        System.Array.Fill(share, 1, share.Length / 2, share.Length - share.Length / 2);
        return (new StokesFlow(grid, Inlet, Fluids), share);
    }

    private static DiscBed Array(double side, double radius, int rows, double shift) =>
        DiscBed.Of(side, (rows + 2) * side, [.. Enumerable.Range(0, rows).Select(i => new Disc(side / 2, (i + 1.5) * side + shift, radius))], "array");

    // Circles of 1 km are straight to 1e-12 m here.
    private static DiscBed Slit(double w, double width, double height, double shift) =>
        DiscBed.Unchecked(width, height, [new Disc((1 + shift) * Micrometre - 1e3, height / 2, 1e3), new Disc((1 + shift) * Micrometre + w + 1e3, height / 2, 1e3)]);

    private static double Drop(DiscBed bed, double cell = Micrometre)
    {
        CutCellGrid grid = CutCellGrid.Of(bed, cell);
        var flow = new StokesFlow(grid, Inlet, Fluids);
        double[] share = new double[grid.Pore.Length];
        System.Array.Fill(share, 1);
        flow.Solve(share);
        return flow.PressureDrop;
    }
}
