using Loadstone.Laboratory.Recordings;

namespace Loadstone.Laboratory.Cycling;

/// <summary>
/// Time, voltage and current of a test without rows that cannot be used: the common ground of all analyses of cycling. Discharge is
/// positive. What was left out or turned round is told in <see cref="Warnings"/>.
/// </summary>
public sealed class TestTrace
{
    private TestTrace(string source, double[] time, double[] voltage, double[] current, int[]? cycle, int[]? step, IReadOnlyList<string> warnings) =>
        (Source, Time, Voltage, Current, Cycle, Step, Warnings) = (source, time, voltage, current, cycle, step, warnings);

    /// <summary>File or sample.</summary>
    public string Source { get; }

    /// <summary>Time [s]; it never falls.</summary>
    public double[] Time { get; }

    /// <summary>Voltage [V].</summary>
    public double[] Voltage { get; }

    /// <summary>Current [A], discharge positive.</summary>
    public double[] Current { get; }

    /// <summary>Number of the cycle as the instrument counts it, or null.</summary>
    public int[]? Cycle { get; }

    /// <summary>A number that changes where the instrument's step does, or null.</summary>
    public int[]? Step { get; }

    /// <summary>What was done to the rows.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Number of rows.</summary>
    public int Count => Time.Length;

    /// <summary>The rows of a recording that can be used. A missing current is derived from the net charge.</summary>
    /// <param name="recording">The recording.</param>
    /// <exception cref="InputException">Time or voltage is missing, neither current nor charge is there, or fewer than three rows can be used.</exception>
    public static TestTrace Of(Recording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        var warnings = new List<string>();
        double[] time = recording[RecordColumns.TestTime].ToArray(), voltage = recording[RecordColumns.Voltage].ToArray();
        double[] current = CurrentOf(recording, time, warnings);
        double[]? cycle = recording.Find(RecordColumns.CycleCount), step = recording.Find(RecordColumns.StepCount) ?? recording.Find(RecordColumns.StepId);
        int[] kept = Usable(time, voltage, current, warnings);
        if (kept.Length < 3) throw new InputException($"{kept.Length} rows can be used; expected three or more with finite time, voltage and current.", file: recording.Source);
        double[] t = [.. kept.Select(k => time[k])], v = [.. kept.Select(k => voltage[k])], i = [.. kept.Select(k => current[k])];
        SignConvention.Check(t, v, i, warnings);
        return new TestTrace(recording.Source, t, v, i, Numbers(cycle, kept), Numbers(step, kept), warnings);
    }

    private static double[] CurrentOf(Recording recording, double[] time, List<string> warnings)
    {
        if (recording.Find(RecordColumns.Current) is { } given && given.Any(double.IsFinite)) return (double[])given.Clone();
        double[] net = recording.Find(RecordColumns.NetCapacity)
            ?? (recording.Find(RecordColumns.DischargingCapacity) is { } discharged && recording.Find(RecordColumns.ChargingCapacity) is { } charged
                ? [.. discharged.Zip(charged, (d, c) => d - c)]
                : throw new InputException("neither current nor charge is in the file; expected \"Current / A\" or \"Net Capacity / Ah\".", file: recording.Source));
        var current = new double[time.Length];
        for (int k = 1; k < time.Length; k++)
        {
            double dt = time[k] - time[k - 1];
            current[k] = dt > 0 ? (net[k] - net[k - 1]) / dt : current[k - 1];
        }
        if (current.Length > 1) current[0] = current[1];
        warnings.Add("the file has no current: it is derived from the charge.");
        return current;
    }

    private static int[] Usable(double[] time, double[] voltage, double[] current, List<string> warnings)
    {
        var kept = new List<int>(time.Length);
        int empty = 0, backwards = 0, firstEmpty = 0, firstBackwards = 0;
        double latest = double.NegativeInfinity;
        for (int k = 0; k < time.Length; k++)
        {
            if (!double.IsFinite(time[k]) || !double.IsFinite(voltage[k]) || !double.IsFinite(current[k]))
            {
                if (empty++ == 0) firstEmpty = k + 1;
            }
            else if (time[k] < latest)
            {
                if (backwards++ == 0) firstBackwards = k + 1;
            }
            else
            {
                kept.Add(k);
                latest = time[k];
            }
        }
        if (empty > 0) warnings.Add($"{empty} rows without a finite time, voltage or current are left out, the first is row {firstEmpty}.");
        if (backwards > 0) warnings.Add($"{backwards} rows whose time falls behind an earlier row are left out, the first is row {firstBackwards}.");
        return [.. kept];
    }

    private static int[]? Numbers(double[]? column, int[] kept) =>
        column is null || kept.Any(k => !double.IsFinite(column[k])) ? null : [.. kept.Select(k => (int)column[k])];
}
