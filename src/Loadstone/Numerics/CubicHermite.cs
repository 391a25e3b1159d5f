using System.Runtime.CompilerServices;

namespace Loadstone.Numerics;

/// <summary>The cubic on one interval that has given values and slopes at both ends.</summary>
internal static class CubicHermite
{
    /// <summary>Value and slope of the cubic.</summary>
    /// <param name="t">Place in the interval, 0 to 1.</param>
    /// <param name="h">Length of the interval.</param>
    /// <param name="y0">Value at t = 0.</param>
    /// <param name="s0">Slope dy/dx at t = 0.</param>
    /// <param name="y1">Value at t = 1.</param>
    /// <param name="s1">Slope dy/dx at t = 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double Value, double Slope) At(double t, double h, double y0, double s0, double y1, double s1)
    {
        // y = y0 + h t (s0 + t (b + t a)), in differences from y0 so that constants and lines come out to rounding.
        double chord = (y1 - y0) / h;
        double a = s0 + s1 - 2 * chord;
        double b = 3 * chord - 2 * s0 - s1;
        return (y0 + h * t * (s0 + t * (b + t * a)), s0 + t * (2 * b + 3 * t * a));
    }
}
