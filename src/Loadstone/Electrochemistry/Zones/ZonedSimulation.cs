using Loadstone.Cells;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Numerics;

namespace Loadstone.Electrochemistry.Zones;

/// <summary>
/// Runs protocols on zones side by side: one voltage, currents that add up. Steps, events and error control are those of
/// <see cref="Simulation"/>. The state is carried from step to step and from call to call. One instance serves one thread.
/// </summary>
/// <example><code>
/// var simulation = new ZonedSimulation(new ZonedCell([new("poor", 0.4, poor), new("rich", 0.6, rich)]));
/// ZonedResult result = simulation.Run(ProtocolParser.ParseAll(["Discharge at 1C until 2.7 V"], "discharge"));
/// </code></example>
public sealed class ZonedSimulation
{
    private readonly ZonedCell _cell;
    private readonly ZonedSystem _system;
    private readonly BdfIntegrator _integrator;
    private readonly ZonedStart _start;
    private readonly double[] _state;
    private double _time;

    /// <summary>Zones at rest.</summary>
    /// <param name="cell">The zones.</param>
    /// <param name="mesh">Resolution of every zone; null for the default.</param>
    /// <param name="tolerances">Error control of the time stepping; null for the default.</param>
    /// <param name="stateOfCharge">State of charge of the whole cell at the start, 1 at the upper cut-off.</param>
    /// <exception cref="InputException">A zone cannot rest at its cut-offs, or the state of charge lies outside [0, 1].</exception>
    public ZonedSimulation(ZonedCell cell, MeshSettings? mesh = null, Tolerances? tolerances = null, double stateOfCharge = 1)
    {
        ArgumentNullException.ThrowIfNull(cell);
        _cell = cell;
        _system = new ZonedSystem(cell, mesh ?? new MeshSettings(), tolerances ?? Tolerances.Default);
        _integrator = new BdfIntegrator(_system) { SmallestStep = _system.Zones.Min(zone => zone.SmallestTimeStep) };
        _start = new ZonedStart(_system);
        _state = new double[_system.Size];
        SetRest(stateOfCharge);
    }

    /// <summary>The state now: the unknowns of each zone, then voltage, current, charge and energy of the whole.</summary>
    public CellState State => new(_time, [.. _state]);

    /// <summary>Lithium per area of the whole cell: particles, electrolyte and what the lithium electrode has given [mol/m²].</summary>
    public double Lithium => LithiumOf(_state);

    /// <summary>Puts all zones to rest at their common voltage and the clock to zero.</summary>
    /// <param name="stateOfCharge">State of charge of the whole cell.</param>
    public void SetRest(double stateOfCharge)
    {
        _start.Rest(_state, _cell, stateOfCharge);
        _time = 0;
    }

    /// <summary>Runs a protocol from the present state, as <see cref="Simulation.Run"/> does.</summary>
    /// <param name="protocol">The steps; none of them may change the temperature or end at a salt concentration.</param>
    /// <param name="progress">Told now and then, or null.</param>
    /// <param name="snapshotTimes">Times from the start of the protocol at which profiles of the first zone are kept [s], or null.</param>
    /// <param name="cancellation">Stops the run between two time steps.</param>
    /// <exception cref="InputException">A step asks for what this model cannot do.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ZonedResult Run(Protocol protocol, IProgress<SimulationProgress>? progress = null,
        IReadOnlyList<double>? snapshotTimes = null, CancellationToken cancellation = default)
    {
        var steps = new List<IReadOnlyList<ZoneStep>>();
        double[] charges = Charges(_state);
        var runner = new ProtocolRunner(_cell.Terminals, _system, _integrator, _start, LithiumOf)
        {
            StepEnded = (step, state) =>
            {
                double[] reached = Charges(state);
                steps.Add([.. _cell.Zones.Select((zone, z) => StepOf(zone, z, step.EndTime, state, reached[z] - charges[z]))]);
                charges = reached;
            },
        };
        SimulationResult result = runner.Run(protocol, _state, ref _time, progress, snapshotTimes, cancellation);
        return new ZonedResult(result, steps);
    }

    private ZoneStep StepOf(CellZone zone, int index, double time, double[] state, double charge)
    {
        ReadOnlySpan<double> own = _system.Of(index, (ReadOnlySpan<double>)state);
        PorousElectrodeSystem model = _system.Zones[index];
        return new ZoneStep(zone.Name, zone.AreaShare, charge * _cell.Area * zone.AreaShare, own[model.Layout.Current] * _cell.Area * zone.AreaShare,
            model.ProfilesOf(own, time));
    }

    private double[] Charges(double[] state) =>
        [.. _system.Zones.Select((zone, z) => _system.Of(z, (ReadOnlySpan<double>)state)[zone.Layout.Charge])];

    private double LithiumOf(double[] state)
    {
        double lithium = 0;
        for (int z = 0; z < _cell.Zones.Count; z++)
        {
            lithium += _cell.Zones[z].AreaShare * LithiumInventory.Of(_system.Zones[z], _system.Of(z, (ReadOnlySpan<double>)state), _cell.Zones[z].Cell.IsHalfCell);
        }
        return lithium;
    }
}

/// <summary>A protocol, simulated on zones.</summary>
/// <param name="Whole">What the terminals saw; its profiles are those of the first zone.</param>
/// <param name="Zones">For each step of it, each zone.</param>
public sealed record ZonedResult(SimulationResult Whole, IReadOnlyList<IReadOnlyList<ZoneStep>> Zones);

/// <summary>One zone over one step.</summary>
/// <param name="Name">Name of the zone.</param>
/// <param name="AreaShare">Its part of the area.</param>
/// <param name="Charge">Charge that it gave, discharge positive [C]; the zones' charges add to that of the step.</param>
/// <param name="CurrentAtEnd">Its current at the end of the step [A]; the zones' currents add to that of the cell.</param>
/// <param name="AtEnd">Profiles through it at the end of the step.</param>
public sealed record ZoneStep(string Name, double AreaShare, double Charge, double CurrentAtEnd, Profiles AtEnd);
