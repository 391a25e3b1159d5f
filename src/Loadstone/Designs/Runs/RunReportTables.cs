using System.Globalization;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Designs.Runs;

/// <summary>What a run gave, as tables.</summary>
internal static class RunReportTables
{
    // Measured values are shown as they were printed, to a hundredth.
    private const string MeasuredFormat = "0.0#";

    private const double Percent = 100, CoulombsPerMilliampereHour = 3.6, JoulesPerMilliwattHour = 3.6, SecondsPerHour = 3600;

    private static readonly ResultColumn[] RateColumns =
    [
        new("variant", "variant"), new("rate", "rate", "C", "0.###"),
        new("specificCapacity", "capacity", "mAh/g", "F1"), new("measuredCapacity", "measured", "mAh/g", MeasuredFormat), new("misfit", "misfit", "%", "+0.0;-0.0;0.0"),
        new("retention", "retention", "%", "F1"), new("arealCapacity", "capacity", "mAh/cm²", "F3"), new("arealEnergy", "energy", "mWh/cm²", "F2"),
        new("charge", "charge", "mAh", "F3", ColumnPlace.Data), new("meanVoltage", "mean", "V", "F3"), new("end", "end"),
        new("endText", "how it ended", Place: ColumnPlace.Data),
    ];

    private static readonly ResultColumn[] StepColumns =
    [
        new("variant", "variant"), new("protocol", "protocol", Place: ColumnPlace.Data), new("step", "step", null, "F0"), new("words", "words"),
        new("duration", "duration", "h", "F4"), new("endVoltage", "end voltage", "V", "F4"), new("endCurrent", "end current", "mA", "F4"),
        new("charge", "charge", "mAh", "F4"), new("energy", "energy", "mWh", "F3"), new("end", "how it ended"),
        new("endText", "in full", Place: ColumnPlace.Data),
    ];

    /// <summary>One row per discharge of a rate test: the answer.</summary>
    public static ResultTable Rates(RunOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ResultCell[][] rows = [.. outcome.Variants.SelectMany(variant => variant.Rates.Select(rate => RateRow(variant, rate)))];
        return new ResultTable("rates", "Rate test", RateColumns, rows,
            "Capacities per gram are per gram of positive active material; retention is against the lowest rate, mean is the mean voltage, end what ended the discharge; misfit is predicted over measured, less 1.");
    }

    /// <summary>Capacity of every variant at every rate, measured values beside predicted ones; null without a rate test of coated electrodes.</summary>
    public static Table? Summary(RunOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        RateOutcome[] all = [.. outcome.Variants.SelectMany(variant => variant.Rates)];
        if (all.Length == 0 || all.All(rate => rate.SpecificCapacity is null)) return null;
        double[] rates = [.. all.Select(rate => rate.Rate).Distinct().Order()];
        var columns = new List<TableColumn> { TableColumn.Words("variant") };
        var cells = new List<Func<VariantOutcome, string>>();
        foreach (double rate in rates)
        {
            string title = FormattableString.Invariant($"{rate:0.####}C");
            columns.Add(new TableColumn(title, "mAh/g"));
            cells.Add(variant => Capacity(At(variant, rate)?.SpecificCapacity, "F1"));
            if (all.All(one => one.Rate != rate || one.Measured is null)) continue;
            columns.Add(new TableColumn(title + " measured", "mAh/g"));
            cells.Add(variant => Capacity(At(variant, rate)?.Measured, MeasuredFormat));
        }
        return new Table("", columns, [.. outcome.Variants.Select(variant => (string[])[variant.Name, .. cells.Select(cell => cell(variant))])]);
    }

    /// <summary>One row per step of every protocol.</summary>
    public static ResultTable Steps(RunOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ResultCell[][] rows = [.. outcome.Variants.SelectMany(variant => variant.Protocols.SelectMany(protocol => protocol.Result.Steps.Select((step, i) => StepRow(variant, protocol, step, i))))];
        return new ResultTable("steps", "Steps as they were run", StepColumns, rows, "Current, charge and energy are positive on discharge. A step whose condition holds already is passed over: a cell at rest at the upper cut-off needs no charge.");
    }

