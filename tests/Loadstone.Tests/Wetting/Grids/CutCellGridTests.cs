using Loadstone.Wetting;
using Loadstone.Wetting.Grids;

namespace Loadstone.Tests.Wetting.Grids;

public sealed class CutCellGridTests
{
    private static DiscBed One(double radius) => DiscBed.Of(20e-6, 20e-6, [new Disc(10.03e-6, 9.91e-6, radius)], "test");

    [Fact]
    public void The_pores_of_the_cells_add_up_to_those_of_the_bed_with_order_two()
    {
        DiscBed bed = One(5e-6);
        double coarse = Error(bed, 1e-6), fine = Error(bed, 0.25e-6);
        coarse.ShouldBeLessThan(0.004);
        (coarse / fine).ShouldBeGreaterThan(11, "chords in place of arcs err as the square of the cell");
    }

    [Fact]
    public void Ends_of_open_faces_lie_on_the_circle()
    {
        DiscBed bed = One(5e-6);
        CutCellGrid grid = CutCellGrid.Of(bed, 0.5e-6);
        int cut = 0;
        for (int row = 0; row < grid.Rows; row++)
        {
            for (int column = 0; column <= grid.Columns; column++)
            {
                int face = row * (grid.Columns + 1) + column;
                (double low, double high) = (grid.UprightLow[face], grid.UprightHigh[face]);
                if (low == high || (low == 0 && high == 1)) continue;
                cut++;
                double x = column * grid.Cell - 10.03e-6, y = (row + (low > 0 ? low : high)) * grid.Cell - 9.91e-6;
                Math.Sqrt(x * x + y * y).ShouldBe(5e-6, 0.0101 * grid.Cell);
            }
        }
        cut.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void A_gap_narrower_than_a_cell_stays_open_between_its_discs()
    {
        CutCellGrid grid = CutCellGrid.Of(DiscBed.Of(20e-6, 20e-6, [new Disc(5.1e-6, 10e-6, 4.9e-6), new Disc(14.9e-6, 10e-6, 4.8e-6)], "test"), 0.5e-6);
        double least = double.PositiveInfinity;
        for (int row = 18; row <= 22; row++)
        {
            double open = 0;
            for (int column = 0; column < grid.Columns; column++) open += grid.LevelHigh[row * grid.Columns + column] - grid.LevelLow[row * grid.Columns + column];
            least = Math.Min(least, open * grid.Cell);
        }
        least.ShouldBe(0.6e-6, 1e-9, "0.1 µm between the discs, 0.2 and 0.3 µm beside them");
    }

    [Fact]
    public void The_outline_of_a_cell_turns_counter_clockwise_and_shares_its_corners_with_the_faces()
    {
        CutCellGrid grid = CutCellGrid.Of(One(5e-6), 0.5e-6);
        var corners = new PlanePoint[8];
        for (int cell = 0; cell < grid.Pore.Length; cell++)
        {
            int count = grid.Outline(cell, corners);
            grid.Pore[cell].ShouldBeInRange(0, 1 + 1e-12);
            for (int i = 0; i < count; i++)
            {
                PlanePoint a = corners[i], b = corners[(i + 1) % count], c = corners[(i + 2) % count];
                ((b.X - a.X) * (c.Y - b.Y) - (c.X - b.X) * (b.Y - a.Y)).ShouldBeGreaterThanOrEqualTo(-1e-25, "the pore of a cell is convex");
            }
        }
    }

    [Fact]
    public void A_height_of_no_whole_cells_goes_on_below()
    {
        CutCellGrid grid = CutCellGrid.Of(DiscBed.Of(20e-6, 20.3e-6, [new Disc(10e-6, 10e-6, 5e-6)], "test"), 0.5e-6);
        grid.Rows.ShouldBe(41);
        grid.Bottom.ShouldBe(-0.2e-6, 1e-12);
    }

    [Fact]
    public void Cells_too_coarse_for_a_disc_are_refused()
    {
        Should.Throw<InputException>(() => CutCellGrid.Of(One(1.5e-6), 1e-6)).Message.ShouldContain("at most half of the radius, 0.75 µm");
    }

    [Fact]
    public void An_empty_box_is_all_pore()
    {
        CutCellGrid grid = CutCellGrid.Of(DiscBed.Empty(2e-6, 3e-6), 0.5e-6);
        (grid.Columns, grid.Rows).ShouldBe((4, 6));
        grid.Pore.ToArray().ShouldAllBe(pore => pore == 1);
        grid.Bed.Porosity.ShouldBe(1);
    }

    private static double Error(DiscBed bed, double cell)
    {
        double sum = 0;
        foreach (double pore in CutCellGrid.Of(bed, cell).Pore) sum += pore;
        return Math.Abs(sum * cell * cell / (bed.Width * bed.Height) - bed.Porosity);
    }
}
