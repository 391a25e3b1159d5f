namespace Loadstone.Laboratory.Cycling;

/// <summary>Voltage against charge of a half cycle, or of one segment.</summary>
/// <param name="Direction">Charge or discharge.</param>
/// <param name="Charge">Charge passed since its start [C], never falling.</param>
/// <param name="Voltage">Voltage [V].</param>
/// <param name="Current">Current [A], discharge positive.</param>
public sealed record VoltageCurve(Direction Direction, double[] Charge, double[] Voltage, double[] Current)
{
    /// <summary>The curve of the rows under current in the direction of a half cycle.</summary>
    /// <param name="trace">The test.</param>
    /// <param name="half">The half cycle.</param>
    /// <param name="heldCurrentOnly">Whether holds of the voltage are left out.</param>
    public static VoltageCurve Of(TestTrace trace, HalfCycle half, bool heldCurrentOnly = false)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(half);
        List<double> charge = [], voltage = [], current = [];
        double passed = 0;
        foreach (Segment segment in half.Segments)
        {
            if (segment.Direction != half.Direction || (heldCurrentOnly && segment.Hold == Hold.Voltage)) continue;
            for (int k = segment.First; k <= segment.Last; k++)
            {
                if (k > segment.First) passed += Math.Abs(trace.Current[k] + trace.Current[k - 1]) / 2 * (trace.Time[k] - trace.Time[k - 1]);
                charge.Add(passed);
                voltage.Add(trace.Voltage[k]);
                current.Add(trace.Current[k]);
            }
        }
        return new VoltageCurve(half.Direction, [.. charge], [.. voltage], [.. current]);
    }
}
