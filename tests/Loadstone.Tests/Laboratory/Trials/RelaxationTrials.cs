using System.Numerics;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Relaxation;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Relaxation times of spectra with noise whose distribution is known: depressed arcs, a Gerischer element, an RC pair.</summary>
internal static class RelaxationTrials
{
    /// <summary>60 points from 100 kHz to 10 mHz.</summary>
    public static double[] Frequencies { get; } = Spectra.Frequencies(1e5, 1e-2, 60);

    /// <summary>Noise of each part as a share of the modulus: a good and a usual instrument.</summary>
    public static IReadOnlyList<double> Noises { get; } = [0.001, 0.005];

    /// <summary>A spectrum with its truth: R∞, then resistance, time constant and what else belongs to each peak.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Impedance">Z of ω and the truth, written out.</param>
    /// <param name="Truth">The true values.</param>
    /// <param name="Peaks">Where resistance and time constant of each peak stand in the truth, from fast to slow.</param>
    internal sealed record Case(string Name, Func<double, double[], Complex> Impedance, double[] Truth, IReadOnlyList<(int Resistance, int Tau)> Peaks)
    {
        /// <summary>Its spectrum; the noise of each part is a share of the modulus.</summary>
        public Spectrum Spectrum(double noise = 0, int seed = 0) => Spectra.Of(w => Impedance(w, Truth), Frequencies, noise, seed);

        public override string ToString() => Name;
    }

    /// <summary>The standard cases.</summary>
    public static IReadOnlyList<Case> Standards { get; } =
    [
        new("one arc", (w, p) => p[0] + Spectra.Zarc(w, p[1], p[2], p[3]), [10, 50, 1e-2, 0.8], [(1, 2)]),
        new("two arcs", (w, p) => p[0] + Spectra.Zarc(w, p[1], p[2], p[3]) + Spectra.Zarc(w, p[4], p[5], p[6]), [10, 30, 1e-3, 0.8, 20, 1, 0.8], [(1, 2), (4, 5)]),
        new("Gerischer", (w, p) => p[0] + p[1] / Complex.Sqrt(new Complex(1, w * p[2])), [10, 40, 0.1], [(1, 2)]),
        new("RC pair", (w, p) => p[0] + p[1] / new Complex(1, w * p[2]), [10, 25, 0.03], [(1, 2)]),
    ];

    /// <summary>Position and area of each true peak, and the polarisation resistance; a peak that was not found is an estimate without number.</summary>
    public static IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)> Run(Case which, double noise, int seed)
    {
        RelaxationFit fit = RelaxationFitter.Refine(RelaxationSolver.Solve(which.Spectrum(noise, seed)))!;
        RelaxationPeak[] found = [.. fit.Peaks.OrderByDescending(p => p.Resistance.Value).Take(which.Peaks.Count).OrderBy(p => p.Tau.Value)];
        double[] bounds = Bounds(which, noise);
        var none = new Estimate(double.NaN, double.NaN);
        for (int k = 0; k < which.Peaks.Count; k++)
        {
            bool isThere = fit.IsAdequate && k < found.Length;
            (int resistance, int tau) = which.Peaks[k];
            yield return ($"{which.Name}, τ {k + 1}", isThere ? found[k].Tau : none, which.Truth[tau], bounds[tau]);
            yield return ($"{which.Name}, R {k + 1}", isThere ? found[k].Resistance : none, which.Truth[resistance], bounds[resistance]);
        }
    }

    // Slopes by differences of the written formula; the noise is the true one.
    private static double[] Bounds(Case which, double noise)
    {
        double[] truth = which.Truth;
        var slopes = new double[truth.Length][];
        for (int k = 0; k < truth.Length; k++)
        {
            double[] up = [.. truth], down = [.. truth];
            up[k] *= 1 + 1e-5;
            down[k] *= 1 - 1e-5;
            slopes[k] =
            [
                .. Frequencies.SelectMany(f =>
                {
                    double w = 2 * Math.PI * f;
                    Complex slope = (which.Impedance(w, up) - which.Impedance(w, down)) / (2e-5 * truth[k] * noise * Complex.Abs(which.Impedance(w, truth)));
                    return new[] { slope.Real, slope.Imaginary };
                }),
            ];
        }
        return [.. Enumerable.Range(0, truth.Length).Select(k => Coverage.Bound(slopes, k))];
    }
}
