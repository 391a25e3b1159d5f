using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Titration;

/// <summary>The voltage at the end of a rest: a straight line through its last rows, so that noise is averaged and drift is not.</summary>
/// <param name="Value">The voltage at the last row [V].</param>
/// <param name="Drift">Change of the voltage with time there [V/s].</param>
internal readonly record struct RestVoltage(Estimate Value, double Drift)
{
    private const int MostRows = 20;
    private const double LastShare = 0.1; // of the rest: earlier rows still relax

    internal static RestVoltage AtEnd(TestTrace trace, int first, int last)
    {
        double end = trace.Time[last], from = end - LastShare * (end - trace.Time[first]);
        int start = last;
        while (start > first && last - start + 1 < MostRows && trace.Time[start - 1] >= from) start--;
        int count = last - start + 1;
        if (count < 4 || trace.Time[last] == trace.Time[start])
        {
            double earlier = trace.Time[Math.Max(first, last - 1)];
            double drift = last > first && end > earlier ? (trace.Voltage[last] - trace.Voltage[last - 1]) / (end - earlier) : 0;
            return new(new Estimate(trace.Voltage[last], double.NaN, 0), drift);
        }
        double[] t = [.. Enumerable.Range(start, count).Select(k => trace.Time[k] - end)], v = trace.Voltage.AsSpan(start, count).ToArray();
        StraightLine line = StraightLine.Fit(t, v);
        return new(line.Intercept, line.Slope.Value);
    }
}
