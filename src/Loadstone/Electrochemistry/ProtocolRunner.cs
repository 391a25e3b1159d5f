using Loadstone.Cells;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Numerics;
using Loadstone.Quantities;

namespace Loadstone.Electrochemistry;

/// <summary>Runs the steps and loops of a protocol on any model of a cell.</summary>
/// <param name="cell">The cell.</param>
/// <param name="system">Its model.</param>
/// <param name="integrator">Steps the model in time.</param>
/// <param name="start">Consistent states of the model.</param>
/// <param name="lithium">Lithium in a state, which must stay the same [mol/m²].</param>
internal sealed class ProtocolRunner(Cell cell, ICellSystem system, BdfIntegrator integrator, IConsistentStart start, Func<double[], double> lithium)
{
    /// <summary>Told of each step when it has ended, with the state at its end, which the next one starts from.</summary>
    public Action<StepResult, double[]>? StepEnded { get; init; }

    /// <summary>Told of the state at each row of the time series.</summary>
    public RowKept? RowKept { get; init; }

    /// <summary>Runs a protocol from a state, which is moved on to the end.</summary>
    public SimulationResult Run(Protocol protocol, double[] state, ref double time, IProgress<SimulationProgress>? progress,
        IReadOnlyList<double>? snapshotTimes, CancellationToken cancellation)
    {
        foreach (ProtocolStep step in protocol.Steps) CheckAbility(step);
        double before = lithium(state), drift = 0;
        bool isComplete = true;
        SolverStatistics workBefore = Statistics;
        var results = new List<StepResult>();
        var runner = new StepRunner(cell, system, integrator, start) { RowKept = RowKept };
        var loops = new LoopTracker(protocol, cell.Area);
        for (int i = 0; i < protocol.Steps.Count && isComplete;)
        {
            ProtocolStep step = protocol.Steps[i];
            int number = i + 1;
            Action<double, double>? report = progress is null
                ? null
                : (now, voltage) => progress.Report(new SimulationProgress(number, protocol.Steps.Count, step, now, voltage));
            double voltageNow = system.Voltage(state);
            report?.Invoke(time, voltageNow);
            loops.Enter(i, time, voltageNow, state[system.Terminal.Charge]);
            StepResult result = runner.Run(step, loops, state, ref time, report, snapshotTimes ?? [], cancellation);
            (i, string? loopEnd) = loops.After(i, result, runner.EndedLoop);
            results.Add(loopEnd is null ? result : result with { LoopEnd = loopEnd });
            drift = Math.Max(drift, Math.Abs(lithium(state) - before) / before);
            StepEnded?.Invoke(result, state);
            isComplete = result.EndedAsAsked || result.End == StepEnd.MetAtStart || step.RateTestRate is not null;
        }
        return new SimulationResult
        {
            Steps = results,
            IsComplete = isComplete,
            LithiumDrift = drift,
            Statistics = Statistics - workBefore,
        };
    }

    private SolverStatistics Statistics => new(integrator.StepCount, integrator.IterationCount, integrator.FactorCount,
        integrator.ErrorFailureCount, integrator.NewtonFailureCount);

    private void CheckAbility(ProtocolStep step)
    {
        if (system.SaltCells == 0 && step.Until.Any(condition => condition is StopCondition.SaltConcentration))
            throw new InputException($"the step \"{step.Text}\" ends at a salt concentration, which this model does not resolve; expected the full model.");
        if (step.Temperature is { } asked && system.Terminal.Temperature is null && Math.Abs(asked - cell.Temperature) > 1e-9)
        {
            throw new InputException($"the step \"{step.Text}\" asks for {QuantityKinds.Temperature.Format(asked)}, but this model stays at the "
                + $"{QuantityKinds.Temperature.Format(cell.Temperature)} of the cell; expected one temperature throughout, or the full model.");
        }
        if (step.Temperature is { } temperature && cell.Thermal is { } thermal && temperature != thermal.AmbientTemperature)
        {
            throw new InputException($"the step \"{step.Text}\" asks for {QuantityKinds.Temperature.Format(temperature)}, but the cell heats by itself in "
                + $"{QuantityKinds.Temperature.Format(thermal.AmbientTemperature)}; expected a step without temperature, or an isothermal cell.");
        }
    }
}
