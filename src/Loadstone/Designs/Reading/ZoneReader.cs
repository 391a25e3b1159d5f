using System.Globalization;
using Loadstone.Designs.Fields;
using Loadstone.Quantities;

namespace Loadstone.Designs.Reading;

/// <summary>Reads zones of unequal carbon.</summary>
internal static class ZoneReader
{
    private const double ShareTolerance = 1e-3; // 33.3 % three times is meant as a whole

    /// <summary>The zones; none where the document has none.</summary>
    /// <exception cref="InputException">Their shares do not add to 100 %, or two have one name.</exception>
    public static IReadOnlyList<ZoneDesign> Read(FieldReader electrode)
    {
        var shape = ((ObjectField)ZoneFields.Zones.Item).Shape;
        ZoneDesign[] zones = [.. electrode.Read(ZoneFields.Zones).Select((item, i) =>
        {
            var fields = new FieldReader(item, shape);
            return new ZoneDesign(fields.Read(ZoneFields.Name) ?? string.Create(CultureInfo.InvariantCulture, $"zone {i + 1}"),
                fields.Read(ZoneFields.Share)!.Value, fields.Read(ZoneFields.Carbon)!.Value, fields.Place);
        })];
        if (zones.Length == 0) return zones;
        if (electrode.Has(ProcessFields.Process))
            throw electrode.PlaceOf(ZoneFields.Zones).Error("\"zones\" and \"process\" clash: a process makes one coating all over the area. Keep one (a variant removes a field by setting it to null).");
        double sum = zones.Sum(zone => zone.Share);
        if (Math.Abs(sum - 1) > ShareTolerance)
            throw electrode.PlaceOf(ZoneFields.Zones).Error($"The shares of the zones add to {QuantityKinds.Fraction.Format(sum, 8)}; they must add to 100 %.");
        if (zones.GroupBy(zone => zone.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw electrode.PlaceOf(ZoneFields.Zones).Error($"Two zones are named \"{twice.Key}\"; give each its own name.");
        return [.. zones.Select(zone => zone with { Share = zone.Share / sum })];
    }

    /// <summary>Whether the zones have the electrode's thickness.</summary>
    public static bool OfOneThickness(FieldReader electrode)
    {
        if (electrode.Has(ZoneFields.ZonesHave) && !electrode.Has(ZoneFields.Zones))
            throw electrode.PlaceOf(ZoneFields.ZonesHave).Error("\"zonesHave\" counts where there are zones; add \"zones\".");
        return electrode.Read(ZoneFields.ZonesHave) == ZoneFields.ZonesHave.Choices[1];
    }
}
