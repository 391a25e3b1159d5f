using Loadstone.Reports;

namespace Loadstone.Laboratory.Cycling;

/// <summary>Pictures of cycles.</summary>
public static class CyclePlots
{
    private const double MilliampereHour = 3.6;
    private const double Hour = 3600;
    private const int MostCurves = 4, MostPoints = 5000;

    /// <summary>Capacities and coulombic efficiency against the number of the cycle.</summary>
    /// <param name="table">The cycles.</param>
    /// <param name="band">Band of the efficiency, or null.</param>
    public static IEnumerable<Plot> Capacity(CycleTable table, EfficiencyBand? band = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        double[] number = [.. table.Cycles.Select(c => (double)c.Number)];
        yield return new Plot("capacity", "Capacity", new Axis("Cycle"), new Axis("Capacity / mAh"),
        [
            new Series("charge", number, [.. table.Cycles.Select(c => c.ChargeCapacity / MilliampereHour)], SeriesStyle.Points),
            new Series("discharge", number, [.. table.Cycles.Select(c => c.DischargeCapacity / MilliampereHour)], SeriesStyle.Points),
        ]);
        if (!table.Cycles.Any(c => c.IsComplete)) yield break;
        var series = new List<Series> { new("coulombic efficiency", number, [.. table.Cycles.Select(c => c.IsComplete ? 100 * c.CoulombicEfficiency : double.NaN)], SeriesStyle.Points) };
        if (band is not null)
        {
            double high = 100 * (band.Median + band.Width), low = 100 * (band.Median - band.Width);
            series.Add(new("band of the efficiency", [number[0], number[^1], number[^1], number[0], number[^1]], [high, high, double.NaN, low, low], SeriesStyle.Dashed, 1));
        }
        yield return new Plot("efficiency", "Coulombic efficiency", new Axis("Cycle"), new Axis("Coulombic efficiency / %"), series);
    }

    /// <summary>Voltage against charge passed in the half cycle, of a few cycles from first to last.</summary>
    /// <param name="table">The cycles.</param>
    public static Plot Voltage(CycleTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        // Whole cycles tell most; where there are none, whatever there is.
        CycleRow[] cycles = [.. table.Cycles.Where(c => c.IsComplete)];
        if (cycles.Length == 0) cycles = [.. table.Cycles];
        int count = cycles.Length, curves = Math.Min(MostCurves, count);
        return new Plot("voltage", "Voltage curves", new Axis("Charge / mAh"), new Axis("Voltage / V"),
            [.. Enumerable.Range(0, curves).Select(k => Curve(table.Trace, cycles[curves == 1 ? 0 : k * (count - 1) / (curves - 1)]))],
            "Each half cycle from its own start; charge rises, discharge falls.");
    }

    /// <summary>Voltage against time, of long tests some rows evenly taken.</summary>
    /// <param name="trace">The test.</param>
    public static Plot Time(TestTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        int stride = (trace.Count + MostPoints - 1) / MostPoints;
        int[] rows = [.. Enumerable.Range(0, trace.Count).Where(k => k % stride == 0 || k == trace.Count - 1)];
        return new Plot("time", "Voltage in time", new Axis("Time / h"), new Axis("Voltage / V"),
            [new Series("measured", [.. rows.Select(k => (trace.Time[k] - trace.Time[0]) / Hour)], [.. rows.Select(k => trace.Voltage[k])], SeriesStyle.Line, 0)]);
    }

    // Both halves in one line with a gap, so that the legend names each cycle once.
    private static Series Curve(TestTrace trace, CycleRow cycle)
    {
        List<double> charge = [], voltage = [];
        foreach (HalfCycle half in new[] { cycle.Charge, cycle.Discharge }.OfType<HalfCycle>())
        {
            VoltageCurve curve = VoltageCurve.Of(trace, half);
            if (charge.Count > 0)
            {
                charge.Add(0);
                voltage.Add(double.NaN);
            }
            charge.AddRange(curve.Charge.Select(q => q / MilliampereHour));
            voltage.AddRange(curve.Voltage);
        }
        return new Series($"cycle {cycle.Number}", charge, voltage);
    }
}
