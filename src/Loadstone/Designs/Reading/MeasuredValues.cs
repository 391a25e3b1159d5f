using Loadstone.Designs.Fields;
using Loadstone.Formats.Json;
using Loadstone.Quantities;

namespace Loadstone.Designs.Reading;

/// <summary>The measured capacities of a document by variant.</summary>
internal sealed class MeasuredValues
{
    private readonly Dictionary<string, IReadOnlyList<MeasuredCapacity>> _byVariant = [];

    /// <summary>What the document says was measured of its variants.</summary>
    /// <exception cref="InputException">A variant is not known, a rate is no C-rate, or a value is no specific capacity.</exception>
    public static MeasuredValues Read(FieldReader fields, IReadOnlyList<string> variants)
    {
        var measured = new MeasuredValues();
        foreach (PlacedMember variant in fields.Read(DocumentFields.Measured))
        {
            if (!variants.Contains(variant.Name))
            {
                string hint = NearestName.Find(variant.Name, variants) is { } nearest ? $"did you mean \"{nearest}\"?" : $"there are {string.Join(", ", variants.Select(v => $"\"{v}\""))}.";
                throw variant.Place.Error($"No variant is named \"{variant.Name}\"; {hint}");
            }
            var rates = variant.Value as PlacedObject ?? throw FieldValue.WrongSort(variant.Value, DocumentFields.Measured.Item);
            measured._byVariant[variant.Name] = [.. rates.Members.Where(rate => rate.Value is not PlacedNull).Select(Capacity)];
        }
        return measured;
    }

    /// <summary>What was measured of one variant; empty if nothing was.</summary>
    public IReadOnlyList<MeasuredCapacity> Of(string variant) => _byVariant.GetValueOrDefault(variant, []);

    private static MeasuredCapacity Capacity(PlacedMember member)
    {
        if (!QuantityKinds.CRate.TryParse(member.Name, out double rate, out string? problem)) throw member.Place.Error(problem);
        return new MeasuredCapacity(rate, FieldValue.Quantity(member.Value, DocumentFields.MeasuredCapacity));
    }
}
