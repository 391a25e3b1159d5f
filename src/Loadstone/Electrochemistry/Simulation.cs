using Loadstone.Cells;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Numerics;

namespace Loadstone.Electrochemistry;

/// <summary>
/// Runs protocols on a cell with the porous-electrode model. The state is carried from step to step and from call to call.
/// One instance serves one thread; different instances are independent.
/// </summary>
/// <example><code>
/// var simulation = new Simulation(cell);
/// SimulationResult result = simulation.Run(ProtocolParser.ParseAll(["Discharge at 1C until 2.7 V"], "discharge"));
/// </code></example>
public sealed class Simulation
{
    private readonly Cell _cell;
    private readonly PorousElectrodeSystem _system;
    private readonly BdfIntegrator _integrator;
    private readonly ConsistentStart _start;
    private readonly double[] _state;
    private double _time;

    /// <summary>A cell at rest.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="mesh">Resolution; null for the default.</param>
    /// <param name="tolerances">Error control of the time stepping; null for the default.</param>
    /// <param name="stateOfCharge">State of charge at the start, 1 at the upper cut-off.</param>
    /// <exception cref="InputException">The cell cannot rest at its cut-offs, or the state of charge lies outside [0, 1].</exception>
    public Simulation(Cell cell, MeshSettings? mesh = null, Tolerances? tolerances = null, double stateOfCharge = 1)
    {
        _cell = cell;
        _system = new PorousElectrodeSystem(cell, mesh ?? new MeshSettings(), tolerances ?? Tolerances.Default);
        _integrator = new BdfIntegrator(_system) { SmallestStep = _system.SmallestTimeStep };
        _start = new ConsistentStart(_system);
        _state = new double[_system.Size];
        SetRest(stateOfCharge);
    }

    /// <summary>The state now.</summary>
    public CellState State => new(_time, [.. _state]);

    /// <summary>Lithium in the cell: particles, electrolyte and what the lithium electrode has given [mol/m²].</summary>
    public double Lithium => LithiumInventory.Of(_system, _state, _cell.IsHalfCell);

    /// <summary>Puts the cell to rest at a state of charge and the clock to zero.</summary>
    public void SetRest(double stateOfCharge)
    {
        _start.Rest(_state, CellBalance.RestAt(_cell, stateOfCharge), _cell.Electrolyte.InitialConcentration);
        _time = 0;
    }

    /// <summary>Goes on from a kept state.</summary>
    /// <exception cref="ArgumentException">The state belongs to another mesh or cell.</exception>
    public void Restore(CellState state)
    {
        if (state.Unknowns.Count != _state.Length)
            throw new ArgumentException($"The state has {state.Unknowns.Count} unknowns, this cell has {_state.Length}.", nameof(state));
        for (int i = 0; i < _state.Length; i++) _state[i] = state.Unknowns[i];
        _time = state.Time;
    }

    /// <summary>Runs a protocol from the present state.</summary>
    /// <param name="protocol">The steps. A step that ends early (electrolyte depleted, particles full) ends the protocol, but for
    /// a discharge of a rate test, which says all that can be said of its rate; a step whose condition holds already is passed over
    /// and told in its result.</param>
    /// <param name="progress">Told now and then, or null.</param>
    /// <param name="snapshotTimes">Times from the start of the protocol at which profiles are kept [s], or null.</param>
    /// <param name="cancellation">Stops the run between two time steps.</param>
    /// <exception cref="InputException">A step asks for what this model cannot do.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public SimulationResult Run(Protocol protocol, IProgress<SimulationProgress>? progress = null,
        IReadOnlyList<double>? snapshotTimes = null, CancellationToken cancellation = default)
    {
        var runner = new ProtocolRunner(_cell, _system, _integrator, _start, state => LithiumInventory.Of(_system, state, _cell.IsHalfCell));
        return runner.Run(protocol, _state, ref _time, progress, snapshotTimes, cancellation);
    }
}
