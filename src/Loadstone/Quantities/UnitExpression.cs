using System.Globalization;
using System.Numerics;

namespace Loadstone.Quantities;

/// <summary>
/// Reads a unit written as a product of named units with exponents: "mg/cm^2", "mA h cm-2", "gf/20 mm",
/// "J kg^-1 K^-1", "A/m^2/(mol/m^3)^1.5". The text comes normalized from <see cref="QuantityText"/>.
/// </summary>
internal ref struct UnitExpression
{
    private const int MaxHalves = 24; // exponents up to 12
    private const int MaxFactorBits = 1024; // what leaves the range of doubles is no unit

    private readonly ReadOnlySpan<char> _text;
    private readonly bool _slashTakesAll;
    private int _at;
    private string? _unknown;

    private UnitExpression(string text, bool slashTakesAll)
    {
        _text = text;
        _slashTakesAll = slashTakesAll;
    }

    /// <summary>The unit, or null with the word that is no known unit (null when the writing itself makes no sense).</summary>
    /// <param name="text">Normalized unit text.</param>
    /// <param name="slashTakesAll">
    /// How "W/m^2 K" is read: true divides by everything up to the next slash, as people mean it; false by the one unit
    /// after the slash, as "mA/cm^2 h" asks. Only one reading has the dimension that is expected.
    /// </param>
    /// <param name="unknown">The word that is not known.</param>
    public static Measure? Read(string text, bool slashTakesAll, out string? unknown)
    {
        var reader = new UnitExpression(text, slashTakesAll);
        if (text.StartsWith("1/", StringComparison.Ordinal)) reader._at = 1;
        Measure? product = text.Length == 0 ? null : reader.Product(mayBeNumber: false);
        if (reader._at < text.Length) product = null;
        unknown = reader._unknown;
        return product;
    }

    private readonly char Next => _at < _text.Length ? _text[_at] : '\0';

    private Measure? Product(bool mayBeNumber)
    {
        Measure product = Measure.One;
        bool divide = false, expectsUnit = true;
        while (true)
        {
            Skip(' ');
            switch (Next)
            {
                case '\0' or ')':
                    return expectsUnit ? null : product;
                case '/':
                    if (expectsUnit && (divide || _at > 1)) return null;
                    divide = expectsUnit = true;
                    _at++;
                    continue;
                case '·' or '.' or '-':
                    if (expectsUnit) return null;
                    expectsUnit = true;
                    _at++;
                    continue;
            }
            if (Factor(mayBeNumber || divide) is not { } factor || (divide ? factor.Power(-2) : factor) is not { } next) return null;
            product *= next;
            if (product.Factor.Numerator.GetBitLength() > MaxFactorBits || product.Factor.Denominator.GetBitLength() > MaxFactorBits) return null;
            expectsUnit = mayBeNumber = false;
            if (!_slashTakesAll) divide = false;
        }
    }

    private Measure? Factor(bool mayBeNumber)
    {
        if (Next == '(')
        {
            _at++;
            Measure? inner = Product(mayBeNumber);
            if (inner is null || Next != ')') return null;
            _at++;
            return Raised(inner.Value);
        }
        if (char.IsAsciiDigit(Next))
        {
            // A width such as the "20 mm" of a peel force: the number belongs to the unit after it.
            if (!mayBeNumber || Count() is not { } count) return null;
            Skip(' ');
            return Factor(mayBeNumber: false) is { } unit ? unit with { Factor = unit.Factor * count } : null;
        }
        int start = _at;
        while (char.IsLetter(Next) || Next is '%' or '°') _at++;
        string word = _text[start.._at].ToString();
        if (UnitSymbols.Find(word) is { } found) return Raised(found);
        _unknown = word.Length > 0 ? word : null;
        return null;
    }

    private Measure? Raised(Measure unit)
    {
        bool marked = Next == '^';
        if (marked) _at++;
        else if (_text[_at..].StartsWith("··", StringComparison.Ordinal))
        {
            marked = true; // "**", the asterisks normalized
            _at += 2;
        }
        char close = Next switch { '{' when marked => '}', '(' when marked => ')', _ => '\0' };
        if (close != '\0') _at++;
        bool negative = Next == '-' && (marked || IsDigitAt(_at + 1));
        if (negative || (marked && Next == '+')) _at++;
        if (!char.IsAsciiDigit(Next)) return marked ? null : unit;

        int halves = 0;
        while (char.IsAsciiDigit(Next) && halves <= MaxHalves) halves = 10 * halves + 2 * (_text[_at++] - '0');
        if (Next == '.' && _at + 1 < _text.Length && _text[_at + 1] is '5' or '0')
        {
            if (_text[_at + 1] == '5') halves++;
            _at += 2;
        }
        if (close != '\0' && Next != close) return null;
        if (close != '\0') _at++;
        return halves is 0 or > MaxHalves || char.IsAsciiDigit(Next) ? null : unit.Power(negative ? -halves : halves);
    }

    private Rational? Count()
    {
        int start = _at;
        while (char.IsAsciiDigit(Next)) _at++;
        int decimals = 0;
        if (Next == '.' && IsDigitAt(_at + 1))
        {
            int point = _at++;
            while (char.IsAsciiDigit(Next)) _at++;
            decimals = _at - point - 1;
        }
        string digits = _text[start.._at].ToString().Replace(".", "", StringComparison.Ordinal);
        var significand = BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return significand.IsZero ? null : Rational.Decimal(significand, -decimals);
    }

    private readonly bool IsDigitAt(int index) => index < _text.Length && char.IsAsciiDigit(_text[index]);

    private void Skip(char c)
    {
        while (Next == c) _at++;
    }
}
