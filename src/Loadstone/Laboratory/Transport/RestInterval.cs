using Loadstone.Laboratory.Recordings;

namespace Loadstone.Laboratory.Transport;

/// <summary>The rest of a recording: what was measured after the current was broken.</summary>
/// <param name="Time">Times since the current was broken [s], rising.</param>
/// <param name="Voltage">Voltages [V], as many.</param>
/// <param name="Notes">What was passed over.</param>
public sealed record RestInterval(double[] Time, double[] Voltage, IReadOnlyList<string> Notes)
{
    private const double NoCurrent = 1e-3; // of the largest current

    /// <summary>
    /// The longest stretch without current that follows one with current; the whole recording where it has no current column or never any
    /// current. Rows without time or voltage are passed over.
    /// </summary>
    /// <param name="recording">The recording.</param>
    /// <exception cref="InputException">It has no such stretch, or its times do not rise.</exception>
    public static RestInterval Of(Recording recording)
    {
        double[] t = [.. recording[RecordColumns.TestTime]], v = [.. recording[RecordColumns.Voltage]];
        double[]? current = recording.Find(RecordColumns.Current);
        (int first, int end) = current is null ? (0, t.Length) : LongestRest(t, current, recording.Source);
        // The clock starts at the last row with current.
        double origin = first > 0 ? t[first - 1] : first < end ? t[first] : 0;
        var time = new List<double>();
        var voltage = new List<double>();
        int passed = 0;
        for (int i = first; i < end; i++)
        {
            if (!double.IsFinite(t[i]) || !double.IsFinite(v[i])) { passed++; continue; }
            double since = t[i] - origin;
            if (time.Count > 0 && since < time[^1])
                throw new InputException(FormattableString.Invariant($"row {i + 1}: the time falls from {time[^1] + origin:g8} s to {t[i]:g8} s within the rest; expected rising times."), file: recording.Source);
            if (time.Count > 0 && since == time[^1]) { passed++; continue; }
            time.Add(since);
            voltage.Add(v[i]);
        }
        return new RestInterval([.. time], [.. voltage], passed == 0 ? [] : [FormattableString.Invariant($"{passed} rows of the rest have no time, no voltage or the time of the row before; they were passed over.")]);
    }

    private static (int First, int End) LongestRest(double[] t, double[] current, string source)
    {
        double largest = current.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max();
        if (largest == 0) return (0, t.Length);
        (int First, int End) longest = (0, 0);
        for (int i = 0; i < t.Length;)
        {
            if (!(Math.Abs(current[i]) <= NoCurrent * largest)) { i++; continue; }
            int first = i;
            while (i < t.Length && Math.Abs(current[i]) <= NoCurrent * largest) i++;
            bool isLonger = longest.End == 0 || t[i - 1] - t[first] > t[longest.End - 1] - t[longest.First];
            if (first > 0 && isLonger) longest = (first, i);
        }
        return longest.End > 0 ? longest : throw new InputException("no rest follows a current; expected a stretch without current after a polarisation.", file: source);
    }
}
