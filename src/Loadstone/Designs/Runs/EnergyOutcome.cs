using Loadstone.Cells;
using Loadstone.Cells.Pouch;
using Loadstone.Designs.Building;
using Loadstone.Designs.Making;
using Loadstone.Electrochemistry;

namespace Loadstone.Designs.Runs;

/// <summary>What the account of energy of a document gave.</summary>
/// <param name="Name">Name of the document.</param>
/// <param name="Description">What it is about, or null.</param>
/// <param name="Variants">The variants, in the order of the document.</param>
public sealed record EnergyOutcome(string Name, string? Description, IReadOnlyList<EnergyVariant> Variants);

/// <summary>Mass, volume and energy of one variant.</summary>
public sealed record EnergyVariant
{
    /// <summary>The design as it was built.</summary>
    public required BuiltDesign Built { get; init; }

    /// <summary>The account of its pouch cell.</summary>
    public required PouchLedger Ledger { get; init; }

    /// <summary>Where capacity and voltage come from, in words: "simulated at 0.1C", "measured".</summary>
    public required string CapacityFrom { get; init; }

    /// <inheritdoc cref="CapacityFrom"/>
    public required string VoltageFrom { get; init; }

    /// <summary>The simulated discharge; null where both figures were measured.</summary>
    public StepResult? Discharge { get; init; }

    /// <summary>What energy per mass and volume owe to each parameter, the widest range first.</summary>
    public required IReadOnlyList<PouchSensitivity> Sensitivities { get; init; }

    /// <summary>Solvent of each slurry that the document gives, per area of a face; empty where it gives none.</summary>
    public required IReadOnlyList<SolventDemand> Solvents { get; init; }

    /// <summary>What a reader should be warned of, a sentence each.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Name of the variant.</summary>
    public string Name => Built.Design.Name;

    /// <summary>Capacities of both electrodes beside each other, with the first charge that was measured where the document states one.</summary>
    public CapacityRatios Ratios => Pouch.FirstCharge is { } measured
        ? Built.Ratios! with { FirstCharge = measured * Built.Positive!.Loading }
        : Built.Ratios!;

    /// <summary>What the document says of the pouch.</summary>
    public PouchDesign Pouch => Built.Design.Pouch!;

    /// <summary>The level that published figures count: the whole cell, or the stack with electrolyte.</summary>
    public EnergyLevel Compared => EnergyNeeds.Level(Ledger, Pouch.PublishedOfStack);

    /// <summary>Mass of all solvents per energy of a discharge [kg/J]; null without a slurry.</summary>
    public double? SolventPerEnergy => PerEnergy(s => s.MassPerArea);

    /// <summary>Energy of drying and recovery per energy of a discharge; null without a slurry.</summary>
    public double? DryingPerEnergy => PerEnergy(s => s.EnergyPerArea);

    /// <summary>Time that the coatings with a process take to dry [s]; null where none has one, or one does not dry.</summary>
    public double? DryingTime
    {
        get
        {
            MadeElectrode[] made = [.. ((ElectrodeStructure?[])[Built.Positive, Built.Negative]).Select(electrode => electrode?.Making).OfType<MadeElectrode>().Where(m => m.Dryings.Count > 0)];
            return made.Length == 0 || made.Any(m => m.DryingTime is null) ? null : made.Sum(m => m.DryingTime!.Value);
        }
    }

    private double? PerEnergy(Func<SolventDemand, double> perArea) =>
        Solvents.Count == 0 ? null : Solvents.Sum(perArea) / (Ledger.Cell.ArealCapacity * Ledger.Cell.MeanVoltage);
}
