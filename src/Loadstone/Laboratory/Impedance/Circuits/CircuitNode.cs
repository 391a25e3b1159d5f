using System.Numerics;

namespace Loadstone.Laboratory.Impedance.Circuits;

/// <summary>A part of a circuit: an element, parts in series or parts in parallel. Its parameters stand side by side.</summary>
/// <param name="First">Index of its first parameter.</param>
/// <param name="Count">Number of its parameters.</param>
internal abstract record CircuitNode(int First, int Count)
{
    /// <summary>Impedance, and its derivatives with respect to the parameters of this part.</summary>
    /// <param name="omega">Angular frequency [rad/s].</param>
    /// <param name="values">Parameters of the whole circuit [SI].</param>
    /// <param name="derivatives">∂Z/∂p of the whole circuit; only this part's are written.</param>
    internal abstract Complex Evaluate(double omega, ReadOnlySpan<double> values, Span<Complex> derivatives);
}

/// <summary>An element.</summary>
internal sealed record ElementNode(string Name, ElementKind Kind, int First) : CircuitNode(First, Kind.Parameters.Count)
{
    internal override Complex Evaluate(double omega, ReadOnlySpan<double> values, Span<Complex> derivatives) =>
        Kind.Law(omega, values.Slice(First, Count), derivatives.Slice(First, Count));
}

/// <summary>Parts in series: impedances add.</summary>
internal sealed record SeriesNode(IReadOnlyList<CircuitNode> Parts) : CircuitNode(Parts[0].First, Parts.Sum(p => p.Count))
{
    internal override Complex Evaluate(double omega, ReadOnlySpan<double> values, Span<Complex> derivatives)
    {
        Complex z = Complex.Zero;
        for (int i = 0; i < Parts.Count; i++) z += Parts[i].Evaluate(omega, values, derivatives);
        return z;
    }
}

/// <summary>Parts in parallel: admittances add.</summary>
internal sealed record ParallelNode(IReadOnlyList<CircuitNode> Parts) : CircuitNode(Parts[0].First, Parts.Sum(p => p.Count))
{
    internal override Complex Evaluate(double omega, ReadOnlySpan<double> values, Span<Complex> derivatives)
    {
        Complex y = Complex.Zero;
        for (int i = 0; i < Parts.Count; i++)
        {
            CircuitNode part = Parts[i];
            Complex inverse = 1 / part.Evaluate(omega, values, derivatives);
            y += inverse;
            Complex square = inverse * inverse;
            for (int k = part.First; k < part.First + part.Count; k++) derivatives[k] *= square;
        }
        Complex z = 1 / y, squared = z * z;
        for (int k = First; k < First + Count; k++) derivatives[k] *= squared;
        return z;
    }
}
