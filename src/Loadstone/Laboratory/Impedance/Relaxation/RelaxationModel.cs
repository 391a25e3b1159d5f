using System.Numerics;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Impedance.Relaxation;

/// <summary>A shape with its values.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Resistance">R [Ω].</param>
/// <param name="LogTau">ln τ.</param>
/// <param name="Exponent">α; 1 of shapes without.</param>
internal readonly record struct RelaxationTerm(RelaxationShape Shape, double Resistance, double LogTau, double Exponent)
{
    /// <summary>Number of its parameters.</summary>
    internal int Count => Shape == RelaxationShape.ColeCole ? 3 : 2;
}

/// <summary>R∞ with an inductance, a tail and shapes in series; the first three in the units of the kernel's columns.</summary>
/// <param name="Ohmic">R∞ [Ω].</param>
/// <param name="Inductance">L, or null without one.</param>
/// <param name="Tail">Strength of the tail, or null without one.</param>
/// <param name="Terms">The shapes.</param>
internal sealed record RelaxationState(double Ohmic, double? Inductance, double? Tail, IReadOnlyList<RelaxationTerm> Terms)
{
    /// <summary>Parameters before those of the first shape.</summary>
    internal int First => 1 + (Inductance is null ? 0 : 1) + (Tail is null ? 0 : 1);

    /// <summary>Number of all parameters.</summary>
    internal int Count => First + Terms.Sum(t => t.Count);

    /// <summary>The parameters: R∞, L, tail, then R, ln τ and perhaps α of each shape.</summary>
    internal double[] Parameters()
    {
        var p = new List<double> { Ohmic };
        if (Inductance is { } inductance) p.Add(inductance);
        if (Tail is { } tail) p.Add(tail);
        foreach (RelaxationTerm term in Terms)
        {
            p.Add(term.Resistance);
            p.Add(term.LogTau);
            if (term.Shape == RelaxationShape.ColeCole) p.Add(term.Exponent);
        }
        return [.. p];
    }

    /// <summary>The same terms with other values.</summary>
    internal RelaxationState With(IReadOnlyList<double> p)
    {
        int at = First;
        var terms = new RelaxationTerm[Terms.Count];
        for (int k = 0; k < terms.Length; k++)
        {
            terms[k] = Terms[k] with { Resistance = p[at], LogTau = p[at + 1], Exponent = Terms[k].Count == 3 ? p[at + 2] : 1 };
            at += terms[k].Count;
        }
        return new RelaxationState(p[0], Inductance is null ? null : p[1], Tail is null ? null : p[First - 1], terms);
    }
}

/// <summary>Fits terms to a spectrum.</summary>
internal sealed class RelaxationModel
{
    private const double LeastExponent = 0.3;
    private readonly double[] _logOmega;
    private readonly RelaxationKernel _kernel;
    private readonly double _largest;

    internal RelaxationModel(RelaxationKernel kernel, Spectrum spectrum)
    {
        _kernel = kernel;
        _logOmega = [.. spectrum.Frequency.Select(f => Math.Log(2 * Math.PI * f))];
        _largest = 10 * spectrum.Impedance.Max(Complex.Abs);
    }

    /// <summary>The nearest minimum. Time constants stay within the nodes of the kernel.</summary>
    internal LeastSquaresFit Fit(RelaxationState state, int steps, double gain)
    {
        double[] start = state.Parameters(), low = new double[start.Length], high = new double[start.Length];
        Array.Fill(high, double.PositiveInfinity);
        Array.Fill(high, _largest, 0, state.First);
        int at = state.First;
        foreach (RelaxationTerm term in state.Terms)
        {
            (low[at + 1], high[at + 1]) = (_kernel.LogTau[0], _kernel.LogTau[^1]);
            if (term.Count == 3) (low[at + 2], high[at + 2]) = (LeastExponent, 1);
            at += term.Count;
        }
        return LeastSquares.Minimise((p, _) => Evaluate(state, p), start, low, high, steps, gain);
    }

    /// <summary>Z at every frequency [Ω].</summary>
    internal Complex[] Impedance(RelaxationState state)
    {
        double[] residuals = Evaluate(state, state.Parameters()).Residuals;
        int n = _logOmega.Length;
        return [.. Enumerable.Range(0, n).Select(i => new Complex(residuals[i] + _kernel.Data[i], residuals[n + i] + _kernel.Data[n + i]) / _kernel.Weights[i])];
    }

    private ResidualPoint Evaluate(RelaxationState state, double[] p)
    {
        int n = 2 * _logOmega.Length, at = 0;
        double[] residuals = new double[n];
        double[][] slopes = new double[p.Length][];
        for (int k = 0; k < slopes.Length; k++) slopes[k] = new double[n];
        for (int i = 0; i < n; i++) residuals[i] = -_kernel.Data[i];
        for (int column = 0; column < RelaxationKernel.Extra; column++)
        {
            if ((column == 1 && state.Inductance is null) || (column == 2 && state.Tail is null)) continue;
            double[] slope = slopes[at];
            for (int i = 0; i < n; i++) slope[i] = _kernel.Row(i)[column];
            Dense.Add(p[at++], slope, residuals);
        }
        foreach (RelaxationTerm term in state.Terms)
        {
            Fill(term.Shape, p.AsSpan(at, term.Count), slopes.AsSpan(at, term.Count));
            Dense.Add(p[at], slopes[at], residuals);
            at += term.Count;
        }
        return new ResidualPoint(residuals, slopes);
    }

    // Derivatives of a shape; that by R is the shape itself.
    private void Fill(RelaxationShape shape, ReadOnlySpan<double> p, ReadOnlySpan<double[]> slopes)
    {
        int n = _logOmega.Length;
        double alpha = shape == RelaxationShape.ColeCole ? p[2] : 1;
        (double sin, double cos) = Math.SinCos(Math.PI / 2 * alpha);
        for (int i = 0; i < n; i++)
        {
            double log = _logOmega[i] + p[1], modulus = Math.Exp(alpha * log), w = _kernel.Weights[i];
            var power = new Complex(modulus * cos, modulus * sin);
            Complex f = 1 / (1 + power), slope;
            if (shape == RelaxationShape.Gerischer)
            {
                slope = -0.5 * p[0] * power * f;
                f = Complex.Sqrt(f);
                slope *= f;
            }
            else
            {
                slope = -p[0] * f * f * power;
            }
            Put(slopes[0], i, f * w);
            Put(slopes[1], i, slope * (alpha * w));
            if (shape == RelaxationShape.ColeCole) Put(slopes[2], i, slope * new Complex(log * w, Math.PI / 2 * w));
        }

        void Put(double[] row, int i, Complex value) => (row[i], row[n + i]) = (value.Real, value.Imaginary);
    }
}
