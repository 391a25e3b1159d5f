using Loadstone.Cells;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Numerics;

namespace Loadstone.Electrochemistry;

/// <summary>Runs one step of a protocol: consistent start, time stepping, events, output.</summary>
internal sealed class StepRunner(Cell cell, ICellSystem system, BdfIntegrator integrator, IConsistentStart start)
{
    /// <summary>A step without a time of its own ends here [s]: 1000 h are longer than any cycler's step.</summary>
    private const double LongestStep = 3.6e6;

    private const double LongestFirstStep = 1;
    private const int StepsBetweenReports = 20;

    private readonly double[] _slope = new double[system.Size];
    private readonly double[] _before = new double[system.Size];
    private readonly PowerLimit _power = new(cell, system, start);

    /// <summary>Told of each row of the time series.</summary>
    public RowKept? RowKept { get; init; }

    /// <summary>The loop whose condition ended the latest step, or null.</summary>
    public ProtocolLoop? EndedLoop { get; private set; }

    /// <summary>Runs a step from a state, which is moved on to the end of the step, or stays where the step cannot begin.</summary>
    public StepResult Run(ProtocolStep step, LoopTracker loops, double[] state, ref double time, Action<double, double>? report,
        IReadOnlyList<double> snapshotTimes, CancellationToken cancellation)
    {
        EndedLoop = null;
        double startTime = time, area = cell.Area;
        TerminalUnknowns terminal = system.Terminal;
        system.Control = new CellControl(step.Control, area, cell.OneC) { StartTime = startTime };
        double startCharge = state[terminal.Charge], startEnergy = state[terminal.Energy];
        var recorder = new Recorder(system, area, step.Period, startTime, RowKept);
        var snapshots = new List<Profiles>();

        StepResult Finish(StepEnd end, string text, double endTime)
        {
            recorder.AddEnd(endTime, state);
            return new()
            {
                Step = step,
                End = end,
                EndText = text,
                StartTime = startTime,
                EndTime = endTime,
                Charge = (state[terminal.Charge] - startCharge) * area,
                Energy = (state[terminal.Energy] - startEnergy) * area,
                Series = recorder.Series(),
                AtEnd = system.ProfilesOf(state, endTime),
                Snapshots = snapshots,
            };
        }

        double duration = step.Duration ?? LongestStep;
        if (step.Control is Control.CurrentTable table) duration = Math.Min(duration, table.Times[^1]);
        double endOfTime = Math.Min(startTime + duration, loops.EndTime);
        state.CopyTo(_before, 0);
        // A cell that heats by itself carries its temperature from step to step.
        if (cell.Thermal is null && terminal.Temperature is { } temperature) state[temperature] = step.Temperature ?? cell.Temperature;
        if (!start.Solve(startTime, state))
        {
            (StepEnd end, string text) = _power.AtStart(step, startTime, _before) ?? system.Diagnose(state);
            // What the failed search left are no potentials to go on from.
            _before.CopyTo(state, 0);
            if (end is StepEnd.MetAtStart or StepEnd.PowerOutOfReach) return Finish(end, text, startTime);
            return end == StepEnd.SolverStopped
                ? Finish(end, "no potentials satisfy the equations at the start of the step; the current may be out of reach", startTime)
                : Finish(end, $"at once {text}", startTime);
        }
        var monitor = new StopMonitor(step, cell, system, state, loops.Watches());
        recorder.Add(startTime, state);
        if (monitor.MetAtStart is { } met)
        {
            EndedLoop = monitor.LoopMetAtStart;
            return Finish(StepEnd.MetAtStart, met, startTime);
        }

        start.Slopes(startTime, state, _slope);
        integrator.Start(startTime, state, _slope, Math.Min(LongestFirstStep, duration));
        int knot = 1, sinceReport = 0, nextSnapshot = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            double stop = NextStop(step, startTime, endOfTime, ref knot);
            if (integrator.Step(stop) != BdfStatus.Accepted)
            {
                integrator.State.CopyTo(state);
                time = integrator.Time;
                (StepEnd end, string text) = system.Diagnose(state);
                if (end == StepEnd.SolverStopped) (end, text) = _power.OnTheWay(step, time, state) ?? (end, text);
                return Finish(end, text, time);
            }
            double reached = integrator.Time;
            StopMonitor.Hit? hit = monitor.Check(integrator);
            if (hit is { } h) reached = h.Time;
            while (nextSnapshot < snapshotTimes.Count && snapshotTimes[nextSnapshot] <= reached)
            {
                double at = snapshotTimes[nextSnapshot++];
                if (at < integrator.PreviousTime) continue;
                integrator.Interpolate(at, _slope);
                snapshots.Add(system.ProfilesOf(_slope, at));
            }
            recorder.AddStep(integrator, reached);
            bool timeOver = hit is null && reached >= endOfTime;
            if (hit is not null || timeOver)
            {
                integrator.Interpolate(reached, state);
                time = reached;
                EndedLoop = hit?.Watch.Loop;
                if (hit is { Watch: var watch }) return Finish(watch.End, watch.Text, reached);
                return step.Duration is null && step.Control is not Control.CurrentTable && reached < loops.EndTime
                    ? Finish(StepEnd.TimeLimit, $"not ended after {LongestStep / 3600:g6} h", reached)
                    : Finish(StepEnd.Duration, "time over", reached);
            }
            if (report is not null && ++sinceReport >= StepsBetweenReports)
            {
                sinceReport = 0;
                report(reached, system.Voltage(integrator.State));
            }
        }
    }

    // A table's current has a corner at each of its points: time steps end there.
    private double NextStop(ProtocolStep step, double startTime, double endOfTime, ref int knot)
    {
        if (step.Control is not Control.CurrentTable table) return endOfTime;
        while (knot < table.Times.Count - 1 && startTime + table.Times[knot] <= integrator.Time * (1 + 1e-15)) knot++;
        return Math.Min(endOfTime, startTime + table.Times[knot]);
    }
}
