using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.DepthProfiles;

/// <summary>Ratios of components against etch time as results.</summary>
public static class EtchReport
{
    private const int Digits = 4;

    /// <summary>The result of one file.</summary>
    /// <param name="sample">Name of the sample.</param>
    /// <param name="profiles">Ratios, one or more, at the same times.</param>
    /// <param name="rate">Sputter rate of that instrument [m/s], or null where it is not known: then there are times and no depths.</param>
    public static LaboratoryResult Of(string sample, IReadOnlyList<EtchProfile> profiles, Estimate? rate)
    {
        var numbers = new List<NamedEstimate>();
        foreach (EtchProfile p in Require.NotEmpty(profiles))
        {
            numbers.Add(Number($"{p.Name} at the first time", p.Ratios[0]));
            if (p.Times.Count > 1) numbers.Add(Number($"{p.Name} over all times", p.Mean));
            if (p.Times.Count > 1) numbers.Add(Number($"{p.Name}, coefficient of variation", Estimate.Exact(p.Variation)));
            if (p.Trend is { } trend) numbers.Add(new($"{p.Name}, relative change in etch time", trend, QuantityKinds.ShearRate, "1/min"));
        }
        if (rate is { } r) numbers.Add(new("depth at the last time", r.Times(profiles.Max(p => p.Times[^1])), QuantityKinds.Length, "nm"));
        string[] warnings = [.. profiles.SelectMany(p => p.Warnings).Distinct(), .. rate is null ? (string[])["no sputter rate of this instrument is given (--sputter-rate); there are etch times and no depths."] : []];
        return new LaboratoryResult("profile", sample, numbers, [new ReportSection("Ratios against etching", [Times(profiles, rate), Picture(sample, profiles, rate)])], warnings);
    }

    private static Table Times(IReadOnlyList<EtchProfile> profiles, Estimate? rate) => new("Ratios",
        [TableColumn.Words("ratio"), new("etch time", "s"), .. rate is null ? (TableColumn[])[] : [new("depth", "nm")], new("value"), new("± 95 %"), new("as 1 :")],
        [
            .. from p in profiles
               from i in Enumerable.Range(0, p.Times.Count)
               select (IReadOnlyList<string>)[
                   p.Name, NumberText.Format(p.Times[i], Digits), .. rate is { } r ? (string[])[NumberText.Format(p.Times[i] * r.Value * 1e9, Digits)] : [], NumberText.Format(p.Ratios[i].Value, Digits),
                   double.IsFinite(p.Ratios[i].HalfWidth()) ? NumberText.Format(p.Ratios[i].HalfWidth(), 2) : "–", p.Ratios[i].Value > 0 ? NumberText.Format(1 / p.Ratios[i].Value, Digits) : "–"],
        ]);

    private static Plot Picture(string sample, IReadOnlyList<EtchProfile> profiles, Estimate? rate)
    {
        double scale = rate is { } r ? r.Value * 1e9 : 1;
        return new Plot($"{sample} ratios", "Ratios of components", new Axis(rate is null ? "Etch time / s" : "Depth / nm"), new Axis("Ratio"),
            [.. profiles.SelectMany((p, k) => Curves(p, k, scale))]);
    }

    private static IEnumerable<Series> Curves(EtchProfile p, int color, double scale)
    {
        double[] x = [.. p.Times.Select(t => t * scale)];
        yield return new Series(p.Name, x, [.. p.Ratios.Select(q => q.Value)], SeriesStyle.LineAndPoints, color);
        if (!p.Ratios.All(q => double.IsFinite(q.HalfWidth()))) yield break;
        yield return new Series($"{p.Name}, 95 % low", x, [.. p.Ratios.Select(q => q.Interval().Low)], SeriesStyle.Dashed, color);
        yield return new Series($"{p.Name}, 95 % high", x, [.. p.Ratios.Select(q => q.Interval().High)], SeriesStyle.Dashed, color);
    }

    private static NamedEstimate Number(string name, Estimate estimate) => new(name, estimate, QuantityKinds.Ratio);
}
