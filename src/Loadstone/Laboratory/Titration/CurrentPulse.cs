using Loadstone.Laboratory.Cycling;

namespace Loadstone.Laboratory.Titration;

/// <summary>A held current that begins at rest.</summary>
/// <param name="Segment">The current.</param>
/// <param name="RestFirst">First row of the rest before it.</param>
/// <param name="RestLast">Last row of the rest before it.</param>
/// <param name="AfterFirst">First row of the rest after it, or −1 where none follows at once.</param>
/// <param name="AfterLast">Last row of the rest after it, or −1.</param>
/// <param name="Passed">Charge given since the start of the test, at the pulse's start [C].</param>
/// <param name="Start">When the current was switched on [s].</param>
public sealed record CurrentPulse(Segment Segment, int RestFirst, int RestLast, int AfterFirst, int AfterLast, double Passed, double Start)
{
    /// <summary>From the switch to the last row [s].</summary>
    public double Duration => Segment.EndTime - Start;

    /// <summary>All of a test, in order.</summary>
    /// <param name="trace">The test.</param>
    public static IReadOnlyList<CurrentPulse> Find(TestTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        IReadOnlyList<Segment> segments = SegmentFinder.Find(trace);
        var pulses = new List<CurrentPulse>();
        double passed = 0;
        for (int k = 0; k < segments.Count; k++)
        {
            Segment segment = segments[k];
            if (k > 0 && segment is { Hold: Hold.Current, Direction: not Direction.Rest } && segments[k - 1].Direction == Direction.Rest)
            {
                int before = k - 1, after = k + 1;
                while (before > 0 && segments[before - 1].Direction == Direction.Rest) before--;
                while (after < segments.Count && segments[after].Direction == Direction.Rest) after++;
                bool rests = after > k + 1;
                pulses.Add(new CurrentPulse(segment, segments[before].First, segment.First - 1, rests ? segment.Last + 1 : -1, rests ? segments[after - 1].Last : -1, passed, Switch(trace, segment)));
            }
            passed += segment.Direction == Direction.Discharge ? segment.Charge : -segment.Charge;
        }
        return pulses;
    }

    // An instrument writes the last row of a rest when the rest ends. Where the next row comes later than the rows after it would
    // tell, the rows between are missing, and the pulse is taken to begin at its own first one.
    private static double Switch(TestTrace trace, Segment segment)
    {
        double before = trace.Time[segment.First - 1];
        if (segment.Last == segment.First) return before;
        return segment.StartTime - before <= 1.5 * (trace.Time[segment.First + 1] - segment.StartTime) ? before : segment.StartTime;
    }
}
