using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>SAICAS tests as results.</summary>
public static class SaicasReport
{
    /// <summary>The result of one test.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="found">What its trace says.</param>
    public static LaboratoryResult Of(string sample, SaicasAnalysis found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var numbers = new List<NamedEstimate> { new("cutting strength", found.Cutting, QuantityKinds.PeelForce, "N/m") };
        string words = FormattableString.Invariant($"Cutting strength over depths of {found.CutRange.Low * 1e6:g4} to {found.CutRange.High * 1e6:g4} µm.");
        if (found is { Peeling: { } peeling, PeelRange: { } range })
        {
            numbers.Add(new("peeling strength", peeling, QuantityKinds.PeelForce, "N/m"));
            numbers.Add(new("spread of the peeling force", new Estimate(found.PeelSpread, double.NaN), QuantityKinds.Fraction));
            numbers.Add(new("depth of peeling", new Estimate(found.PeelDepth, double.NaN), QuantityKinds.Length));
            words += found.Trace.HasWay ? FormattableString.Invariant($" Peeling strength over {range.Low * 1e3:g4} to {range.High * 1e3:g4} mm of the way, {found.PeelDepth * 1e6:g4} µm deep.")
                : FormattableString.Invariant($" Peeling strength over the points {range.Low:g5} to {range.High:g5}, {found.PeelDepth * 1e6:g4} µm deep.");
        }
        return new LaboratoryResult("saicas", sample, numbers, [new ReportSection("SAICAS", [new Paragraph(words), Cut(sample, found), Way(sample, found), Profile(found)])], found.Warnings);
    }

    private static Table Profile(SaicasAnalysis found) => new("Cutting strength against depth",
        [new TableColumn("from", "µm"), new TableColumn("to", "µm"), new TableColumn("strength", "kN/m"), new TableColumn("± 95 %", "kN/m")],
        [.. found.Profile.Select(p => (IReadOnlyList<string>)[
            FormattableString.Invariant($"{p.From * 1e6:g4}"), FormattableString.Invariant($"{p.To * 1e6:g4}"), FormattableString.Invariant($"{p.Strength.Value / 1e3:g4}"),
            double.IsFinite(p.Strength.HalfWidth()) ? FormattableString.Invariant($"{p.Strength.HalfWidth() / 1e3:g2}") : "–"])]);

    private static Plot Cut(string sample, SaicasAnalysis found)
    {
        int[] down = [.. Enumerable.Range(0, found.Trace.Depth.Count).Where(i => found.PeelRange is not { } peel || found.Trace.Way[i] < peel.Low)];
        return new Plot($"{sample} cutting", "Cutting strength against depth", new Axis("Depth / µm", Min: 0), new Axis("Horizontal force over width / N/m", Min: 0),
        [
            new("measured", [.. down.Select(i => found.Trace.Depth[i] * 1e6)], [.. down.Select(i => found.Trace.Force[i])], SeriesStyle.Line, 0),
            new("mean of parts", [.. found.Profile.Select(p => (p.From + p.To) / 2 * 1e6)], [.. found.Profile.Select(p => p.Strength.Value)], SeriesStyle.LineAndPoints, 1),
        ]);
    }

    private static Plot Way(string sample, SaicasAnalysis found)
    {
        double scale = found.Trace.HasWay ? 1e3 : 1;
        var series = new List<Series> { new("measured", [.. found.Trace.Way.Select(w => w * scale)], [.. found.Trace.Force], SeriesStyle.Line, 0) };
        int[] cut = [.. Enumerable.Range(0, found.Trace.Way.Count).Where(i => found.CutRange.Holds(found.Trace.Depth[i]) && !(found.PeelRange is { } peel && found.Trace.Way[i] >= peel.Low))];
        if (cut.Length > 0) series.Add(new("cutting", [found.Trace.Way[cut[0]] * scale, found.Trace.Way[cut[^1]] * scale], [found.Cutting.Value, found.Cutting.Value], SeriesStyle.Line, 1));
        if (found is { Peeling: { } peeling, PeelRange: { } range })
            series.Add(new("peeling", [range.Low * scale, Math.Min(range.High, found.Trace.Way[^1]) * scale], [peeling.Value, peeling.Value], SeriesStyle.Line, 2));
        return new Plot($"{sample} way", "Force along the way", new Axis(found.Trace.HasWay ? "Horizontal distance / mm" : "Point"), new Axis("Horizontal force over width / N/m", Min: 0), series);
    }
}
