using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Cycling;

/// <summary>Degradation modes as numbers, tables and pictures.</summary>
public static class ModeReport
{
    private const double MilliampereHour = 3.6;

    /// <summary>The results of samples; the first curve of the first one is the fresh cell.</summary>
    /// <param name="samples">The samples, each with its fits.</param>
    public static IReadOnlyList<LaboratoryResult> Of(IReadOnlyList<ModeSeries> samples)
    {
        ModeFit fresh = Require.NotEmpty(samples)[0].Fits[0].Fit;
        return [.. samples.Select(s => Of(s, fresh))];
    }

    private static LaboratoryResult Of(ModeSeries series, ModeFit fresh)
    {
        ModeFit last = series.Fits[^1].Fit;
        DegradationModes lost = DegradationModes.Between(fresh, last);
        var numbers = new List<NamedEstimate>
        {
            new("positive capacity", last.PositiveCapacity, QuantityKinds.Charge, "mAh"),
            new("negative capacity", last.NegativeCapacity, QuantityKinds.Charge, "mAh"),
            new("cyclable lithium", last.Inventory, QuantityKinds.Charge, "mAh"),
        };
        if (!ReferenceEquals(fresh, last))
        {
            numbers.Add(new("LLI", lost.LithiumInventory, QuantityKinds.Fraction, "%"));
            numbers.Add(new("LAM positive", lost.PositiveMaterial, QuantityKinds.Fraction, "%"));
            numbers.Add(new("LAM negative", lost.NegativeMaterial, QuantityKinds.Fraction, "%"));
        }
        if (last.Resistance is { } resistance) numbers.Add(new("resistance", resistance, QuantityKinds.Resistance, "Ω"));
        numbers.Add(new("scatter", Estimate.Exact(last.Scatter), QuantityKinds.Voltage, "mV"));
        var warnings = new List<string>(series.Warnings);
        if (last.Scatter > 0.01) warnings.Add($"the fit misses the curve by {1e3 * last.Scatter:g3} mV: the half-cell curves are not those of this cell, or its polarisation is large; the intervals are too narrow.");
        if (!last.IsDetermined || !fresh.IsDetermined)
            warnings.Add("the curves do not fix the capacities: half-cell curves as straight as these can be stretched and shifted against each other without the voltage of the cell changing. The values are one choice of many and have no interval.");
        if (last.ReachesEnd)
            warnings.Add("the fit uses a half-cell curve up to its end: what the cell uses beyond it is not known, and the intervals do not hold it.");
        return new LaboratoryResult("modes", series.Sample, numbers,
            [
                new("Degradation modes", [Rows(series, fresh), .. Losses(series, fresh), Curve(last)]),
                new("How it was found", [new BulletList([
                    "V = U_p(y) − U_n(x) − I R with y and x linear in the charge: stretch and shift of the half-cell curves (Dahn et al. 2012, Birkl et al. 2017), least squares on the voltage averaged over 500 even steps of charge, from the best of 256 starts, or from the fit of the cycle before where that comes out as close.",
                    "LAM is the share of an electrode's capacity lost, LLI that of the cyclable lithium y C_p + x C_n, against the first curve of the first sample.",
                    "Errors come from the scatter with all parameters correlated. They do not hold polarisation, which a fitted resistance takes up only as far as it is constant, nor half-cell curves of another material.",
                ])]),
            ], warnings);
    }

    private static Table Rows(ModeSeries series, ModeFit fresh) => new("Electrodes",
        [new("cycle"), new("C_p", "mAh"), new("C_n", "mAh"), new("lithium", "mAh"), new("LLI", "%"), new("LAM positive", "%"), new("LAM negative", "%"), new("y charged"), new("y discharged"), new("x charged"), new("x discharged"), new("scatter", "mV")],
        [.. series.Fits.Select(f =>
        {
            DegradationModes lost = DegradationModes.Between(fresh, f.Fit);
            return (IReadOnlyList<string>)
            [
                $"{f.Cycle}", CycleReport.Both(f.Fit.PositiveCapacity.Times(1 / MilliampereHour)), CycleReport.Both(f.Fit.NegativeCapacity.Times(1 / MilliampereHour)), CycleReport.Both(f.Fit.Inventory.Times(1 / MilliampereHour)),
                CycleReport.Both(lost.LithiumInventory.Times(100)), CycleReport.Both(lost.PositiveMaterial.Times(100)), CycleReport.Both(lost.NegativeMaterial.Times(100)),
                .. f.Fit.Parameters.Take(4).Select(p => CycleReport.Text(p, 4)), CycleReport.Text(1e3 * f.Fit.Scatter, 3),
            ];
        })]);

    private static IEnumerable<Plot> Losses(ModeSeries series, ModeFit fresh)
    {
        if (series.Fits.Count < 2) yield break;
        double[] cycle = [.. series.Fits.Select(f => (double)f.Cycle)];
        DegradationModes[] lost = [.. series.Fits.Select(f => DegradationModes.Between(fresh, f.Fit))];
        yield return new Plot("modes", "Degradation modes", new Axis("Cycle"), new Axis("Lost / %"),
        [
            new Series("LLI", cycle, [.. lost.Select(l => 100 * l.LithiumInventory.Value)], SeriesStyle.LineAndPoints),
            new Series("LAM positive", cycle, [.. lost.Select(l => 100 * l.PositiveMaterial.Value)], SeriesStyle.LineAndPoints),
            new Series("LAM negative", cycle, [.. lost.Select(l => 100 * l.NegativeMaterial.Value)], SeriesStyle.LineAndPoints),
        ]);
    }

    private static Plot Curve(ModeFit fit) => new("mode-fit", "Last curve and its fit", new Axis("Charge from the charged end / mAh"), new Axis("Voltage / V"),
    [
        new Series("measured", [.. fit.Given.Select(q => q / MilliampereHour)], fit.Measured, SeriesStyle.Points, 0),
        new Series("fit", [.. fit.Given.Select(q => q / MilliampereHour)], fit.Fitted, SeriesStyle.Line, 1),
    ]);
}
