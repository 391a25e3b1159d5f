namespace Loadstone.Quantities;

/// <summary>A number without unit: "1.1".</summary>
internal sealed class PlainNumberGrammar : QuantityGrammar
{
    public override Unit? FindUnit(string symbol) => symbol.Length == 0 ? new Unit("", Rational.One, Rational.Zero) : null;

    protected override QuantityReading ReadPlain(string text)
    {
        if (ReadNumber(text, out Rational number, out string rest) is { } failure) return failure;
        if (rest.Length == 0) return Round(number);
        return new QuantityFailure("has a unit") { Cause = FailureCause.OtherUnit, UnitText = rest };
    }
}
