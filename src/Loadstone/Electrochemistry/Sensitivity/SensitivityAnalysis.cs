using Loadstone.Cells;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Numerics;

namespace Loadstone.Electrochemistry.Sensitivity;

/// <summary>How the end of a step answers to a parameter p; all values are normalised, p ∂/∂p.</summary>
/// <param name="Parameter">Name of the parameter.</param>
/// <param name="EndTime">p ∂t/∂p of the step's length [s].</param>
/// <param name="Voltage">p ∂V/∂p at the step's own end, at constant time [V].</param>
/// <param name="Charge">p ∂Q/∂p of the charge passed [C].</param>
/// <param name="RelativeCharge">(p/Q) ∂Q/∂p; 0 where nothing passed.</param>
/// <param name="Energy">p ∂E/∂p of the energy delivered [J].</param>
public sealed record StepSensitivity(string Parameter, double EndTime, double Voltage, double Charge, double RelativeCharge, double Energy);

/// <summary>A step and its sensitivities.</summary>
/// <param name="Result">The step.</param>
/// <param name="Parameters">One for each parameter, in their order.</param>
public sealed record SensitivityStep(StepResult Result, IReadOnlyList<StepSensitivity> Parameters);

/// <summary>Forward sensitivities of one step from rest, in one run with the model itself.</summary>
public static class SensitivityAnalysis
{
    /// <summary>Runs one step from rest.</summary>
    /// <param name="cell">The cell, at constant temperature.</param>
    /// <param name="protocol">One step; it ends by time or by voltage.</param>
    /// <param name="parameters">Parameters, for instance <see cref="CellParameter.Of"/>.</param>
    /// <param name="mesh">Resolution; null for the default.</param>
    /// <param name="tolerances">Error control; null for the default.</param>
    /// <param name="stateOfCharge">State of charge at the start.</param>
    /// <param name="cancellation">Stops the run between two time steps.</param>
    /// <exception cref="InputException">
    /// The protocol is more than one step, or the step ends by something else than time or voltage; the cell heats by itself or cannot rest at
    /// its cut-offs; the state of charge lies outside [0, 1]; a parameter cannot be changed, or not on this mesh.
    /// </exception>
    public static SensitivityStep Run(Cell cell, Protocol protocol, IReadOnlyList<CellParameter> parameters, MeshSettings? mesh = null,
        Tolerances? tolerances = null, double stateOfCharge = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(protocol);
        ArgumentNullException.ThrowIfNull(parameters);
        SensitivityQuestion.Check(cell, protocol);
        PorousElectrodeSystem Model(Cell c) => new(c, mesh ?? new MeshSettings(), tolerances ?? Tolerances.Default);
        const double h = SensitivitySystem.Change;
        Cell[] above = [.. parameters.Select(p => SensitivityQuestion.Scaled(cell, p, 1 + h))];
        Cell[] below = [.. parameters.Select(p => SensitivityQuestion.Scaled(cell, p, 1 - h))];
        PorousElectrodeSystem model = Model(cell);
        PorousElectrodeSystem[] plus = [.. above.Select(Model)], minus = [.. below.Select(Model)];
        for (int p = 0; p < parameters.Count; p++) SensitivityQuestion.CheckMeshes(parameters[p], model.Grid, plus[p].Grid, minus[p].Grid);
        var system = new SensitivitySystem(model, plus, minus);
        var starts = new ConsistentStart(model);
        ConsistentStart[] plusStarts = [.. plus.Select(s => new ConsistentStart(s))], minusStarts = [.. minus.Select(s => new ConsistentStart(s))];
        var start = new SensitivityStart(system, starts, plusStarts, minusStarts);

        int n = system.Part;
        double[] state = new double[system.Size], rest = new double[n];
        void Rest(ConsistentStart s, Cell c, Span<double> y) => s.Rest(y, CellBalance.RestAt(c, stateOfCharge), c.Electrolyte.InitialConcentration);
        Rest(starts, cell, state.AsSpan(0, n));
        for (int p = 0; p < parameters.Count; p++)
        {
            Span<double> s = state.AsSpan((p + 1) * n, n);
            Rest(plusStarts[p], above[p], s);
            Rest(minusStarts[p], below[p], rest);
            for (int i = 0; i < n; i++) s[i] = (s[i] - rest[i]) / (2 * h);
        }

        var runner = new ProtocolRunner(cell, system, new BdfIntegrator(system), start, y => LithiumInventory.Of(model, y.AsSpan(0, n), cell.IsHalfCell));
        double time = 0;
        StepResult result = runner.Run(protocol, state, ref time, null, null, cancellation).Steps[0];

        if (result.End is not (StepEnd.Voltage or StepEnd.Duration))
            throw new InputException($"the step \"{result.Step.Text}\" did not end by voltage or time: {result.EndText}; expected a step that the cell can do.");

        var slope = new double[n];
        // The state between two time steps satisfies the algebraic equations only as well as the polynomial does.
        state.AsSpan(0, n).CopyTo(rest);
        starts.Solve(time, rest);
        starts.Slopes(time, rest, slope);
        double voltageSlope = slope[model.Terminal.Potential] - slope[model.Terminal.Current] * model.Terminal.Resistance;
        double current = state[model.Terminal.Current], power = current * model.Voltage(state.AsSpan(0, n));
        var list = new List<StepSensitivity>();
        for (int p = 0; p < parameters.Count; p++)
        {
            double voltage = system.VoltageSensitivity(state, p);
            double end = result.End == StepEnd.Voltage ? -voltage / voltageSlope : 0;
            double charge = (state[(p + 1) * n + model.Terminal.Charge] + current * end) * cell.Area;
            double energy = (state[(p + 1) * n + model.Terminal.Energy] + power * end) * cell.Area;
            list.Add(new StepSensitivity(parameters[p].Name, end, voltage, charge, result.Charge == 0 ? 0 : charge / result.Charge, energy));
        }
        return new SensitivityStep(result, list);
    }
}
