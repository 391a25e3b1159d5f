using Loadstone.Cells;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Electrochemistry;

/// <summary>
/// A cell gives its greatest power at some voltage below its open circuit; a step that asks for more has no solution. Whether that
/// is so is seen by holding a voltage instead and looking at the power there.
/// </summary>
internal sealed class PowerLimit(Cell cell, ICellSystem system, IConsistentStart start)
{
    // Near the greatest power the voltage is about half of the one at open circuit.
    private const double ShareOfVoltage = 0.5;

    // A discharge at constant power stops where the power is greatest over the voltage; how far below that potentials can still be
    // found is not known beforehand (a surface may run empty at once), so several voltages are tried.
    private static readonly double[] _sharesBelow = [0.99, 0.98, 0.95, 0.9, 0.8];

    private readonly double[] _held = new double[system.Size];

    /// <summary>The power at a voltage [W] in the present state; null when that cannot be found either.</summary>
    public double? PowerAt(double volts, double time, ReadOnlySpan<double> state)
    {
        CellControl control = system.Control;
        state.CopyTo(_held);
        system.Control = new CellControl(new Control.Voltage(volts), cell.Area, cell.OneC) { StartTime = control.StartTime };
        bool found = start.Solve(time, _held);
        system.Control = control;
        return found ? volts * _held[system.Terminal.Current] * cell.Area : null;
    }

    /// <summary>Why a discharge at constant power cannot begin in a state, or null when the power is not the reason.</summary>
    /// <param name="step">The step.</param>
    /// <param name="time">Time [s].</param>
    /// <param name="state">The state before it.</param>
    public (StepEnd End, string Text)? AtStart(ProtocolStep step, double time, ReadOnlySpan<double> state)
    {
        if (step.Control is not Control.Power { Watts: > 0 } asked) return null;
        double? cutOff = step.Until.OfType<StopCondition.Voltage>().Select(v => (double?)v.Volts).Max();
        double volts = cutOff ?? ShareOfVoltage * system.Voltage(state);
        if (PowerAt(volts, time, state) is not { } given || given >= asked.Watts) return null;
        return cutOff is not null
            ? (StepEnd.MetAtStart, $"at {volts:g5} V the cell gives {given:g4} W at once, less than the {asked.Watts:g4} W asked for")
            : (StepEnd.PowerOutOfReach, $"the cell gives {given:g4} W at {volts:g4} V, less than the {asked.Watts:g4} W asked for");
    }

    /// <summary>Why a discharge at constant power cannot go on from a state, or null when the power is not the reason.</summary>
    /// <param name="step">The step.</param>
    /// <param name="time">Time [s].</param>
    /// <param name="state">The last good state.</param>
    public (StepEnd End, string Text)? OnTheWay(ProtocolStep step, double time, ReadOnlySpan<double> state)
    {
        if (step.Control is not Control.Power { Watts: > 0 } asked) return null;
        double volts = system.Voltage(state);
        bool isKnown = false;
        foreach (double share in _sharesBelow)
        {
            if (PowerAt(share * volts, time, state) is not { } given) continue;
            if (given >= asked.Watts) return null;
            isKnown = true;
        }
        return isKnown ? (StepEnd.PowerOutOfReach, $"the cell no longer gives {asked.Watts:g4} W at any voltage") : null;
    }
}
