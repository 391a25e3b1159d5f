using System.Globalization;
using Loadstone.Formats.Json;

namespace Loadstone.Designs.Fields;

/// <summary>Reads single values by the description of their field.</summary>
internal static class FieldValue
{
    /// <summary>The SI value of text with a unit.</summary>
    public static double Quantity(PlacedValue value, QuantityField field)
    {
        if (value is PlacedNumber number)
        {
            string units = string.Join(", ", field.Kind.Units.Select(unit => unit.Symbol));
            throw value.Error($"The number {number.Written} has no unit; {Expectation(field)}. Units that fit: {units}.");
        }
        var text = value as PlacedText ?? throw WrongSort(value, field);
        if (!field.Kind.TryParse(text.Value, out double si, out string? problem)) throw value.Error(problem);
        if (!(si >= field.Low && si <= field.High))
            throw value.Error($"{text.Value} {(si < 0 && field.Low >= 0 ? "is negative" : "is out of range")}; expected {field.Range}.");
        return si;
    }

    /// <summary>A JSON number.</summary>
    public static double Number(PlacedValue value, NumberField field)
    {
        var number = value as PlacedNumber ?? throw WrongSort(value, field);
        bool inRange = number.Value >= field.Low && number.Value <= field.High;
        if (!inRange || (field.Whole && !double.IsInteger(number.Value)))
            throw value.Error($"{number.Written} is out of range; expected {Expectation(field)}.");
        return number.Value;
    }

    /// <summary>Text that is not blank.</summary>
    public static string Text(PlacedValue value, DesignField field)
    {
        var text = value as PlacedText ?? throw WrongSort(value, field);
        return string.IsNullOrWhiteSpace(text.Value) ? throw value.Error($"The text is empty; expected {Expectation(field)}.") : text.Value;
    }

    /// <summary>One of the field's words.</summary>
    public static string Choice(PlacedValue value, ChoiceField field)
    {
        string text = Text(value, field);
        if (field.Choices.Contains(text)) return text;
        string hint = NearestName.Find(text, field.Choices) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";
        throw value.Error($"\"{text}\" is not known here; expected {Expectation(field)}.{hint}");
    }

    /// <summary>The error that a value is of another sort than its field.</summary>
    public static InputException WrongSort(PlacedValue value, DesignField field) =>
        value.Error($"{Wording.Capitalised(value.Sort)} stands where {Expectation(field)} was expected.");

    /// <summary>What a field expects, in words.</summary>
    public static string Expectation(DesignField field) => field switch
    {
        QuantityField f => $"{Wording.Article(f.Kind.Name)} is text with its unit, such as \"{f.Example}\"",
        NumberField f => string.Create(CultureInfo.InvariantCulture, $"a {(f.Whole ? "whole number" : "plain number")} from {f.Low} to {f.High}"),
        TextField f => $"text such as \"{f.Example}\"",
        ChoiceField f => "one of " + string.Join(", ", f.Choices.Select(choice => $"\"{choice}\"")),
        ObjectField f => $"{Wording.Article(f.Shape.Name)}, an object in braces",
        TextOrObjectField f => $"text such as \"{f.Example}\" or an object in braces",
        ListField f => $"a list in square brackets",
        MapField => "an object in braces",
        _ => "a value",
    };
}
