namespace Loadstone.Coating;

/// <summary>The error function and its integral, to some units of the last place.</summary>
internal static class ErrorFunction
{
    private static readonly double _inverseRootPi = 1 / Math.Sqrt(Math.PI);

    /// <summary>erf x = 2/√π ∫₀ˣ exp(−t²) dt.</summary>
    public static double Erf(double x)
    {
        double a = Math.Abs(x);
        double value = a < 2.5 ? Series(a) : a < 6.5 ? 1 - Fraction(a) : 1;
        return x < 0 ? -value : value;
    }

    /// <summary>∫₀ˣ erf t dt = x erf x + (exp(−x²) − 1)/√π.</summary>
    public static double Integral(double x) => x * Erf(x) + (Math.Exp(-x * x) - 1) * _inverseRootPi;

    // M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 7.1.6: all terms positive.
    private static double Series(double x)
    {
        double term = x, sum = x;
        for (int n = 1; term > 1e-17 * sum; n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 * _inverseRootPi * Math.Exp(-x * x) * sum;
    }

    // erfc by the continued fraction 7.1.14, from its tail.
    private static double Fraction(double x)
    {
        double tail = x;
        for (int n = 60; n >= 1; n--) tail = x + 0.5 * n / tail;
        return _inverseRootPi * Math.Exp(-x * x) / tail;
    }
}
