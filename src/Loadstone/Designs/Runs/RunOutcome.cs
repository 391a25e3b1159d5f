using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Zones;

namespace Loadstone.Designs.Runs;

/// <summary>What running a design document gave.</summary>
public sealed record RunOutcome
{
    /// <summary>Name of the document.</summary>
    public required string Name { get; init; }

    /// <summary>What the document is about, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The variants that were finished, in the order of the document.</summary>
    public required IReadOnlyList<VariantOutcome> Variants { get; init; }

    /// <summary>Names of the variants that were not finished, because the run was cancelled; else empty.</summary>
    public IReadOnlyList<string> NotFinished { get; init; } = [];

    /// <summary>Wall time of the whole run.</summary>
    public required TimeSpan WallTime { get; init; }
}

/// <summary>What one variant gave.</summary>
public sealed record VariantOutcome
{
    /// <summary>The design as it was built: cell, structure, assumed values, defaults.</summary>
    public required BuiltDesign Built { get; init; }

    /// <summary>Resolution with which it was run.</summary>
    public required MeshSettings Mesh { get; init; }

    /// <summary>The protocols of the document, run one after the other, each from rest at the upper cut-off.</summary>
    public required IReadOnlyList<ProtocolOutcome> Protocols { get; init; }

    /// <summary>One entry per discharge of a rate test, in the order of the tests.</summary>
    public required IReadOnlyList<RateOutcome> Rates { get; init; }

    /// <summary>What a reader should be warned of, a sentence each.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Mass, volume and energy of its pouch cell; null where the document has no pouch or it cannot be accounted for.</summary>
    public EnergyVariant? Energy { get; init; }

    /// <summary>Wall time of this variant.</summary>
    public required TimeSpan WallTime { get; init; }

    /// <summary>Name of the variant.</summary>
    public string Name => Built.Design.Name;
}

/// <summary>One protocol, run.</summary>
/// <param name="Protocol">The protocol.</param>
/// <param name="Result">Its steps; fewer than those of the protocol where one ended early and the rest could not be run.</param>
public sealed record ProtocolOutcome(Protocol Protocol, SimulationResult Result)
{
    /// <summary>For each step that was run, each zone; empty where the electrode is uniform.</summary>
    public IReadOnlyList<IReadOnlyList<ZoneStep>> Zones { get; init; } = [];
}

/// <summary>One discharge of a rate test, in SI.</summary>
public sealed record RateOutcome
{
    /// <summary>Discharge rate [C].</summary>
    public required double Rate { get; init; }

    /// <summary>The simulated step; null where the test had ended before it.</summary>
    public StepResult? Step { get; init; }

    /// <summary>What ended it, in a word or two: the cut-off voltage, "electrolyte depleted".</summary>
    public required string End { get; init; }

    /// <summary>How it ended, in words with numbers.</summary>
    public required string EndText { get; init; }

    /// <summary>True when it ran to its cut-off voltage.</summary>
    public bool EndedAsAsked => Step is { EndedAsAsked: true };

    /// <summary>Charge given [C]; null where it was not run.</summary>
    public double? Charge => Step?.Charge;

    /// <summary>Charge per mass of positive active material [C/kg]; null where the mass is not known.</summary>
    public double? SpecificCapacity { get; init; }

    /// <summary>Charge over that at the lowest rate of the test; null where either was not run.</summary>
    public double? Retention { get; init; }

    /// <summary>Charge per area [C/m²].</summary>
    public double? ArealCapacity { get; init; }

    /// <summary>Energy per area [J/m²].</summary>
    public double? ArealEnergy { get; init; }

    /// <summary>Energy over charge [V]; null where no charge passed.</summary>
    public double? MeanVoltage => Step is { Charge: > 0 } step ? step.Energy / step.Charge : null;

    /// <summary>Measured charge per mass of positive active material [C/kg], or null.</summary>
    public double? Measured { get; init; }

    /// <summary>Predicted over measured, less 1; null without either.</summary>
    public double? Misfit => SpecificCapacity / Measured - 1;
}
