using System.Globalization;
using Loadstone.Formats.Json;

namespace Loadstone.Formats.Bpx;

/// <summary>An object of a file whose fields are all known; reads them one by one, and every error names its place.</summary>
internal sealed class BpxObject
{
    private readonly PlacedObject _json;

    private BpxObject(PlacedObject json) => _json = json;

    /// <summary>Where it stands.</summary>
    public JsonPlace Place => _json.Place;

    /// <summary>An object with known fields.</summary>
    /// <param name="value">The value.</param>
    /// <param name="name">What such an object is called, for messages.</param>
    /// <param name="fields">The names it may have.</param>
    /// <exception cref="InputException">It is no object, or has a field of another name.</exception>
    public static BpxObject Of(PlacedValue value, string name, params IReadOnlyList<string> fields)
    {
        PlacedObject json = value as PlacedObject ?? throw value.Error($"{value.Sort} stands here; expected an object {{ … }}.");
        foreach (PlacedMember member in json.Members)
        {
            if (fields.Contains(member.Name)) continue;
            string hint = BpxNames.Moved.TryGetValue(member.Name, out string? moved) ? moved
                : NearestName.Find(member.Name, fields) is { } near ? $"did you mean \"{near}\"?"
                : $"its fields are {string.Join(", ", fields)}.";
            throw member.Place.Error($"\"{member.Name}\" is no field of {name}; {hint}");
        }
        return new BpxObject(json);
    }

    /// <summary>The value of a field, or null where it is missing.</summary>
    public PlacedValue? Find(string field) => _json.Find(field);

    /// <summary>The value of a field that must be there.</summary>
    public PlacedValue Required(string field) => Find(field) ?? throw Place.Error($"\"{field}\" is missing.");

    /// <summary>A number in [low, high] that must be there.</summary>
    public double Number(string field, double low, double high) => Checked(Required(field), low, high);

    /// <summary>A number in [low, high], or null where the field is missing.</summary>
    public double? OptionalNumber(string field, double low, double high) => Find(field) is { } value ? Checked(value, low, high) : null;

    /// <summary>A number above zero that must be there.</summary>
    public double Positive(string field)
    {
        PlacedValue value = Required(field);
        double number = NumberOf(value);
        return number > 0 ? number : throw value.Error($"{Text(number)} is not above 0.");
    }

    /// <summary>A whole number above zero that must be there.</summary>
    public int Count(string field)
    {
        PlacedValue value = Required(field);
        double number = NumberOf(value);
        return number is >= 1 and <= 1e6 && number == Math.Floor(number) ? (int)number : throw value.Error($"{Text(number)} is no whole number above 0.");
    }

    /// <summary>Text, or null where the field is missing.</summary>
    public string? OptionalText(string field) => Find(field) switch
    {
        null => null,
        PlacedText text => text.Value,
        { } other => throw other.Error($"{other.Sort} stands here; expected text."),
    };

    /// <summary>A list of numbers that must be there.</summary>
    public IReadOnlyList<double> Numbers(string field) => NumbersOf(Required(field));

    /// <summary>A list of numbers.</summary>
    public static IReadOnlyList<double> NumbersOf(PlacedValue value) => value is PlacedArray list
        ? [.. list.Items.Select(NumberOf)]
        : throw value.Error($"{value.Sort} stands here; expected a list of numbers.");

    /// <summary>A number.</summary>
    public static double NumberOf(PlacedValue value) => value is PlacedNumber number
        ? number.Value
        : throw value.Error($"{value.Sort} stands here; expected a number.");

    private static double Checked(PlacedValue value, double low, double high)
    {
        double number = NumberOf(value);
        return number >= low && number <= high ? number : throw value.Error($"{Text(number)} does not lie in [{Text(low)}, {Text(high)}].");
    }

    private static string Text(double value) => value.ToString("g6", CultureInfo.InvariantCulture);
}
