namespace Loadstone.Quantities;

/// <summary>A number and its unit: "22 mg/cm²".</summary>
/// <param name="dimension">What the unit must measure.</param>
/// <param name="hasZero">Whether 0 °C is not 0 K: a temperature, not a difference of two.</param>
internal sealed class UnitGrammar(Dimension dimension, bool hasZero) : QuantityGrammar
{
    public Dimension Dimension => dimension;

    public override Unit? FindUnit(string symbol) => Resolve(symbol, QuantityText.Normalize(symbol), out _);

    protected override QuantityReading ReadPlain(string text)
    {
        if (ReadNumber(text, out Rational number, out string rest) is { } failure) return failure;
        if (rest.Length == 0) return new QuantityFailure("has no unit") { Cause = FailureCause.UnitMissing };
        if (Resolve(rest, rest, out string? unknown) is { } unit) return Round(number * unit.Scale + unit.Shift);
        return new QuantityFailure("has another unit") { Cause = FailureCause.OtherUnit, UnitText = rest, UnknownWord = unknown };
    }

    private Unit? Resolve(string symbol, string plain, out string? unknown)
    {
        Measure? read = UnitExpression.Read(plain, slashTakesAll: true, out unknown);
        if (read?.Dimension != dimension) read = UnitExpression.Read(plain, slashTakesAll: false, out unknown);
        if (read is not { } measure || measure.Dimension != dimension) return null;
        bool shifts = hasZero && UnitSymbols.IsCelsius(plain);
        return new Unit(symbol, measure.Factor, shifts ? Rational.Decimal(27315, -2) : Rational.Zero);
    }
}
