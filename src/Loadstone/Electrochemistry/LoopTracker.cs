using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Electrochemistry;

/// <summary>Follows the loops of a protocol while it runs: which conditions hold in a step, and which step comes after it.</summary>
internal sealed class LoopTracker(Protocol protocol, double area)
{
    private readonly List<Active> _active = [];
    private int _nextLoop;

    /// <summary>When the time of a loop around the present step is over [s].</summary>
    public double EndTime
    {
        get
        {
            double end = double.PositiveInfinity;
            foreach (Active active in _active) end = Math.Min(end, active.EndTime);
            return end;
        }
    }

    /// <summary>Enters the loops that begin at a step.</summary>
    /// <param name="step">Index of the step.</param>
    /// <param name="time">Time [s].</param>
    /// <param name="voltage">Voltage [V].</param>
    /// <param name="charge">Charge [C/m²].</param>
    public void Enter(int step, double time, double voltage, double charge)
    {
        for (; _nextLoop < protocol.Loops.Count && protocol.Loops[_nextLoop].Start <= step; _nextLoop++)
        {
            ProtocolLoop loop = protocol.Loops[_nextLoop];
            if (loop.Start == step) _active.Add(new Active(loop, time, voltage, charge));
        }
    }

    /// <summary>The conditions that may end a loop in the middle of a step.</summary>
    public IEnumerable<StopMonitor.Watch> Watches()
    {
        foreach (Active active in _active)
        {
            foreach (LoopCondition condition in active.Loop.Until)
            {
                if (condition is LoopCondition.Voltage v)
                {
                    yield return new StopMonitor.Watch(StepEnd.Voltage, $"{v.Volts:g6} V reached, the end of the repetition", v.Volts)
                    {
                        Sign = Math.Sign(active.StartVoltage - v.Volts),
                        Loop = active.Loop,
                    };
                }
                else if (condition is LoopCondition.Charge c)
                {
                    yield return new StopMonitor.Watch(StepEnd.Charge, $"{c.Coulombs / 3.6:g4} mAh passed, the end of the repetition", c.Coulombs / area)
                    {
                        StartCharge = active.StartCharge,
                        Loop = active.Loop,
                    };
                }
            }
        }
    }

    /// <summary>The step that follows one that has ended, and why a loop is left early, or null.</summary>
    /// <param name="step">Index of the step.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="endedLoop">The loop whose condition ended it, or null.</param>
    public (int Next, string? LoopEnd) After(int step, StepResult result, ProtocolLoop? endedLoop)
    {
        int next = step + 1;
        string? why = null;
        // From the outermost in: the first that ends takes those inside it along.
        foreach (Active active in _active)
        {
            ProtocolLoop loop = active.Loop;
            if (ReferenceEquals(loop, endedLoop)) why = result.EndText;
            else if (result.EndTime >= active.EndTime) why = $"the {active.EndTime - active.StartTime:g6} s of the repetition are over";
            else why = active.AfterStep(step, result.Charge);
            if (why is null) continue;
            next = loop.End;
            break;
        }
        _active.RemoveAll(active => active.Loop.End <= next);
        return (next, why);
    }

    private sealed class Active(ProtocolLoop loop, double startTime, double startVoltage, double startCharge)
    {
        private double _cycleCapacity;
        private double? _firstCapacity;

        public ProtocolLoop Loop => loop;

        public double StartTime => startTime;

        public double StartVoltage => startVoltage;

        public double StartCharge => startCharge;

        public double EndTime { get; } = loop.Until.OfType<LoopCondition.Time>().Select(time => startTime + time.Seconds).DefaultIfEmpty(double.PositiveInfinity).Min();

        // Capacity is judged when a cycle is complete.
        public string? AfterStep(int step, double charge)
        {
            _cycleCapacity += Math.Max(charge, 0);
            if ((step + 1 - loop.Start) % loop.Length != 0) return null;
            double capacity = _cycleCapacity, first = _firstCapacity ??= capacity;
            int cycle = (step + 1 - loop.Start) / loop.Length;
            _cycleCapacity = 0;
            foreach (LoopCondition condition in loop.Until)
            {
                if (condition is LoopCondition.CapacityShare share && capacity < share.Share * first)
                    return $"cycle {cycle} gave {100 * capacity / first:g4} % of the first cycle's capacity";
                if (condition is LoopCondition.Capacity least && capacity < least.Coulombs)
                    return $"cycle {cycle} gave {capacity / 3.6:g5} mAh";
            }
            return null;
        }
    }
}
