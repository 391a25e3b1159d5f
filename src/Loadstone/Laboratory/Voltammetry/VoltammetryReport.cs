using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Voltammetry;

/// <summary>Linear sweeps, floating tests and scan-rate studies as results.</summary>
public static class VoltammetryReport
{
    private const string MicroAmpere = "µA/cm²";

    /// <summary>A linear sweep.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="found">What it says.</param>
    /// <param name="threshold">Threshold of the onset [A/m²].</param>
    public static LaboratoryResult OfSweep(string sample, Sweep sweep, OnsetResult found, double threshold)
    {
        var numbers = new List<NamedEstimate>();
        var warnings = new List<string>();
        if (found.Onset is { } onset) numbers.Add(new("onset (threshold)", onset, QuantityKinds.Voltage));
        else warnings.Add($"the current density does not pass {Density(threshold)} for good within the sweep; there is no onset by the threshold.");
        if (found.TangentOnset is { } tangent) numbers.Add(new("onset (tangent)", tangent, QuantityKinds.Voltage));
        foreach ((double potential, Estimate? density) in found.AtPotentials)
        {
            string name = FormattableString.Invariant($"current density at {potential:g4} V");
            if (density is { } one) numbers.Add(new(name, one, QuantityKinds.CurrentDensity, MicroAmpere));
            else warnings.Add($"{name}: the sweep does not reach it.");
        }
        double[] shown = [.. found.Density.Select(Shown)];
        var series = new List<Series> { new("measured", sweep.Potential, shown, SeriesStyle.Line, 0), new("threshold", [sweep.Potential.Min(), sweep.Potential.Max()], [Shown(threshold), Shown(threshold)], SeriesStyle.Dashed, 1) };
        var plot = new Plot($"{sample} sweep", "Linear sweep", new Axis("Potential / V"), new Axis($"Current density / {MicroAmpere}"), series);
        string rule = $"Onset by threshold: the potential above which the current density, smoothed by straight lines over ± 20 mV, stays above {Density(threshold)}. Onset by tangent: where the tangent of the steepest part meets a straight line over the lowest third.";
        return new LaboratoryResult("lsv", sample, numbers, [new ReportSection("Linear sweep", [new Paragraph(rule), plot])], warnings);
    }

    /// <summary>A floating test.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="holds">Its holds.</param>
    /// <param name="area">Area of the electrode [m²].</param>
    public static LaboratoryResult OfFloating(string sample, IReadOnlyList<FloatingHold> holds, double area)
    {
        List<NamedEstimate> numbers = [.. holds.Select(h => new NamedEstimate(FormattableString.Invariant($"leakage at {h.Potential:f2} V"), h.Leakage.Times(1 / area), QuantityKinds.CurrentDensity, MicroAmpere))];
        var table = new Table("Holds",
            [new TableColumn("potential", "V"), new TableColumn("held", "h"), new TableColumn("leakage", MicroAmpere), new TableColumn("± 95 %", MicroAmpere), new TableColumn("drift", $"{MicroAmpere}/h")],
            [.. holds.Select(h => (IReadOnlyList<string>)[
                FormattableString.Invariant($"{h.Potential:f3}"), FormattableString.Invariant($"{h.Duration / 3600:g4}"), FormattableString.Invariant($"{Shown(h.Leakage.Value / area):g4}"),
                FormattableString.Invariant($"{Shown(h.Leakage.HalfWidth() / area):g2}"), FormattableString.Invariant($"{Shown(h.Drift.Value / area) * 3600:g3}")])],
            FormattableString.Invariant($"Leakage is the mean current over the last {FloatingTest.EndShare * 100:g3} % of each hold."));
        var plot = new Plot($"{sample} leakage", "Leakage over potential", new Axis("Potential / V"), new Axis($"Leakage / {MicroAmpere}"),
            [new Series("leakage", [.. holds.Select(h => h.Potential)], [.. holds.Select(h => Shown(h.Leakage.Value / area))], SeriesStyle.LineAndPoints)]);
        string[] warnings = [.. holds.Where(h => h.StillFalls).Select(h => FormattableString.Invariant($"the current at {h.Potential:f2} V still changes at the end of its hold; the leakage is not yet steady."))];
        return new LaboratoryResult("lsv", sample, numbers, [new ReportSection("Floating test", [table, plot])], warnings);
    }

