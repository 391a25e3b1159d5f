using Loadstone.Reports;

namespace Loadstone.Laboratory.Cycling;

/// <summary>Pictures of cycles.</summary>
public static class CyclePlots
{
    private const double MilliampereHour = 3.6;
    private const double Hour = 3600;
    private const int MostCurves = 6, MostPoints = 5000;

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
        var series = new List<Series> { new("coulombic efficiency", number, [.. table.Cycles.Select(c => 100 * c.CoulombicEfficiency)], SeriesStyle.Points) };
        if (band is not null)
        {
            double[] ends = [number[0], number[^1]];
            series.Add(new("band", ends, [100 * (band.Median + band.Width), 100 * (band.Median + band.Width)], SeriesStyle.Dashed, 1));
            series.Add(new("band", ends, [100 * (band.Median - band.Width), 100 * (band.Median - band.Width)], SeriesStyle.Dashed, 1));
        }
        yield return new Plot("efficiency", "Coulombic efficiency", new Axis("Cycle"), new Axis("Coulombic efficiency / %"), series);
    }

    /// <summary>Voltage against charge passed in the half cycle, of a few cycles from first to last.</summary>
    /// <param name="table">The cycles.</param>
    public static Plot Voltage(CycleTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int count = table.Cycles.Count, curves = Math.Min(MostCurves, count);
        var series = new List<Series>();
        for (int k = 0; k < curves; k++)
        {
            CycleRow cycle = table.Cycles[curves == 1 ? 0 : k * (count - 1) / (curves - 1)];
            if (cycle.Charge is { } charge) series.Add(Curve(table.Trace, charge, $"cycle {cycle.Number}", k));
            if (cycle.Discharge is { } discharge) series.Add(Curve(table.Trace, discharge, cycle.Charge is null ? $"cycle {cycle.Number}" : $"cycle {cycle.Number}, discharge", k));
        }
        return new Plot("voltage", "Voltage curves", new Axis("Charge / mAh"), new Axis("Voltage / V"), series);
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

    private static Series Curve(TestTrace trace, HalfCycle half, string label, int color)
    {
        VoltageCurve curve = VoltageCurve.Of(trace, half);
        return new Series(label, [.. curve.Charge.Select(q => q / MilliampereHour)], curve.Voltage, SeriesStyle.Line, color);
    }
}
