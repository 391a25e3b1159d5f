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
