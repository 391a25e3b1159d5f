using Loadstone.Cells;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Numerics;

namespace Loadstone.Electrochemistry.Sensitivity;

/// <summary>Forward sensitivities of a protocol from rest, in one run with the model itself.</summary>
public static class SensitivityAnalysis
{
    /// <summary>Runs a protocol from rest; sensitivities are carried from step to step, as the ends of the steps move.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="protocol">The steps; loops may be left early by a capacity only.</param>
    /// <param name="parameters">Parameters, for instance <see cref="CellParameter.Of"/>.</param>
    /// <param name="mesh">Resolution; null for the default.</param>
    /// <param name="tolerances">Error control; null for the default.</param>
    /// <param name="stateOfCharge">State of charge at the start.</param>
    /// <param name="cancellation">Stops the run between two time steps.</param>
    /// <returns>The steps, in their order.</returns>
    /// <exception cref="InputException">
    /// A step does not end as its words say, or has a temperature of its own; a loop ends within a step; the cell cannot rest at its
    /// cut-offs; the state of charge lies outside [0, 1]; a parameter cannot be changed.
    /// </exception>
    public static IReadOnlyList<SensitivityStep> Run(Cell cell, Protocol protocol, IReadOnlyList<CellParameter> parameters, MeshSettings? mesh = null,
        Tolerances? tolerances = null, double stateOfCharge = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(protocol);
        ArgumentNullException.ThrowIfNull(parameters);
        SensitivityQuestion.Check(cell, protocol);
        mesh ??= new MeshSettings();
        tolerances ??= Tolerances.Default;
        var model = new PorousElectrodeSystem(cell, mesh, tolerances);
        MeshSettings same = mesh with { LayerCells = model.Grid.LayerCells };
        Neighbours[] neighbours = [.. parameters.Select(p => SensitivityQuestion.NeighboursOf(p, cell, c => new PorousElectrodeSystem(c, same, tolerances), model.Grid))];
        var system = new SensitivitySystem(model, neighbours);
        var starts = new ConsistentStart(model);

        int n = system.Part;
        double[] state = new double[system.Size], below = new double[n];
        void Rest(ConsistentStart s, Cell c, Span<double> y) => s.Rest(y, CellBalance.RestAt(c, stateOfCharge), c.Electrolyte.InitialConcentration);
        Rest(starts, cell, state.AsSpan(0, n));
        for (int p = 0; p < neighbours.Length; p++)
        {
            Span<double> s = state.AsSpan((p + 1) * n, n);
            Rest(neighbours[p].Above.Start, neighbours[p].Above.Cell, s);
            Rest(neighbours[p].Below.Start, neighbours[p].Below.Cell, below);
            for (int i = 0; i < n; i++) s[i] = neighbours[p].Difference(s[i], below[i]);
        }

        var record = new SensitivityRecord(cell, model, system, starts, [.. parameters.Select(p => p.Name)]);
        record.Begin(state);
        var runner = new ProtocolRunner(cell, system, new BdfIntegrator(system) { SmallestStep = model.SmallestTimeStep }, new SensitivityStart(system, starts),
            y => LithiumInventory.Of(model, y.AsSpan(0, n), cell.IsHalfCell))
        {
            RowKept = record.AddRow,
            StepEnded = record.EndStep,
        };
        double time = 0;
        runner.Run(protocol, state, ref time, null, null, cancellation);
        return record.Steps;
    }
}
