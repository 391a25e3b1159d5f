using System.Numerics;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Impedance.Circuits;

/// <summary>Impedance of an element, and its derivatives with respect to the element's parameters.</summary>
/// <param name="omega">Angular frequency ω [rad/s].</param>
/// <param name="p">The parameters [SI].</param>
/// <param name="derivative">∂Z/∂p, one a parameter; written.</param>
internal delegate Complex ElementLaw(double omega, ReadOnlySpan<double> p, Span<Complex> derivative);

/// <summary>A parameter of a kind of element.</summary>
/// <param name="Symbol">Its symbol: <c>Q</c>; empty where the element has this parameter alone.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Unit">Its SI unit.</param>
/// <param name="IsExponent">Whether it is an exponent between 0 and 1; everything else is above 0 and may span decades.</param>
public sealed record ElementParameter(string Symbol, QuantityKind Kind, string Unit, bool IsExponent = false);

/// <summary>A kind of circuit element.</summary>
public sealed class ElementKind
{
    internal ElementKind(string symbol, char? code, string meaning, ElementLaw law, params ReadOnlySpan<ElementParameter> parameters)
    {
        (Symbol, Code, Meaning, Law, Parameters) = (symbol, code, meaning, law, parameters.ToArray());
    }

    /// <summary>How it is written before its number: <c>CPE</c>.</summary>
    public string Symbol { get; }

    /// <summary>Its letter in a circuit description code (Boukamp 1986), or null where it has none.</summary>
    public char? Code { get; }

    /// <summary>What it is, with its formula.</summary>
    public string Meaning { get; }

    /// <summary>Its parameters, in order.</summary>
    public IReadOnlyList<ElementParameter> Parameters { get; }

    internal ElementLaw Law { get; }
}
