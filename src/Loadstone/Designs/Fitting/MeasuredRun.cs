using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Laboratory.Recordings;

namespace Loadstone.Designs.Fitting;

/// <summary>
/// A measured time series as something that a model can repeat: its current as steps, constant where it was constant and a table where it
/// was not, and the voltages to compare with.
/// </summary>
public sealed class MeasuredRun
{
    private const double SameCurrent = 1e-3; // of the largest
    private const int FewestConstant = 3;

    private readonly int[] _step;

    private MeasuredRun(string source, double[] time, double[] voltage, int[] step, Protocol protocol, IReadOnlyList<string> notes)
    {
        (Source, Time, Voltage, _step, Protocol, Notes) = (source, time, voltage, step, protocol, notes);
    }

    /// <summary>The file.</summary>
    public string Source { get; }

    /// <summary>Times of the points from the start of the protocol [s].</summary>
    public IReadOnlyList<double> Time { get; }

    /// <summary>Measured voltages [V], as many.</summary>
    public IReadOnlyList<double> Voltage { get; }

    /// <summary>The measured current as steps.</summary>
    public Protocol Protocol { get; }

    /// <summary>What was passed over.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The steps and points of a recording.</summary>
    /// <param name="recording">A recording with time, voltage and current.</param>
    /// <exception cref="InputException">A column is missing, times fall, or no current flows.</exception>
    public static MeasuredRun Of(Recording recording)
    {
        ReadOnlySpan<double> times = recording[RecordColumns.TestTime], voltages = recording[RecordColumns.Voltage], currents = recording[RecordColumns.Current];
        List<double> t = [], v = [], current = [];
        double origin = double.NaN;
        for (int i = 0; i < times.Length; i++)
        {
            if (!double.IsFinite(times[i]) || !double.IsFinite(voltages[i]) || !double.IsFinite(currents[i])) continue;
            if (double.IsNaN(origin)) origin = times[i];
            if (t.Count > 0 && times[i] - origin < t[^1])
                throw new InputException(FormattableString.Invariant($"row {i + 1}: the time falls from {t[^1] + origin:g8} s to {times[i]:g8} s; expected rising times."), file: recording.Source);
            t.Add(times[i] - origin);
            v.Add(voltages[i]);
            current.Add(currents[i]);
        }
        double largest = current.Select(Math.Abs).DefaultIfEmpty().Max();
        if (largest == 0) throw new InputException("no current flows; expected a measured charge or discharge.", file: recording.Source);
        List<string> notes = [.. recording.Notes];
        if (t.Count < times.Length) notes.Add($"{times.Length - t.Count} rows have no time, voltage or current; they were passed over.");
        int[] step = new int[t.Count];
        Protocol protocol = Steps(t, current, SameCurrent * largest, step, recording.Source);
        int[] kept = [.. Enumerable.Range(0, t.Count).Where(i => step[i] >= 0)];
        return new MeasuredRun(recording.Source, [.. kept.Select(i => t[i])], [.. kept.Select(i => v[i])], [.. kept.Select(i => step[i])], protocol, notes);
    }

    /// <summary>Values of a simulated run of <see cref="Protocol"/> at the measured times.</summary>
    /// <param name="steps">The simulated steps.</param>
    /// <param name="values">What to read of a step: one value for each row of its time series.</param>
    /// <returns>One value a point; infinite beyond the end of a run that stopped early.</returns>
    internal double[] At(IReadOnlyList<StepResult> steps, Func<int, IReadOnlyList<double>> values)
    {
        double[] found = new double[Time.Count];
        int row = 0, step = -1;
        for (int i = 0; i < found.Length; i++)
        {
            if (_step[i] >= steps.Count)
            {
                found[i] = double.PositiveInfinity;
                continue;
            }
            if (_step[i] != step) (step, row) = (_step[i], 0);
            IReadOnlyList<double> time = steps[step].Series.Time, value = values(step);
            while (row + 2 < time.Count && time[row + 1] < Time[i]) row++;
            // Past the end of a step that was cut short by more than round-off nothing is known.
            bool isBeyond = Time[i] > time[^1] + 1e-6 * (1 + Time[i]);
            if (isBeyond) found[i] = double.PositiveInfinity;
            else if (time.Count == 1) found[i] = value[0];
            else
            {
                double share = time[row + 1] > time[row] ? Math.Clamp((Time[i] - time[row]) / (time[row + 1] - time[row]), 0, 1) : 1;
                found[i] = value[row] + share * (value[row + 1] - value[row]);
            }
        }
        return found;
    }

    // A step lasts from the last row of the one before to its own last row; -1 marks rows of stretches without length.
    private static Protocol Steps(List<double> t, List<double> current, double same, int[] step, string source)
    {
        var steps = new List<ProtocolStep>();
        double start = 0;
        for (int first = 0; first < t.Count;)
        {
            int end = ConstantEnd(current, first, same);
            bool isConstant = end - first >= FewestConstant;
            if (!isConstant)
            {
                end = first + 1;
                while (end < t.Count && ConstantEnd(current, end, same) - end < FewestConstant) end++;
            }
            double length = t[end - 1] - start;
            for (int i = first; i < end; i++) step[i] = length > 0 ? steps.Count : -1;
            if (length > 0) steps.Add(isConstant ? Constant(current[first..end], length) : Table(t, current, first, end, start, source));
            (first, start) = (end, Math.Max(start, t[end - 1]));
        }
        return new Protocol(Path.GetFileName(source), steps);
    }

    private static int ConstantEnd(List<double> current, int first, double same)
    {
        int end = first + 1;
        while (end < current.Count && Math.Abs(current[end] - current[first]) <= same) end++;
        return end;
    }

    private static ProtocolStep Constant(List<double> current, double length)
    {
        double mean = current.Average();
        string text = FormattableString.Invariant($"{(mean == 0 ? "rest" : mean > 0 ? "discharge" : "charge")} at {Math.Abs(mean) * 1000:g5} mA for {length:g6} s");
        return new ProtocolStep(text, mean == 0 ? new Control.Rest() : new Control.Current(mean), length, []);
    }

    private static ProtocolStep Table(List<double> t, List<double> current, int first, int end, double start, string source)
    {
        List<double> times = [0], amperes = [current[first]];
        for (int i = first; i < end; i++)
        {
            if (t[i] - start <= times[^1]) amperes[^1] = current[i];
            else
            {
                times.Add(t[i] - start);
                amperes.Add(current[i]);
            }
        }
        return new ProtocolStep(FormattableString.Invariant($"measured current for {times[^1]:g6} s"), new Control.CurrentTable(times, amperes, Path.GetFileName(source)), null, []);
    }
}
