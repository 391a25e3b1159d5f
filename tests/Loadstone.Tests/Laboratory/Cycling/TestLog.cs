using Loadstone.Electrochemistry;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Recordings;

namespace Loadstone.Tests.Laboratory.Cycling;

/// <summary>Writes recordings row by row, as a cycler would, or takes them from a simulation.</summary>
internal sealed class TestLog
{
    private readonly List<double> _time = [], _voltage = [], _current = [], _cycle = [];
    private double _now;

    public int Cycle { get; set; } = 1;

    /// <summary>Rows of a step; the first one stands at its start.</summary>
    /// <param name="duration">s.</param>
    /// <param name="every">s between rows.</param>
    /// <param name="current">A against s since the start of the step, discharge positive.</param>
    /// <param name="voltage">V likewise.</param>
    public TestLog Step(double duration, double every, Func<double, double> current, Func<double, double> voltage)
    {
        int rows = (int)Math.Round(duration / every);
        for (int k = 0; k <= rows; k++)
        {
            double t = duration * k / rows;
            _time.Add(_now + t);
            _current.Add(current(t));
            _voltage.Add(voltage(t));
            _cycle.Add(Cycle);
        }
        _now += duration;
        return this;
    }

    public TestLog Rest(double duration, double every, double voltage) => Step(duration, every, _ => 0, _ => voltage);

    /// <summary>A held current, with a voltage that runs on a straight line.</summary>
    public TestLog Constant(double duration, double every, double current, double from, double to) =>
        Step(duration, every, _ => current, t => from + (to - from) * t / duration);

    public Recording ToRecording(bool withCycles = false, Func<double, double>? written = null) => new("log",
    [
        (RecordColumns.TestTime, [.. _time]), (RecordColumns.Voltage, [.. _voltage]), (RecordColumns.Current, [.. _current.Select(written ?? (i => i))]),
        .. withCycles ? ((RecordColumn, double[])[])[(RecordColumns.CycleCount, [.. _cycle])] : [],
    ]);

    public TestTrace ToTrace(bool withCycles = false) => TestTrace.Of(ToRecording(withCycles));

    /// <summary>The rows of a simulation as a cycler's.</summary>
    public static TestTrace Of(SimulationResult result)
    {
        TimeSeries[] series = [.. result.Steps.Where(s => s.End != StepEnd.MetAtStart).Select(s => s.Series)];
        return TestTrace.Of(new Recording("simulation",
        [
            (RecordColumns.TestTime, [.. series.SelectMany(s => s.Time)]),
            (RecordColumns.Voltage, [.. series.SelectMany(s => s.Voltage)]),
            (RecordColumns.Current, [.. series.SelectMany(s => s.Current)]),
        ]));
    }
}
