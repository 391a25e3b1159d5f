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
