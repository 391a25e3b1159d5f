using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>The map of structure and life as a result.</summary>
public static class LifeMapReport
{
    private const double Mega = 1e6, Level = 0.05, Close = 0.9;
    private const int Lines = 5;

    /// <summary>The result of a table.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="found">What it says.</param>
    public static LaboratoryResult Of(string name, LifeMap found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var numbers = new List<NamedEstimate>();
        var warnings = new List<string>();
        if (found.PerToughness is { } tough) numbers.Add(new("cycles per MJ/m³ of toughness", tough.Times(Mega), QuantityKinds.Ratio));
        if (found.PerPeel is { } peel) numbers.Add(new("cycles per N/m of peel strength", peel, QuantityKinds.Ratio));
        if (double.IsFinite(found.Explained)) numbers.Add(new("scatter explained by both", new Estimate(found.Explained, double.NaN), QuantityKinds.Fraction));
        if (found.Plane is null) warnings.Add(found.Samples.Count < 4 ? "three samples fix a plane without any error: four or more are needed for one." : "toughness and peel strength rise together: their effects cannot be told apart, and no plane was fitted.");
        else if (Math.Abs(found.Together) > Close) warnings.Add(FormattableString.Invariant($"toughness and peel strength are correlated ({found.Together:f2}): their effects can hardly be told apart."));
        var blocks = new List<ReportBlock> { new Paragraph(Words(found)), Map(found) };
        if (found.Plane is not null) blocks.Add(Parity(found));
        blocks.Add(Samples(found));
        return new LaboratoryResult("life-map", name, numbers, [new ReportSection("Cycle life, toughness and peel strength", blocks)], warnings);
    }

    private static string Words(LifeMap found)
    {
        string pairs = found.Pairs == 0 ? "No sample is both tougher and stickier than another: nothing can be said without a law." : FormattableString.Invariant(
            $"Of {found.Pairs} pairs of samples of which one is both tougher and stickier, that one lives longer in {found.Agreeing}; by chance as many or more agree with a probability of {found.Chance:g2}.");
        if (found.Plane is null) return pairs;
        double chance = found.PlaneChance;
        return pairs + FormattableString.Invariant($" The plane through all samples explains {found.Explained * 100:g3} % of the scatter of the lives")
            + (double.IsNaN(chance) ? "." : FormattableString.Invariant($", which chance does with a probability of {chance:g2}{(chance < Level ? "" : ": the samples are too few or too scattered for a law")}."));
    }

    private static Plot Map(LifeMap found)
    {
        List<Series> series = [.. found.Samples.Select((s, i) => new Series(FormattableString.Invariant($"{s.Sample}: {s.Life:g4} cycles"), [s.Toughness / Mega], [s.Peel], SeriesStyle.Points, i))];
        if (found is { Plane.Coefficients: { } c })
        {
            (double low, double high) = (found.Samples.Min(s => s.Toughness), found.Samples.Max(s => s.Toughness));
            (double bottom, double top) = (found.Samples.Min(s => s.Peel), found.Samples.Max(s => s.Peel));
            (double least, double most) = (found.Samples.Min(s => s.Life), found.Samples.Max(s => s.Life));
            for (int k = 0; k < Lines; k++)
            {
                double life = least + (most - least) * (k + 0.5) / Lines;
                double[] x = [.. Enumerable.Range(0, 101).Select(i => low + (high - low) * i / 100)];
                double[] y = [.. x.Select(t => (life - c[0] - c[1] * t) / c[2]).Select(p => p >= bottom && p <= top ? p : double.NaN)];
                if (y.Any(double.IsFinite)) series.Add(new Series(FormattableString.Invariant($"plane: {life:g3} cycles"), [.. x.Select(t => t / Mega)], y, SeriesStyle.Dashed, found.Samples.Count));
            }
        }
        return new Plot("life map", "Structure and life", new Axis("Toughness / MJ/m³", Min: 0), new Axis("Peel strength / N/m", Min: 0), series, "Each point is a sample with its cycle life; dashed lines join equal lives of the plane.");
    }

    private static Plot Parity(LifeMap found)
    {
        double most = found.Samples.Max(s => s.Life);
        return new Plot("life parity", "Measured and fitted life", new Axis("Fitted cycle life"), new Axis("Measured cycle life", Min: 0),
            [.. found.Samples.Select(s => new Series(s.Sample, [Fitted(found, s).Value], [s.Life], SeriesStyle.Points)), new Series("equal", [0, most], [0, most], SeriesStyle.Dashed)]);
    }

    private static Table Samples(LifeMap found) => new("Samples",
        [TableColumn.Words("sample"), new TableColumn("toughness", "MJ/m³"), new TableColumn("peel strength", "N/m"), new TableColumn("peel strength", "gf/20 mm"), new TableColumn("cycle life"), new TableColumn("of the plane")],
        [.. found.Samples.Select(s => (IReadOnlyList<string>)[
            s.Sample, FormattableString.Invariant($"{s.Toughness / Mega:g4}"), FormattableString.Invariant($"{s.Peel:g4}"), FormattableString.Invariant($"{QuantityKinds.PeelForce.ToUnit(s.Peel, "gf/20 mm"):g4}"),
            FormattableString.Invariant($"{s.Life:g4}"), found.Plane is null ? "–" : LaboratoryFiles.Text(new("", Fitted(found, s), QuantityKinds.Ratio))])]);

    private static Estimate Fitted(LifeMap found, LifeSample s) => found.Plane!.Combination([1, s.Toughness, s.Peel]);
}
