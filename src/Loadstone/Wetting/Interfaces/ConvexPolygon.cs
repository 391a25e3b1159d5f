using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Interfaces;

/// <summary>
/// Half-planes over a convex polygon given counter-clockwise: the area behind a line, the line that leaves a given area, both without iteration.
/// Areas come out to rounding relative to the polygon when its corners are given from one of them.
/// </summary>
internal static class ConvexPolygon
{
    /// <summary>Area.</summary>
    public static double Area(ReadOnlySpan<PlanePoint> corners)
    {
        double twice = 0;
        for (int i = 1; i < corners.Length - 1; i++)
        {
            PlanePoint a = corners[i], b = corners[i + 1], o = corners[0];
            twice += (a.X - o.X) * (b.Y - o.Y) - (b.X - o.X) * (a.Y - o.Y);
        }
        return twice / 2;
    }

    /// <summary>What of the polygon lies in a half-plane with a normal of length 1.</summary>
    /// <remarks>
    /// With s = n·x − d and t along the line, the side that the line itself adds has s = 0 and so no part in the sum of cross products.
    /// </remarks>
    public static Cut Behind(ReadOnlySpan<PlanePoint> corners, HalfPlane half)
    {
        double twice = 0, low = double.PositiveInfinity, high = double.NegativeInfinity;
        PlanePoint last = corners[^1];
        double s = half.NormalX * last.X + half.NormalY * last.Y - half.Distance, t = half.NormalX * last.Y - half.NormalY * last.X;
        foreach (PlanePoint corner in corners)
        {
            double sNext = half.NormalX * corner.X + half.NormalY * corner.Y - half.Distance, tNext = half.NormalX * corner.Y - half.NormalY * corner.X;
            if (s <= 0 && sNext <= 0) twice += s * tNext - sNext * t;
            else if (s <= 0 || sNext <= 0)
            {
                double across = t + s / (s - sNext) * (tNext - t);
                twice += s <= 0 ? s * across : -sNext * across;
                low = Math.Min(low, across);
                high = Math.Max(high, across);
            }
            (s, t) = (sNext, tNext);
        }
        return low < high ? new Cut(twice / 2, high - low, (low + high) / 2) : new Cut(twice / 2, 0, 0);
    }

    /// <summary>The d at which the points with n·x ≤ d have an area.</summary>
    /// <param name="corners">The polygon.</param>
    /// <param name="nx">First component of n.</param>
    /// <param name="ny">Second component of n.</param>
    /// <param name="area">Area, from 0 to that of the polygon.</param>
    /// <remarks>
    /// From the corner farthest behind, both sides of the polygon are walked at once: between corners the width is linear, the area quadratic in d.
    /// The formula for n of length 1 holds for any length, as area then scales by its square.
    /// </remarks>
    public static double Place(ReadOnlySpan<PlanePoint> corners, double nx, double ny, double area)
    {
        int count = corners.Length, first = 0;
        for (int i = 1; i < count; i++)
        {
            if (Along(corners[i], nx, ny) < Along(corners[first], nx, ny)) first = i;
        }
        double left = area * (nx * nx + ny * ny), s = Along(corners[first], nx, ny), width = 0;
        // The next corners forwards (counter-clockwise) and backwards, each side as a line from where it began.
        var forward = new Side(s, Across(corners[first], nx, ny));
        Side backward = forward;
        int f = Next(first, count), b = Previous(first, count), walked = 0;
        forward = forward.To(corners[f], nx, ny);
        backward = backward.To(corners[b], nx, ny);
        while (true)
        {
            bool isForward = forward.End <= backward.End;
            double end = isForward ? forward.End : backward.End, step = end - s;
            double widthEnd = Math.Max(0, forward.At(end) - backward.At(end)), between = (width + widthEnd) / 2 * step;
            if (++walked >= count - 1 || !(between < left)) return s + Math.Min(step, Depth(width, widthEnd, step, left));
            left -= between;
            (s, width) = (end, widthEnd);
            if (isForward)
            {
                f = Next(f, count);
                forward = forward.To(corners[f], nx, ny);
            }
            else
            {
                b = Previous(b, count);
                backward = backward.To(corners[b], nx, ny);
            }
        }
    }

    /// <summary>What of a polygon lies in a half-plane, as a polygon.</summary>
    /// <param name="corners">The polygon.</param>
    /// <param name="half">The half-plane.</param>
    /// <param name="clipped">Room for one corner more.</param>
    /// <returns>How many corners there are.</returns>
    public static int Clip(ReadOnlySpan<PlanePoint> corners, HalfPlane half, Span<PlanePoint> clipped)
    {
        int count = 0;
        PlanePoint a = corners[^1];
        double s = Along(a, half.NormalX, half.NormalY) - half.Distance;
        foreach (PlanePoint b in corners)
        {
            double sNext = Along(b, half.NormalX, half.NormalY) - half.Distance;
            if (s < 0 != sNext < 0)
            {
                double share = s / (s - sNext);
                clipped[count++] = new PlanePoint(a.X + share * (b.X - a.X), a.Y + share * (b.Y - a.Y));
            }
            if (sNext < 0) clipped[count++] = b;
            (a, s) = (b, sNext);
        }
        return count;
    }

    // The root t of width·t + (widthEnd − width)/(2 step)·t² = area, without cancellation.
    private static double Depth(double width, double widthEnd, double step, double area)
    {
        if (area <= 0 || step <= 0) return 0;
        double root = width * width + 2 * (widthEnd - width) / step * area;
        return 2 * area / (width + Math.Sqrt(Math.Max(0, root)));
    }

    private static double Along(PlanePoint p, double nx, double ny) => nx * p.X + ny * p.Y;

    // Against the counter-clockwise turn: forwards is towards larger values.
    private static double Across(PlanePoint p, double nx, double ny) => ny * p.X - nx * p.Y;

    private static int Next(int i, int count) => i + 1 < count ? i + 1 : 0;

    private static int Previous(int i, int count) => i > 0 ? i - 1 : count - 1;

    private readonly struct Side(double end, double across)
    {
        private readonly double _from = end, _across = across;

        public double End { get; private init; } = end;

        private double Slope { get; init; }

        private double AcrossEnd { get; init; } = across;

        public Side To(PlanePoint corner, double nx, double ny)
        {
            double next = Along(corner, nx, ny), across = Across(corner, nx, ny);
            return new Side(End, AcrossEnd) { End = next, AcrossEnd = across, Slope = next > End ? (across - AcrossEnd) / (next - End) : 0 };
        }

        public double At(double s) => s >= End ? AcrossEnd : _across + (s - _from) * Slope;
    }
}
