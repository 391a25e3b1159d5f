using System.Numerics;

namespace Loadstone.Laboratory.Impedance.Circuits;

/// <summary>A parameter of a circuit.</summary>
/// <param name="Element">The element that it is of: <c>CPE1</c>.</param>
/// <param name="Law">What it is of that element.</param>
public sealed record CircuitParameter(string Element, ElementParameter Law)
{
    /// <summary>Its name: <c>R1</c>, <c>CPE1 α</c>.</summary>
    public string Name => Law.Symbol.Length == 0 ? Element : $"{Element} {Law.Symbol}";
}

/// <summary>An equivalent circuit, as its elements and how they are wired. Immutable.</summary>
public sealed class Circuit
{
    private Circuit(string text)
    {
        Text = text;
        (Root, Elements) = CircuitParser.Parse(text);
        Parameters = [.. Elements.SelectMany(e => e.Kind.Parameters.Select(p => new CircuitParameter(e.Name, p)))];
    }

    /// <summary>The circuit as it was written.</summary>
    public string Text { get; }

    /// <summary>Its parameters, in the order of the text.</summary>
    public IReadOnlyList<CircuitParameter> Parameters { get; }

    internal CircuitNode Root { get; }

    internal IReadOnlyList<ElementNode> Elements { get; }

    /// <summary>Reads a circuit: <c>R0-p(R1,CPE1)-W1</c>, or as a circuit description code <c>R(RQ)W</c>.</summary>
    /// <param name="text">The circuit; elements are those of <see cref="ElementKinds.All"/>.</param>
    /// <exception cref="InputException">It is none; the message names the character.</exception>
    public static Circuit Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Circuit(text.Trim());
    }

    /// <summary>Impedance Z [Ω].</summary>
    /// <param name="frequency">Frequency f [Hz].</param>
    /// <param name="values">Values of <see cref="Parameters"/> [SI].</param>
    public Complex Impedance(double frequency, ReadOnlySpan<double> values)
    {
        Span<Complex> derivatives = Parameters.Count <= 32 ? stackalloc Complex[Parameters.Count] : new Complex[Parameters.Count];
        return Impedance(frequency, values, derivatives);
    }

    /// <summary>Impedance Z [Ω] with its derivatives.</summary>
    /// <param name="frequency">Frequency f [Hz].</param>
    /// <param name="values">Values of <see cref="Parameters"/> [SI].</param>
    /// <param name="derivatives">∂Z/∂p, one a parameter; written.</param>
    public Complex Impedance(double frequency, ReadOnlySpan<double> values, Span<Complex> derivatives)
    {
        if (values.Length != Parameters.Count || derivatives.Length != Parameters.Count) throw new ArgumentException($"The circuit {Text} has {Parameters.Count} parameters.", nameof(values));
        return Root.Evaluate(2 * Math.PI * frequency, values, derivatives);
    }
}
