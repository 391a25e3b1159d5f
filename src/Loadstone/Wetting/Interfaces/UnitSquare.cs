namespace Loadstone.Wetting.Interfaces;

/// <summary>Half-planes over a whole cell, the square from (0, 0) to (1, 1), in closed form.</summary>
internal static class UnitSquare
{
    /// <summary>What of the square lies in a half-plane with a normal of length 1.</summary>
    public static Cut Behind(HalfPlane half)
    {
        double width = Math.Abs(half.NormalX), height = Math.Abs(half.NormalY), depth = Depth(half.NormalX, half.NormalY, half.Distance);
        if (depth <= 0) return default;
        if (depth >= width + height) return new Cut(1, 0, 0);
        (double p0, double q0, double p1, double q1) = Ends(width, height, depth);
        double area = width <= height ? p0 + (p1 - p0) * (q0 + q1) / 2 : q1 + (q0 - q1) * (p0 + p1) / 2;
        double length = width <= height ? (p1 - p0) / height : (q0 - q1) / width;
        double p = (p0 + p1) / 2, q = (q0 + q1) / 2;
        if (half.NormalX < 0) p = 1 - p;
        if (half.NormalY < 0) q = 1 - q;
        return new Cut(area, length, half.NormalX * q - half.NormalY * p);
    }

    /// <summary>Area of the square in a half-plane; the normal may have any length.</summary>
    public static double AreaBehind(double nx, double ny, double distance)
    {
        double width = Math.Abs(nx), height = Math.Abs(ny), depth = Depth(nx, ny, distance);
        if (depth <= 0) return 0;
        if (depth >= width + height) return 1;
        (double p0, double q0, double p1, double q1) = Ends(width, height, depth);
        return width <= height ? p0 + (p1 - p0) * (q0 + q1) / 2 : q1 + (q0 - q1) * (p0 + p1) / 2;
    }

    /// <summary>The d at which the points of the square with n·x ≤ d have an area.</summary>
    /// <remarks>After R. Scardovelli and S. Zaleski, J. Comput. Phys. 164, 228 (2000), in two dimensions.</remarks>
    public static double Place(double nx, double ny, double area)
    {
        double a = Math.Abs(nx), b = Math.Abs(ny), less = Math.Min(a, b), more = Math.Max(a, b), depth;
        if (2 * more * area <= less) depth = Math.Sqrt(2 * less * more * area);
        else if (2 * more * (1 - area) <= less) depth = a + b - Math.Sqrt(2 * less * more * (1 - area));
        else depth = more * area + less / 2;
        return depth + Math.Min(nx, 0) + Math.Min(ny, 0);
    }

    // Distance of the line from the corner farthest behind it.
    private static double Depth(double nx, double ny, double distance) => distance - Math.Min(nx, 0) - Math.Min(ny, 0);

    // Ends of the line width·p + height·q = depth in the square: the first at the smaller p and the larger q.
    private static (double P0, double Q0, double P1, double Q1) Ends(double width, double height, double depth)
    {
        (double p0, double q0) = depth <= height ? (0.0, depth / height) : ((depth - height) / width, 1.0);
        (double p1, double q1) = depth <= width ? (depth / width, 0.0) : (1.0, (depth - width) / height);
        return (p0, q0, p1, q1);
    }
}
