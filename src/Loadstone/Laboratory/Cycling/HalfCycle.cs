namespace Loadstone.Laboratory.Cycling;

/// <summary>A charge or a discharge with its holds and the rests between its pieces.</summary>
/// <param name="Direction">Charge or discharge.</param>
/// <param name="Segments">The segments under current, in order.</param>
/// <param name="Number">Number of the cycle as the instrument counts it, or 0.</param>
public sealed record HalfCycle(Direction Direction, IReadOnlyList<Segment> Segments, int Number)
{
    /// <summary>Charge passed in its direction, less what pulses took back [C].</summary>
    public double Charge { get; } = Segments.Sum(s => s.Direction == Direction ? s.Charge : -s.Charge);

    /// <summary>Energy passed likewise [J].</summary>
    public double Energy { get; } = Segments.Sum(s => s.Direction == Direction ? s.Energy : -s.Energy);

    /// <summary>Mean voltage, energy over charge [V].</summary>
    public double MeanVoltage => Energy / Charge;

    /// <summary>Voltage at the end [V].</summary>
    public double EndVoltage => Segments[^1].EndVoltage;

    /// <summary>The held current that passed most of the charge, or null.</summary>
    public Segment? Main { get; } = Segments.Where(s => s.Hold == Hold.Current && s.Direction == Direction).MaxBy(s => s.Charge);

    /// <summary>
    /// Half cycles from segments. Pulses the other way that pass less than a fiftieth of the larger neighbour (of a resistance test, say)
    /// do not end one; a change of the instrument's cycle does.
    /// </summary>
    /// <param name="trace">The test.</param>
    /// <param name="segments">Its segments.</param>
    public static IReadOnlyList<HalfCycle> Find(TestTrace trace, IReadOnlyList<Segment> segments)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(segments);
        int NumberOf(Segment s) => trace.Cycle is { } cycle ? cycle[s.First] : 0;
        var runs = new List<HalfCycle>();
        var open = new List<Segment>();
        foreach (Segment segment in segments)
        {
            if (segment.Direction == Direction.Rest || segment.Charge <= 0) continue;
            if (open.Count > 0 && (open[^1].Direction != segment.Direction || NumberOf(open[^1]) != NumberOf(segment))) Close();
            open.Add(segment);
        }
        if (open.Count > 0) Close();
        return Merged(runs);

        void Close()
        {
            runs.Add(new HalfCycle(open[0].Direction, [.. open], NumberOf(open[0])));
            open.Clear();
        }
    }

    private const double PulseShare = 0.02;

    private static List<HalfCycle> Merged(List<HalfCycle> runs)
    {
        var halves = new List<HalfCycle>();
        for (int k = 0; k < runs.Count; k++)
        {
            HalfCycle run = runs[k];
            if (halves.Count > 0 && halves[^1] is var last && last.Number == run.Number && (last.Direction == run.Direction || IsPulse(last, k)))
                halves[^1] = new HalfCycle(last.Direction, [.. last.Segments, .. run.Segments], last.Number);
            else halves.Add(run);
        }
        return halves;

        bool IsPulse(HalfCycle before, int k) =>
            k + 1 < runs.Count && runs[k].Charge < PulseShare * Math.Max(before.Charge, runs[k + 1].Charge);
    }
}
