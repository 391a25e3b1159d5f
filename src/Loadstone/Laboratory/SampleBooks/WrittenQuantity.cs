using System.Text.RegularExpressions;
using Loadstone.Formats.Json;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.SampleBooks;

/// <summary>Quantities of any kind as a person writes them, known by their unit: <c>12.3 ppm ± 0.4 ppm</c>.</summary>
internal static partial class WrittenQuantity
{
    /// <summary>The quantity under a name, shown in the unit it was written in.</summary>
    /// <exception cref="InputException">It is no number with a known unit, or of a kind that is not allowed.</exception>
    public static NamedEstimate Read(string name, PlacedValue value, params QuantityKind[] allowed)
    {
        if (value is PlacedNumber number && allowed.Length == 0) return new NamedEstimate(name, Estimate.Exact(number.Value), QuantityKinds.Ratio);
        string text = Text(value);
        string unit = Unit().Match(text) is { Success: true } match ? match.Groups[1].Value.Trim() : "";
        QuantityKind? kind = unit.Length == 0 ? QuantityKinds.Ratio : allowed.FirstOrDefault(k => k.HasUnit(unit)) ?? QuantityKinds.OfUnit(unit);
        if (kind is null) throw value.Error($"\"{text}\" is in no known unit; expected a number with its unit, such as \"12 ppm ± 1 ppm\".");
        if (allowed.Length > 0 && !allowed.Contains(kind)) throw value.Error($"\"{text}\" is a {kind.Name}; expected {string.Join(" or ", allowed.Select(k => $"\"{k.Example}\""))}.");
        try
        {
            return new NamedEstimate(name, UncertainQuantity.Parse(text, kind, value.Place.Path), kind, unit.Length == 0 ? null : unit);
        }
        catch (InputException e)
        {
            throw value.Error(e.Problem);
        }
    }

    /// <summary>A text.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static string Text(PlacedValue value) => value is PlacedText text && !string.IsNullOrWhiteSpace(text.Value) ? text.Value.Trim() : throw value.Error($"Expected text, not {value.Sort}.");

    // What stands behind the number, as far as a ±.
    [GeneratedRegex(@"^\s*[-+−]?[\d.,]+(?:[eE][-+]?\d+)?\s*(.*?)\s*(?:(?:±|\+-|\+/-).*)?$")]
    private static partial Regex Unit();
}
