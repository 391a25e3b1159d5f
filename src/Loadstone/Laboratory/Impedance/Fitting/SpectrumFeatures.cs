using System.Numerics;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Impedance.Fitting;

/// <summary>What a first look at a spectrum tells, from a coarse ladder of RC pairs of positive strength: enough to start fits from.</summary>
/// <param name="Ohmic">Resistance at high frequency [Ω].</param>
/// <param name="Inductance">Inductance [H], or 0.</param>
/// <param name="Tail">What goes on below the lowest frequency.</param>
/// <param name="TailStrength">Strength of that: 1/C or σ.</param>
/// <param name="Arcs">Resistance [Ω] and time constant [s] of each arc, from fast to slow.</param>
internal sealed record SpectrumFeatures(double Ohmic, double Inductance, LowFrequencyTail Tail, double TailStrength, IReadOnlyList<(double Resistance, double Tau)> Arcs)
{
    private const double PerDecade = 3, Ridge = 1e-5;

    /// <summary>Looks at a spectrum.</summary>
    internal static SpectrumFeatures Of(Spectrum spectrum)
    {
        LowFrequencyTail tail = Tails.Find(spectrum);
        double fastest = 1 / (2 * Math.PI * spectrum.Frequency[0]) / 3, slowest = 3 / (2 * Math.PI * spectrum.Frequency[^1]);
        int steps = Math.Max(2, (int)Math.Ceiling(PerDecade * Math.Log10(slowest / fastest)));
        double[] taus = [.. Enumerable.Range(0, steps + 1).Select(k => fastest * Math.Pow(slowest / fastest, (double)k / steps))];
        double[] x = Ladder(spectrum, tail, taus);
        double ohmic = x[0], inductance = x[1] * fastest;
        return new SpectrumFeatures(ohmic, inductance, tail, x[2], Clusters(x.AsSpan(3), taus));
    }

    private static double[] Ladder(Spectrum spectrum, LowFrequencyTail tail, double[] taus)
    {
        int n = taus.Length + 3;
        double[] h = new double[n * n], c = new double[n], re = new double[n], im = new double[n];
        double[] weight = Weighting.Of(spectrum, SpectrumWeighting.Modulus);
        for (int i = 0; i < spectrum.Count; i++)
        {
            double omega = 2 * Math.PI * spectrum.Frequency[i], w = weight[i];
            Complex t = Tails.Column(tail, omega);
            (re[0], im[0]) = (w, 0);
            (re[1], im[1]) = (0, w * omega * taus[0]);
            (re[2], im[2]) = (w * t.Real, w * t.Imaginary);
            for (int k = 0; k < taus.Length; k++)
            {
                double u = omega * taus[k], share = w / (1 + u * u);
                (re[k + 3], im[k + 3]) = (share, -share * u);
            }
            Complex z = spectrum.Impedance[i] * w;
            Dense.Add(z.Real, re, c);
            Dense.Add(z.Imaginary, im, c);
            for (int a = 0; a < n; a++)
            {
                Dense.Add(re[a], re, h.AsSpan(a * n, n));
                Dense.Add(im[a], im, h.AsSpan(a * n, n));
            }
        }
        double trace = 0;
        for (int a = 0; a < n; a++) trace += h[a * n + a];
        for (int a = 0; a < n; a++) h[a * n + a] += Ridge * (h[a * n + a] + trace / n);
        return NonNegativeQuadratic.Minimise(h, c, n);
    }

    // Neighbours of a ladder that stand for one broad arc have at most one empty rung between them.
    private static List<(double, double)> Clusters(ReadOnlySpan<double> strength, double[] taus)
    {
        var arcs = new List<(double, double)>();
        double sum = 0, moment = 0, total = 0;
        int empty = 2;
        for (int k = 0; k < taus.Length; k++) total += strength[k];
        for (int k = 0; k <= taus.Length; k++)
        {
            bool holds = k < taus.Length && strength[k] > 1e-4 * total;
            empty = holds ? 0 : empty + 1;
            if (holds)
            {
                sum += strength[k];
                moment += strength[k] * Math.Log(taus[k]);
            }
            else if (sum > 0 && (empty == 2 || k == taus.Length))
            {
                arcs.Add((sum, Math.Exp(moment / sum)));
                (sum, moment) = (0, 0);
            }
        }
        return arcs;
    }
}
