using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Electrochemistry;

/// <summary>Why a step ended.</summary>
public enum StepEnd
{
    /// <summary>Its time was over.</summary>
    Duration,

    /// <summary>A voltage condition was met.</summary>
    Voltage,

    /// <summary>The current had fallen to its condition.</summary>
    Current,

    /// <summary>The charge of a condition had passed.</summary>
    Charge,

    /// <summary>The salt had fallen to its condition somewhere in the electrolyte.</summary>
    SaltConcentration,

    /// <summary>A condition held already when the step began; nothing was passed.</summary>
    MetAtStart,

    /// <summary>The salt ran out somewhere in the electrolyte.</summary>
    ElectrolyteDepleted,

    /// <summary>The surface of some particles has no more room for lithium.</summary>
    ParticlesFull,

    /// <summary>The surface of some particles has no more lithium.</summary>
    ParticlesEmpty,

    /// <summary>The power asked for is more than the cell can give at any voltage.</summary>
    PowerOutOfReach,

    /// <summary>The lithium metal is used up.</summary>
    LithiumExhausted,

    /// <summary>It went on beyond any reasonable time.</summary>
    TimeLimit,

    /// <summary>The time stepping could not go on for another reason.</summary>
    SolverStopped,
}

/// <summary>Measured quantities against time; arrays of one length. Discharge current is positive.</summary>
/// <param name="Time">Time from the start of the protocol [s], not decreasing.</param>
/// <param name="Voltage">Terminal voltage [V].</param>
/// <param name="Current">Current [A].</param>
/// <param name="Charge">Net charge since the start of the protocol, discharge positive [C].</param>
/// <param name="Energy">Net energy since the start of the protocol, discharge positive [J].</param>
public sealed record TimeSeries(
    IReadOnlyList<double> Time, IReadOnlyList<double> Voltage, IReadOnlyList<double> Current,
    IReadOnlyList<double> Charge, IReadOnlyList<double> Energy)
{
    /// <summary>Temperature of the cell [K], as many; empty where a series was not simulated.</summary>
    public IReadOnlyList<double> Temperature { get; init; } = [];
}

/// <summary>Profiles through the cell at one time. x runs from the negative collector (or the lithium) to the positive one.</summary>
public sealed record Profiles
{
    /// <summary>Time from the start of the protocol [s].</summary>
    public required double Time { get; init; }

    /// <summary>Temperature of the cell [K]; null where the model has none.</summary>
    public double? Temperature { get; init; }

    /// <summary>Current density of the cell, discharge positive [A/m²].</summary>
    public required double CurrentDensity { get; init; }

    /// <summary>Reaction current density of a lithium electrode, positive where it dissolves [A/m²]; null in a full cell.</summary>
    public double? LithiumReactionCurrent { get; init; }

    /// <summary>Cell centres [m], length n.</summary>
    public required IReadOnlyList<double> Position { get; init; }

    /// <summary>Salt concentration c_e [mol/m³], length n.</summary>
    public required IReadOnlyList<double> SaltConcentration { get; init; }

    /// <summary>Potential in the electrolyte against the negative terminal [V], length n.</summary>
    public required IReadOnlyList<double> ElectrolytePotential { get; init; }

    /// <summary>Potential in the solid [V], length n; NaN in the separator.</summary>
    public required IReadOnlyList<double> SolidPotential { get; init; }

    /// <summary>Profiles of each particle class, electrode by electrode and layer by layer from the foil.</summary>
    public required IReadOnlyList<ParticleProfile> Particles { get; init; }
}

/// <summary>One particle class through the depth of its layer.</summary>
/// <param name="Material">Name of the material.</param>
/// <param name="Radius">Particle radius [m].</param>
/// <param name="Position">Cell centres [m], length m.</param>
/// <param name="SurfaceStoichiometry">θ at the surface, length m.</param>
/// <param name="MeanStoichiometry">Mean θ of the particle, length m.</param>
/// <param name="ReactionCurrent">Reaction current density j [A/m²], positive where lithium leaves, length m.</param>
public sealed record ParticleProfile(
    string Material, double Radius, IReadOnlyList<double> Position,
    IReadOnlyList<double> SurfaceStoichiometry, IReadOnlyList<double> MeanStoichiometry, IReadOnlyList<double> ReactionCurrent);

/// <summary>One step of a protocol, simulated.</summary>
public sealed record StepResult
{
    /// <summary>The step.</summary>
    public required ProtocolStep Step { get; init; }

    /// <summary>Why it ended.</summary>
    public required StepEnd End { get; init; }

    /// <summary>Why it ended, in words with numbers.</summary>
    public required string EndText { get; init; }

    /// <summary>Start [s].</summary>
    public required double StartTime { get; init; }

    /// <summary>End [s].</summary>
    public required double EndTime { get; init; }

    /// <summary>Charge passed, discharge positive [C].</summary>
    public required double Charge { get; init; }

    /// <summary>Energy given out, discharge positive [J].</summary>
    public required double Energy { get; init; }

    /// <summary>Time series of the step; straight lines between its rows are within 0.05 mV, and the last row is the end itself.</summary>
    public required TimeSeries Series { get; init; }

    /// <summary>Profiles at the end of the step.</summary>
    public required Profiles AtEnd { get; init; }

    /// <summary>Profiles at the times that were asked for.</summary>
    public IReadOnlyList<Profiles> Snapshots { get; init; } = [];

    /// <summary>Why a loop around the step was left after it, in words; null when none was left early.</summary>
    public string? LoopEnd { get; init; }

    /// <summary>True when the step ended as its words say.</summary>
    public bool EndedAsAsked => End is StepEnd.Duration or StepEnd.Voltage or StepEnd.Current or StepEnd.Charge or StepEnd.SaltConcentration;
}

/// <summary>A protocol, simulated.</summary>
public sealed record SimulationResult
{
    /// <summary>The steps that were run, the last of them perhaps ended early.</summary>
    public required IReadOnlyList<StepResult> Steps { get; init; }

    /// <summary>True when the protocol went on to its end: no step ended early, but for discharges of a rate test.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Work that it took.</summary>
    public required SolverStatistics Statistics { get; init; }

    /// <summary>Largest relative change of the lithium in the cell over the protocol; round-off if all is well.</summary>
    public required double LithiumDrift { get; init; }
}

/// <summary>Counts of the time stepping.</summary>
public sealed record SolverStatistics(int Steps, int NewtonIterations, int Factorisations, int ErrorFailures, int NewtonFailures)
{
    /// <summary>What was done between two counts.</summary>
    public static SolverStatistics operator -(SolverStatistics later, SolverStatistics earlier) => new(
        later.Steps - earlier.Steps, later.NewtonIterations - earlier.NewtonIterations, later.Factorisations - earlier.Factorisations,
        later.ErrorFailures - earlier.ErrorFailures, later.NewtonFailures - earlier.NewtonFailures);
}

/// <summary>How far a simulation is.</summary>
/// <param name="StepNumber">Step from 1.</param>
/// <param name="StepCount">Steps of the protocol.</param>
/// <param name="Step">The step.</param>
/// <param name="Time">Time since the start of the protocol [s].</param>
/// <param name="Voltage">Voltage [V].</param>
public readonly record struct SimulationProgress(int StepNumber, int StepCount, ProtocolStep Step, double Time, double Voltage);
