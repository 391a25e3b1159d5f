using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>Peel tests as results.</summary>
public static class PeelReport
{
    /// <summary>The result of one strip.</summary>
    /// <param name="found">What its trace says.</param>
    /// <param name="angle">Angle of peel [rad] for the peel energy, or null.</param>
    public static LaboratoryResult Of(PeelAnalysis found, double? angle = null)
    {
        ArgumentNullException.ThrowIfNull(found);
        var numbers = new List<NamedEstimate>
        {
            new("peel strength", found.Strength, QuantityKinds.PeelForce, "N/m"),
            new("peel strength of a 20 mm strip", found.Strength, QuantityKinds.PeelForce, "gf/20 mm"),
            new("stick-slip spread", new Estimate(found.Deviation / found.Strength.Value, double.NaN), QuantityKinds.Fraction),
        };
        if (angle is { } theta) numbers.Add(new("peel energy", found.Energy(theta), QuantityKinds.ArealEnergy, "J/m²"));
        string words = FormattableString.Invariant($"Mean from {PeelTrace.Place(found.From, found.Trace.IsTime)} to {PeelTrace.Place(found.To, found.Trace.IsTime)} of a separated range that ends at {PeelTrace.Place(found.Trace.Travel.Max(), found.Trace.IsTime)}. ")
            + FormattableString.Invariant($"Nine tenths of the forces there lie between {found.Low:g4} and {found.High:g4} N/m; forces follow each other over {PeelTrace.Place(found.CorrelationLength, found.Trace.IsTime)}, which the error of the mean knows.");
        return new LaboratoryResult("peel", found.Trace.Sample, numbers, [new ReportSection("Peel test", [new Paragraph(words), Picture(found)])], found.Warnings);
    }

    /// <summary>Repeated pulls of one tape as a result.</summary>
    /// <param name="series">One or more series.</param>
    public static LaboratoryResult Of(IReadOnlyList<CohesionSeries> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var numbers = new List<NamedEstimate>();
        var rows = new List<IReadOnlyList<string>>();
        foreach (CohesionSeries one in series)
        {
            string of = series.Count == 1 ? "" : $", {one.Name}";
            numbers.Add(new($"mean cohesive strength{of}", one.Mean, QuantityKinds.PeelForce, "N/m"));
            numbers.Add(new($"variation between pulls{of}", new Estimate(one.Variation, double.NaN), QuantityKinds.Fraction));
            if (one.PerPull is { } slope) numbers.Add(new($"change per pull{of}", slope, QuantityKinds.PeelForce, "N/m"));
            rows.AddRange(one.Pulls.Select((p, k) => (IReadOnlyList<string>)[one.Name, $"{k + 1}", p.Sample, LaboratoryFiles.Text(new("", p.Strength, QuantityKinds.PeelForce, "N/m")), LaboratoryFiles.Text(new("", p.Strength, QuantityKinds.PeelForce, "gf/20 mm"))]));
        }
        var table = new Table("Strength of each pull", [TableColumn.Words("series"), new TableColumn("pull"), TableColumn.Words("trace"), new TableColumn("strength"), new TableColumn("of a 20 mm strip")], rows);
        var plot = new Plot("cohesion series", "Cohesive strength over pulls", new Axis("Pull of the tape", Min: 0), new Axis("Peel strength / N/m", Min: 0),
            [.. series.Select((s, k) => new Series(s.Name, [.. s.Pulls.Select((_, i) => i + 1.0)], [.. s.Pulls.Select(p => p.Strength.Value)], SeriesStyle.LineAndPoints, k))],
            "Each pull takes a layer off: early pulls tell the cohesion near the top, later ones that near the foil (Park et al. 2025, Fig. 3G).");
        return new LaboratoryResult("peel", "cohesion", numbers, [new ReportSection("Repeated tape", [plot, table])], []);
    }

    private static Plot Picture(PeelAnalysis found)
    {
        PeelTrace trace = found.Trace;
        double scale = trace.IsTime ? 1 : 1e3;
        double[] ends = [found.From * scale, found.To * scale];
        return new Plot($"{trace.Sample} peel", "Peel force", new Axis(trace.IsTime ? "Time / s" : "Travel / mm"), new Axis("Force over width / N/m", Min: 0),
        [
            new("measured", [.. trace.Travel.Select(x => x * scale)], [.. trace.Force], SeriesStyle.Line, 0),
            new("mean of the window", ends, [found.Strength.Value, found.Strength.Value], SeriesStyle.Line, 1),
            new("5 and 95 % of the window", [.. ends, double.NaN, .. ends], [found.Low, found.Low, double.NaN, found.High, found.High], SeriesStyle.Dashed, 2),
        ]);
    }
}
