namespace Loadstone.Laboratory.Cycling;

/// <summary>Whether the current has the sign it should: a cell's voltage falls while it gives charge and rises while it takes it.</summary>
public static class SignConvention
{
    // Shares of the charge that must speak against the sign before it is turned: rests and pulses confuse a little.
    private const double Clear = 0.8;

    /// <summary>Turns the current round where the voltage says so, or gives it a sign where it has none.</summary>
    /// <param name="time">Time [s].</param>
    /// <param name="voltage">Voltage [V].</param>
    /// <param name="current">Current [A]; changed in place.</param>
    /// <param name="warnings">What was done is told here.</param>
    public static void Check(ReadOnlySpan<double> time, ReadOnlySpan<double> voltage, Span<double> current, ICollection<string> warnings)
    {
        double largest = 0;
        foreach (double i in current) largest = Math.Max(largest, Math.Abs(i));
        if (largest == 0) return;
        double rest = SegmentFinder.RestShare * largest;
        (double agree, double oppose) = Votes(time, voltage, current, rest, out bool rises, out bool falls, out bool oneSign);
        if (oneSign && rises && falls)
        {
            warnings.Add("the current has no sign, though the voltage both rises and falls under it: the sign is taken from the voltage.");
            GiveSign(time, voltage, current, rest);
        }
        else if (oppose > Clear * (agree + oppose))
        {
            warnings.Add("the voltage rises while the current is that of discharge: the sign of the current is turned round.");
            foreach (ref double i in current) i = -i;
        }
    }

    // Stretches of one sign: the change of the voltage from soon after the start to the end, weighed by the charge.
    private static (double Agree, double Oppose) Votes(ReadOnlySpan<double> time, ReadOnlySpan<double> voltage, ReadOnlySpan<double> current, double rest,
        out bool rises, out bool falls, out bool oneSign)
    {
        double agree = 0, oppose = 0;
        bool positive = false, negative = false;
        rises = falls = false;
        for (int start = 0; start < current.Length;)
        {
            int end = StretchEnd(current, start, rest);
            int sign = SignOf(current[start], rest);
            if (sign != 0 && end - start >= 3)
            {
                (positive, negative) = (positive || sign > 0, negative || sign < 0);
                double change = voltage[end - 1] - voltage[start];
                double charge = 0;
                for (int k = start + 1; k < end; k++) charge += Math.Abs(current[k]) * (time[k] - time[k - 1]);
                if (change * sign < 0) agree += charge;
                else if (change * sign > 0) oppose += charge;
                for (int level = start; level < end;)
                {
                    int next = LevelEnd(current, level, end);
                    for (int from = AfterStart(time, level, next); from < next;)
                    {
                        int to = Turn(voltage, from, next);
                        // A change of direction counts from 50 mV: less may be noise or the end of a hold.
                        rises |= voltage[to - 1] - voltage[from] > 0.05;
                        falls |= voltage[to - 1] - voltage[from] < -0.05;
                        from = to;
                    }
                    level = next;
                }
            }
            start = end;
        }
        oneSign = positive != negative;
        return (agree, oppose);
    }

    private static void GiveSign(ReadOnlySpan<double> time, ReadOnlySpan<double> voltage, Span<double> current, double rest)
    {
        for (int start = 0; start < current.Length;)
        {
            int end = StretchEnd(current, start, rest);
            // Where charge follows discharge without rest, one stretch holds both: it is cut at its extremes.
            for (int from = start; from < end;)
            {
                int to = Turn(voltage, from, end);
                double sign = voltage[to - 1] > voltage[from] ? -1 : 1;
                for (int k = from; k < to; k++) current[k] = sign * Math.Abs(current[k]);
                from = to;
            }
            start = end;
        }
    }

    // First row after the voltage has turned by 50 mV for good.
    private static int Turn(ReadOnlySpan<double> voltage, int from, int end)
    {
        int high = from, low = from;
        for (int k = from; k < end; k++)
        {
            if (voltage[k] > voltage[high]) high = k;
            if (voltage[k] < voltage[low]) low = k;
            if (high > low && voltage[high] - voltage[k] > 0.05 && voltage[high] - voltage[from] > 0.05) return high + 1;
            if (low > high && voltage[k] - voltage[low] > 0.05 && voltage[from] - voltage[low] > 0.05) return low + 1;
        }
        return end;
    }

    private static int StretchEnd(ReadOnlySpan<double> current, int start, double rest)
    {
        int sign = SignOf(current[start], rest), end = start + 1;
        while (end < current.Length && SignOf(current[end], rest) == sign) end++;
        return end;
    }

    // A step of the current moves the voltage by itself: each level of the current, within a fifth, is judged alone.
    private static int LevelEnd(ReadOnlySpan<double> current, int start, int end)
    {
        int k = start + 1;
        while (k < end && Math.Abs(current[k] - current[start]) <= 0.2 * Math.Abs(current[start])) k++;
        return k;
    }

    // The voltage of a first part still follows the switch.
    private static int AfterStart(ReadOnlySpan<double> time, int start, int end)
    {
        double from = time[start] + 0.1 * (time[end - 1] - time[start]);
        int k = start;
        while (k < end - 1 && time[k] < from) k++;
        return k;
    }

    private static int SignOf(double current, double rest) => current > rest ? 1 : current < -rest ? -1 : 0;
}
