using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Recordings;

namespace Loadstone.Designs.Comparison;

/// <summary>
/// A measured test as a protocol that does what the cycler did, not what the cell made of it: a current that was held until a cut-off ends there
/// again, however long it takes; pulses and rests last as long as they did; a held voltage ends at the current at which it ended.
/// </summary>
public sealed class RepeatedTest
{
    // Instruments write the row that meets a cut-off a little late, and not in every half cycle equally so.
    private const double SameCutOff = 0.02;

    // A row later than this many of the next intervals after the one before it begins a step of its own.
    private const double LongLead = 1.5;

    // A held voltage whose current has fallen so far was left to fade.
    private const double Faded = 0.9;

    private readonly TestTrace _trace;
    private readonly List<(Segment Segment, double Start, double End)> _pieces = [];

    /// <summary>The steps of a measured test.</summary>
    /// <param name="trace">The test.</param>
    /// <param name="cell">The cell that is to repeat it; its cut-offs are cut-offs wherever the measurement stops at them.</param>
    public RepeatedTest(TestTrace trace, Cell cell)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(cell);
        _trace = trace;
        IReadOnlyList<Segment> segments = SegmentFinder.Find(trace);
        for (int k = 0; k < segments.Count; k++)
        {
            double start = Start(segments[k]), end = k + 1 < segments.Count ? Start(segments[k + 1]) : segments[k].EndTime;
            if (end > start) _pieces.Add((segments[k], start, end));
        }
        Protocol = new Protocol(Path.GetFileName(trace.Source), [.. _pieces.Select((piece, k) => Step(piece.Segment, piece.End - piece.Start, IsCutOff(k, cell)))]);
    }

    /// <summary>What the cycler did.</summary>
    public Protocol Protocol { get; }

    /// <summary>What an instrument would write of a run of <see cref="Protocol"/>: rows at the measured times of each step, and as close beyond them.</summary>
    /// <param name="source">Name of the recording.</param>
    /// <param name="steps">The steps that were run.</param>
    /// <param name="notes">What to know of it.</param>
    public Recording Record(string source, IReadOnlyList<StepResult> steps, IReadOnlyList<string> notes)
    {
        ArgumentNullException.ThrowIfNull(steps);
        List<double> time = [], voltage = [], current = [], step = [], cycle = [];
        for (int k = 0; k < steps.Count; k++)
        {
            TimeSeries series = steps[k].Series;
            int row = 0;
            foreach (double t in Times(k, steps[k].EndTime - steps[k].StartTime))
            {
                double at = steps[k].StartTime + t;
                while (row + 2 < series.Time.Count && series.Time[row + 1] < at) row++;
                int next = Math.Min(row + 1, series.Time.Count - 1);
                double width = series.Time[next] - series.Time[row], share = width > 0 ? Math.Clamp((at - series.Time[row]) / width, 0, 1) : 0;
                time.Add(_trace.Time[0] + at);
                voltage.Add(series.Voltage[row] + share * (series.Voltage[next] - series.Voltage[row]));
                current.Add(series.Current[row] + share * (series.Current[next] - series.Current[row]));
                step.Add(k + 1);
                if (_trace.Cycle is { } counted) cycle.Add(counted[_pieces[k].Segment.First]);
            }
        }
        List<(RecordColumn, double[])> columns =
            [(RecordColumns.TestTime, [.. time]), (RecordColumns.Voltage, [.. voltage]), (RecordColumns.Current, [.. current]), (RecordColumns.StepCount, [.. step])];
        if (cycle.Count > 0) columns.Add((RecordColumns.CycleCount, [.. cycle]));
        return new Recording(source, columns, notes);
    }

    private double Start(Segment segment)
    {
        int first = segment.First;
        if (first == 0) return _trace.Time[0];
        double lead = _trace.Time[first] - _trace.Time[first - 1];
        bool isGap = segment.Last > first && lead > LongLead * (_trace.Time[first + 1] - _trace.Time[first]) && _trace.Time[first + 1] > _trace.Time[first];
        return isGap ? _trace.Time[first] : _trace.Time[first - 1];
    }

    // A cut-off is where the cell's is, where the voltage is held next, or where two currents or more of one direction end alike and outermost.
    private bool IsCutOff(int index, Cell cell)
    {
        Segment segment = _pieces[index].Segment;
        if (segment.Hold != Hold.Current || segment.Direction == Direction.Rest) return false;
        bool charge = segment.Direction == Direction.Charge;
        double end = segment.EndVoltage;
        if (Math.Abs(end - (charge ? cell.UpperCutOff : cell.LowerCutOff)) <= SameCutOff) return true;
        if (index + 1 < _pieces.Count && _pieces[index + 1].Segment is { Hold: Hold.Voltage } next && next.Direction == segment.Direction) return true;
        double[] ends = [.. _pieces.Select(p => p.Segment).Where(s => s.Hold == Hold.Current && s.Direction == segment.Direction).Select(s => s.EndVoltage)];
        double outermost = charge ? ends.Max() : ends.Min();
        return Math.Abs(end - outermost) <= SameCutOff && ends.Count(v => Math.Abs(v - outermost) <= SameCutOff) > 1;
    }

    private ProtocolStep Step(Segment segment, double length, bool isCutOff)
    {
        string lasting = FormattableString.Invariant($"for {length:g6} s"), current = FormattableString.Invariant($"{Math.Abs(segment.Current) * 1000:g5} mA");
        if (segment.Direction == Direction.Rest) return new ProtocolStep($"rest {lasting}", new Control.Rest(), length, []);
        string kind = segment.Direction == Direction.Charge ? "charge" : "discharge";
        switch (segment.Hold)
        {
            case Hold.Current when isCutOff:
                return new ProtocolStep(FormattableString.Invariant($"{kind} at {current} until {segment.EndVoltage:f4} V"), new Control.Current(segment.Current), null, [new StopCondition.Voltage(segment.EndVoltage)]);
            case Hold.Current:
                return new ProtocolStep($"{kind} at {current} {lasting}", new Control.Current(segment.Current), length, []);
            case Hold.Voltage:
                double volts = _trace.Voltage.AsSpan(segment.First, segment.Last - segment.First + 1).ToArray().Average(), last = Math.Abs(_trace.Current[segment.Last]);
                bool isFaded = last < Faded * Math.Abs(_trace.Current[segment.First]);
                return new ProtocolStep(FormattableString.Invariant($"hold at {volts:f4} V {(isFaded ? $"until {last * 1000:g5} mA" : lasting)}"), new Control.Voltage(volts), isFaded ? null : length, isFaded ? [new StopCondition.Current(last)] : []);
            default:
                return new ProtocolStep($"measured current {lasting}", Table(segment, length), null, []);
        }
    }

    private Control.CurrentTable Table(Segment segment, double length)
    {
        List<double> times = [0], amperes = [_trace.Current[segment.First]];
        double start = segment.EndTime - length;
        for (int i = segment.First; i <= segment.Last; i++)
        {
            double t = _trace.Time[i] - start;
            if (t <= times[^1]) amperes[^1] = _trace.Current[i];
            else
            {
                times.Add(t);
                amperes.Add(_trace.Current[i]);
            }
        }
        return new Control.CurrentTable(times, amperes, Path.GetFileName(_trace.Source));
    }

    // Times of a step's rows from its start: the measured ones as far as it went, then on with the last interval, and the end.
    private IEnumerable<double> Times(int index, double length)
    {
        (Segment segment, double start, _) = _pieces[index];
        double t = 0, interval = 0, slack = 1e-9 * (1 + length);
        for (int i = segment.First; i <= segment.Last; i++)
        {
            double next = _trace.Time[i] - start;
            if (next > length + slack) break;
            interval = next > t ? next - t : interval;
            t = next;
            yield return t;
        }
        bool isTimed = Protocol.Steps[index].Until.Count == 0;
        if (isTimed && t > 0) yield break;
        while (interval > 0 && t + interval < length - slack)
        {
            t += interval;
            yield return t;
        }
        if (length > t + slack) yield return length;
    }
}
