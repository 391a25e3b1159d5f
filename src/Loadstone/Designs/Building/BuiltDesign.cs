using Loadstone.Cells;
using Loadstone.Electrodes;

namespace Loadstone.Designs.Building;

/// <summary>What a design becomes: the cell that the model runs, the structure that tables show, and what was taken on trust.</summary>
public sealed record BuiltDesign
{
    /// <summary>The design.</summary>
    public required Design Design { get; init; }

    /// <summary>The cell.</summary>
    public required Cell Cell { get; init; }

    /// <summary>Structure of the positive electrode; null for a published parameter set.</summary>
    public ElectrodeStructure? Positive { get; init; }

    /// <summary>Structure of a coated negative electrode; null against lithium and for a published parameter set.</summary>
    public ElectrodeStructure? Negative { get; init; }

    /// <summary>Areal capacity of the negative electrode over that of the positive one; null without a coated negative electrode.</summary>
    public double? NpRatio => Negative?.ArealCapacity / Positive?.ArealCapacity;

    /// <summary>Capacities of both electrodes beside each other, lithium as made; null for a published parameter set.</summary>
    public CapacityRatios? Ratios { get; init; }

    /// <summary>Zones of the positive electrode side by side, as structures; empty where it is uniform. <see cref="Cell"/> and <see cref="Positive"/> are those of the electrode without them.</summary>
    public IReadOnlyList<ZoneStructure> Zones { get; init; } = [];

    /// <summary>The zones as the model runs them; null where the electrode is uniform.</summary>
    public ZonedCell? ZonedCell { get; init; }

    /// <summary>How the coated electrodes were filled and rested, the positive one first; empty where the document does not say how.</summary>
    public IReadOnlyList<ElectrodeWetting> Wetting { get; init; } = [];

    /// <summary>Every value without a public source that went into the cell or its structure.</summary>
    public required IReadOnlyList<AssumedValue> Assumed { get; init; }

    /// <summary>What the document left out, and what was taken instead.</summary>
    public required IReadOnlyList<TakenDefault> Defaults { get; init; }
}

/// <summary>A zone of the positive electrode.</summary>
/// <param name="Name">Name shown in tables.</param>
/// <param name="AreaShare">Its part of the area.</param>
/// <param name="Slurry">The slurry that it was coated from.</param>
/// <param name="Structure">The electrode that it is.</param>
public sealed record ZoneStructure(string Name, double AreaShare, SlurryZone Slurry, ElectrodeStructure Structure);

/// <summary>A value without a public source that was used.</summary>
/// <param name="Of">The material, or the law.</param>
/// <param name="Property">The property.</param>
/// <param name="Value">The value with its unit; "a function" where it is one.</param>
/// <param name="Range">How far it may be off, with units; null where no range is stated.</param>
/// <param name="Why">The reason for it.</param>
public sealed record AssumedValue(string Of, string Property, string Value, string? Range, string Why);

/// <summary>A field that the document left out.</summary>
/// <param name="Path">JSON path of the field.</param>
/// <param name="Taken">What was taken instead.</param>
public sealed record TakenDefault(string Path, string Taken);
