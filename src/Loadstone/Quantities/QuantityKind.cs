using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace Loadstone.Quantities;

/// <summary>
/// A kind of quantity, such as a loading: reads text with a unit to an SI value and writes SI values back. Immutable.
/// </summary>
/// <remarks>
/// A unit may be any product of known units with the right dimension, in the usual spellings: "mg/cm²", "mg cm^-2",
/// "mg·cm⁻²". The decimal text and the factor of its unit are multiplied exactly and rounded to a <see cref="double"/>
/// once, so "4.5 µm" is the very number 4.5e-6. Upper and lower case of units differ (mS, MS).
/// </remarks>
public sealed class QuantityKind
{
    private readonly QuantityGrammar _grammar;

    // Reading a text needs no unit but its own, and a short command should not wait for the rest.
    private readonly Lazy<IReadOnlyList<Unit>> _units;

    internal QuantityKind(string name, string siUnit, string example, QuantityGrammar grammar, params ReadOnlySpan<string> units)
    {
        Name = name;
        SiUnit = siUnit;
        Example = example;
        _grammar = grammar;
        string[] symbols = [.. units];
        _units = new Lazy<IReadOnlyList<Unit>>(() => Resolve(symbols));
    }

    /// <summary>What it is called in a sentence: "areal capacity".</summary>
    public string Name { get; }

    /// <summary>The SI unit of the values: "m"; "1" for fractions, "1/h" for C-rates and empty for plain numbers.</summary>
    public string SiUnit { get; }

    /// <summary>A typical text: "22 mg/cm²".</summary>
    public string Example { get; }

    /// <summary>The usual units, the one that values are shown in first. Other products of units of the dimension are read too.</summary>
    public IReadOnlyList<Unit> Units => _units.Value;

    /// <summary>The SI value of the text.</summary>
    /// <param name="text">A number and its unit, "22 mg/cm²".</param>
    /// <exception cref="InputException">The text is no such quantity; the message says what was expected.</exception>
    public double Parse(string text) => TryParse(text, out double value, out string? problem) ? value : throw new InputException(problem);

    /// <summary>Reads the text without throwing.</summary>
    /// <param name="text">A number and its unit, "22 mg/cm²".</param>
    /// <param name="value">The SI value, or NaN.</param>
    /// <param name="problem">What is wrong and what was expected, in a sentence; null when nothing is.</param>
    public bool TryParse(string? text, out double value, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        value = double.NaN;
        QuantityReading reading = _grammar.Read(text ?? "");
        if (reading.Failure is { } failure)
        {
            problem = QuantityProblem.Describe(this, text ?? "", failure);
            return false;
        }
        value = reading.Value;
        return true;
    }

    /// <summary>The value as text with its unit, "29.6 mg/cm²", without an exponent where that is readable.</summary>
    /// <param name="si">SI value.</param>
    /// <param name="digits">Significant digits, 1 to 17; trailing zeros after the point are left out.</param>
    /// <param name="unit">A unit of this kind, or null for the first of <see cref="Units"/>.</param>
    /// <exception cref="ArgumentException">The unit is not of this kind.</exception>
    public string Format(double si, int digits = 4, string? unit = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 17);
        Unit shown = unit is null ? Units[0] : Find(unit);
        string number = NumberText.Format(shown.FromSi(si), digits);
        string space = shown.Symbol is "" or "°" || _grammar is RateGrammar ? "" : " ";
        return number + space + shown.Symbol;
    }

    /// <summary>The SI value in another unit.</summary>
    /// <param name="si">SI value.</param>
    /// <param name="unit">A unit of this kind.</param>
    /// <exception cref="ArgumentException">The unit is not of this kind.</exception>
    public double ToUnit(double si, string unit) => Find(unit).FromSi(si);

    /// <summary>The SI value of a number of some unit.</summary>
    /// <param name="value">Number of that unit.</param>
    /// <param name="unit">A unit of this kind.</param>
    /// <exception cref="ArgumentException">The unit is not of this kind.</exception>
    public double FromUnit(double value, string unit) => Find(unit).ToSi(value);

    /// <summary>Whether a symbol is a unit of this kind.</summary>
    /// <param name="symbol">The unit as text: "mg/cm²".</param>
    public bool HasUnit(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return _grammar.FindUnit(symbol) is not null;
    }

    /// <summary>The name of the kind.</summary>
    public override string ToString() => Name;

    /// <summary>How its texts are written.</summary>
    internal QuantityGrammar Grammar => _grammar;

    private ReadOnlyCollection<Unit> Resolve(string[] symbols)
    {
        var known = new List<Unit>(symbols.Length + 1);
        foreach (string symbol in symbols) known.Add(Known(symbol));
        // The SI unit of a fraction or a C-rate is a plain number, which a person may not write there.
        if (!symbols.Contains(SiUnit) && _grammar.FindUnit(SiUnit) is { } si) known.Add(si);
        return known.AsReadOnly();
    }

    private Unit Known(string symbol) =>
        _grammar.FindUnit(symbol) ?? throw new ArgumentException($"\"{symbol}\" is not a unit of this kind: {Name}.", nameof(symbol));

    private Unit Find(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        foreach (Unit unit in Units)
        {
            if (unit.Symbol == symbol) return unit;
        }
        return Known(symbol);
    }
}
