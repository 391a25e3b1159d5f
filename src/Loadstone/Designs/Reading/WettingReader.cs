using Loadstone.Designs.Fields;
using Loadstone.Quantities;
using Loadstone.Wetting.Areas;

namespace Loadstone.Designs.Reading;

/// <summary>Reads what a document says of filling and rest.</summary>
internal static class WettingReader
{
    /// <summary>The wetting, or null when the document has none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="electrodes">Its coated electrodes.</param>
    /// <exception cref="InputException">A layer states its wetted fraction, or the electrode has zones.</exception>
    public static WettingDesign? Read(FieldReader document, params ReadOnlySpan<ElectrodeDesign?> electrodes)
    {
        if (document.Read(DocumentFields.Wetting) is not { } fields) return null;
        foreach (ElectrodeDesign? electrode in electrodes)
        {
            if (electrode?.Layers.FirstOrDefault(layer => layer.WettedFraction is not null) is { } layer)
                throw layer.Place.Member(LayerFields.WettedFraction.Name).Error($"\"{LayerFields.WettedFraction.Name}\" of layer {layer.Name} and \"{DocumentFields.Wetting.Name}\" clash: the one states what the other calculates. Keep one (a variant removes a field by setting it to null).");
            if (electrode is { Zones.Count: > 0 })
                throw electrode.PlaceOf(ZoneFields.Zones.Name).Error($"\"{ZoneFields.Zones.Name}\" and \"{DocumentFields.Wetting.Name}\" clash: wetting is calculated for layers that are alike all over the area. Keep one (a variant removes a field by setting it to null).");
        }
        if (fields.Read(WettingFields.ContactAngle) is { } angle && !(angle < Math.PI / 2))
            throw fields.PlaceOf(WettingFields.ContactAngle).Error($"A liquid with a contact angle of {QuantityKinds.Angle.Format(angle)} enters no pore by itself; expected less than 90°, the angle of the electrolyte on the coating.");
        return new WettingDesign
        {
            Rest = fields.Read(WettingFields.Rest)!.Value,
            ContactAngle = fields.Read(WettingFields.ContactAngle),
            TrappedAir = fields.Read(WettingFields.TrappedAir),
            Feed = fields.Read(WettingFields.Feed) switch { WettingFields.Top => AreaFaces.Top, WettingFields.Both => AreaFaces.Top | AreaFaces.Edges, _ => AreaFaces.Edges },
            Shape = fields.Has(WettingFields.Shape) ? fields.Read(WettingFields.Shape) == WettingFields.Strip ? AreaShape.Strip : AreaShape.Disc : null,
            HalfWidth = fields.Read(WettingFields.HalfWidth),
            Overpressure = fields.Read(WettingFields.Overpressure) ?? 0,
            Viscosity = fields.Read(WettingFields.Viscosity),
            SurfaceTension = fields.Read(WettingFields.SurfaceTension),
            GasSolubility = fields.Read(WettingFields.GasSolubility),
            GasDiffusivity = fields.Read(WettingFields.GasDiffusivity),
            Place = fields.Place,
        };
    }
}
