using System.Numerics;

namespace Loadstone.Laboratory.Impedance.Circuits;

/// <summary>The impedances of the elements and their derivatives.</summary>
internal static class ElementLaws
{
    internal static Complex Resistor(double omega, ReadOnlySpan<double> p, Span<Complex> d)
    {
        d[0] = Complex.One;
        return p[0];
    }

    internal static Complex Capacitor(double omega, ReadOnlySpan<double> p, Span<Complex> d)
    {
        var z = new Complex(0, -1 / (omega * p[0]));
        d[0] = -z / p[0];
        return z;
    }

    internal static Complex Inductor(double omega, ReadOnlySpan<double> p, Span<Complex> d)
    {
        d[0] = new Complex(0, omega);
        return d[0] * p[0];
    }

    internal static Complex ConstantPhase(double omega, ReadOnlySpan<double> p, Span<Complex> d)
    {
        Complex log = Log(omega);
        Complex z = Exp(-p[1] * log) / p[0];
        d[0] = -z / p[0];
        d[1] = -z * log;
        return z;
    }

    internal static Complex Warburg(double omega, ReadOnlySpan<double> p, Span<Complex> d)
    {
        double inverseRoot = 1 / Math.Sqrt(omega);
        d[0] = new Complex(inverseRoot, -inverseRoot);
        return d[0] * p[0];
    }

    internal static Complex OpenWarburg(double omega, ReadOnlySpan<double> p, Span<Complex> d)
    {
        (Complex f, Complex slope) = CothOverRoot(Root(omega * p[1]));
        d[0] = f;
        d[1] = slope * (p[0] / (2 * p[1]));
        return f * p[0];
    }

    internal static Complex ShortWarburg(double omega, ReadOnlySpan<double> p, Span<Complex> d)
    {
        (Complex f, Complex slope) = TanhOverRoot(Root(omega * p[1]));
        d[0] = f;
        d[1] = slope * (p[0] / (2 * p[1]));
        return f * p[0];
    }

    internal static Complex DispersedOpenWarburg(double omega, ReadOnlySpan<double> p, Span<Complex> d)
    {
        Complex log = Log(omega * p[1]);
        (Complex f, Complex slope) = CothOverRoot(Exp(0.5 * p[2] * log));
        d[0] = f;
        d[1] = slope * (0.5 * p[0] * p[2] / p[1]);
        d[2] = slope * (0.5 * p[0]) * log;
        return f * p[0];
    }

    internal static Complex DispersedShortWarburg(double omega, ReadOnlySpan<double> p, Span<Complex> d)
    {
        Complex log = Log(omega * p[1]);
        (Complex f, Complex slope) = TanhOverRoot(Exp(0.5 * p[2] * log));
        d[0] = f;
        d[1] = slope * (0.5 * p[0] * p[2] / p[1]);
        d[2] = slope * (0.5 * p[0]) * log;
        return f * p[0];
    }

    internal static Complex Gerischer(double omega, ReadOnlySpan<double> p, Span<Complex> d)
    {
        var denominator = new Complex(1, omega * p[1]);
        Complex f = 1 / Complex.Sqrt(denominator);
        d[0] = f;
        d[1] = -0.5 * p[0] * f * new Complex(0, omega) / denominator;
        return f * p[0];
    }

    internal static Complex Zarc(double omega, ReadOnlySpan<double> p, Span<Complex> d)
    {
        Complex log = Log(omega * p[1]);
        Complex power = Exp(p[2] * log);
        Complex f = 1 / (1 + power);
        Complex slope = -p[0] * f * f * power;
        d[0] = f;
        d[1] = slope * (p[2] / p[1]);
        d[2] = slope * log;
        return f * p[0];
    }

    internal static Complex BlockingLine(double omega, ReadOnlySpan<double> p, Span<Complex> d)
    {
        Complex log = Log(omega);
        Complex s = Exp(0.5 * (Math.Log(p[0] * p[1]) + p[2] * log));
        (Complex f, Complex slope) = CothOverRoot(s);
        d[0] = f + 0.5 * slope;
        d[1] = slope * (0.5 * p[0] / p[1]);
        d[2] = slope * (0.5 * p[0]) * log;
        return f * p[0];
    }

    /// <summary>coth(s)/s and s times its derivative.</summary>
    private static (Complex Value, Complex Slope) CothOverRoot(Complex s)
    {
        Complex t = Exp(-2 * s), gap = 1 - t;
        Complex f = (1 + t) / (gap * s);
        return (f, -4 * t / (gap * gap) - f);
    }

    /// <summary>tanh(s)/s and s times its derivative.</summary>
    private static (Complex Value, Complex Slope) TanhOverRoot(Complex s)
    {
        Complex t = Exp(-2 * s), tanh = (1 - t) / (1 + t), f = tanh / s;
        return (f, 1 - tanh * tanh - f);
    }

    // √(jx) and ln(jx) of a positive x.
    private static Complex Root(double x)
    {
        double half = Math.Sqrt(x / 2);
        return new Complex(half, half);
    }

    private static Complex Log(double x) => new(Math.Log(x), Math.PI / 2);

    private static Complex Exp(Complex x)
    {
        double modulus = Math.Exp(x.Real);
        (double sin, double cos) = Math.SinCos(x.Imaginary);
        return new Complex(modulus * cos, modulus * sin);
    }
}
