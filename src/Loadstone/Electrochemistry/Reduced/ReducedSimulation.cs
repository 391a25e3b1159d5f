using Loadstone.Cells;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Numerics;

namespace Loadstone.Electrochemistry.Reduced;

/// <summary>
/// Runs protocols on a cell with a single-particle model, from the same inputs and to the same results as
/// <see cref="Simulation"/>. The state is carried from step to step and from call to call. One instance serves one thread.
/// </summary>
/// <example><code>
/// var simulation = new ReducedSimulation(cell, ReducedModel.Spme);
/// SimulationResult result = simulation.Run(ProtocolParser.ParseAll(["Discharge at 1C until 2.7 V"], "discharge"));
/// </code></example>
public sealed class ReducedSimulation
{
    private readonly Cell _cell;
    private readonly ReducedSystem _system;
    private readonly BdfIntegrator _integrator;
    private readonly ReducedStart _start;
    private readonly double[] _state;
    private double _time;

    /// <summary>A cell at rest.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="model">Which model.</param>
    /// <param name="mesh">Cells across the cell for the salt, and shells of the particles; null for the default.</param>
    /// <param name="tolerances">Error control of the time stepping; null for the default.</param>
    /// <param name="stateOfCharge">State of charge at the start, 1 at the upper cut-off.</param>
    /// <exception cref="InputException">
    /// The cell heats by itself or has double layers, which these models do not follow; it cannot rest at its cut-offs; or the state
    /// of charge lies outside [0, 1].
    /// </exception>
    public ReducedSimulation(Cell cell, ReducedModel model, MeshSettings? mesh = null, Tolerances? tolerances = null, double stateOfCharge = 1)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Thermal is not null)
            throw new InputException("the cell heats by itself, which single-particle models do not follow; expected the full model, or a cell that keeps its temperature.");
        if (cell.HasDoubleLayers)
            throw new InputException("the cell has double layers, which single-particle models do not follow; expected the full model, or a cell without them.");
        _cell = cell;
        _system = new ReducedSystem(cell, model, mesh ?? new MeshSettings(), tolerances ?? Tolerances.Default);
        _integrator = new BdfIntegrator(_system);
        _start = new ReducedStart(_system);
        _state = new double[_system.Size];
        SetRest(stateOfCharge);
    }

    /// <summary>Lithium in the cell: particles, electrolyte and what the lithium electrode has given [mol/m²].</summary>
    public double Lithium => ReducedOutput.Lithium(_system, _state, _cell.IsHalfCell);

    /// <summary>Puts the cell to rest at a state of charge and the clock to zero.</summary>
    public void SetRest(double stateOfCharge)
    {
        _start.Rest(_state, CellBalance.RestAt(_cell, stateOfCharge), _cell.Electrolyte.InitialConcentration);
        _time = 0;
    }

    /// <summary>Runs a protocol from the present state.</summary>
    /// <param name="protocol">The steps. A step that ends early (electrolyte depleted, particles full) ends the protocol;
    /// one whose condition holds already is passed over and told in its result.</param>
    /// <param name="progress">Told now and then, or null.</param>
    /// <param name="snapshotTimes">Times from the start of the protocol at which profiles are kept [s], or null.</param>
    /// <param name="cancellation">Stops the run between two time steps.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public SimulationResult Run(Protocol protocol, IProgress<SimulationProgress>? progress = null,
        IReadOnlyList<double>? snapshotTimes = null, CancellationToken cancellation = default)
    {
        var runner = new ProtocolRunner(_cell, _system, _integrator, _start, state => ReducedOutput.Lithium(_system, state, _cell.IsHalfCell));
        return runner.Run(protocol, _state, ref _time, progress, snapshotTimes, cancellation);
    }
}
