namespace Loadstone.Quantities;

/// <summary>
/// What a unit measures: the exponents of the SI base quantities, counted in halves because reaction-rate constants
/// carry mol^-0.5. An angle and a part of a whole are kept apart from plain numbers: "5 °" is no porosity, nor is "0.05".
/// </summary>
internal readonly record struct Dimension(
    int Length = 0, int Mass = 0, int Time = 0, int Current = 0, int Temperature = 0, int Amount = 0, int Angle = 0, int Part = 0)
{
    public static Dimension operator +(Dimension a, Dimension b) => new(
        a.Length + b.Length, a.Mass + b.Mass, a.Time + b.Time, a.Current + b.Current,
        a.Temperature + b.Temperature, a.Amount + b.Amount, a.Angle + b.Angle, a.Part + b.Part);

    public static Dimension operator *(Dimension a, int times) => new(
        a.Length * times, a.Mass * times, a.Time * times, a.Current * times,
        a.Temperature * times, a.Amount * times, a.Angle * times, a.Part * times);
}

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
