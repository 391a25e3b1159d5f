namespace Loadstone.Laboratory.Cycling;

/// <summary>A test as cycles.</summary>
public sealed record CycleTable
{
    // A first row later than this after the switch would count diffusion as resistance [s].
    private const double LatestFirstRow = 15;

    /// <summary>File or sample.</summary>
    public required string Source { get; init; }

    /// <summary>The rows.</summary>
    public required TestTrace Trace { get; init; }

    /// <summary>What was done.</summary>
    public required IReadOnlyList<Segment> Segments { get; init; }

    /// <summary>The cycles, in order.</summary>
    public required IReadOnlyList<CycleRow> Cycles { get; init; }

    /// <summary>What makes the numbers less sure.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Cycles of a test: the instrument's where it counts them, else each charge with the discharge after it.</summary>
    /// <param name="trace">The test.</param>
    /// <param name="startsWithDischarge">Whether a cycle that is counted here begins with its discharge.</param>
    /// <exception cref="InputException">No charge passes.</exception>
    public static CycleTable Of(TestTrace trace, bool startsWithDischarge = false)
    {
        ArgumentNullException.ThrowIfNull(trace);
        IReadOnlyList<Segment> segments = SegmentFinder.Find(trace);
        IReadOnlyList<HalfCycle> halves = HalfCycle.Find(trace, segments);
        if (halves.Count == 0) throw new InputException("no charge passes in the whole test; expected charges or discharges.", file: trace.Source);
        bool counted = halves.Any(half => half.Number != halves[0].Number);
        var cycles = new List<CycleRow>();
        int? open = null; // row of the cycle that waits for its second half
        Direction first = startsWithDischarge ? Direction.Discharge : Direction.Charge;
        foreach (HalfCycle half in halves)
        {
            bool charge = half.Direction == Direction.Charge;
            bool joins = open is { } row && (charge ? cycles[row].Charge : cycles[row].Discharge) is null
                && (counted ? cycles[row].Number == half.Number : half.Direction != first);
            if (!joins)
            {
                open = cycles.Count;
                cycles.Add(new CycleRow(counted ? half.Number : cycles.Count + 1, null, null));
            }
            CycleRow cycle = cycles[open!.Value];
            double resistance = SwitchResistance(trace, half.Segments[0]);
            cycles[open.Value] = charge
                ? cycle with { Charge = half, ChargeResistance = resistance }
                : cycle with { Discharge = half, DischargeResistance = resistance };
        }
        if (CutOffHalf(trace, halves) is { } cut) cycles[^1] = cycles[^1] with { CutOff = cut };
        return new CycleTable { Source = trace.Source, Trace = trace, Segments = segments, Cycles = cycles, Warnings = [.. trace.Warnings, .. Told(cycles)] };
    }

    /// <summary>Resistance from the row before a segment to its first row, ΔV/ΔI [Ω]; NaN where that row comes late or the current hardly changes.</summary>
    /// <param name="trace">The test.</param>
    /// <param name="segment">A segment under current.</param>
    public static double SwitchResistance(TestTrace trace, Segment segment)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(segment);
        if (segment.First == 0) return double.NaN;
        int before = segment.First - 1, after = segment.First;
        double step = trace.Current[after] - trace.Current[before];
        if (trace.Time[after] - trace.Time[before] > LatestFirstRow || Math.Abs(step) < 0.1 * Math.Abs(segment.Current)) return double.NaN;
        return (trace.Voltage[before] - trace.Voltage[after]) / step;
    }

    private static IEnumerable<string> Told(List<CycleRow> cycles)
    {
        int[] half = [.. cycles.Where(c => c.Charge is null || c.Discharge is null).Select(c => c.Number)];
        if (half.Length > 0) yield return $"{half.Length} of {cycles.Count} cycles have one half only ({Names(half)}): no efficiency is given for them.";
        if (cycles[^1] is { CutOff: { } cut } last)
            yield return $"the file ends within the {(cut == Direction.Charge ? "charge" : "discharge")} of cycle {last.Number}, far from the voltage at which the one before ended: it counts for no efficiency, retention or life.";
        int[] more = [.. cycles.Where(c => c is { CutOff: null, IsComplete: false } && c.Charge is not null && c.Discharge is not null).Select(c => c.Number)];
        if (more.Length > 0)
            yield return $"{more.Length} of {cycles.Count} cycles give far more than they take ({Names(more)}): no efficiency is given for them. Either the cell was partly charged at the start, or the electrode is filled on discharge, as graphite against lithium is.";
    }

    private static string Names(int[] cycles) => $"cycle {string.Join(", ", cycles.Take(5))}{(cycles.Length > 5 ? ", …" : "")}";

    // A last half cycle that stops short of where the one before it ended by this share of its own rise or fall did not end by itself.
    private const double CutOffShare = 0.05;

    private static Direction? CutOffHalf(TestTrace trace, IReadOnlyList<HalfCycle> halves)
    {
        HalfCycle last = halves[^1];
        if (last.Segments[^1].Last != trace.Count - 1) return null;
        HalfCycle? before = halves.SkipLast(1).LastOrDefault(h => h.Direction == last.Direction);
        if (before is null || last.Charge > before.Charge) return null;
        double missing = last.Direction == Direction.Charge ? before.EndVoltage - last.EndVoltage : last.EndVoltage - before.EndVoltage;
        return missing > CutOffShare * Math.Abs(last.EndVoltage - last.Segments[0].StartVoltage) ? last.Direction : null;
    }
}
