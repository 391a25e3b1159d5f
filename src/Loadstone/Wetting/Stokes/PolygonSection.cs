using Loadstone.Wetting.Grids;

namespace Loadstone.Wetting.Stokes;

/// <summary>How long a line lies within a convex polygon.</summary>
internal static class PolygonSection
{
    /// <summary>Of the line x = const [m].</summary>
    public static double Upright(ReadOnlySpan<PlanePoint> corners, double x)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        for (int i = 0; i < corners.Length; i++)
        {
            PlanePoint a = corners[i], b = corners[i + 1 < corners.Length ? i + 1 : 0];
            Cross(a.X, a.Y, b.X, b.Y, x, ref low, ref high);
        }
        return Math.Max(0, high - low);
    }

    /// <summary>Of the line y = const [m].</summary>
    public static double Level(ReadOnlySpan<PlanePoint> corners, double y)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        for (int i = 0; i < corners.Length; i++)
        {
            PlanePoint a = corners[i], b = corners[i + 1 < corners.Length ? i + 1 : 0];
            Cross(a.Y, a.X, b.Y, b.X, y, ref low, ref high);
        }
        return Math.Max(0, high - low);
    }

    private static void Cross(double a, double alongA, double b, double alongB, double at, ref double low, ref double high)
    {
        if (a == b || (a - at) * (b - at) > 0) return;
        double along = alongA + (alongB - alongA) * (at - a) / (b - a);
        (low, high) = (Math.Min(low, along), Math.Max(high, along));
    }
}
