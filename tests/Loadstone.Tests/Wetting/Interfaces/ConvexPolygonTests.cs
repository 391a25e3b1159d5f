using FsCheck;
using FsCheck.Fluent;
using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Interfaces;

namespace Loadstone.Tests.Wetting.Interfaces;

public sealed class ConvexPolygonTests
{
    [Fact]
    public void A_line_placed_for_an_area_leaves_that_area()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            (PlanePoint[] corners, double nx, double ny, double share) = Any(new Random(seed));
            double area = ConvexPolygon.Area(corners), d = ConvexPolygon.Place(corners, nx, ny, share * area);
            ConvexPolygon.Behind(corners, new HalfPlane(nx, ny, d)).Area.ShouldBe(share * area, 4e-15 * area + 1e-17);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Slivers_are_as_exact_as_whole_cells()
    {
        PlanePoint[] sliver = [new(0, 0), new(0.01, 0), new(0, 0.7)];
        for (int k = 1; k < 100; k++)
        {
            double share = k / 100.0, nx = Math.Cos(k), ny = Math.Sin(k), area = ConvexPolygon.Area(sliver);
            double d = ConvexPolygon.Place(sliver, nx, ny, share * area);
            ConvexPolygon.Behind(sliver, new HalfPlane(nx, ny, d)).Area.ShouldBe(share * area, 1e-13 * area);
        }
    }

    [Fact]
    public void The_part_behind_a_line_is_that_of_the_clipped_polygon_and_its_side_that_line()
    {
        var clipped = new PlanePoint[12];
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            (PlanePoint[] corners, double nx, double ny, double share) = Any(new Random(seed));
            double d = ConvexPolygon.Place(corners, nx, ny, share * ConvexPolygon.Area(corners));
            Cut cut = ConvexPolygon.Behind(corners, new HalfPlane(nx, ny, d));
            int count = ConvexPolygon.Clip(corners, new HalfPlane(nx, ny, d), clipped);
            ConvexPolygon.Area(clipped.AsSpan(0, count)).ShouldBe(cut.Area, 1e-14);
            // The area grows by the length of the line times its advance, and its moment by the middle of the line.
            const double small = 1e-6;
            double ahead = ConvexPolygon.Behind(corners, new HalfPlane(nx, ny, d + small)).Area, back = ConvexPolygon.Behind(corners, new HalfPlane(nx, ny, d - small)).Area;
            ((ahead - back) / (2 * small)).ShouldBe(cut.Length, 1e-4);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whole_cells_in_closed_form_agree_with_polygons()
    {
        PlanePoint[] square = [new(0, 0), new(1, 0), new(1, 1), new(0, 1)];
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            // Lines along the faces are the cases in which terms vanish.
            double angle = random.Next(4) == 0 ? random.Next(8) * Math.PI / 4 : random.NextDouble() * 2 * Math.PI, share = random.Next(5) == 0 ? random.Next(2) : random.NextDouble();
            (double nx, double ny) = (Math.Cos(angle), Math.Sin(angle));
            double d = UnitSquare.Place(nx, ny, share);
            Cut one = UnitSquare.Behind(new HalfPlane(nx, ny, d)), other = ConvexPolygon.Behind(square, new HalfPlane(nx, ny, d));
            one.Area.ShouldBe(share, 1e-15);
            one.Area.ShouldBe(other.Area, 1e-15);
            UnitSquare.AreaBehind(3 * nx, 3 * ny, 3 * d).ShouldBe(share, 1e-15);
            if (share is > 1e-6 and < 1 - 1e-6)
            {
                one.Length.ShouldBe(other.Length, 1e-9);
                one.Middle.ShouldBe(other.Middle, 1e-9);
            }
        }).QuickCheckThrowOnFailure();
    }

    // The unit square with up to four corners cut off, a direction and a share.
    private static (PlanePoint[] Corners, double X, double Y, double Share) Any(Random random)
    {
        PlanePoint[] corners = [new(0, 0), new(1, 0), new(1, 1), new(0, 1)];
        for (int k = random.Next(5); k > 0; k--)
        {
            double a = random.NextDouble() * 2 * Math.PI;
            var cut = new PlanePoint[corners.Length + 2];
            int count = ConvexPolygon.Clip(corners, new HalfPlane(Math.Cos(a), Math.Sin(a), (Math.Cos(a) + Math.Sin(a)) / 2 + 0.1 + 0.5 * random.NextDouble()), cut);
            corners = cut[..count];
        }
        double angle = random.Next(4) == 0 ? random.Next(4) * Math.PI / 2 : random.NextDouble() * 2 * Math.PI;
        return (corners, Math.Cos(angle), Math.Sin(angle), random.NextDouble());
    }
}
