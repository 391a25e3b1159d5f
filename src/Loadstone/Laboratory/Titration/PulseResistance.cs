using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Titration;

/// <summary>Resistance of a cell from a current that begins at rest, at times after the switch.</summary>
/// <param name="Pulse">The pulse.</param>
/// <param name="Depth">Charge given before it over the largest of the test.</param>
/// <param name="RestVoltage">Voltage at the end of the rest before it [V].</param>
/// <param name="FirstTime">Time of the first row after the switch [s].</param>
/// <param name="FirstResistance">Resistance from that row [Ω].</param>
/// <param name="At">Resistances at the asked times [Ω], NaN for those beyond the pulse.</param>
public sealed record PulseResistance(CurrentPulse Pulse, double Depth, Estimate RestVoltage, double FirstTime, double FirstResistance, IReadOnlyList<Estimate> At)
{
    private const int FewestRows = 6;

    /// <summary>All pulses of a test.</summary>
    /// <param name="trace">The test.</param>
    /// <param name="times">Times after the switch [s], positive.</param>
    /// <exception cref="InputException">No current begins at rest.</exception>
    public static IReadOnlyList<PulseResistance> Find(TestTrace trace, IReadOnlyList<double> times)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(times);
        IReadOnlyList<CurrentPulse> pulses = CurrentPulse.Find(trace);
        if (pulses.Count == 0) throw new InputException("no held current begins at rest; expected pulses.", file: trace.Source);
        double least = pulses.Min(p => p.Passed), span = pulses.Max(p => Math.Max(p.Passed, p.Passed + Math.Sign(p.Segment.Current) * p.Segment.Charge)) - least;
        return [.. pulses.Select(pulse => Of(trace, pulse, times, (pulse.Passed - least) / span))];
    }

    private static PulseResistance Of(TestTrace trace, CurrentPulse pulse, IReadOnlyList<double> times, double depth)
    {
        Estimate rest = Titration.RestVoltage.AtEnd(trace, pulse.RestFirst, pulse.RestLast).Value;
        Segment segment = pulse.Segment;
        int first = trace.Time[segment.First] > pulse.Start || segment.Last == segment.First ? segment.First : segment.First + 1;
        return new PulseResistance(pulse, depth, rest, trace.Time[first] - pulse.Start, (rest.Value - trace.Voltage[first]) / segment.Current,
            [.. times.Select(t => Resistance(trace, pulse, rest, t))]);
    }

    // A fit of V = a + b √t + c t over the rows from half the time to twice it averages noise; between few rows a straight line does.
    private static Estimate Resistance(TestTrace trace, CurrentPulse pulse, Estimate rest, double time)
    {
        Segment segment = pulse.Segment;
        if (time > pulse.Duration * (1 + 1e-6)) return new Estimate(double.NaN, double.NaN, 0);
        int[] rows = [.. Enumerable.Range(segment.First, segment.Last - segment.First + 1).Where(k => trace.Time[k] - pulse.Start is var t && t >= time / 2 && t <= 2 * time)];
        if (rows.Length < FewestRows) return new Estimate((rest.Value - Between(trace, pulse, time)) / segment.Current, double.NaN, 0);
        double[] t = [.. rows.Select(k => trace.Time[k] - pulse.Start)], ones = new double[rows.Length];
        Array.Fill(ones, 1);
        Estimate under = LinearLeastSquares.Fit([.. rows.Select(k => trace.Voltage[k])], ones, [.. t.Select(Math.Sqrt)], t).Combination([1, Math.Sqrt(time), time]);
        double x = double.IsNaN(rest.StandardError) ? under.StandardError * under.StandardError : rest.StandardError * rest.StandardError, y = under.StandardError * under.StandardError;
        double freedom = (x + y) * (x + y) / (x * x / Math.Max(1, rest.DegreesOfFreedom) + y * y / under.DegreesOfFreedom);
        return new Estimate((rest.Value - under.Value) / segment.Current, Math.Sqrt(x + y) / Math.Abs(segment.Current), x + y > 0 ? freedom : double.PositiveInfinity);
    }

    private static double Between(TestTrace trace, CurrentPulse pulse, double time)
    {
        double at = pulse.Start + time;
        int k = pulse.Segment.First;
        while (k < pulse.Segment.Last && trace.Time[k] < at) k++;
        if (k == pulse.Segment.First || trace.Time[k] <= trace.Time[k - 1]) return trace.Voltage[k];
        double share = Math.Min(1, (at - trace.Time[k - 1]) / (trace.Time[k] - trace.Time[k - 1]));
        return trace.Voltage[k - 1] + share * (trace.Voltage[k] - trace.Voltage[k - 1]);
    }
}
