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
    private readonly List<Watch> _watches = [];

    /// <summary>Prepares the conditions of a step at its consistent first state.</summary>
    /// <param name="step">The step.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="system">Its model.</param>
    /// <param name="state">The state.</param>
    /// <param name="loops">Conditions of the loops around the step.</param>
    public StopMonitor(ProtocolStep step, Cell cell, ICellSystem system, ReadOnlySpan<double> state, IEnumerable<Watch> loops)
    {
        _system = system;
        _area = cell.Area;
        double startCharge = state[system.Terminal.Charge];
        double current = state[system.Terminal.Current], voltage = system.Voltage(state);
        double direction = Direction(step.Control, current);
        _watches.AddRange(loops);
        // Lithium leaves the metal on discharge only: a charge may always begin.
        if (cell.Lithium is { } metal && (current > 0 || step.Control is Control.CurrentTable))
        {
            _watches.Add(new Watch(StepEnd.LithiumExhausted, $"the lithium metal is used up: its {metal.Thickness * 1e6:g4} µm hold {metal.Capacity / 36e3:g4} mAh/cm²", metal.Capacity));
        }
        foreach (StopCondition condition in step.Until)
        {
            _watches.Add(condition switch
            {
                // Positive until met: on discharge the voltage falls to the limit, on charge it rises to it.
                StopCondition.Voltage v => new Watch(StepEnd.Voltage, $"{v.Volts:g6} V reached", v.Volts) { Sign = direction != 0 ? direction : Math.Sign(voltage - v.Volts) },
                StopCondition.Current c => new Watch(StepEnd.Current, $"current fell to {c.Amperes * 1000:g4} mA", c.Amperes / cell.Area) { Sign = Math.Sign(current) },
                StopCondition.CRate c => new Watch(StepEnd.Current, $"current fell to {c.Rate:g4}C", c.Rate * cell.OneC / cell.Area) { Sign = Math.Sign(current) },
                StopCondition.Charge c => new Watch(StepEnd.Charge, $"{c.Coulombs / 3.6:g4} mAh passed", c.Coulombs / cell.Area) { StartCharge = startCharge },
                StopCondition.SaltConcentration c => new Watch(StepEnd.SaltConcentration, $"salt fell to {c.Concentration:g4} mol/m³", c.Concentration),
                _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
            });
        }
        foreach (Watch watch in _watches)
        {
            double salt = watch.End == StepEnd.SaltConcentration ? LeastSalt(state) : 0;
            if (Distance(watch, voltage, current, startCharge, salt) > 0) continue;
            MetAtStart = Describe(watch, voltage, current, salt);
            LoopMetAtStart = watch.Loop;
            break;
        }
    }

    /// <summary>In words, the condition that holds already; null when none does.</summary>
    public string? MetAtStart { get; }

    /// <summary>The loop whose condition <see cref="MetAtStart"/> is, or null.</summary>
    public ProtocolLoop? LoopMetAtStart { get; }

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
            if (first is null || high < first.Value.Time) first = new Hit(high, watch);
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
        double charge = watch.End is StepEnd.Charge or StepEnd.LithiumExhausted ? integrator.Interpolate(time, terminal.Charge) : 0;
        double salt = watch.End == StepEnd.SaltConcentration ? LeastSalt(integrator, time) : 0;
        return Distance(watch, voltage, current, charge, salt);
    }

    private double LeastSalt(BdfIntegrator integrator, double time)
    {
        double least = double.PositiveInfinity;
        for (int i = 0; i < _system.SaltCells; i++) least = Math.Min(least, integrator.Interpolate(time, i));
        return least;
    }

    private double LeastSalt(ReadOnlySpan<double> state)
    {
        double least = double.PositiveInfinity;
        foreach (double concentration in state[.._system.SaltCells]) least = Math.Min(least, concentration);
        return least;
    }

    private static double Distance(Watch watch, double voltage, double current, double charge, double salt) => watch.End switch
    {
        StepEnd.Voltage => watch.Sign * (voltage - watch.Limit),
        StepEnd.Current => watch.Sign * current - watch.Limit,
        StepEnd.SaltConcentration => salt - watch.Limit,
        StepEnd.LithiumExhausted => watch.Limit - charge,
        _ => watch.Limit - Math.Abs(charge - watch.StartCharge),
    };

    private string Describe(Watch watch, double voltage, double current, double salt) => watch.End switch
    {
        StepEnd.Voltage => $"the voltage is {voltage:g5} V at once, beyond the {watch.Limit:g5} V that end the {watch.What}",
        StepEnd.Current => $"the current is {Math.Abs(current) * _area * 1000:g4} mA at once, below the {watch.Limit * _area * 1000:g4} mA that end the {watch.What}",
        StepEnd.SaltConcentration => $"there are {salt:g4} mol/m³ of salt at once, fewer than the {watch.Limit:g4} mol/m³ that end the {watch.What}",
        StepEnd.LithiumExhausted => watch.Text,
        _ => $"the charge that ends the {watch.What} has passed already",
    };

    /// <summary>A condition that was met.</summary>
    public readonly record struct Hit(double Time, Watch Watch);

    /// <summary>A condition in the units of the state.</summary>
    /// <param name="End">What it looks at.</param>
    /// <param name="Text">What is told when it is met.</param>
    /// <param name="Limit">Voltage [V], current density [A/m²], charge [C/m²] or concentration [mol/m³].</param>
    public sealed record Watch(StepEnd End, string Text, double Limit)
    {
        /// <summary>Direction from which voltage or current come to the limit.</summary>
        public double Sign { get; init; }

        /// <summary>Where the charge is counted from [C/m²].</summary>
        public double StartCharge { get; init; }

        /// <summary>The loop that it ends, or null when it ends the step.</summary>
        public ProtocolLoop? Loop { get; init; }

        /// <summary>What it ends, in words.</summary>
        public string What => Loop is null ? "step" : "repetition";
    }
}