    /// <summary>A scan-rate study.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="sweeps">The sweeps.</param>
    /// <param name="found">What oxidation and reduction say; null where there are too few peaks.</param>
    /// <param name="diffusivity">Makes a diffusivity of a study, or null where area or concentration is not known.</param>
    public static LaboratoryResult OfScanRates(string sample, IReadOnlyList<Sweep> sweeps, IReadOnlyList<(string Name, ScanRateResult Result)> found, Func<ScanRateResult, Estimate>? diffusivity)
    {
        var numbers = new List<NamedEstimate>();
        foreach ((string name, ScanRateResult result) in found)
        {
            numbers.Add(new($"b-value, {name}", result.Exponent, QuantityKinds.Ratio));
            if (diffusivity is not null) numbers.Add(new($"diffusivity, {name}", diffusivity(result), QuantityKinds.Diffusivity, "cm²/s"));
        }
        var voltammograms = new Plot($"{sample} voltammograms", "Voltammograms", new Axis("Potential / V"), new Axis("Current / mA"),
            [.. sweeps.Select(s => new Series(FormattableString.Invariant($"{s.Number}: {s.Rate * 1e3:g3} mV/s"), s.Potential, [.. s.Current.Select(i => i * 1e3)]))]);
        List<ReportBlock> blocks = [Peaks(found), voltammograms, Roots(sample, found), Logarithms(sample, found)];
        return new LaboratoryResult("cv", sample, numbers, [new ReportSection("Scan rates", blocks)], []);
    }

    private static Table Peaks(IReadOnlyList<(string Name, ScanRateResult Result)> found) => new("Peaks",
        [TableColumn.Words("reaction"), new TableColumn("scan rate", "mV/s"), new TableColumn("potential", "V"), new TableColumn("current", "mA")],
        [.. found.SelectMany(f => f.Result.Peaks.Select(p => (IReadOnlyList<string>)[
            f.Name, FormattableString.Invariant($"{p.Rate * 1e3:g4}"), FormattableString.Invariant($"{p.Potential.Value:f4}"), FormattableString.Invariant($"{p.Current.Value * 1e3:g5}")]))]);

    private static Plot Roots(string sample, IReadOnlyList<(string Name, ScanRateResult Result)> found) => new(
        $"{sample} square root", "Peak current over the square root of the scan rate", new Axis("√v / (mV/s)^½"), new Axis("|i_p| / mA"),
        [.. found.SelectMany((f, k) => Fitted(f, k, p => Math.Sqrt(p.Rate * 1e3), x => f.Result.SquareRoot.At(x / Math.Sqrt(1e3)).Value * 1e3))]);

    private static Plot Logarithms(string sample, IReadOnlyList<(string Name, ScanRateResult Result)> found) => new(
        $"{sample} b-value", "Peak current over scan rate", new Axis("Scan rate / mV/s", Logarithmic: true), new Axis("|i_p| / mA", Logarithmic: true),
        [.. found.SelectMany((f, k) => Fitted(f, k, p => p.Rate * 1e3, x => Math.Exp(f.Result.Logarithms.At(Math.Log(x / 1e3)).Value) * 1e3))]);

    private static IEnumerable<Series> Fitted((string Name, ScanRateResult Result) study, int color, Func<VoltammetricPeak, double> abscissa, Func<double, double> line)
    {
        double[] x = [.. study.Result.Peaks.Select(abscissa)];
        yield return new Series(study.Name, x, [.. study.Result.Peaks.Select(p => Math.Abs(p.Current.Value) * 1e3)], SeriesStyle.Points, color);
        yield return new Series($"{study.Name}, fit", x, [.. x.Select(line)], SeriesStyle.Line, color);
    }

    private static double Shown(double density) => QuantityKinds.CurrentDensity.ToUnit(density, MicroAmpere);

    private static string Density(double density) => QuantityKinds.CurrentDensity.Format(density, 4, MicroAmpere);
}
