namespace Loadstone.Quantities;

/// <summary>How the texts of a kind are written: a number with a unit, a C-rate, or a plain number.</summary>
internal abstract class QuantityGrammar
{
    /// <summary>Reads a whole text; never throws.</summary>
    public QuantityReading Read(string text)
    {
        if (text.Length > QuantityText.MaxLength) return new QuantityFailure("is too long for a quantity");
        string plain = QuantityText.Normalize(text);
        if (plain.Length == 0) return new QuantityFailure("is empty");
        return ReadPlain(plain);
    }

    /// <summary>The unit of that symbol, or null.</summary>
    public abstract Unit? FindUnit(string symbol);

    /// <summary>Reads normalized text that is not empty.</summary>
    protected abstract QuantityReading ReadPlain(string text);

    /// <summary>The number at the front and the text after it, or why there is none.</summary>
    protected static QuantityFailure? ReadNumber(string text, out Rational number, out string rest)
    {
        number = Rational.Zero;
        rest = "";
        if (QuantityText.ReadNumber(text) is not { } front) return QuantityFailure.NoNumber(text);
        rest = front.After;
        if (front.Value is not { } value) return new QuantityFailure(front.Problem!);
        number = value;
        return QuantityFailure.BrokenNumber(text, rest);
    }

    /// <summary>The double nearest to an exact value, or that it has none.</summary>
    protected static QuantityReading Round(Rational exact)
    {
        double value = exact.ToDouble();
        if (double.IsInfinity(value)) return new QuantityFailure("is too large for a number");
        if (value == 0 && !exact.Numerator.IsZero) return new QuantityFailure("is too small for a number");
        return new QuantityReading(value, null);
    }
}

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
