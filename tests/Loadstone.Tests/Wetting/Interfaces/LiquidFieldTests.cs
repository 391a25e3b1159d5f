using Loadstone.Wetting;
using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Interfaces;

namespace Loadstone.Tests.Wetting.Interfaces;

/// <summary>Filling of a small bed by a flow that is slow beside the discs.</summary>
public sealed class LiquidFieldTests
{
    private const double Velocity = 1e-4;

    // More than any step can be [s].
    private const double Long = 1;

    private static readonly DiscBed _bed = DiscBed.Of(20e-6, 24e-6,
        [new Disc(5.13e-6, 6.2e-6, 3.7e-6), new Disc(14.3e-6, 5.1e-6, 4.1e-6), new Disc(9.9e-6, 13.4e-6, 3.9e-6), new Disc(2.6e-6, 13.7e-6, 2.1e-6), new Disc(17.2e-6, 14.2e-6, 2.3e-6), new Disc(13.8e-6, 19.6e-6, 2.2e-6)],
        "test");

    private static readonly Flows _flows = Flows.Through(CutCellGrid.Of(_bed, 0.5e-6), Velocity, 0.4e-6);

    [Fact]
    public void What_came_in_and_has_not_left_is_there_at_every_step_and_shares_stay_within_bounds()
    {
        var field = new LiquidField(_flows.Grid);
        double pores = Pores(_flows.Grid), entered = 0;
        for (int k = 0; entered < 1.2 * pores; k++)
        {
            LiquidStep step = field.Step(_flows.Upright, _flows.Level, Long);
            entered += step.Inflow;
            step.Inflow.ShouldBe(Velocity * 20e-6 * step.Time, 1e-10 * step.Inflow, "all that comes in is liquid");
            field.LiquidArea.ShouldBe(field.Inflow - field.Outflow, 1e-12 * pores);
            foreach (double share in field.Share) share.ShouldBeInRange(-1e-12, 1 + 1e-12);
            k.ShouldBeLessThan(10_000);
        }
        field.Outflow.ShouldBeGreaterThan(0.1 * pores, "the liquid has broken through");
        (field.LiquidArea / pores).ShouldBeInRange(0.8, 1);
    }

    [Fact]
    public void A_bed_in_the_mirror_fills_as_its_image_does()
    {
        Flows mirrored = Flows.Of(CutCellGrid.Of(_bed.Mirrored(), 0.5e-6), Mirrored(_flows));
        var field = new LiquidField(_flows.Grid);
        var image = new LiquidField(mirrored.Grid);
        int columns = _flows.Grid.Columns;
        for (int k = 0; k < 300; k++)
        {
            double time = field.Step(_flows.Upright, _flows.Level, Long).Time;
            image.Step(mirrored.Upright, mirrored.Level, time).Time.ShouldBe(time, 1e-9 * time);
        }
        field.LiquidArea.ShouldBeGreaterThan(0.1 * Pores(_flows.Grid));
        for (int cell = 0; cell < field.Share.Length; cell++)
        {
            int other = cell / columns * columns + columns - 1 - cell % columns;
            image.Share[other].ShouldBe(field.Share[cell], 1e-9);
        }
    }

    [Fact]
    public void A_field_restored_goes_on_to_the_last_bit()
    {
        var field = new LiquidField(_flows.Grid);
        Run(field, 101);
        LiquidState state = field.Save();
        Run(field, 50);
        var again = new LiquidField(_flows.Grid);
        again.Restore(state);
        Run(again, 50);
        again.Share.ToArray().ShouldBe(field.Share.ToArray());
        (again.Inflow, again.Outflow).ShouldBe((field.Inflow, field.Outflow));
    }

