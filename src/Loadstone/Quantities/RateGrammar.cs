namespace Loadstone.Quantities;

/// <summary>A multiple or a part of the current that fills the cell in one hour: "0.5C", "C/10", "2C/3".</summary>
internal sealed class RateGrammar : QuantityGrammar
{
    public const string Symbol = "C";

    public override Unit? FindUnit(string symbol) => symbol == Symbol ? new Unit(symbol, Rational.One, Rational.Zero) : null;

    protected override QuantityReading ReadPlain(string text)
    {
        Rational number = Rational.One;
        string rest = text;
        if (!text.StartsWith('C') && ReadNumber(text, out number, out rest) is { } failure) return failure;
        if (rest.Length == 0) return new QuantityFailure("has no unit") { Cause = FailureCause.UnitMissing };
        string other = rest;
        if (!rest.StartsWith('C')) return Other(other);
        rest = rest[1..].TrimStart(' ');
        if (rest.Length == 0) return Round(number);
        if (!rest.StartsWith('/')) return Other(other);
        if (QuantityText.ReadNumber(rest[1..].TrimStart(' ')) is not { Value: { } divisor, After: "" }) return Other(other);
        return divisor.Numerator.IsZero ? new QuantityFailure("divides by zero") : Round(number / divisor);
    }

    private static QuantityReading Other(string unit) =>
        new QuantityFailure("has another unit") { Cause = FailureCause.OtherUnit, UnitText = unit };
}
