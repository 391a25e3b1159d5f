using Loadstone.Designs.Fields;
using Loadstone.Formats.Json;
using Loadstone.Quantities;

namespace Loadstone.Designs.Reading;

/// <summary>Two voltages between which a cell or a test runs.</summary>
/// <param name="Lower">The lower one [V].</param>
/// <param name="Upper">The upper one [V].</param>
internal sealed record CutOffs(double Lower, double Upper)
{
    /// <summary>The cut-offs of the cell: the document's, else those of its first rate test, else null.</summary>
    public static CutOffs? Read(FieldReader document)
    {
        if (Read(document, DocumentFields.Between) is { } stated) return stated;
        foreach (PlacedValue run in document.Read(DocumentFields.Run))
        {
            if (Read(new FieldReader(run, RunFields.Shape), RunFields.Between) is { } tested) return tested;
        }
        return null;
    }

    /// <summary>The two voltages of a field, or null when it was left out.</summary>
    public static CutOffs? Read(FieldReader fields, ListField field)
    {
        IReadOnlyList<PlacedValue> items = fields.Read(field);
        if (items.Count == 0) return null;
        double[] voltages = [.. items.Select(item => FieldValue.Quantity(item, RunFields.Cut))];
        if (!(voltages[0] < voltages[1]))
            throw fields.PlaceOf(field).Error($"The lower cut-off comes first and must lie below the upper one; got {QuantityKinds.Voltage.Format(voltages[0])} and {QuantityKinds.Voltage.Format(voltages[1])}.");
        return new CutOffs(voltages[0], voltages[1]);
    }
}
