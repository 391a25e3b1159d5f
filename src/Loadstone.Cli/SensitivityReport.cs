using System.Globalization;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Sensitivity;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Cli;

/// <summary>Sensitivities as a table and as CSV, the strongest first.</summary>
internal static class SensitivityReport
{
    private const double Percent = 0.01;
    private const string Columns = "Parameter,Value,Capacity / % per %,Charge / C per %,Energy / J per %,End Time / s per %,End Voltage / V per %";

    /// <summary>What the step gave.</summary>
    public static string Frame(StepResult step) =>
        FormattableString.Invariant($"{step.Charge / 3.6:g5} mAh, {step.Energy / 3.6:g5} mWh in {step.EndTime - step.StartTime:g5} s, {step.EndText}");

    /// <summary>One row per parameter.</summary>
    public static Table Table(IReadOnlyList<CellParameter> parameters, SensitivityStep found) => new(
        "",
        [
            TableColumn.Words("parameter"), TableColumn.Words("value"), new("capacity", "% per %"), new("energy", "mWh per %"),
            new("end time", "s per %"), new("end voltage", "mV per %"),
        ],
        [.. Sorted(parameters, found).Select(row => (string[])
        [
            row.Sensitivity.Parameter,
            row.Value,
            // Without the sign of a zero.
            (Math.Round(row.Sensitivity.RelativeCharge, 4) + 0.0).ToString("F4", CultureInfo.InvariantCulture),
            Number(row.Sensitivity.Energy * Percent / 3.6),
            Number(row.Sensitivity.EndTime * Percent),
            Number(row.Sensitivity.Voltage * Percent * 1000),
        ])],
        "What changes when the parameter grows by 1 %, small changes; cyclable lithium, porosity and 1C unchanged; end voltage at unchanged time.");

    /// <summary>All figures, as exactly as they are known.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<CellParameter> parameters, SensitivityStep found)
    {
        writer.Write(Columns + "\n");
        foreach ((StepSensitivity s, string value) in Sorted(parameters, found))
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{s.Parameter},{value},{s.RelativeCharge:R},{s.Charge * Percent:R},{s.Energy * Percent:R},{s.EndTime * Percent:R},{s.Voltage * Percent:R}\n"));
        }
    }

    // By what the step leaves free: the charge, or the voltage where a current for a time says the charge.
    private static IEnumerable<(StepSensitivity Sensitivity, string Value)> Sorted(IReadOnlyList<CellParameter> parameters, SensitivityStep found)
    {
        bool byCharge = found.Result.End == StepEnd.Voltage || found.Result.Step.Control is Control.Voltage;
        return parameters.Select((p, i) => (Sensitivity: found.Parameters[i], p.Value))
            .OrderByDescending(row => Math.Abs(byCharge ? row.Sensitivity.Charge : row.Sensitivity.Voltage));
    }

    private static string Number(double value) => QuantityKinds.Ratio.Format(value, 4);
}
