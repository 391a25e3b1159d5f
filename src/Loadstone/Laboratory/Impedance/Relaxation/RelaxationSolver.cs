using System.Numerics;
using Loadstone.Laboratory.Impedance.Fitting;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Impedance.Relaxation;

/// <summary>
/// Finds distributions of relaxation times: Z(ω) = R∞ + jωL + tail + ∫γ(ln τ)/(1 + jωτ) d ln τ with γ ≥ 0, τ = 1/(2πf), by Tikhonov's
/// regularisation of γ″ (T. H. Wan, M. Saccoccio, C. Chen, F. Ciucci, Electrochim. Acta 184, 483, 2015). Inductance and tail are
/// modelled, not cut off.
/// </summary>
public static class RelaxationSolver
{
    private const int LeastPoints = 5;
    private const double Ridge = 1e-12;

    /// <summary>The distribution of a spectrum.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="settings">How; null for the defaults.</param>
    /// <exception cref="InputException">It has fewer than five points.</exception>
    public static RelaxationDistribution Solve(Spectrum spectrum, RelaxationSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        settings ??= new RelaxationSettings();
        if (spectrum.Count < LeastPoints)
            throw new InputException($"{spectrum.Count} points are too few for a distribution of relaxation times; expected at least {LeastPoints}.", file: spectrum.Source);
        LowFrequencyTail tail = settings.Tail ?? Tails.Find(spectrum);
        var kernel = new RelaxationKernel(spectrum, tail, settings.Weighting, settings.Margin);
        double[] penalty = kernel.Penalty();
        var path = new SmoothingPath(kernel, penalty);
        double lambda = settings.Smoothing * path.Scale ?? SmoothingChoice.Find(kernel, penalty, path, settings.Criterion);
        int n = kernel.Columns;
        double[] h = new double[n * n], c = new double[n];
        kernel.AddNormal(0, 2 * kernel.Points, h, c);
        AddPenalty(h, n, penalty, kernel.Nodes, lambda);
        double[] x = NonNegativeQuadratic.Minimise(h, c, n);
        double deviation = 0;
        var model = new Complex[kernel.Points];
        for (int i = 0; i < model.Length; i++)
        {
            double re = Dense.Dot(kernel.Row(i), x), im = Dense.Dot(kernel.Row(kernel.Points + i), x);
            double dre = re - kernel.Data[i], dim = im - kernel.Data[kernel.Points + i];
            deviation += dre * dre + dim * dim;
            model[i] = new Complex(re, im) / kernel.Weights[i];
        }
        double freedom = Math.Max(path.At(lambda).Freedom, 1);
        double[]? covariance = Dense.Inverse(h, n);
        double variance = deviation / freedom;
        return new RelaxationDistribution(spectrum, kernel, x, covariance, variance, freedom, tail, lambda / path.Scale, model);
    }

    /// <summary>Adds λ times the penalty to the nodes' part of a normal matrix, and what keeps it positive definite.</summary>
    internal static void AddPenalty(double[] h, int n, ReadOnlySpan<double> penalty, int nodes, double lambda)
    {
        for (int i = 0; i < nodes; i++) Dense.Add(lambda, penalty.Slice(i * nodes, nodes), h.AsSpan((i + RelaxationKernel.Extra) * n + RelaxationKernel.Extra, nodes));
        double trace = 0;
        for (int i = 0; i < n; i++) trace += h[i * n + i];
        for (int i = 0; i < n; i++) h[i * n + i] += Ridge * trace;
    }
}
