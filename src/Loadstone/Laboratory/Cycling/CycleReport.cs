using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Cycling;

/// <summary>Cycles as numbers, tables and pictures.</summary>
public static class CycleReport
{
    private const double MilliampereHour = 3.6;
    private const int MostRows = 60;

    /// <summary>The result of one sample.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="table">Its cycles.</param>
    /// <param name="settings">What was asked.</param>
    public static LaboratoryResult Of(string sample, CycleTable table, CycleSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        settings ??= new CycleSettings();
        CycleRow[] discharged = [.. table.Cycles.Where(c => c.HasWholeDischarge)];
        // The discharge of a cell that came partly charged is no measure of its capacity, unless there is none after a whole charge.
        CycleRow? reference = discharged.FirstOrDefault(c => c.Number >= settings.Reference && c.IsComplete)
            ?? discharged.FirstOrDefault(c => c.Number >= settings.Reference) ?? discharged.FirstOrDefault();
        EfficiencyBand? band = CycleLife.BandOf(table.Cycles);
        var warnings = new List<string>(table.Warnings);
        var numbers = new List<NamedEstimate> { new("cycles", Estimate.Exact(table.Cycles.Count), QuantityKinds.Ratio) };
        if (reference is not null) AddNumbers(numbers, warnings, table, discharged, reference, band, settings);
        var sections = new List<ReportSection>
        {
            new("Cycles", [Rows(table, reference), .. CyclePlots.Capacity(table, band), CyclePlots.Voltage(table)]),
            new("How it was found", [new BulletList([.. Words(table, reference, band)])]),
        };
        return new LaboratoryResult("cycles", sample, numbers, sections, warnings);
    }

    private static void AddNumbers(List<NamedEstimate> numbers, List<string> warnings, CycleTable table, CycleRow[] discharged, CycleRow reference, EfficiencyBand? band, CycleSettings settings)
    {
        numbers.Add(new("first discharge capacity", Estimate.Exact(reference.DischargeCapacity), QuantityKinds.Charge, "mAh"));
        if (settings.Mass is { } mass)
            numbers.Add(new("first specific capacity", Estimate.Exact(reference.DischargeCapacity / mass), QuantityKinds.SpecificCapacity, "mAh/g"));
        double[] number = [.. discharged.Select(c => (double)c.Number)], retention = [.. discharged.Select(c => c.DischargeCapacity / reference.DischargeCapacity)];
        numbers.Add(new("retention at the end", Estimate.Exact(retention[^1]), QuantityKinds.Fraction, "%"));
        CycleRow[] whole = [.. table.Cycles.Where(c => c.IsComplete)];
        if (whole.Length > 0)
        {
            numbers.Add(new("first coulombic efficiency", Estimate.Exact(whole[0].CoulombicEfficiency), QuantityKinds.Fraction, "%"));
            if (whole.Length > 2) numbers.Add(new("mean coulombic efficiency", Estimate.MeanOf([.. whole.Skip(1).Select(c => c.CoulombicEfficiency)]), QuantityKinds.Fraction, "%"));
            if (whole.Length > 2) numbers.Add(new("mean energy efficiency", Estimate.MeanOf([.. whole.Skip(1).Select(c => c.EnergyEfficiency)]), QuantityKinds.Fraction, "%"));
        }
        int? spike = band is null ? null : CycleLife.BySpike(table.Cycles, band);
        if (spike is { } end) numbers.Add(new("life by efficiency", Estimate.Exact(end), QuantityKinds.Ratio));
        if (CycleLife.ByThreshold(number, retention, settings.Threshold) is { } life) numbers.Add(new("life by capacity", life, QuantityKinds.Ratio));
        if (Fade.Of(table.Cycles, reference.Number, spike ?? int.MaxValue) is { } fade)
        {
            numbers.Add(new("fade per cycle", fade.PerCycle, QuantityKinds.Fraction, "%"));
            numbers.Add(new("energy fade per cycle", fade.EnergyPerCycle, QuantityKinds.Fraction, "%"));
            // Per charge passed, in multiples of the first capacity: a number that cells of any size share.
            numbers.Add(new("fade per throughput of one capacity", fade.PerThroughput.Times(reference.DischargeCapacity), QuantityKinds.Fraction, "%"));
            numbers.Add(new("energy fade per throughput of one capacity", fade.EnergyPerThroughput.Times(reference.DischargeCapacity), QuantityKinds.Fraction, "%"));
        }
        if (band is not null && CycleLife.Outliers(table.Cycles, band) is { Count: > 0 } outliers)
            warnings.Add($"the coulombic efficiency of cycle {string.Join(", ", outliers.Take(8))} lies outside its band and comes back: not the end of life.");
    }

