using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>Healing of cut specimens as results: one for each time of healing.</summary>
public static class HealingReport
{
    /// <summary>The results.</summary>
    /// <param name="originals">Tests of specimens that were never cut.</param>
    /// <param name="found">Comparisons with healed ones, one a time.</param>
    public static IReadOnlyList<LaboratoryResult> Of(IReadOnlyList<TensileAnalysis> originals, IReadOnlyList<HealingAnalysis> found)
    {
        ArgumentNullException.ThrowIfNull(originals);
        HealingAnalysis[] ordered = [.. found.OrderBy(f => f.Group.Time)];
        List<LaboratoryResult> results = [.. ordered.Select(f => Result(originals, f))];
        if (ordered.Count(f => double.IsFinite(f.Group.Time)) > 1) results.Add(new LaboratoryResult("healing", "over time", [], [new ReportSection("Healing over time", [Course(ordered)])], []));
        return results;
    }

    private static LaboratoryResult Result(IReadOnlyList<TensileAnalysis> originals, HealingAnalysis found)
    {
        var warnings = new List<string>();
        if (originals.Count == 1 || found.Group.Specimens.Count == 1)
            warnings.Add("one specimen alone on a side: the intervals know the errors of its test and not the spread between specimens, and are too narrow.");
        foreach (TensileAnalysis test in (TensileAnalysis[])[.. originals, .. found.Group.Specimens])
        {
            warnings.AddRange(test.Warnings.Select(w => $"{Path.GetFileName(test.Curve.Source)}: {w}"));
        }
        string name = Name(found.Group);
        NamedEstimate[] numbers =
        [
            new("healing efficiency by toughness", found.Toughness, QuantityKinds.Fraction), new("healing efficiency by strength", found.Strength, QuantityKinds.Fraction),
            new("healing efficiency by elongation", found.Elongation, QuantityKinds.Fraction),
        ];
        return new LaboratoryResult("healing", name, numbers, [new ReportSection("Original and healed", [Curves(originals, found.Group, name), Means(originals, found.Group)])], warnings);
    }

    private static Table Means(IReadOnlyList<TensileAnalysis> originals, HealedGroup healed)
    {
        (string Name, Func<TensileAnalysis, Estimate> Number)[] quantities = [("toughness", t => t.Toughness), ("strength", t => t.Strength), ("elongation at break", t => t.BreakStrain), ("modulus", t => t.Modulus)];
        return new Table("Means", [TableColumn.Words("quantity"), new TableColumn($"original, n = {originals.Count}"), new TableColumn($"healed, n = {healed.Specimens.Count}")],
            [.. quantities.Select(q => (IReadOnlyList<string>)[q.Name, Text(originals, q), Text(healed.Specimens, q)])]);

        static string Text(IReadOnlyList<TensileAnalysis> tests, (string Name, Func<TensileAnalysis, Estimate> Number) quantity) =>
            LaboratoryFiles.Text(TensileReport.Numbers(tests[0]).First(n => n.Name == quantity.Name) with { Estimate = HealingAnalysis.Mean(tests, quantity.Number) });
    }

    private static Plot Curves(IReadOnlyList<TensileAnalysis> originals, HealedGroup healed, string name) => new($"healing {name}", "Stress against strain", new Axis("Strain / %"), new Axis("Stress / MPa"),
        [.. originals.Select((t, i) => Curve(t, $"original {i + 1}", 0, SeriesStyle.Line)), .. healed.Specimens.Select((t, i) => Curve(t, $"healed {i + 1}", 1, SeriesStyle.Dashed))]);

    private static Series Curve(TensileAnalysis test, string label, int color, SeriesStyle style) => new(label,
        [.. test.Curve.Strain.Take(test.BreakIndex + 1).Select(e => (e - test.Zero.Value) * 100)], [.. test.Curve.Stress.Take(test.BreakIndex + 1).Select(s => s / 1e6)], style, color);

    private static Plot Course(HealingAnalysis[] found)
    {
        HealingAnalysis[] timed = [.. found.Where(f => double.IsFinite(f.Group.Time))];
        double[] time = [.. timed.Select(f => f.Group.Time)];
        return new Plot("healing over time", "Healing efficiency", new Axis("Time of healing / s"), new Axis("Efficiency / %", Min: 0),
        [
            new("toughness", time, [.. timed.Select(f => f.Toughness.Value * 100)], SeriesStyle.LineAndPoints), new("strength", time, [.. timed.Select(f => f.Strength.Value * 100)], SeriesStyle.LineAndPoints),
            new("elongation", time, [.. timed.Select(f => f.Elongation.Value * 100)], SeriesStyle.LineAndPoints),
        ]);
    }

    private static string Name(HealedGroup group) => double.IsNaN(group.Time) ? "healed" : $"healed for {QuantityKinds.Time.Format(group.Time)}";
}
