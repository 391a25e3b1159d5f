using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Reports;

namespace Loadstone.Cli;

/// <summary>The page of a simulated protocol.</summary>
internal static class SimulationReport
{
    /// <summary>Steps, voltage and current against time, and what took the voltage if that was asked for.</summary>
    public static Report Of(Cell cell, SimulationResult result, PolarisationReport? losses = null)
    {
        TimeSeries[] series = [.. result.Steps.Where(step => step.End != StepEnd.MetAtStart).Select(step => step.Series)];
        double[] hours = [.. series.SelectMany(s => s.Time).Select(t => t / 3600)];
        double[] volts = [.. series.SelectMany(s => s.Voltage)], amperes = [.. series.SelectMany(s => s.Current)];
        return new Report(cell.Name, "Simulation with the porous-electrode model",
        [
            new ReportSection("Steps", [StepTable.Of(result)]),
            new ReportSection("Curves",
            [
                new Plot("voltage", "Voltage", new Axis("time / h"), new Axis("voltage / V"), [new Series("voltage", hours, volts)]),
                new Plot("current", "Current, positive on discharge", new Axis("time / h"), new Axis("current / mA"), [new Series("current", hours, [.. amperes.Select(a => a * 1000)])]),
            ]),
            .. losses is null ? (ReportSection[])[] : [new ReportSection("Why: losses", [.. losses.Plots(), losses.Table()])],
        ]);
    }
}
