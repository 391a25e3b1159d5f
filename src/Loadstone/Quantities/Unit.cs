namespace Loadstone.Quantities;

/// <summary>A unit of one kind of quantity: SI value = number · <see cref="Factor"/> + <see cref="Offset"/>.</summary>
public sealed record Unit
{
    private readonly double _numerator;
    private readonly double _denominator;

    internal Unit(string symbol, Rational scale, Rational shift)
    {
        Symbol = symbol;
        Scale = scale;
        Shift = shift;
        Factor = scale.ToDouble();
        Offset = shift.ToDouble();
        _numerator = (double)scale.Numerator;
        _denominator = (double)scale.Denominator;
    }

    /// <summary>As it is written after the number: "mg/cm²"; empty for a plain number.</summary>
    public string Symbol { get; }

    /// <summary>SI units in one of this unit.</summary>
    public double Factor { get; }

    /// <summary>SI value at zero of this unit: 273.15 for °C as a temperature, else 0.</summary>
    public double Offset { get; }

    /// <summary>The factor, exactly.</summary>
    internal Rational Scale { get; }

    /// <summary>The offset, exactly.</summary>
    internal Rational Shift { get; }

    // Dividing by the 1e6 of a micrometre rounds once; multiplying by its 1e-6 would round twice.
    internal double ToSi(double value) => value * _numerator / _denominator + Offset;

    internal double FromSi(double si) => (si - Offset) * _denominator / _numerator;
}
