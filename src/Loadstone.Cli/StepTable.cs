using System.Globalization;
using Loadstone.Electrochemistry;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Cli;

/// <summary>The steps of a simulated protocol as a table.</summary>
internal static class StepTable
{
    /// <summary>One row per step.</summary>
    public static Table Of(SimulationResult result) => new(
        "",
        [
            new("step"), TableColumn.Words("words"), new("duration"), new("end voltage", "V"), new("end current", "mA"),
            new("charge", "mAh"), new("energy", "mWh"), TableColumn.Words("how it ended"),
        ],
        [.. result.Steps.Select(Row)],
        "Current, charge and energy are positive on discharge.");

    private static string[] Row(StepResult step, int index)
    {
        TimeSeries series = step.Series;
        bool any = series.Time.Count > 0 && step.End != StepEnd.MetAtStart;
        return
        [
            (index + 1).ToString(CultureInfo.InvariantCulture),
            step.Step.Text,
            Duration(step.EndTime - step.StartTime),
            any ? series.Voltage[^1].ToString("F4", CultureInfo.InvariantCulture) : "",
            any ? Number(series.Current[^1] * 1000) : "",
            Number(step.Charge / 3.6),
            Number(step.Energy / 3.6),
            HowItEnded(step),
        ];
    }

    private static string HowItEnded(StepResult step)
    {
        string text = step.End == StepEnd.MetAtStart ? $"passed over: {step.EndText}" : step.EndedAsAsked ? step.EndText : $"ended early: {step.EndText}";
        return step.LoopEnd is null || step.LoopEnd == step.EndText ? text : $"{text}; {step.LoopEnd}";
    }

    private static string Number(double value) => QuantityKinds.Ratio.Format(value, 5);

    private static string Duration(double seconds) => seconds switch
    {
        >= 3600 => FormattableString.Invariant($"{seconds / 3600:F3} h"),
        >= 60 => FormattableString.Invariant($"{seconds / 60:F2} min"),
        _ => FormattableString.Invariant($"{seconds:F2} s"),
    };
}
