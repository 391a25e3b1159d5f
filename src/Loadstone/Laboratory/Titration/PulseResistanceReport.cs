using Loadstone.Laboratory.Cycling;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Titration;

/// <summary>Resistances of pulses as numbers, a table and a picture.</summary>
public static class PulseResistanceReport
{
    /// <summary>The result of one sample.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="trace">The test.</param>
    /// <param name="times">Times after the switch [s], positive.</param>
    /// <exception cref="InputException">No current begins at rest.</exception>
    public static LaboratoryResult Of(string sample, TestTrace trace, IReadOnlyList<double> times)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(times);
        IReadOnlyList<PulseResistance> pulses = PulseResistance.Find(trace, times);
        var numbers = new List<NamedEstimate> { new("pulses", Estimate.Exact(pulses.Count), QuantityKinds.Ratio) };
        var warnings = new List<string>(trace.Warnings);
        for (int k = 0; k < times.Count; k++)
        {
            double[] found = [.. pulses.Select(p => p.At[k].Value).Where(double.IsFinite)];
            string name = $"{CycleReport.Text(times[k], 4)} s";
            if (found.Length == 0) warnings.Add($"no pulse lasts {name}: no resistance there.");
            else numbers.Add(new($"mean resistance at {name}", Estimate.MeanOf(found), QuantityKinds.Resistance, "Ω"));
        }
        return new LaboratoryResult("dcir", sample, numbers,
            [new("Pulses", [Rows(pulses, times), Picture(pulses, times)]), new("How it was found", [new BulletList([
                "R = (rest voltage − V(t))/I. The rest voltage is a straight line through the last rows of the rest, at its end; V(t) is V = a + b √t + c t through the rows from half the time to twice it, where there are six or more, else a straight line between two rows.",
                "Depth is the charge given before the pulse over the largest of the test.",
            ])])], warnings);
    }

    private static Table Rows(IReadOnlyList<PulseResistance> pulses, IReadOnlyList<double> times) => new("Resistances",
        [new("depth of discharge", "%"), TableColumn.Words("direction"), new("current", "mA"), new("rest voltage", "V"), new("first row at", "s"), new("R first row", "Ω"), .. times.Select(t => new TableColumn($"R at {CycleReport.Text(t, 4)} s", "Ω"))],
        [.. pulses.Select(p => (IReadOnlyList<string>)
        [
            CycleReport.Text(100 * p.Depth, 4), p.Pulse.Segment.Direction == Direction.Charge ? "charge" : "discharge", CycleReport.Text(Math.Abs(p.Pulse.Segment.Current) * 1e3, 4),
            CycleReport.Text(p.RestVoltage.Value), CycleReport.Text(p.FirstTime, 3), CycleReport.Text(p.FirstResistance, 4), .. p.At.Select(CycleReport.Both),
        ])]);

    private static Plot Picture(IReadOnlyList<PulseResistance> pulses, IReadOnlyList<double> times) => new("dcir", "Resistance of pulses",
        new Axis("Depth of discharge / %"), new Axis("Resistance / Ω"),
        [
            .. ((Direction[])[Direction.Discharge, Direction.Charge]).SelectMany(direction =>
            {
                PulseResistance[] chosen = [.. pulses.Where(p => p.Pulse.Segment.Direction == direction)];
                return chosen.Length == 0 ? [] : times.Select((t, k) => new Series($"{CycleReport.Text(t, 4)} s{(direction == Direction.Charge ? ", charge" : "")}",
                    [.. chosen.Select(p => 100 * p.Depth)], [.. chosen.Select(p => p.At[k].Value)], SeriesStyle.LineAndPoints));
            }),
        ]);
}
