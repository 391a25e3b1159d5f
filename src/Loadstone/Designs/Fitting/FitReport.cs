using Loadstone.Laboratory;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Designs.Fitting;

/// <summary>Fits and comparisons as results: measured and simulated on the same axes, residuals, correlations.</summary>
public static class FitReport
{
    private const double Hour = 3600;

    /// <summary>A measurement beside the design as it stands.</summary>
    /// <param name="sample">Name of the sample.</param>
    /// <param name="comparison">The comparison.</param>
    public static LaboratoryResult Of(string sample, ModelComparison comparison)
    {
        List<string> warnings = [.. comparison.Run.Notes];
        if (comparison.End is { } end) warnings.Add($"the simulation stopped early, {end}; the points after it are left out.");
        return new LaboratoryResult("compare", sample, [Deviation("root mean square deviation", comparison)],
            [new ReportSection("Measured and simulated", [Overlay(sample, [("simulated", comparison)]), Residuals(sample, [("measured less simulated", comparison)])])], warnings);
    }

    /// <summary>A fit.</summary>
    /// <param name="sample">Name of the sample.</param>
    /// <param name="outcome">The fit.</param>
    public static LaboratoryResult Of(string sample, FitOutcome outcome)
    {
        List<NamedEstimate> numbers = [.. outcome.Parameters.Select(p => new NamedEstimate(p.Parameter.Name + (p.Parameter.Cell is null ? "" : " (factor)"), p.Estimate, p.Parameter.Kind))];
        numbers.Add(Deviation("root mean square deviation", outcome.After));
        numbers.Add(Deviation("root mean square deviation before", outcome.Before));
        numbers.Add(new NamedEstimate("largest error of the mesh, taken out", Estimate.Exact(outcome.MeshError), QuantityKinds.Voltage, "mV"));
        var blocks = new List<ReportBlock> { Parameters(outcome) };
        if (outcome.Parameters.Count > 1) blocks.Add(Correlations(outcome));
        blocks.Add(Overlay(sample, [("before", outcome.Before), ("fitted", outcome.After)]));
        blocks.Add(Residuals(sample, [("before", outcome.Before), ("fitted", outcome.After)]));
        return new LaboratoryResult("fit", sample, numbers, [new ReportSection(outcome.Design, blocks)], outcome.Warnings);
    }

    private static NamedEstimate Deviation(string name, ModelComparison comparison) => new(name, Estimate.Exact(comparison.RootMeanSquare), QuantityKinds.Voltage, "mV");

    private static Table Parameters(FitOutcome outcome) => new(
        "Parameters",
        [TableColumn.Words("parameter"), new TableColumn("start"), new TableColumn("found"), new TableColumn("± 95 %"), new TableColumn("bounds"), new TableColumn("value")],
        [.. outcome.Parameters.Select(p => (IReadOnlyList<string>)[
            p.Parameter.Name, p.Parameter.Text(p.Parameter.Start, 5), p.Parameter.Text(p.Estimate.Value, 5), p.IsAtBound || !double.IsFinite(p.Estimate.HalfWidth()) ? "–" : p.Parameter.Text(p.Estimate.HalfWidth(), 2),
            $"{p.Parameter.Text(p.Parameter.Low, 4)} to {p.Parameter.Text(p.Parameter.High, 4)}", p.Text])],
        "Parameters of the cell are found as factors; the last column tells what the factor makes of them.");

    private static Table Correlations(FitOutcome outcome)
    {
        int n = outcome.Parameters.Count;
        return new Table("Correlations",
            [TableColumn.Words("parameter"), .. outcome.Parameters.Select(p => new TableColumn(p.Parameter.Name))],
            [.. Enumerable.Range(0, n).Select(i => (IReadOnlyList<string>)[outcome.Parameters[i].Parameter.Name, .. Enumerable.Range(0, n).Select(j => Correlation(outcome, i, j))])]);
    }

    private static string Correlation(FitOutcome outcome, int i, int j)
    {
        double value = outcome.Fit.Correlation(i, j);
        return double.IsFinite(value) ? FormattableString.Invariant($"{value:f3}") : "–";
    }

    private static Plot Overlay(string sample, IReadOnlyList<(string Label, ModelComparison Comparison)> curves)
    {
        MeasuredRun run = curves[0].Comparison.Run;
        double[] hours = [.. run.Time.Select(t => t / Hour)];
        var series = new List<Series> { new("measured", hours, run.Voltage, SeriesStyle.Points, 0) };
        for (int i = 0; i < curves.Count; i++)
            series.Add(new Series(curves[i].Label, hours, Finite(curves[i].Comparison.Voltage), i == curves.Count - 1 ? SeriesStyle.Line : SeriesStyle.Dashed, i + 1));
        return new Plot($"{sample} overlay", "Measured and simulated voltage", new Axis("Time / h"), new Axis("Voltage / V"), series);
    }

    private static Plot Residuals(string sample, IReadOnlyList<(string Label, ModelComparison Comparison)> curves)
    {
        MeasuredRun run = curves[0].Comparison.Run;
        double[] hours = [.. run.Time.Select(t => t / Hour)];
        return new Plot($"{sample} residuals", "Measured less simulated", new Axis("Time / h"), new Axis("Residual / mV"),
        [
            .. curves.Select((c, i) => new Series(c.Label, hours, Finite([.. c.Comparison.Voltage.Select((v, k) => (run.Voltage[k] - v) * 1e3)]), SeriesStyle.Points, i + 1)),
        ]);
    }

    private static double[] Finite(IReadOnlyList<double> values) => [.. values.Select(v => double.IsFinite(v) ? v : double.NaN)];
}
