using FsCheck;
using FsCheck.Fluent;
using Loadstone.Wetting;
using Loadstone.Wetting.Bridge;
using Loadstone.Wetting.Grids;

namespace Loadstone.Tests.Wetting.Bridge;

public sealed class FrontTests
{
    private static readonly DiscBed Bed = DiscBed.Of(12, 12, [new Disc(3, 6, 2), new Disc(9, 6.5, 2.2)], "two discs");
    private static readonly FrontWalls Walls = new(Bed, Math.PI / 3);

    private static Front Meniscus => Fronts.Across(Walls, Walls.At(0, 0.3), Walls.At(1, -2.2 * Math.PI));

    [Fact]
    public void Energy_and_its_derivatives_are_those_of_length_and_wet_wall()
    {
        // Against differences of the length less cos θ times the wet arcs, and of the gradient.
        var shape = new FrontShape(Walls, FrontSpacing.Even(Walls, Meniscus, 0.4));
        int n = shape.Front.Count;
        double[] way = [.. Enumerable.Range(0, n).Select(i => 0.05 * Math.Sin(3 * i + 1))], gradient = new double[n], diagonal = new double[n], next = new double[n];
        shape.Energy(way, gradient, diagonal, next);
        for (int i = 0; i < n; i++)
        {
            const double h = 1e-5;
            double[] up = [.. way], down = [.. way], gradientUp = new double[n], gradientDown = new double[n], scratch = new double[n], scratch2 = new double[n];
            up[i] += h;
            down[i] -= h;
            gradient[i].ShouldBe((Energy(shape, up) - Energy(shape, down)) / (2 * h), 1e-8);
            shape.Energy(up, gradientUp, scratch, scratch2);
            shape.Energy(down, gradientDown, scratch, scratch2);
            diagonal[i].ShouldBe((gradientUp[i] - gradientDown[i]) / (2 * h), 1e-7);
            if (i + 1 < n) next[i].ShouldBe((gradientUp[i + 1] - gradientDown[i + 1]) / (2 * h), 1e-7);
        }
    }

