using Loadstone.Cells.Pouch;
using Loadstone.Designs.Fields;

namespace Loadstone.Designs.Reading;

/// <summary>Reads what a document says of the pouch.</summary>
internal static class PouchReader
{
    /// <summary>The pouch, or null when the document has none.</summary>
    /// <exception cref="InputException">It cannot be used, or the document says the area twice or takes a parameter set.</exception>
    public static PouchDesign? Read(FieldReader document)
    {
        if (document.Read(DocumentFields.Pouch) is not { } fields) return null;
        document.Exclude(DocumentFields.Pouch, DocumentFields.Cell);
        document.Exclude(DocumentFields.Area, DocumentFields.Pouch);
        return new PouchDesign
        {
            Format = new PouchFormat
            {
                Width = fields.Read(PouchFields.Width)!.Value,
                Height = fields.Read(PouchFields.Height)!.Value,
                Stacks = (int?)fields.Read(PouchFields.Stacks) ?? 1,
                DoubleSided = fields.Read(PouchFields.Coating) == PouchFields.BothSides,
                ElectrolytePerCharge = fields.Read(PouchFields.Electrolyte),
            },
            LithiumFoil = SheetText.Read(fields, PouchFields.LithiumFoil),
            Rate = fields.Read(PouchFields.Rate),
            Capacity = fields.Read(PouchFields.Capacity),
            FirstCharge = fields.Read(PouchFields.FirstCharge),
            MeanVoltage = fields.Read(PouchFields.MeanVoltage),
            PublishedSpecificEnergy = fields.Read(PouchFields.PublishedSpecificEnergy),
            PublishedEnergyDensity = fields.Read(PouchFields.PublishedEnergyDensity),
            PublishedOfStack = fields.Read(PouchFields.PublishedOf) == PouchFields.Stack,
            Assumptions = fields.Read(PouchFields.Assumptions) is { } list ? PouchFields.ReadAssumptions(list) : PouchAssumptions.Default,
            Place = fields.Place,
        };
    }
}
