using Loadstone.Cells.Pouch;
using Loadstone.Formats.Json;

namespace Loadstone.Designs;

/// <summary>What a document says of the pouch that holds the cell, in SI; null where it says nothing.</summary>
public sealed record PouchDesign
{
    /// <summary>Size, sheets and filling.</summary>
    public required PouchFormat Format { get; init; }

    /// <summary>Foil under lithium.</summary>
    public SheetDesign? LithiumFoil { get; init; }

    /// <summary>Rate of the discharge that tells the energy [C].</summary>
    public double? Rate { get; init; }

    /// <summary>Measured charge of a discharge of the whole cell, in place of a simulated one [C].</summary>
    public double? Capacity { get; init; }

    /// <summary>Measured charge of the first charge per mass of positive active material [C/kg].</summary>
    public double? FirstCharge { get; init; }

    /// <summary>Energy over charge of a measured discharge, in place of a simulated one [V].</summary>
    public double? MeanVoltage { get; init; }

    /// <summary>Energy per mass that was measured or published [J/kg].</summary>
    public double? PublishedSpecificEnergy { get; init; }

    /// <summary>Energy per volume that was measured or published [J/m³].</summary>
    public double? PublishedEnergyDensity { get; init; }

    /// <summary>Whether the published figures count the stack with electrolyte alone, without tabs and film.</summary>
    public bool PublishedOfStack { get; init; }

    /// <summary>What the document does not say of the pouch, with what it does.</summary>
    public required PouchAssumptions Assumptions { get; init; }

    /// <summary>Where it stands.</summary>
    public required JsonPlace Place { get; init; }

    /// <summary>Area of all faces [m²].</summary>
    public double Area => Format.FaceArea * Format.Faces;
}
