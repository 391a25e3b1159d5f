using System.Numerics;
using Loadstone.Laboratory.Impedance.Circuits;

namespace Loadstone.Laboratory.Impedance.Fitting;

/// <summary>
/// Values to start a fit from, given to the elements by their place: series resistors the ohmic resistance, parallel parts and arcs the
/// spectrum's arcs from fast to slow in the order of the text, diffusion and blocking elements the tail.
/// </summary>
internal sealed class CircuitStart
{
    private readonly Spectrum _spectrum;
    private readonly SpectrumFeatures _features;
    private readonly Queue<(double Resistance, double Tau)> _arcs;
    private readonly Random _random;
    private readonly double[] _values;
    private readonly bool _jitter;
    private readonly double _exponent;

    private CircuitStart(Circuit circuit, Spectrum spectrum, SpectrumFeatures features, int variant)
    {
        (_spectrum, _features, _jitter) = (spectrum, features, variant > 2);
        _random = new Random(variant);
        _exponent = variant switch { 0 => 0.9, 1 => 0.75, 2 => 0.95, _ => 0.6 + 0.4 * _random.NextDouble() };
        _values = new double[circuit.Parameters.Count];
        int arcs = ArcsIn(circuit.Root);
        _arcs = new Queue<(double, double)>(variant == 1 ? Even(arcs) : Chosen(arcs));
    }

    /// <summary>A start: 0 the spectrum's arcs, 1 even ones, 2 the spectrum's as sharp ones, from 3 on drawn at random around them (the same each time).</summary>
    internal static double[] Of(Circuit circuit, Spectrum spectrum, SpectrumFeatures features, int variant)
    {
        var start = new CircuitStart(circuit, spectrum, features, variant);
        double ohmic = Math.Max(features.Ohmic, 1e-3 * spectrum.Impedance.Max(Complex.Abs));
        int series = circuit.Root is SeriesNode s ? s.Parts.Count(p => p is ElementNode { Kind.Symbol: "R" }) : 1;
        start.Fill(circuit.Root, ohmic / Math.Max(series, 1), tau: null);
        return start._values;
    }

    private double LowestOmega => 2 * Math.PI * _spectrum.Frequency[^1];

    private double Reach => Math.Max(_spectrum.Impedance.Max(z => z.Real) - _spectrum.Impedance.Min(z => z.Real), 1e-6 * _spectrum.Impedance.Max(Complex.Abs));

    private static int ArcsIn(CircuitNode node) => node switch
    {
        SeriesNode series => series.Parts.Sum(ArcsIn),
        ParallelNode parallel => 1 + parallel.Parts.Sum(ArcsIn),
        ElementNode { Kind.Symbol: "ZARC" or "G" } => 1,
        _ => 0,
    };

    private void Fill(CircuitNode node, double resistance, double? tau)
    {
        switch (node)
        {
            case SeriesNode series:
                foreach (CircuitNode part in series.Parts) Fill(part, resistance, tau);
                break;
            case ParallelNode parallel:
                (double Resistance, double Tau) arc = NextArc();
                foreach (CircuitNode part in parallel.Parts) Fill(part, arc.Resistance, arc.Tau);
                break;
            case ElementNode element:
                Fill(element, resistance, tau);
                break;
        }
    }

    private void Fill(ElementNode element, double resistance, double? tau)
    {
        Span<double> p = _values.AsSpan(element.First, element.Count);
        double low = Math.Max(-_spectrum.Impedance[^1].Imaginary, 0.01 * Reach), strength = TailAsDiffusion();
        switch (element.Kind.Symbol)
        {
            case "R": p[0] = resistance; break;
            case "L": p[0] = Math.Max(_features.Inductance, 1e-4 * Reach / (2 * Math.PI * _spectrum.Frequency[0])); break;
            case "C": p[0] = tau is { } t ? t / resistance : 1 / (low * LowestOmega); break;
            case "CPE":
                p[1] = _exponent;
                p[0] = tau is { } arcTau ? Math.Pow(arcTau, p[1]) / resistance : 1 / (low * Math.Pow(LowestOmega, p[1]));
                break;
            case "W": p[0] = (tau is { } beside ? Math.Max(strength, 0.3 * resistance / Math.Sqrt(beside)) : strength) * Jitter(10); break;
            case "Wo" or "Ws" or "Wod" or "Wsd":
                p[1] = (element.Kind.Symbol[1] == 'o' ? 1 : 0.3) / LowestOmega * Jitter(10);
                p[0] = strength * Math.Sqrt(2 * p[1]);
                if (p.Length > 2) p[2] = Math.Max(_exponent, 0.9);
                break;
            case "TLM":
                p[0] = Math.Max(3 * (_spectrum.Impedance[^1].Real - _features.Ohmic), 0.1 * Reach) * Jitter(3);
                p[2] = Math.Max(_exponent, 0.85);
                p[1] = 1 / (low * Math.Pow(LowestOmega, p[2]));
                break;
            default:
                (p[0], p[1]) = NextArc();
                if (p.Length > 2) p[2] = _exponent;
                break;
        }
    }

    private double TailAsDiffusion() => _features.Tail == LowFrequencyTail.Warburg && _features.TailStrength > 0
        ? _features.TailStrength
        : 0.5 * Math.Max(-_spectrum.Impedance[^1].Imaginary, 0.05 * Reach) * Math.Sqrt(LowestOmega);

    private (double Resistance, double Tau) NextArc()
    {
        (double resistance, double tau) = _arcs.Dequeue();
        return (resistance * Jitter(3), tau * Jitter(10));
    }

    private double Jitter(double factor) => _jitter ? Math.Pow(factor, 2 * _random.NextDouble() - 1) : 1;

    private IEnumerable<(double Resistance, double Tau)> Chosen(int count)
    {
        var arcs = _features.Arcs.OrderByDescending(a => a.Resistance).Take(count).ToList();
        if (arcs.Count == 0) return Even(count);
        while (arcs.Count < count)
        {
            (double Resistance, double Tau) largest = arcs.MaxBy(a => a.Resistance);
            arcs.Remove(largest);
            arcs.Add((largest.Resistance / 2, largest.Tau / 4));
            arcs.Add((largest.Resistance / 2, largest.Tau * 4));
        }
        return arcs.OrderBy(a => a.Tau);
    }

    private IEnumerable<(double Resistance, double Tau)> Even(int count)
    {
        double fast = 1 / (2 * Math.PI * _spectrum.Frequency[0]), slow = 1 / LowestOmega;
        return Enumerable.Range(1, count).Select(k => (Reach / count, fast * Math.Pow(slow / fast, k / (count + 1.0))));
    }
}
