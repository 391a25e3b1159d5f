using Loadstone.Designs.Fields;
using Loadstone.Formats.Json;

namespace Loadstone.Designs.Reading;

/// <summary>Reads what a document says of the calender, and checks it against the rest of the electrode.</summary>
internal static class CalenderingReader
{
    private static readonly QuantityField[] Results = [ElectrodeFields.Porosity, ElectrodeFields.Thickness, ElectrodeFields.PressDensity];

    private static readonly QuantityField[] OfLayers =
        [CalenderingFields.LayerCoatedPorosity, CalenderingFields.CompactionResistance, CalenderingFields.LeastPorosity, CalenderingFields.YieldPressure];

    /// <summary>The calender.</summary>
    public static CalenderingDesign Read(FieldReader fields) => new(fields.Place, fields.Read(CalenderingFields.LineLoad), fields.Read(CalenderingFields.Pressure),
        fields.Read(CalenderingFields.CoatedPorosity), fields.Read(CalenderingFields.SpringBack));

    /// <summary>How a layer gives way.</summary>
    public static CompactionDesign ReadLayer(FieldReader fields) => new(fields.Read(CalenderingFields.LayerCoatedPorosity),
        fields.Read(CalenderingFields.CompactionResistance), fields.Read(CalenderingFields.LeastPorosity), fields.Read(CalenderingFields.YieldPressure));

    /// <summary>Checks the fields of an electrode that have to do with the calender.</summary>
    /// <returns>Whether the electrode has a calender.</returns>
    /// <exception cref="InputException">Fields clash, or some are missing.</exception>
    public static bool Check(FieldReader electrode, bool hasLoading)
    {
        FieldReader? calender = electrode.Read(ElectrodeFields.Calendering);
        foreach (PlacedValue item in electrode.Read(ElectrodeFields.Layers)) CheckLayer(item as PlacedObject, calender is not null);
        if (calender is null) return false;
        calender.Exclude(CalenderingFields.LineLoad, CalenderingFields.Pressure);
        if (!hasLoading) throw calender.Place.Error($"A calender presses what was coated: add the electrode's \"loading\" ({FieldValue.Expectation(ElectrodeFields.Loading)}).");
        QuantityField[] stated = [.. Results.Where(electrode.Has)];
        bool hasLoad = calender.Has(CalenderingFields.LineLoad) || calender.Has(CalenderingFields.Pressure);
        if (hasLoad && stated.Length > 0)
            throw electrode.PlaceOf(stated[0]).Error($"\"{stated[0].Name}\" and the load of \"calendering\" clash: the load fixes what comes out of the calender. Keep one (a variant removes a field by setting it to null).");
        if (!hasLoad && stated.Length != 1)
            throw calender.Place.Error("A calender needs one aim: a \"lineLoad\" or a \"pressure\", or the electrode's \"porosity\", \"thickness\" or \"pressDensity\" after it.");
        return true;
    }

    private static void CheckLayer(PlacedObject? layer, bool calendered)
    {
        if (layer is null) return;
        if (calendered && layer.Find(LayerFields.Porosity.Name) is { } porosity)
            throw porosity.Error("\"porosity\" of a layer and \"calendering\" clash: the calender decides it. State \"coatedPorosity\" for the layer as coated.");
        foreach (QuantityField field in OfLayers)
        {
            if (!calendered && layer.Find(field.Name) is { } value)
                throw value.Error($"\"{field.Name}\" counts in a calender, and this electrode has none; add \"calendering\" to the electrode.");
        }
    }
}
