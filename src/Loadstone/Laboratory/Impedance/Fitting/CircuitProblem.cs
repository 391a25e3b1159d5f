using System.Numerics;
using Loadstone.Laboratory.Impedance.Circuits;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Impedance.Fitting;

/// <summary>
/// The weighted deviations of a circuit from a spectrum, in unknowns u that suit a step: logarithms of what is positive, exponents as
/// they are. Its arrays are reused from evaluation to evaluation.
/// </summary>
internal sealed class CircuitProblem : ISumOfSquares
{
    private const double LeastExponent = 0.3;
    private const double LogRange = 34.5; // fifteen decades from the start
    private readonly Circuit _circuit;
    private readonly double[] _omega, _weight, _values;
    private readonly Complex[] _measured, _derivatives;

    internal CircuitProblem(Circuit circuit, Spectrum spectrum, SpectrumWeighting weighting)
    {
        _circuit = circuit;
        _omega = [.. spectrum.Frequency.Select(f => 2 * Math.PI * f)];
        _measured = [.. spectrum.Impedance];
        _weight = Weighting.Of(spectrum, weighting);
        _values = new double[circuit.Parameters.Count];
        _derivatives = new Complex[circuit.Parameters.Count];
        IsExponent = [.. circuit.Parameters.Select(p => p.Law.IsExponent)];
    }

    internal int Unknowns => _values.Length;

    internal int Residuals => 2 * _omega.Length;

    internal bool[] IsExponent { get; }

    internal double ToUnknown(int k, double value) => IsExponent[k] ? Math.Clamp(value, LeastExponent, 1) : Math.Log(value);

    internal double ToValue(int k, double u) => IsExponent[k] ? u : Math.Exp(u);

    internal double Lower(int k, double start) => IsExponent[k] ? LeastExponent : start - LogRange;

    internal double Upper(int k, double start) => IsExponent[k] ? 1 : start + LogRange;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> u, Span<double> normal, Span<double> gradient)
    {
        int n = _values.Length;
        for (int k = 0; k < n; k++) _values[k] = ToValue(k, u[k]);
        normal.Clear();
        gradient.Clear();
        double sum = 0;
        Span<double> re = stackalloc double[n], im = stackalloc double[n];
        for (int i = 0; i < _omega.Length; i++)
        {
            Complex r = (_circuit.Root.Evaluate(_omega[i], _values, _derivatives) - _measured[i]) * _weight[i];
            sum += r.Real * r.Real + r.Imaginary * r.Imaginary;
            for (int k = 0; k < n; k++)
            {
                double scale = IsExponent[k] ? _weight[i] : _weight[i] * _values[k];
                (re[k], im[k]) = (_derivatives[k].Real * scale, _derivatives[k].Imaginary * scale);
                gradient[k] += re[k] * r.Real + im[k] * r.Imaginary;
                Span<double> row = normal.Slice(k * n, n);
                for (int j = 0; j <= k; j++) row[j] += re[k] * re[j] + im[k] * im[j];
            }
        }
        return double.IsFinite(sum) ? sum : double.PositiveInfinity;
    }

    /// <summary>Z of the circuit at every frequency.</summary>
    internal Complex[] Model(ReadOnlySpan<double> values)
    {
        var z = new Complex[_omega.Length];
        for (int i = 0; i < z.Length; i++) z[i] = _circuit.Root.Evaluate(_omega[i], values, _derivatives);
        return z;
    }
}
