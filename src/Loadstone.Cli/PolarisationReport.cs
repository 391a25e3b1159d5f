using System.Globalization;
using Loadstone.Cli.Commands;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Analysis;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Reports;

namespace Loadstone.Cli;

/// <summary>Where the voltage went in each step of a simulated protocol.</summary>
internal sealed class PolarisationReport
{
    private const int MostSnapshots = 400, MostPerStep = 40, LeastPerStep = 3, MostPlots = 8;
    private const double MilliampereHour = 3.6;

    private static readonly string[] Headers = ["electrolyte ohmic", "salt", "solid", "contact", "charge transfer", "film", "particles", "imbalance"];

    private readonly List<(int Number, StepResult Step, IReadOnlyList<(double Charge, PolarisationBreakdown Breakdown)> Along)> _steps = [];

    /// <summary>Runs the protocol once more from its start, with profiles kept at times that the first run told.</summary>
    public static PolarisationReport Of(ChosenCell chosen, Protocol protocol, CellState start, SimulationResult first, CancellationToken cancellation)
    {
        int each = Math.Clamp(MostSnapshots / first.Steps.Count, LeastPerStep, MostPerStep);
        double[] times = [.. first.Steps.SelectMany(step => Enumerable.Range(0, each).Select(i => step.StartTime + (step.EndTime - step.StartTime) * (i + 0.5) / each))];
        var simulation = new Simulation(chosen.Cell, chosen.Mesh);
        simulation.Restore(start);
        SimulationResult result = simulation.Run(protocol, snapshotTimes: times, cancellation: cancellation);
        var report = new PolarisationReport();
        for (int s = 0; s < result.Steps.Count; s++)
        {
            if (result.Steps[s].End != StepEnd.MetAtStart) report._steps.Add((s + 1, result.Steps[s], PolarisationBreakdown.Along(chosen.Cell, result.Steps[s], chosen.Mesh)));
        }
        return report;
    }

    /// <summary>The losses halfway through each step and at its end.</summary>
    public Table Table() => new(
        "Losses",
        [new("step"), new("time", "h"), new("voltage", "V"), new("equilibrium", "V"), .. Headers.Select(header => new TableColumn(header, "mV"))],
        [.. _steps.SelectMany(step => (string[][])[Row(step.Number, step.Along[(step.Along.Count - 1) / 2].Breakdown), Row(step.Number, step.Along[^1].Breakdown)])],
        "Halfway through each step and at its end. The losses add up to equilibrium less voltage; those of both electrodes and the separator are added.");

    /// <summary>The way from the equilibrium voltage down to the voltage, for the first steps.</summary>
    public IEnumerable<Plot> Plots() => _steps.Take(MostPlots).Select(step =>
    {
        double[] charge = [.. step.Along.Select(a => a.Charge / MilliampereHour)];
        double[] level = [.. step.Along.Select(a => a.Breakdown.EquilibriumVoltage)];
        var series = new List<Series> { new("equilibrium", charge, level) };
        for (int term = 0; term < Headers.Length; term++)
        {
            int at = term;
            level = [.. level.Zip(step.Along, (v, a) => v - a.Breakdown.Whole.Terms[at].Value)];
            series.Add(new Series($"less {Headers[term]}", charge, level));
        }
        return new Plot($"losses-{step.Number}", $"Losses, {step.Step.Step.Text}", new Axis("net charge / mAh"), new Axis("voltage / V"), series,
            "Each curve is the one above it less one more loss; the last is the voltage.");
    });

    private static string[] Row(int number, PolarisationBreakdown at) =>
    [
        number.ToString(CultureInfo.InvariantCulture),
        (at.Time / 3600).ToString("F3", CultureInfo.InvariantCulture),
        at.Voltage.ToString("F4", CultureInfo.InvariantCulture),
        at.EquilibriumVoltage.ToString("F4", CultureInfo.InvariantCulture),
        .. at.Whole.Terms.Select(term => (term.Value * 1000).ToString("F2", CultureInfo.InvariantCulture)),
    ];
}
