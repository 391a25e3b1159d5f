using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Cycling;

/// <summary>
/// A derivative of a voltage curve with its standard error, on an even grid. Where neighbouring points within a bandwidth stand further
/// apart than the bandwidth, nothing is known of the derivative, and it is NaN.
/// </summary>
/// <param name="Direction">Charge or discharge.</param>
/// <param name="Bandwidth">Standard deviation of the Gaussian weights, in the unit of <paramref name="X"/>.</param>
/// <param name="X">Abscissae: voltage [V] of dQ/dV, charge [C] of dV/dQ.</param>
/// <param name="Value">The smoothed curve itself: charge [C], or voltage [V].</param>
/// <param name="Slope">Its derivative: dQ/dV [C/V] or dV/dQ [V/C].</param>
/// <param name="Fits">The local fits behind it, NaN in gaps.</param>
/// <param name="GapShare">Share of the range of the abscissa in which there is no derivative.</param>
/// <param name="WidestGap">Largest distance between neighbouring points, in the unit of <paramref name="X"/>.</param>
public sealed record DifferentialCurve(
    Direction Direction, double Bandwidth, double[] X, double[] Value, double[] Slope, IReadOnlyList<LocalCubic> Fits,
    double GapShare, double WidestGap)
{
    private const int PointsPerBandwidth = 4;

    /// <summary>dQ/dV against voltage, positive on charge and on discharge alike.</summary>
    /// <param name="curve">The voltage curve; holds of the voltage left out.</param>
    /// <param name="bandwidth">Bandwidth [V].</param>
    /// <exception cref="ArgumentException">The curve has fewer than ten points.</exception>
    public static DifferentialCurve CapacityByVoltage(VoltageCurve curve, double bandwidth)
    {
        ArgumentNullException.ThrowIfNull(curve);
        double sign = curve.Direction == Direction.Charge ? 1 : -1;
        return Of(curve.Direction, curve.Voltage, [.. curve.Charge.Select(q => sign * q)], bandwidth);
    }

    /// <summary>dV/dQ against charge.</summary>
    /// <param name="curve">The voltage curve; holds of the voltage left out.</param>
    /// <param name="bandwidth">Bandwidth [C].</param>
    /// <exception cref="ArgumentException">The curve has fewer than ten points.</exception>
    public static DifferentialCurve VoltageByCapacity(VoltageCurve curve, double bandwidth)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return Of(curve.Direction, curve.Charge, curve.Voltage, bandwidth);
    }

    private static DifferentialCurve Of(Direction direction, double[] x, double[] y, double bandwidth)
    {
        Require.Positive(bandwidth, "(unit of the abscissa)");
        if (x.Length < 10) throw new ArgumentException($"A derivative needs ten points or more; got {x.Length}.", nameof(x));
        (double[] u, double[] v) = ((double[])x.Clone(), (double[])y.Clone());
        Array.Sort(u, v);
        double low = u[0], high = u[^1];
        int count = Math.Max(2, (int)Math.Ceiling((high - low) / bandwidth * PointsPerBandwidth) + 1);
        var fits = new LocalCubic[count];
        int missing = 0;
        double widest = 0;
        for (int k = 1; k < u.Length; k++) widest = Math.Max(widest, u[k] - u[k - 1]);
        for (int k = 0, next = 0; k < count; k++)
        {
            double at = low + (high - low) * k / (count - 1);
            while (next < u.Length - 1 && u[next] < at - bandwidth) next++;
            LocalCubic? fit = IsDense(u, next, at + bandwidth, bandwidth) ? LocalCubic.At(at, u, v, bandwidth) : null;
            if (fit is null) missing++;
            fits[k] = fit ?? LocalCubic.Missing(at);
        }
        return new DifferentialCurve(direction, bandwidth, [.. fits.Select(f => f.X)], [.. fits.Select(f => f.Value)], [.. fits.Select(f => f.Slope)], fits, (double)missing / count, widest);
    }

    // Whether no two neighbours stand further apart than the bandwidth, from the one before a point up to the first one beyond a place.
    private static bool IsDense(double[] u, int first, double until, double bandwidth)
    {
        for (int k = Math.Max(1, first); k < u.Length; k++)
        {
            if (u[k] - u[k - 1] > bandwidth) return false;
            if (u[k] >= until) break;
        }
        return true;
    }
}