    private static Table Rows(CycleTable table, CycleRow? reference)
    {
        int stride = (table.Cycles.Count + MostRows - 1) / MostRows;
        CycleRow[] shown = [.. table.Cycles.Where((_, k) => k % stride == 0 || k == table.Cycles.Count - 1)];
        return new Table("Cycles",
            [
                new("cycle"), new("charge", "mAh"), new("discharge", "mAh"), new("retention", "%"), new("CE", "%"), new("EE", "%"),
                new("mean V charge", "V"), new("mean V discharge", "V"), new("end V charge", "V"), new("end V discharge", "V"), new("R charge", "Ω"), new("R discharge", "Ω"),
            ],
            [.. shown.Select(c => (IReadOnlyList<string>)
            [
                Text(c.Number, 6), Text(c.ChargeCapacity / MilliampereHour), Text(c.DischargeCapacity / MilliampereHour),
                Text(c.HasWholeDischarge ? 100 * c.DischargeCapacity / (reference?.DischargeCapacity ?? double.NaN) : null, 4),
                Text(c.IsComplete ? 100 * c.CoulombicEfficiency : null), Text(c.IsComplete ? 100 * c.EnergyEfficiency : null, 4),
                Text(c.Charge?.MeanVoltage), Text(c.Discharge?.MeanVoltage), Text(c.Charge?.EndVoltage), Text(c.Discharge?.EndVoltage), Text(c.ChargeResistance, 3), Text(c.DischargeResistance, 3),
            ])],
            stride > 1 ? $"Every {stride}th of {table.Cycles.Count} cycles." : null);
    }

    private static IEnumerable<string> Words(CycleTable table, CycleRow? reference, EfficiencyBand? band)
    {
        yield return table.Trace.Cycle is { } counted && counted.Distinct().Skip(1).Any()
            ? "The cycles are those that the instrument counts."
            : "The cycles are counted from the current alone.";
        if (reference is not null) yield return $"Retention is relative to the discharge of cycle {reference.Number}.";
        yield return "R is the change of voltage over the change of current from the last row before a half cycle to its first one.";
        yield return band is null
            ? $"No band of the coulombic efficiency: fewer than five complete cycles after the first {CycleLife.Formation}."
            : $"The band of the coulombic efficiency is {Text(100 * band.Median)} ± {Text(100 * band.Width, 3)} %: the median of cycles {band.FirstCycle} to {band.LastCycle} ± {CycleLife.Deviations} robust deviations (1.4826 times the median absolute deviation, at least {100 * CycleLife.LeastDeviation:g2} %). Life ends at the first cycle outside of which two of the next three are outside too.";
        yield return "Intervals of fades are those of straight lines by least squares; they take the scatter of cycles as independent.";
    }

    internal static string Both(Estimate estimate) => estimate.HalfWidth() is var half && half > 0 && double.IsFinite(half)
        ? $"{Text(estimate.Value)} ± {Text(half, 2)}"
        : Text(estimate.Value);

    internal static string Text(double? value, int digits = 5) => value is { } v && double.IsFinite(v) ? NumberText.Format(v, digits) : "–";
}

/// <summary>What is asked of cycles.</summary>
public sealed record CycleSettings
{
    /// <summary>First cycle to whose discharge the retention may be relative; the first complete one from it on is.</summary>
    public int Reference { get; init; } = 1;

    /// <summary>Retention at which life ends.</summary>
    public double Threshold { get; init => field = Require.Fraction(value); } = 0.8;

    /// <summary>Mass of active material [kg], or null.</summary>
    public double? Mass { get; init => field = value is { } m ? Require.Positive(m, "kg") : null; }
}
