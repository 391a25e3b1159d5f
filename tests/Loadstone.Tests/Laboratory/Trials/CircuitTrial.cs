using System.Numerics;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Circuits;
using Loadstone.Laboratory.Impedance.Fitting;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Fits of a cell's circuit to spectra with noise: what was found, what is true, and the smallest error possible.</summary>
internal static class CircuitTrial
{
    /// <summary>Noise of each part as a share of the modulus.</summary>
    public const double Noise = 0.005;

    /// <summary>The circuit that is fitted.</summary>
    public static Circuit Circuit { get; } = Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)-W1");

    private static readonly double[] Values = [5, 10, Math.Pow(3e-4, 0.85) / 10, 0.85, 30, Math.Pow(0.05, 0.9) / 30, 0.9, 4];
    private static readonly double[] Frequencies = Spectra.Frequencies(1e5, 1e-2, 60);

    /// <summary>One fit: each parameter's estimate, truth and Cramér–Rao bound of the standard error.</summary>
    public static IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)> Run(int seed)
    {
        Spectrum spectrum = Spectra.Of(Formula, Frequencies, Noise, seed);
        CircuitFit fit = CircuitFitter.Fit(spectrum, Circuit);
        for (int k = 0; k < Values.Length; k++) yield return (Circuit.Parameters[k].Name, fit.Parameters[k], Values[k], Bounds[k]);
    }

    /// <summary>Z of the true cell, written out.</summary>
    private static Complex Formula(double omega) => 5 + Spectra.Zarc(omega, 10, 3e-4, 0.85) + Spectra.Zarc(omega, 30, 0.05, 0.9) + new Complex(4, -4) / Math.Sqrt(omega);

    // The bound from differences of the impedance: MathNet's inverse of the information matrix, whose noise is the true one.
    private static readonly double[] Bounds = CramerRao();

    private static double[] CramerRao()
    {
        int n = Values.Length;
        var information = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(n, n);
        foreach (double frequency in Frequencies)
        {
            double sigma = Noise * Complex.Abs(Formula(2 * Math.PI * frequency));
            var slopes = new Complex[n];
            for (int k = 0; k < n; k++)
            {
                double[] up = [.. Values], down = [.. Values];
                up[k] *= 1 + 1e-5;
                down[k] *= 1 - 1e-5;
                slopes[k] = (Circuit.Impedance(frequency, up) - Circuit.Impedance(frequency, down)) / (2e-5 * Values[k]);
            }
            for (int a = 0; a < n; a++)
            {
                for (int b = 0; b < n; b++) information[a, b] += (slopes[a] * Complex.Conjugate(slopes[b])).Real / (sigma * sigma);
            }
        }
        return [.. information.Inverse().Diagonal().Select(Math.Sqrt)];
    }
}