    [Fact]
    public void What_markers_sweep_is_what_the_area_grows_by() =>
        Prop.ForAll(Gen.Choose(0, 10_000).ToArbitrary(), seed =>
        {
            var shape = new FrontShape(Walls, FrontSpacing.Even(Walls, Meniscus, 0.4));
            double[] way = [.. Enumerable.Range(0, shape.Front.Count).Select(i => 1e-6 * Math.Sin(seed + 7 * i))];
            double swept = 0;
            for (int i = 0; i < way.Length; i++) swept += shape.Sweep[i] * way[i];
            return Math.Abs(shape.Front.Moved(Walls, shape.Directions, way).Area(Walls) - shape.Front.Area(Walls) - swept) < 1e-10;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_front_gets_the_area_that_it_must_have_by_a_small_shift()
    {
        Front front = FrontSpacing.Even(Walls, Meniscus, 0.4);
        double wanted = front.Area(Walls) + 0.01;
        FrontArea.With(Walls, [front], wanted)[0].Area(Walls).ShouldBe(wanted, 1e-13);
    }

    [Fact]
    public void A_marker_that_has_come_upon_its_end_is_set_anew_between_both()
    {
        // One that stayed there would sweep nothing, and no step would be short enough for it.
        Front front = Front.Open(Walls, new(0, 0), [Walls.At(1, 2.2 * Math.PI)], new(1, 2.2 * Math.PI));
        Front even = FrontSpacing.Even(Walls, front, 0.4);
        for (int i = 0; i < even.Pieces; i++) Front.Distance(even.Marker(i), even.Marker(i + 1)).ShouldBeGreaterThan(0.1);
    }

    [Fact]
    public void A_front_that_runs_over_a_disc_is_cut_there_and_wets_it()
    {
        // From side to side, down over the tops of both discs by a tenth of their radius.
        const double height = 7.9;
        Front flat = Front.Open(Walls, new(Walls.LeftSide, height), [.. Enumerable.Range(1, 59).Select(i => new PlanePoint(0.2 * i, height))], new(Walls.RightSide, -height));
        IReadOnlyList<Front> pieces = FrontTouches.Cut(Walls, flat, 0.01);
        pieces.Select(piece => (piece.Start.Wall, piece.End.Wall)).ShouldBe([(Walls.LeftSide, 0), (0, 1), (1, Walls.RightSide)]);
        List<ContactPair> pairs = FrontContacts.Pairs(Walls, pieces);
        pairs.Count(pair => !pair.IsDry).ShouldBe(2);
        foreach (ContactPair pair in pairs.Where(pair => !pair.IsDry))
        {
            Disc disc = Bed.Discs[pair.Wall];
            pair.Between.ShouldBe(2 * disc.Radius * Math.Acos((height - disc.Y) / disc.Radius), 1e-6);
        }
        // What lies between the line and the tops of the discs is no liquid.
        double caps = Bed.Discs.Sum(disc => Cap(disc.Radius, height - disc.Y));
        FrontArea.Of(Walls, pieces).ShouldBe(flat.Area(Walls) - caps, 1e-9);
    }

    [Fact]
    public void Fronts_whose_lines_of_contact_meet_become_one()
    {
        const double height = 7.9;
        Front flat = Front.Open(Walls, new(Walls.LeftSide, height), [.. Enumerable.Range(1, 59).Select(i => new PlanePoint(0.2 * i, height))], new(Walls.RightSide, -height));
        IReadOnlyList<Front> pieces = FrontTouches.Cut(Walls, flat, 0.01);
        ContactPair wet = FrontContacts.Pairs(Walls, pieces).Single(pair => pair.Wall == 0 && !pair.IsDry);
        Front joined = FrontContacts.Joined(Walls, pieces[wet.Ending], pieces[wet.Starting]);
        (joined.Start.Wall, joined.End.Wall).ShouldBe((Walls.LeftSide, 1));
        // Each line of contact that goes on by a length over the dry wall makes the wet stretch longer by it.
        Front[] moved = [.. pieces.Select(piece => new FrontShape(Walls, piece)).Select(shape => shape.Front.Moved(Walls, shape.Directions, [.. Enumerable.Repeat(0.1, shape.Front.Count)]))];
        FrontContacts.Between(wet, pieces, moved).ShouldBe(wet.Between + 0.2, 1e-12);
    }

    [Fact]
    public void Two_fronts_that_come_close_open_into_each_other()
    {
        // A drop beside a drop: one drop of the same volume after it.
        Front left = Front.Closed([.. Circle(4, 3, 1)]), right = Front.Closed([.. Circle(6.1, 3, 1)]);
        var meeting = FrontMeetings.Closest([left, right], 0.3);
        meeting.ShouldNotBeNull();
        Front one = FrontMeetings.Opened(Walls, left, meeting.Value.First.Marker, right, meeting.Value.Second.Marker).ShouldHaveSingleItem();
        one.IsClosed.ShouldBeTrue();
        one.Area(Walls).ShouldBe(left.Area(Walls) + right.Area(Walls), 0.05);
        FrontMeetings.Closest([left, Front.Closed([.. Circle(6.5, 3, 1)])], 0.3).ShouldBeNull();
    }

    [Fact]
    public void Cells_hold_the_liquid_that_fronts_bound()
    {
        CutCellGrid grid = CutCellGrid.Of(Bed, 0.1);
        double[] share = new double[grid.Pore.Length];
        Front drop = Front.Closed([.. Circle(6, 2, 1.3, 400)]);
        FrontRaster.Fill(grid, Walls, [drop], false, share);
        (share.Sum() * grid.Cell * grid.Cell).ShouldBe(drop.Area(Walls), 2e-3 * drop.Area(Walls));
        share.Min().ShouldBeGreaterThanOrEqualTo(0);
        share.Max().ShouldBeLessThanOrEqualTo(1 + 1e-12);
        // A meniscus between the discs parts what lies over it from what lies under it, if fronts at the sides go on from there.
        Front[] all = [Front.Open(Walls, new(Walls.LeftSide, 6), [new(0.5, 6)], new(0, Walls.Nearest(0, new(1, 6), 0))), Meniscus, Front.Open(Walls, new(1, 0), [new(11.5, 6.5)], new(Walls.RightSide, -6.5))];
        FrontRaster.Fill(grid, Walls, all, true, share);
        share[10 * grid.Columns + 60].ShouldBe(0);
        share[100 * grid.Columns + 60].ShouldBe(1, 1e-12);
    }

    private static double Energy(FrontShape shape, double[] way)
    {
        Front moved = shape.Front.Moved(Walls, shape.Directions, way);
        return moved.Length - Math.Cos(Math.PI / 3) * (moved.End.Place - moved.Start.Place);
    }

    private static double Cap(double radius, double height) => radius * radius * Math.Acos(height / radius) - height * Math.Sqrt(radius * radius - height * height);

    private static IEnumerable<PlanePoint> Circle(double x, double y, double radius, int count = 40) =>
        Enumerable.Range(0, count).Select(i => 2 * Math.PI * i / count).Select(a => new PlanePoint(x + radius * Math.Cos(a), y + radius * Math.Sin(a)));
}
