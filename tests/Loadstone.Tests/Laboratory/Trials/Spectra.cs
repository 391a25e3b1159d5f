using System.Numerics;
using Loadstone.Laboratory.Impedance;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Spectra of closed forms, with noise from a seed.</summary>
internal static class Spectra
{
    /// <summary>Frequencies with one ratio, from high to low [Hz].</summary>
    public static double[] Frequencies(double high, double low, int count) =>
        [.. Enumerable.Range(0, count).Select(i => high * Math.Pow(low / high, (double)i / (count - 1)))];

    /// <summary>A spectrum of a formula of ω; the noise of each part is a share of the modulus.</summary>
    public static Spectrum Of(Func<double, Complex> impedance, double[] frequencies, double noise = 0, int seed = 0)
    {
        var random = new Random(seed);
        Complex Noisy(double f)
        {
            Complex z = impedance(2 * Math.PI * f);
            return noise == 0 ? z : z + noise * Complex.Abs(z) * new Complex(Normal(random), Normal(random));
        }
        return new Spectrum("closed form", frequencies, [.. frequencies.Select(Noisy)]);
    }

    /// <summary>A number of the standard normal distribution (Box and Muller 1958).</summary>
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>(jx)^α.</summary>
    public static Complex Power(double x, double alpha) => Complex.FromPolarCoordinates(Math.Pow(x, alpha), Math.PI / 2 * alpha);

    /// <summary>Depressed arc R/(1 + (jωτ)^α).</summary>
    public static Complex Zarc(double omega, double resistance, double tau, double alpha) => resistance / (1 + Power(omega * tau, alpha));
}
