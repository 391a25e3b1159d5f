using System.Numerics;
using Loadstone.Laboratory.Impedance.Fitting;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Impedance.Relaxation;

/// <summary>
/// R∞ with an inductance, a tail and some shapes in series, as a problem of least squares. Its unknowns are R∞, L and the tail's strength where
/// they are part of it, then R, ln τ and, of depressed arcs, α of each shape.
/// </summary>
internal sealed class RelaxationModel
{
    internal const double LeastExponent = 0.3;
    private const double TauRange = 2.3; // a decade beyond the frequencies
    private readonly double[] _logOmega, _omega;
    private readonly RelaxationKernel _kernel;
    private readonly LowFrequencyTail _tail;
    private readonly double _peak;

    internal RelaxationModel(RelaxationKernel kernel, Spectrum spectrum, LowFrequencyTail tail, bool hasInductance, IReadOnlyList<RelaxationShape> shapes)
    {
        (_kernel, _tail, HasInductance, Shapes) = (kernel, tail, hasInductance, shapes);
        _omega = [.. spectrum.Frequency.Select(f => 2 * Math.PI * f)];
        _logOmega = [.. _omega.Select(w => Math.Log(w))];
        _peak = spectrum.Impedance.Max(Complex.Abs);
        First = 1 + (hasInductance ? 1 : 0) + (tail == LowFrequencyTail.None ? 0 : 1);
        Unknowns = First + shapes.Sum(Count);
    }

    internal IReadOnlyList<RelaxationShape> Shapes { get; }

    internal bool HasInductance { get; }

    internal bool HasTail => _tail != LowFrequencyTail.None;

    /// <summary>Unknowns before those of the first shape.</summary>
    internal int First { get; }

    internal int Unknowns { get; }

    internal static int Count(RelaxationShape shape) => shape == RelaxationShape.ColeCole ? 3 : 2;

    /// <summary>The nearest minimum.</summary>
    internal LeastSquaresFit Fit(double[] start, int iterations, double gain)
    {
        double[] low = new double[Unknowns], high = new double[Unknowns];
        Array.Fill(high, double.PositiveInfinity);
        int at = First;
        foreach (RelaxationShape shape in Shapes)
        {
            (low[at + 1], high[at + 1]) = (-_logOmega[0] - TauRange, -_logOmega[^1] + TauRange);
            if (shape == RelaxationShape.ColeCole) (low[at + 2], high[at + 2]) = (LeastExponent, 1);
            at += Count(shape);
        }
        for (int k = 0; k < First; k++) high[k] = 10 * _peak;
        return LeastSquares.Minimise(Evaluate, start, low, high, iterations, gain);
    }

    /// <summary>Z at every frequency [Ω].</summary>
    internal Complex[] Impedance(IReadOnlyList<double> p)
    {
        double[] residuals = Evaluate([.. p], false).Residuals;
        int n = _omega.Length;
        return [.. Enumerable.Range(0, n).Select(i => new Complex(residuals[i] + _kernel.Data[i], residuals[n + i] + _kernel.Data[n + i]) / _kernel.Weights[i])];
    }

    private ResidualPoint Evaluate(double[] p, bool wanted)
    {
        int n = _omega.Length;
        double[] r = new double[2 * n];
        double[][] slopes = new double[Unknowns][];
        for (int k = 0; k < Unknowns; k++) slopes[k] = new double[2 * n];
        for (int i = 0; i < n; i++) (r[i], r[n + i]) = (-_kernel.Data[i], -_kernel.Data[n + i]);
        int at = 0;
        for (int column = 0; column < RelaxationKernel.Extra; column++)
        {
            if ((column == 1 && !HasInductance) || (column == 2 && !HasTail)) continue;
            double[] slope = slopes[at];
            for (int i = 0; i < 2 * n; i++) slope[i] = _kernel.Row(i)[column];
            Dense.Add(p[at++], slope, r);
        }
        foreach (RelaxationShape shape in Shapes)
        {
            AddShape(shape, p.AsSpan(at, Count(shape)), slopes.AsSpan(at, Count(shape)), r);
            at += Count(shape);
        }
        return new ResidualPoint(r, wanted ? slopes : null);
    }

    private void AddShape(RelaxationShape shape, ReadOnlySpan<double> p, ReadOnlySpan<double[]> slopes, double[] r)
    {
        int n = _omega.Length;
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
        Dense.Add(p[0], slopes[0], r);

        void Put(double[] row, int i, Complex value) => (row[i], row[n + i]) = (value.Real, value.Imaginary);
    }
}
