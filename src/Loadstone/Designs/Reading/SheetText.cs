using Loadstone.Designs.Fields;
using Loadstone.Formats.Json;
using Loadstone.Quantities;

namespace Loadstone.Designs.Reading;

/// <summary>Reads a sheet in words: a material and its thickness, "aluminium 15 µm".</summary>
internal static class SheetText
{
    private static readonly System.Buffers.SearchValues<char> NumberCharacters = System.Buffers.SearchValues.Create("0123456789.,+-−eE ");

    private const double Thinnest = 1e-7, Thickest = 5e-3; // m

    /// <summary>The sheet of a field, or null when it was left out.</summary>
    public static SheetDesign? Read(FieldReader fields, TextField field) =>
        fields.Node(field) is { } value ? Read(value, field) : null;

    /// <summary>The sheet that some text says.</summary>
    public static SheetDesign Read(PlacedValue value, DesignField field)
    {
        string text = FieldValue.Text(value, field).Trim();
        int number = NumberAt(text);
        if (number < 0) return new SheetDesign(text, null, value.Place);
        if (!QuantityKinds.Length.TryParse(text[number..], out double thickness, out string? problem))
            throw value.Error($"{problem} Expected a material and its thickness, {FieldValue.Expectation(field)}.");
        if (!(thickness >= Thinnest && thickness <= Thickest))
            throw value.Error($"A thickness of {text[number..]} is out of range; expected {QuantityKinds.Length.Format(Thinnest)} to {QuantityKinds.Length.Format(Thickest)}.");
        string material = text[..number].TrimEnd(' ', ',');
        return material.Length > 0
            ? new SheetDesign(material, thickness, value.Place)
            : throw value.Error($"\"{text}\" names no material; expected {FieldValue.Expectation(field)}.");
    }

    // The last word that begins with a digit or a sign begins the thickness; "Celgard 2325" names a product, not a number.
    private static int NumberAt(string text)
    {
        int found = -1;
        for (int i = 0; i < text.Length; i++)
        {
            bool wordStarts = i == 0 || text[i - 1] == ' ';
            bool numeric = char.IsAsciiDigit(text[i]) || (text[i] is '-' or '+' or '−' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]));
            if (wordStarts && numeric) found = i;
        }
        bool unitFollows = found >= 0 && text.AsSpan(found).IndexOfAnyExcept(NumberCharacters) >= 0;
        return unitFollows || found == 0 ? found : -1;
    }
}
