using Loadstone.Formats.Json;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.SampleBooks;

/// <summary>Reads mole ratios of weighed components from a book.</summary>
internal static class MoleRatioReader
{
    /// <summary>The ratio of two components, each with a mass and its repeat unit or molar mass.</summary>
    /// <exception cref="InputException">A field is missing or cannot be read.</exception>
    public static MoleRatio Read(PlacedObject entry)
    {
        string name = WrittenQuantity.Text(entry.Find("name") ?? throw entry.Error("\"name\" is missing; expected one such as \"PEI : VDF\"."));
        return new MoleRatio(name, Amount("of"), Amount("to"));

        Estimate Amount(string field)
        {
            PlacedObject part = entry.Find(field) as PlacedObject ?? throw entry.Error($"\"{field}\" is missing; expected {{ \"mass\": \"7 mg\", \"unit\": \"ethyleneimine\" }}.");
            if (part.Find("amount") is { } amount) return WrittenQuantity.Read(name, amount, QuantityKinds.Amount).Estimate;
            PlacedValue mass = part.Find("mass") ?? throw part.Error("\"mass\" is missing; expected one such as \"7.00 mg\".");
            Estimate weighed = WrittenQuantity.Read(name, mass, QuantityKinds.Mass).Estimate;
            if (!(weighed.Value > 0)) throw mass.Error("The mass is not above 0.");
            return Units(part).In(weighed);
        }
    }

    private static RepeatUnits Units(PlacedObject part)
    {
        RepeatUnits units;
        if (part.Find("molarMass") is { } written)
        {
            double mass = WrittenQuantity.Read("", written, QuantityKinds.MolarMass).Estimate.Value;
            units = mass > 0 ? new RepeatUnits(mass) : throw written.Error("The molar mass is not above 0.");
        }
        else
        {
            PlacedValue unit = part.Find("unit") ?? throw part.Error($"\"unit\" is missing; expected one of {string.Join(", ", RepeatUnits.Names)}, or \"molarMass\".");
            string name = WrittenQuantity.Text(unit);
            units = RepeatUnits.Of(name) ?? throw unit.Error($"The repeat unit \"{name}\" is not known; expected {string.Join(", ", RepeatUnits.Names)}, or \"molarMass\".");
        }
        if (part.Find("grafted") is not { } value) return units;
        PlacedObject grafted = value as PlacedObject ?? throw value.Error($"Expected what is grafted, not {value.Sort}.");
        PlacedValue share = grafted.Find("perUnit") ?? throw grafted.Error("\"perUnit\" is missing; expected side units per unit of the backbone, such as \"20 mol%\".");
        return units.With(Units(grafted), WrittenQuantity.Read("", share, QuantityKinds.Fraction).Estimate.Value);
    }
}