    [Fact]
    public void Steps_leave_nothing_for_the_garbage_collector()
    {
        var field = new LiquidField(_flows.Grid);
        Run(field, 50);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run(field, 50);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    /// <summary>A longer step would overfill a cell or take more from it than it holds; where there is no interface nothing limits it.</summary>
    [Fact]
    public void A_step_is_as_long_as_asked_unless_a_cell_has_no_room_for_what_flows_in()
    {
        CutCellGrid grid = CutCellGrid.Of(DiscBed.Empty(2e-6, 3e-6), 1e-6);
        double[] upright = new double[3 * 3], level = [-1e-12, -1e-12, -1e-12, -1e-12, -1e-12, -1e-12, -1e-12, -1e-12];
        var field = new LiquidField(grid);
        field.Fill([0, 0, 0.3, 0.3, 1, 1]);
        field.Step(upright, level, 0.1).Time.ShouldBe(0.1);
        // At 1 µm/s the middle row is 0.4 full, so that its air has room for 0.6 µm.
        field.Step(upright, level, Long).Time.ShouldBe(0.6, 1e-12);
        field.Fill([1, 1, 1, 1, 1, 1]);
        field.Step(upright, level, Long).Time.ShouldBe(Long);
    }

    [Fact]
    public void A_disc_carried_down_whole_cells_is_the_same_disc()
    {
        CutCellGrid grid = Flows.Box(32, 64);
        Flows flows = Flows.Of(grid, (x, _) => x);
        double[] start = Disc(grid, 1.5), end = Disc(grid, 0.5);
        var field = new LiquidField(grid);
        field.Fill(start);
        // Liquid would follow from above: the disc alone is compared.
        for (int k = 0; k < 128; k++) field.Step(flows.Upright, flows.Level, 1.0 / 128);
        double difference = 0;
        for (int cell = 0; cell < 32 * 30; cell++) difference += Math.Abs(field.Share[cell] - end[cell]);
        (difference / (Math.PI * 0.3 * 0.3 * 32 * 32)).ShouldBeLessThan(0.006);
    }

    [Fact]
    public void A_straight_interface_at_any_slope_is_found_exactly_beside_discs_too()
    {
        CutCellGrid grid = _flows.Grid;
        var field = new LiquidField(grid);
        var shares = new double[field.Share.Length];
        var corners = new PlanePoint[8];
        for (int k = 0; k < 40; k++)
        {
            double nx = Math.Cos(0.157 * k), ny = Math.Sin(0.157 * k), d = nx * 9.7e-6 + ny * 10.1e-6;
            for (int cell = 0; cell < shares.Length; cell++)
            {
                int count = grid.Outline(cell, corners);
                shares[cell] = count == 0 ? 0 : Math.Clamp(ConvexPolygon.Behind(corners.AsSpan(0, count), new HalfPlane(nx, ny, d)).Area / ConvexPolygon.Area(corners.AsSpan(0, count)), 0, 1);
            }
            field.Fill(shares);
            double worst = 0;
            int near = 0;
            for (int cell = 0; cell < shares.Length; cell++)
            {
                int column = cell % grid.Columns, row = cell / grid.Columns;
                // At the edges of the box a slanted line is none in the mirror; a cell of less than a hundredth says nothing of direction.
                if (column is 0 || column == grid.Columns - 1 || row is 0 || row == grid.Rows - 1 || shares[cell] is < 0.01 or > 0.99 || grid.Pore[cell] < 0.3) continue;
                if (!field.TryInterface(cell, out PlanePoint from, out PlanePoint to)) continue;
                near++;
                worst = Math.Max(worst, Math.Max(Math.Abs(nx * from.X + ny * from.Y - d), Math.Abs(nx * to.X + ny * to.Y - d)) / grid.Cell);
            }
            near.ShouldBeGreaterThan(10);
            worst.ShouldBeLessThan(0.05, $"at {0.157 * k} rad");
        }
    }

    private static void Run(LiquidField field, int steps)
    {
        for (int k = 0; k < steps; k++) field.Step(_flows.Upright, _flows.Level, Long);
    }

    private static double Pores(CutCellGrid grid)
    {
        double sum = 0;
        foreach (double pore in grid.Pore) sum += pore;
        return sum * grid.Cell * grid.Cell;
    }

    private static double[] Disc(CutCellGrid grid, double y) => Flows.Shares(grid, (a, b) => (a - 0.5) * (a - 0.5) + (b - y) * (b - y) < 0.09);

    private static double[] Mirrored(Flows flows)
    {
        int stride = flows.Grid.Columns + 1;
        var nodes = new double[flows.Nodes.Length];
        for (int k = 0; k < nodes.Length; k++) nodes[k] = -flows.Nodes[k / stride * stride + stride - 1 - k % stride];
        return nodes;
    }

    /// <summary>Where flow runs back through the bottom into cells full of liquid, no liquid is made there: what came in, less what left, is what is held.</summary>
    [Fact]
    public void Flow_back_through_the_bottom_makes_no_liquid()
    {
        CutCellGrid grid = CutCellGrid.Of(DiscBed.Empty(3e-6, 3e-6), 1e-6);
        double[] upright = new double[4 * 3], level = new double[3 * 4];
        // In at the bottom of the first column, across, and out below the second; and straight down in the third.
        (level[0], upright[1], level[1]) = (1e-12, 1e-12, -1e-12);
        for (int row = 0; row < 4; row++) level[3 * row + 2] = -1e-12;
        var field = new LiquidField(grid);
        field.Fill([1, 1, 1, 1, 1, 1, 1, 1, 1]);
        double before = field.LiquidArea;
        field.Step(upright, level, 0.1);
        (field.Inflow - field.Outflow).ShouldBe(field.LiquidArea - before, 1e-12 * before);
    }

    /// <summary>Air that flow brings back through the bottom goes on into cells beside, however far these are from any interface.</summary>
    [Fact]
    public void Air_that_comes_back_through_the_bottom_is_passed_on()
    {
        CutCellGrid grid = CutCellGrid.Of(DiscBed.Empty(4e-6, 3e-6), 1e-6);
        double[] upright = new double[5 * 3], level = new double[4 * 4];
        (level[1], upright[2], level[2]) = (1e-12, 1e-12, -1e-12);
        var field = new LiquidField(grid);
        field.Fill([0.9, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
        double begin = field.LiquidArea;
        for (int step = 0; step < 6; step++) field.Step(upright, level, 0.1);
        field.LiquidArea.ShouldBeLessThan(begin - 1e-13, "air has come in where liquid has left");
        (field.Inflow - field.Outflow).ShouldBe(field.LiquidArea - begin, 1e-12 * begin);
    }
}