    /// <summary>One row per variant with a pouch.</summary>
    public static ResultTable Energy(RunOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ResultTable table = EnergyTables.Summary(new EnergyOutcome(outcome.Name, outcome.Description, [.. outcome.Variants.Select(v => v.Energy).OfType<EnergyVariant>()]));
        return table with { Title = "Energy of the pouch cell", Footnotes = ["loadstone energy tells it part by part."] };
    }

    /// <summary>Every value without a public source that was used, each once.</summary>
    public static ResultTable Assumed(IReadOnlyList<BuiltDesign> designs)
    {
        ResultColumn[] columns = [new("of", "of"), new("property", "property"), new("value", "value"), new("range", "range"), new("why", "why")];
        ResultCell[][] rows = [.. designs.SelectMany(design => design.Assumed).Distinct().Select(a => (ResultCell[])[a.Of, a.Property, a.Value, a.Range, a.Why])];
        return new ResultTable("assumed", "Assumed values: no public source stands behind them", columns, rows);
    }

    /// <summary>What the document left out and what was taken instead, with the variants that it holds for.</summary>
    public static ResultTable Defaults(IReadOnlyList<BuiltDesign> designs)
    {
        ResultColumn[] columns = [new("path", "field left out"), new("taken", "taken instead"), new("variants", "in")];
        ResultCell[][] rows =
        [
            .. designs.SelectMany(design => design.Defaults.Select(taken => (Variant: design.Design.Name, taken))).GroupBy(pair => pair.taken)
                .Select(group => (ResultCell[])[group.Key.Path, group.Key.Taken, Names(designs, [.. group.Select(pair => pair.Variant)])]),
        ];
        return new ResultTable("defaults", "Defaults taken", columns, rows);
    }

    private static RateOutcome? At(VariantOutcome variant, double rate) => variant.Rates.FirstOrDefault(one => one.Rate == rate);

    private static string Capacity(double? value, string format) =>
        value is { } si ? QuantityKinds.SpecificCapacity.ToUnit(si, "mAh/g").ToString(format, CultureInfo.InvariantCulture) : "";

    private static string Names(IReadOnlyList<BuiltDesign> designs, string[] variants) =>
        variants.Length == designs.Count ? "all variants" : string.Join("; ", variants);

    private static ResultCell[] RateRow(VariantOutcome variant, RateOutcome rate) =>
    [
        variant.Name, rate.Rate,
        InUnit(QuantityKinds.SpecificCapacity, rate.SpecificCapacity, "mAh/g"), InUnit(QuantityKinds.SpecificCapacity, rate.Measured, "mAh/g"),
        Finite(rate.Misfit) * Percent,
        rate.Retention * Percent, InUnit(QuantityKinds.ArealCapacity, rate.ArealCapacity, "mAh/cm²"), InUnit(QuantityKinds.ArealEnergy, rate.ArealEnergy, "mWh/cm²"),
        rate.Charge / CoulombsPerMilliampereHour, rate.MeanVoltage, rate.End, rate.EndText,
    ];

    private static ResultCell[] StepRow(VariantOutcome variant, ProtocolOutcome protocol, StepResult step, int index)
    {
        bool passed = step.End == StepEnd.MetAtStart;
        return
        [
            variant.Name, protocol.Protocol.Name, (double)(index + 1), step.Step.Text, (step.EndTime - step.StartTime) / SecondsPerHour,
            Last(passed, step.Series.Voltage), Last(passed, step.Series.Current) * 1000,
            step.Charge / CoulombsPerMilliampereHour, step.Energy / JoulesPerMilliwattHour,
            passed ? "passed over" : step.EndedAsAsked ? step.EndText : $"ended early: {step.EndText}", step.EndText,
        ];
    }

    // A step that was passed over, or could not begin, has no end to speak of.
    private static double? Last(bool passed, IReadOnlyList<double> series) => passed || series.Count == 0 ? null : series[^1];

    // Against a measured capacity of zero there is no relative misfit.
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private static double? InUnit(QuantityKind kind, double? value, string unit) => value is { } si ? kind.ToUnit(si, unit) : null;
}
