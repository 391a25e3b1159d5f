using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory;

/// <summary>
/// What an analysis made of a measurement beside what the same analysis made of its simulation: numbers with their differences, curves on the
/// same axes, residuals below them.
/// </summary>
public static class SideBySide
{
    private const string Measured = "measured", Simulated = "simulated";
    private const int Digits = 3;

    /// <summary>Both as one result: the measurement's, to which the simulation is added.</summary>
    /// <param name="measured">The measurement's.</param>
    /// <param name="simulated">The simulation's, by the same analysis.</param>
    /// <param name="notes">What to know of the simulation.</param>
    public static LaboratoryResult Of(LaboratoryResult measured, LaboratoryResult simulated, IReadOnlyList<string> notes)
    {
        ArgumentNullException.ThrowIfNull(measured);
        ArgumentNullException.ThrowIfNull(simulated);
        Dictionary<string, Plot> others = simulated.Sections.SelectMany(s => s.Blocks).OfType<Plot>().GroupBy(p => p.Name).ToDictionary(g => g.Key, g => g.First());
        var rows = new List<IReadOnlyList<string>>();
        ReportSection[] sections = [.. measured.Sections.Select(section => section with { Blocks = [.. section.Blocks.SelectMany(Both)] })];
        ReportSection[] tables = [.. simulated.Sections.Select(s => new ReportSection($"{s.Heading}, {Simulated}", [.. s.Blocks.OfType<Table>()])).Where(s => s.Blocks.Count > 0)];
        return measured with
        {
            Numbers = [.. measured.Numbers, .. simulated.Numbers.Select(n => n with { Name = $"{n.Name}, {Simulated}" })],
            Sections = [new ReportSection("Measured and simulated", [new BulletList(notes), Numbers(measured, simulated), Residuals(rows)]), .. sections, .. tables],
            Warnings = [.. measured.Warnings, .. simulated.Warnings.Except(measured.Warnings).Select(w => $"{Simulated}: {w}")],
        };

        IEnumerable<ReportBlock> Both(ReportBlock block)
        {
            if (block is not Plot plot || !others.TryGetValue(plot.Name, out Plot? other))
            {
                yield return block;
                yield break;
            }
            (Series Measured, Series Simulated, int Color)[] pairs = [.. Pairs(plot, other)];
            yield return Overlay(plot, pairs);
            (CurveResidual Curve, int Color)[] residuals = plot.IsTrajectory ? [] : [.. pairs.Select(p => (Curve: CurveResidual.Of(p.Measured, p.Simulated, plot.Y)!, p.Color)).Where(r => r.Curve is not null)];
            if (residuals.Length == 0) yield break;
            rows.AddRange(residuals.Select(r => Row(plot, r.Curve)));
            yield return new Plot($"{plot.Name}-residuals", $"{plot.Title}: measured less simulated", plot.X, new Axis(ResidualLabel(residuals[0].Curve.Unit)),
                [.. residuals.Select(r => new Series(r.Curve.Label, r.Curve.X, r.Curve.Values, SeriesStyle.Points, r.Color))]);
        }
    }

    // Curves of one name belong together, and share a colour that no other curve of the plot has. Beside points called measured other curves are
    // fits of them, and dashed ones are limits: neither is data to compare.
    private static IEnumerable<(Series Measured, Series Simulated, int Color)> Pairs(Plot plot, Plot other)
    {
        bool hasFits = plot.Series.Any(s => s.Label == Measured);
        foreach ((int index, Series series) in plot.Series.Index())
        {
            if (hasFits ? series.Label != Measured : series.Style == SeriesStyle.Dashed) continue;
            if (other.Series.FirstOrDefault(s => s.Label == series.Label) is { } match) yield return (series, match, index);
        }
    }

    private static Plot Overlay(Plot plot, (Series Measured, Series Simulated, int Color)[] pairs) => plot with
    {
        Series =
        [
            .. plot.Series.Select((s, k) => new Series(s.Label, s.X, s.Y, s.Style, k)),
            .. pairs.Select(p => new Series(p.Measured.Label == Measured ? Simulated : $"{p.Measured.Label}, {Simulated}", p.Simulated.X, p.Simulated.Y,
                p.Measured.Style == SeriesStyle.Line ? SeriesStyle.Dashed : SeriesStyle.Line, p.Color)),
        ],
    };

    private static string ResidualLabel(string unit) => unit.Length == 0 ? "Residual" : $"Residual / {unit}";

    private static IReadOnlyList<string> Row(Plot plot, CurveResidual residual) =>
    [
        plot.Title, residual.Label, residual.X.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), NumberText.Format(residual.Values.Average(), Digits),
        NumberText.Format(residual.RootMeanSquare, Digits), NumberText.Format(residual.Values.MaxBy(Math.Abs), Digits), residual.Unit,
    ];

    private static Table Residuals(List<IReadOnlyList<string>> rows) => new("Residuals",
        [TableColumn.Words("picture"), TableColumn.Words("curve"), new("points"), new("mean"), new("root mean square"), new("largest"), TableColumn.Words("unit")], rows,
        "Measured less simulated at the measured abscissae; % of the simulation where the axis is logarithmic.");

    private static Table Numbers(LaboratoryResult measured, LaboratoryResult simulated) => new("Numbers",
        [TableColumn.Words("number"), new("measured"), new(Simulated), new("difference"), new("of simulated", "%")],
        [
            .. from m in measured.Numbers
               from s in simulated.Numbers
               where m.Name == s.Name
               let difference = m.Estimate.Value - s.Estimate.Value
               select (IReadOnlyList<string>)[m.Name, LaboratoryFiles.Text(m), LaboratoryFiles.Text(s), Text(LaboratoryFiles.Text(m with { Estimate = Estimate.Exact(difference) }), difference), Share(difference / s.Estimate.Value)],
        ]);

    private static string Text(string text, double value) => double.IsFinite(value) ? text : "–";

    private static string Share(double ratio) => double.IsFinite(ratio) ? NumberText.Format(100 * ratio, Digits) : "–";
}
