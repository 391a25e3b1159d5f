namespace Loadstone.Quantities;

/// <summary>A unit in exact SI: how many SI units it is, and of what dimension.</summary>
internal readonly record struct Measure(Rational Factor, Dimension Dimension)
{
    /// <summary>The number one, the empty product of units.</summary>
    public static Measure One { get; } = new(Rational.One, default);

    public static Measure operator *(Measure a, Measure b) => new(a.Factor * b.Factor, a.Dimension + b.Dimension);

    /// <summary>The unit to a power given in halves (4 is the square), or null where its factor has no exact square root.</summary>
    public Measure? Power(int halves)
    {
        if (halves % 2 == 0) return new Measure(Factor.Power(halves / 2), Dimension * (halves / 2));
        bool evenExponents = Dimension * halves is var d
            && int.IsEvenInteger(d.Length | d.Mass | d.Time | d.Current | d.Temperature | d.Amount | d.Angle | d.Part);
        return evenExponents && Factor.Power(halves).SquareRoot() is { } root ? new Measure(root, Halved(Dimension * halves)) : null;
    }

    private static Dimension Halved(Dimension d) => new(
        d.Length / 2, d.Mass / 2, d.Time / 2, d.Current / 2, d.Temperature / 2, d.Amount / 2, d.Angle / 2, d.Part / 2);
}
