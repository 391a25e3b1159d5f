using System.Numerics;
using System.Runtime.InteropServices;

namespace Loadstone.Numerics;

/// <summary>Sweeps over state vectors, in SIMD lanes with a scalar tail. All spans of one call have the length of the first.</summary>
internal static class VectorMath
{
    /// <summary>y ← y + a x.</summary>
    public static void AddScaled(Span<double> y, double a, ReadOnlySpan<double> x)
    {
        Span<Vector<double>> yv = MemoryMarshal.Cast<double, Vector<double>>(y);
        ReadOnlySpan<Vector<double>> xv = MemoryMarshal.Cast<double, Vector<double>>(x[..y.Length]);
        var av = new Vector<double>(a);
        for (int i = 0; i < yv.Length; i++) yv[i] += av * xv[i];
        for (int i = yv.Length * Vector<double>.Count; i < y.Length; i++) y[i] += a * x[i];
    }

    /// <summary>y ← y + x.</summary>
    public static void Add(Span<double> y, ReadOnlySpan<double> x)
    {
        Span<Vector<double>> yv = MemoryMarshal.Cast<double, Vector<double>>(y);
        ReadOnlySpan<Vector<double>> xv = MemoryMarshal.Cast<double, Vector<double>>(x[..y.Length]);
        for (int i = 0; i < yv.Length; i++) yv[i] += xv[i];
        for (int i = yv.Length * Vector<double>.Count; i < y.Length; i++) y[i] += x[i];
    }

    /// <summary>y ← a y.</summary>
    public static void Scale(Span<double> y, double a)
    {
        Span<Vector<double>> yv = MemoryMarshal.Cast<double, Vector<double>>(y);
        var av = new Vector<double>(a);
        for (int i = 0; i < yv.Length; i++) yv[i] *= av;
        for (int i = yv.Length * Vector<double>.Count; i < y.Length; i++) y[i] *= a;
    }

    /// <summary>result ← x + a y.</summary>
    public static void Combine(Span<double> result, ReadOnlySpan<double> x, double a, ReadOnlySpan<double> y)
    {
        Span<Vector<double>> rv = MemoryMarshal.Cast<double, Vector<double>>(result);
        ReadOnlySpan<Vector<double>> xv = MemoryMarshal.Cast<double, Vector<double>>(x[..result.Length]);
        ReadOnlySpan<Vector<double>> yv = MemoryMarshal.Cast<double, Vector<double>>(y[..result.Length]);
        var av = new Vector<double>(a);
        for (int i = 0; i < rv.Length; i++) rv[i] = xv[i] + av * yv[i];
        for (int i = rv.Length * Vector<double>.Count; i < result.Length; i++) result[i] = x[i] + a * y[i];
    }

    /// <summary>Σ x_i y_i.</summary>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ReadOnlySpan<Vector<double>> xv = MemoryMarshal.Cast<double, Vector<double>>(x);
        ReadOnlySpan<Vector<double>> yv = MemoryMarshal.Cast<double, Vector<double>>(y[..x.Length]);
        var sum = Vector<double>.Zero;
        for (int i = 0; i < xv.Length; i++) sum += xv[i] * yv[i];
        double total = Vector.Sum(sum);
        for (int i = xv.Length * Vector<double>.Count; i < x.Length; i++) total += x[i] * y[i];
        return total;
    }

    /// <summary>Σ (x_i w_i)².</summary>
    public static double WeightedSquareSum(ReadOnlySpan<double> x, ReadOnlySpan<double> w)
    {
        ReadOnlySpan<Vector<double>> xv = MemoryMarshal.Cast<double, Vector<double>>(x);
        ReadOnlySpan<Vector<double>> wv = MemoryMarshal.Cast<double, Vector<double>>(w[..x.Length]);
        var sum = Vector<double>.Zero;
        for (int i = 0; i < xv.Length; i++)
        {
            Vector<double> e = xv[i] * wv[i];
            sum += e * e;
        }
        double total = Vector.Sum(sum);
        for (int i = xv.Length * Vector<double>.Count; i < x.Length; i++) total += x[i] * w[i] * x[i] * w[i];
        return total;
    }
}
