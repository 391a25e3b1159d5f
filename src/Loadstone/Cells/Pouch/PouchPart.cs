namespace Loadstone.Cells.Pouch;

/// <summary>How far from the reaction a part of a cell stands.</summary>
public enum PartLevel
{
    /// <summary>The positive coating with its foil.</summary>
    PositiveElectrode,

    /// <summary>What else the stack is made of before it is filled.</summary>
    DryStack,

    /// <summary>Electrolyte.</summary>
    Filling,

    /// <summary>Tabs, film and the room at the edges.</summary>
    Case,
}

/// <summary>One part of a cell.</summary>
/// <param name="Name">Name shown in tables.</param>
/// <param name="Level">How far from the reaction it stands.</param>
/// <param name="Mass">Mass [kg].</param>
/// <param name="Volume">Volume that it takes from the envelope of the cell [m³]; liquid in pores takes none of its own.</param>
public sealed record PouchPart(string Name, PartLevel Level, double Mass, double Volume);

/// <summary>Energy per mass and per volume with a part of the cell counted.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Mass">Mass [kg].</param>
/// <param name="Volume">Volume [m³].</param>
/// <param name="Energy">Energy of a discharge [J].</param>
public sealed record EnergyLevel(string Name, double Mass, double Volume, double Energy)
{
    /// <summary>Energy per mass [J/kg].</summary>
    public double SpecificEnergy => Energy / Mass;

    /// <summary>Energy per volume [J/m³].</summary>
    public double EnergyDensity => Energy / Volume;
}
