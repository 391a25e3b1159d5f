using Loadstone.Cells;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Numerics;

namespace Loadstone.Electrochemistry;

/// <summary>Watches the conditions that end a step and finds when exactly the first of them is met.</summary>
internal sealed class StopMonitor
{
    private const int MaximumBisections = 100;

    private readonly ICellSystem _system;
    private readonly double _area;
    private readonly double _startCharge;
    private readonly List<Watch> _watches = [];

    /// <summary>Prepares the conditions of a step at its consistent first state.</summary>
    public StopMonitor(ProtocolStep step, Cell cell, ICellSystem system, ReadOnlySpan<double> state)
    {
        _system = system;
        _area = cell.Area;
        _startCharge = state[system.Terminal.Charge];
        double current = state[system.Terminal.Current], voltage = system.Voltage(state);
        double direction = Direction(step.Control, current);
        foreach (StopCondition condition in step.Until)
        {
            Watch watch = condition switch
            {
                // Positive until met: on discharge the voltage falls to the limit, on charge it rises to it.
                StopCondition.Voltage v => new Watch(StepEnd.Voltage, $"{v.Volts:g6} V reached",
                    VoltageSign: direction != 0 ? direction : Math.Sign(voltage - v.Volts), Limit: v.Volts),
                StopCondition.Current c => new Watch(StepEnd.Current, $"current fell to {c.Amperes * 1000:g4} mA", CurrentSign: Math.Sign(current), Limit: c.Amperes / cell.Area),
                StopCondition.CRate c => new Watch(StepEnd.Current, $"current fell to {c.Rate:g4}C", CurrentSign: Math.Sign(current), Limit: c.Rate * cell.OneC / cell.Area),
                StopCondition.Charge c => new Watch(StepEnd.Charge, $"{c.Coulombs / 3.6:g4} mAh passed", Limit: c.Coulombs / cell.Area),
                _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
            };
            _watches.Add(watch);
            if (Distance(watch, voltage, current, 0) <= 0) MetAtStart ??= Describe(watch, voltage, current);
        }
    }

    /// <summary>In words, the condition that holds already; null when none does.</summary>
    public string? MetAtStart { get; }

    /// <summary>The first condition that was met in the latest time step, or null.</summary>
    public Hit? Check(BdfIntegrator integrator)
    {
        Hit? first = null;
        foreach (Watch watch in _watches)
        {
            if (DistanceAt(watch, integrator, integrator.Time) > 0) continue;
            double low = integrator.PreviousTime, high = integrator.Time;
            for (int i = 0; i < MaximumBisections && high - low > 1e-13 * Math.Max(1, high); i++)
            {
                double middle = (low + high) / 2;
                if (DistanceAt(watch, integrator, middle) > 0) low = middle;
                else high = middle;
            }
            if (first is null || high < first.Value.Time) first = new Hit(high, watch.End, watch.Text);
        }
        return first;
    }

    private static double Direction(Control control, double current) => control switch
    {
        Control.Rest => 0,
        Control.CurrentTable => 0,
        _ => Math.Sign(current),
    };

    private double DistanceAt(Watch watch, BdfIntegrator integrator, double time)
    {
        TerminalUnknowns terminal = _system.Terminal;
        double current = integrator.Interpolate(time, terminal.Current);
        double voltage = watch.End == StepEnd.Voltage
            ? integrator.Interpolate(time, terminal.Potential) - current * terminal.Resistance
            : 0;
        double charge = watch.End == StepEnd.Charge ? integrator.Interpolate(time, terminal.Charge) - _startCharge : 0;
        return Distance(watch, voltage, current, charge);
    }

    private static double Distance(Watch watch, double voltage, double current, double charge) => watch.End switch
    {
        StepEnd.Voltage => watch.VoltageSign * (voltage - watch.Limit),
        StepEnd.Current => watch.CurrentSign * current - watch.Limit,
        _ => watch.Limit - Math.Abs(charge),
    };

    private string Describe(Watch watch, double voltage, double current) => watch.End switch
    {
        StepEnd.Voltage => $"the voltage is {voltage:g5} V at once, beyond the {watch.Limit:g5} V that end the step",
        StepEnd.Current => $"the current is {Math.Abs(current) * _area * 1000:g4} mA at once, below the {watch.Limit * _area * 1000:g4} mA that end the step",
        _ => "no charge was asked for",
    };

    /// <summary>A condition that was met.</summary>
    public readonly record struct Hit(double Time, StepEnd End, string Text);

    private sealed record Watch(StepEnd End, string Text, double VoltageSign = 0, double CurrentSign = 0, double Limit = 0);
}
