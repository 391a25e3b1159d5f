using System.Globalization;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Sensitivity;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Cli;

/// <summary>Sensitivities as tables, the strongest first, as plots along the steps, and as CSV.</summary>
internal sealed class SensitivityReport(IReadOnlyList<CellParameter> parameters, IReadOnlyList<SensitivityStep> steps)
{
    private const double Percent = 0.01;
    private const int MostCurves = 8;
    private const string Columns = "Step,Parameter,Value,Capacity / % per %,Charge / C per %,Energy / J per %,End Time / s per %,End Voltage / V per %";
    private const string Note = "What changes when the parameter grows by 1 %, small changes; end voltage at unchanged time since the start of the step. "
        + "Cyclable lithium and 1C stay what they are; porosity takes the transport efficiency along at the same Bruggeman exponent.";

    /// <summary>What a step gave.</summary>
    public static string Frame(StepResult step) =>
        FormattableString.Invariant($"{step.Charge / 3.6:g5} mAh, {step.Energy / 3.6:g5} mWh in {step.EndTime - step.StartTime:g5} s, {step.EndText}");

    /// <summary>One table per step, one row per parameter.</summary>
    public IEnumerable<Table> Tables() => steps.Select((step, number) => new Table(
        steps.Count == 1 ? "" : FormattableString.Invariant($"{number + 1}. {step.Result.Step.Text}: {Frame(step.Result)}"),
        [
            TableColumn.Words("parameter"), TableColumn.Words("value"), new("capacity", "% per %"), new("energy", "mWh per %"),
            new("end time", "s per %"), new("end voltage", "mV per %"),
        ],
        [.. Sorted(step).Select(row => (string[])
        [
            row.Sensitivity.Parameter,
            row.Value,
            // Without the sign of a zero.
            (Math.Round(row.Sensitivity.RelativeCharge, 4) + 0.0).ToString("F4", CultureInfo.InvariantCulture),
            Number(row.Sensitivity.Energy * Percent / 3.6),
            Number(row.Sensitivity.EndTime * Percent),
            Number(row.Sensitivity.Voltage * Percent * 1000),
        ])],
        number == steps.Count - 1 ? Note : null));

    /// <summary>Tables and, for each step, how voltage and current answer along it to the parameters that matter most.</summary>
    /// <param name="title">Name of the cell.</param>
    /// <param name="subtitle">State at the start.</param>
    public Report Page(string title, string subtitle) => new(title, subtitle,
    [
        new ReportSection("Along the steps", [.. steps.SelectMany(Plots)]),
        new ReportSection("Steps", [.. Tables()]),
    ]);

    /// <summary>All figures at the ends of the steps, as exactly as they are known.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write(Columns + "\n");
        for (int number = 1; number <= steps.Count; number++)
        {
            foreach ((StepSensitivity s, string value) in Sorted(steps[number - 1]))
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture,
                    $"{number},{s.Parameter},{value},{s.RelativeCharge:R},{s.Charge * Percent:R},{s.Energy * Percent:R},{s.EndTime * Percent:R},{s.Voltage * Percent:R}\n"));
            }
        }
    }

    /// <summary>Voltage and current along the steps, and how they answer to every parameter.</summary>
    public void WriteCurves(TextWriter writer)
    {
        writer.Write("Test Time / s,Voltage / V,Current / A,Step Count / 1,Step Time / s");
        foreach (CellParameter p in parameters) writer.Write($",Voltage to {p.Name} / V per %");
        foreach (CellParameter p in parameters) writer.Write($",Current to {p.Name} / A per %");
        writer.Write('\n');
        for (int number = 1; number <= steps.Count; number++)
        {
            SensitivityStep step = steps[number - 1];
            TimeSeries series = step.Result.Series;
            for (int row = 0; row < series.Time.Count; row++)
            {
                // As in the Battery Data Format, a current is positive on charge.
                writer.Write(string.Create(CultureInfo.InvariantCulture, 
                    $"{series.Time[row]:R},{series.Voltage[row]:R},{-series.Current[row] + 0.0:R},{number},{series.Time[row] - step.Result.StartTime:R}"));
                foreach (StepSensitivity s in step.Parameters) writer.Write(string.Create(CultureInfo.InvariantCulture, $",{s.VoltageCurve[row] * Percent:R}"));
                foreach (StepSensitivity s in step.Parameters) writer.Write(string.Create(CultureInfo.InvariantCulture, $",{-s.CurrentCurve[row] * Percent + 0.0:R}"));
                writer.Write('\n');
            }
        }
    }

    // Where the voltage is held, the current answers.
    private static IEnumerable<Plot> Plots(SensitivityStep step, int index)
    {
        if (step.Result.End == StepEnd.MetAtStart) yield break;
        bool held = step.Result.Step.Control is Control.Voltage;
        (string name, string unit) = held ? ("Current", "mA") : ("Voltage", "mV");
        double[] seconds = [.. step.Result.Series.Time.Select(t => t - step.Result.StartTime)];
        var curves = step.Parameters.Select(p => (p.Parameter, Curve: held ? p.CurrentCurve : p.VoltageCurve))
            .OrderByDescending(c => c.Curve.Max(Math.Abs)).Take(MostCurves);
        yield return new Plot(FormattableString.Invariant($"{name.ToLowerInvariant()}-{index + 1}"), $"{name}, {step.Result.Step.Text}",
            new Axis("time since the start of the step / s"), new Axis($"{name.ToLowerInvariant()} / {unit} per %"),
            [.. curves.Select(c => new Series(c.Parameter, seconds, [.. c.Curve.Select(v => v * Percent * 1000)]))],
            "What changes when the parameter grows by 1 %, for the parameters to which it answers most.");
    }

    // By what the step leaves free: the charge, or the voltage where a current for a time says the charge.
    private IEnumerable<(StepSensitivity Sensitivity, string Value)> Sorted(SensitivityStep step)
    {
        bool byCharge = step.Result.End is not (StepEnd.Duration or StepEnd.Charge) || step.Result.Step.Control is Control.Voltage;
        return parameters.Select((p, i) => (Sensitivity: step.Parameters[i], p.Value))
            .OrderByDescending(row => Math.Abs(byCharge ? row.Sensitivity.Charge : row.Sensitivity.Voltage));
    }

    private static string Number(double value) => QuantityKinds.Ratio.Format(value, 4);
}
