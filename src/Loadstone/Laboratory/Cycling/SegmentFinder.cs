namespace Loadstone.Laboratory.Cycling;

/// <summary>
/// Finds what was done in a test from current, voltage and time alone; the instrument's own steps, where there are any, add borders.
/// Current within 1 % of a level is a held current, voltage within 2 mV a held voltage; of two that fit, the longer one.
/// </summary>
public static class SegmentFinder
{
    /// <summary>Share of the largest current below which the cell rests.</summary>
    public const double RestShare = 5e-4;

    /// <summary>Relative width of a held current.</summary>
    public const double CurrentTolerance = 0.01;

    /// <summary>Width of a held voltage [V].</summary>
    public const double VoltageTolerance = 2e-3;

    /// <summary>The segments in order; together they hold every row once.</summary>
    /// <param name="trace">The test.</param>
    public static IReadOnlyList<Segment> Find(TestTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        double rest = RestShare * trace.Current.Max(Math.Abs);
        var segments = new List<Segment>();
        for (int start = 0; start < trace.Count;)
        {
            Direction direction = DirectionOf(trace.Current[start], rest);
            int end = start + 1;
            while (end < trace.Count && DirectionOf(trace.Current[end], rest) == direction && !IsBorder(trace, end)) end++;
            if (direction == Direction.Rest) segments.Add(Make(trace, direction, Hold.Current, start, end - 1));
            else Split(trace, direction, start, end, segments);
            start = end;
        }
        return segments;
    }

    private static Direction DirectionOf(double current, double rest) =>
        current > rest ? Direction.Discharge : current < -rest ? Direction.Charge : Direction.Rest;

    private static bool IsBorder(TestTrace trace, int row) =>
        (trace.Step is { } step && step[row] != step[row - 1]) || (trace.Cycle is { } cycle && cycle[row] != cycle[row - 1]);

    private static void Split(TestTrace trace, Direction direction, int start, int end, List<Segment> segments)
    {
        int loose = start; // rows from here that fit neither hold
        for (int k = start; k < end;)
        {
            int current = CurrentEnd(trace, k, end), voltage = VoltageEnd(trace, k, end);
            int longer = Math.Max(current, voltage);
            // Two rows always share some line; a hold is three, or whatever a short segment has.
            if (longer - k < 3 && longer - k < end - start)
            {
                k++;
                continue;
            }
            if (loose < k) segments.Add(Make(trace, direction, Hold.Neither, loose, k - 1));
            segments.Add(Make(trace, direction, current >= voltage ? Hold.Current : Hold.Voltage, k, longer - 1));
            k = loose = longer;
        }
        if (loose < end) AddRemainder(trace, direction, loose, end - 1, start, segments);
    }

    // One or two last rows, as an instrument writes at the end of a step, belong to what came before.
    private static void AddRemainder(TestTrace trace, Direction direction, int first, int last, int start, List<Segment> segments)
    {
        if (last - first < 2 && first > start && segments[^1] is { } before && before.Last == first - 1)
            segments[^1] = Make(trace, direction, before.Hold, before.First, last);
        else segments.Add(Make(trace, direction, Hold.Neither, first, last));
    }

    private static int CurrentEnd(TestTrace trace, int start, int end)
    {
        double level = MiddleOf(trace.Current[start], trace.Current[Math.Min(start + 1, end - 1)], trace.Current[Math.Min(start + 2, end - 1)]);
        double width = CurrentTolerance * Math.Abs(level);
        int k = start;
        while (k < end && Math.Abs(trace.Current[k] - level) <= width) k++;
        return k;
    }

    private static int VoltageEnd(TestTrace trace, int start, int end)
    {
        double low = trace.Voltage[start], high = low;
        int k = start;
        for (; k < end; k++)
        {
            low = Math.Min(low, trace.Voltage[k]);
            high = Math.Max(high, trace.Voltage[k]);
            if (high - low > VoltageTolerance) break;
        }
        return k;
    }

    private static double MiddleOf(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    private static Segment Make(TestTrace trace, Direction direction, Hold hold, int first, int last)
    {
        (double charge, double energy) = Integrals(trace, direction, first, last);
        int count = last - first + 1;
        double[] currents = trace.Current.AsSpan(first, count).ToArray();
        double current = currents.Average();
        if (hold == Hold.Current)
        {
            Array.Sort(currents);
            current = (currents[(count - 1) / 2] + currents[count / 2]) / 2;
        }
        return new Segment(direction, hold, first, last, charge, energy, current, trace.Time[first], trace.Time[last], trace.Voltage[first], trace.Voltage[last]);
    }

    // The interval that leads to the first row belongs to the segment where it is no longer than those inside: an instrument writes
    // a row at the end of an interval. A longer one is a pause of which nothing is known.
    private static (double Charge, double Energy) Integrals(TestTrace trace, Direction direction, int first, int last)
    {
        if (direction == Direction.Rest) return (0, 0);
        double charge = 0, energy = 0, longest = 0;
        for (int k = first + 1; k <= last; k++)
        {
            double dt = trace.Time[k] - trace.Time[k - 1];
            longest = Math.Max(longest, dt);
            charge += dt * (trace.Current[k] + trace.Current[k - 1]) / 2;
            energy += dt * (trace.Current[k] * trace.Voltage[k] + trace.Current[k - 1] * trace.Voltage[k - 1]) / 2;
        }
        if (first > 0 && trace.Time[first] - trace.Time[first - 1] is var lead && lead <= 1.5 * longest)
        {
            charge += lead * trace.Current[first];
            energy += lead * trace.Current[first] * trace.Voltage[first];
        }
        return (Math.Abs(charge), Math.Abs(energy));
    }
}
