using System.Text.Json.Nodes;
using Loadstone.Laboratory;
using Loadstone.Quantities;
using Loadstone.Reports;
using Loadstone.Wetting;

namespace Loadstone.Designs.Infiltration;

/// <summary>A ranking of arrangements as results, with what they say together.</summary>
public static class RankingReport
{
    private static readonly Arrangement[] Published = [Arrangement.SmallThenLarge, Arrangement.Mixed, Arrangement.LargeThenSmall];

    /// <summary>Each case as a result.</summary>
    /// <param name="ranking">The ranking.</param>
    public static IReadOnlyList<LaboratoryResult> Results(ArrangementRanking ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        IReadOnlyList<RankingFigure> figures = ranking.Plan.Measure.Figures;
        return [.. ranking.Cases.Select(one => new LaboratoryResult("wet", $"{one.Arrangement.ShortName()} {Listed(one)}",
            [.. figures.Select((figure, i) => (figure, i)).Where(pair => !pair.figure.IsDetail).Select(pair => new NamedEstimate(pair.figure.Name, one.Mean(pair.i), pair.figure.Kind, pair.figure.Unit))], [], [])
        {
            Details = Data(one, figures),
        })];
    }

    /// <summary>What the cases say together: orders, turns, trends and their plots.</summary>
    /// <param name="ranking">The ranking.</param>
    public static LaboratoryOverview Overview(ArrangementRanking ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        RankingPlan plan = ranking.Plan;
        string words = FormattableString.Invariant($"{plan.Seeds} random beds of each packing, {plan.Generator.Width * 1e6:g4} µm wide and {plan.Section.Thickness * 1e6:g4} µm high at {plan.Section.Porosity * 100:g4} % porosity, discs of {2e6 * plan.Section.LargeRadius:g4} and {2e6 * plan.Section.SmallRadius:g4} µm, {plan.Measure.Words}. ")
            + $"An order says which arrangement the liquid comes through later, by the {string.Join(" and apart from it by the ", Ordered(ranking).Select(figure => plan.Measure.Figures[figure].Name))}: > where the 95 % interval of the difference over beds of one seed leaves out 0, ≈ where it does not.";
        var blocks = new List<ReportBlock> { new Paragraph(words) };
        blocks.AddRange(Ordered(ranking).Select(figure => Orders(ranking, figure)));
        if (ranking.Turns.Count > 0) blocks.Add(Turns(ranking));
        if (plan.LargeShares.Count > 1) blocks.Add(Trends(ranking));
        return new LaboratoryOverview("ranking", Data(ranking), [new ReportSection("Ranking", blocks), new ReportSection("Plots", RankingPlots.Of(ranking))]);
    }

    /// <summary>The orders as a table.</summary>
    /// <param name="ranking">The ranking.</param>
    /// <param name="figure">Place in <see cref="RankingMeasure.Figures"/> of the time that orders them.</param>
    public static Table Orders(ArrangementRanking ranking, int figure = 0)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        bool isComplete = Published.All(ranking.Plan.Arrangements.Contains);
        return new Table(figure == 0 ? "Orders of breakthrough, the latest first" : $"Orders by the {ranking.Plan.Measure.Figures[figure].Name}, the latest first",
            [TableColumn.Words("L:S"), new TableColumn("gap", "µm"), .. Angle(ranking), TableColumn.Words("order"), .. isComplete ? (TableColumn[])[TableColumn.Words("S-L > Mix > L-S")] : []],
            [.. ranking.OrdersBy(figure).Select(order => (IReadOnlyList<string>)[.. Row(order.Cases[0]), order.Words, .. isComplete ? (string[])[Verdict(order.Confirms(Published))] : []])],
            isComplete ? "The last column tests the published order (W. Chen et al., Adv. Funct. Mater. 2024)." : null);
    }

    /// <summary>A share of large particles as a ratio: 3:7.</summary>
    public static string Ratio(double largeShare) => FormattableString.Invariant($"{Math.Round(10 * largeShare, 3):g4}:{Math.Round(10 * (1 - largeShare), 3):g4}");

    /// <summary>What a case stands for, with what does not vary left out.</summary>
    internal static string Listed(RankingCase one, bool hasShare = true, bool hasGap = true, bool hasAngle = true) => string.Join(", ", (IEnumerable<string>)
    [
        .. hasShare ? (string[])[Ratio(one.LargeShare)] : [],
        .. hasGap ? (string[])[FormattableString.Invariant($"{one.Gap * 1e6:g4} µm")] : [],
        .. hasAngle && !double.IsNaN(one.ContactAngle) ? (string[])[FormattableString.Invariant($"{Degrees(one.ContactAngle):g4}°")] : [],
    ]);

    internal static string Sentence(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    internal static double Degrees(double angle) => Math.Round(angle * 180 / Math.PI, 9);

    // The first number always orders.
    private static IEnumerable<int> Ordered(ArrangementRanking ranking) =>
        ranking.Plan.Measure.Figures.Select((figure, i) => (figure, i)).Where(pair => pair.i == 0 || pair.figure.IsOrdered).Select(pair => pair.i);

    private static Table Turns(ArrangementRanking ranking) => new("Where the order turns as the contact angle rises",
        [TableColumn.Words("L:S"), new TableColumn("gap", "µm"), TableColumn.Words("later below"), TableColumn.Words("later above"), new TableColumn("contact angle", "°"), TableColumn.Words("certain")],
        [.. ranking.Turns.Select(turn => (IReadOnlyList<string>)[Ratio(turn.LargeShare), FormattableString.Invariant($"{turn.Gap * 1e6:g4}"), turn.First.ShortName(), turn.Second.ShortName(),
            FormattableString.Invariant($"{Degrees(turn.ContactAngle):f1}"), turn.IsCertain ? "yes" : "no"])],
        "By a straight line between neighbouring angles; certain where both differences are.");

    private static Table Trends(ArrangementRanking ranking) => new($"{Sentence(ranking.Plan.Measure.Figures[0].Name)} against the share of large particles",
        [TableColumn.Words("arrangement"), new TableColumn("gap", "µm"), .. Angle(ranking), new TableColumn("change for 10 % more large ones", "%"), TableColumn.Words("least at"), TableColumn.Words("certain")],
        [.. ranking.Trends.Select(trend => (IReadOnlyList<string>)[trend.Least.Arrangement.ShortName(), .. Row(trend.Least)[1..],
            FormattableString.Invariant($"{trend.Slope.Value * 10:f2} ± {trend.Slope.HalfWidth() * 10:f2}"), Ratio(trend.Least.LargeShare), trend.IsLeastCertain ? "yes" : "no"])],
        "Certain: it is less there than at every other ratio, with a 95 % interval that leaves out 0.");

    private static TableColumn[] Angle(ArrangementRanking ranking) => ranking.Plan.Measure.HasAngles ? [new TableColumn("contact angle", "°")] : [];

    private static string[] Row(RankingCase one) =>
        [Ratio(one.LargeShare), FormattableString.Invariant($"{one.Gap * 1e6:g4}"), .. double.IsNaN(one.ContactAngle) ? (string[])[] : [FormattableString.Invariant($"{Degrees(one.ContactAngle):g4}")]];

    private static string Verdict(bool? confirmed) => confirmed switch
    {
        true => "yes",
        false => "no",
        null => "not told apart",
    };

    private static JsonObject Data(RankingCase one, IReadOnlyList<RankingFigure> figures)
    {
        var data = new JsonObject { ["arrangement"] = one.Arrangement.ShortName(), ["largeShare"] = Details.Number(one.LargeShare, "1"), ["gap"] = Details.Number(one.Gap, "m") };
        if (!double.IsNaN(one.ContactAngle)) data["contactAngle"] = Details.Number(one.ContactAngle, "rad");
        data["beds"] = new JsonObject(figures.Select((figure, i) => KeyValuePair.Create(figure.Name, (JsonNode?)Details.Numbers(one.Beds.Select(bed => bed[i]), figure.Kind.SiUnit))));
        return data;
    }

    private static JsonObject Data(ArrangementRanking ranking) => new()
    {
        ["orders"] = new JsonArray([.. Ordered(ranking).SelectMany(ranking.OrdersBy).Select(order => (JsonNode)new JsonObject
        {
            ["by"] = ranking.Plan.Measure.Figures[order.Figure].Name,
            ["largeShare"] = Details.Number(order.Cases[0].LargeShare, "1"),
            ["gap"] = Details.Number(order.Cases[0].Gap, "m"),
            ["contactAngle"] = Details.Number(order.Cases[0].ContactAngle, "rad"),
            ["order"] = order.Words,
            ["leads"] = new JsonArray([.. order.Leads.Select((lead, i) => (JsonNode)new JsonObject
            {
                ["later"] = order.Cases[i].Arrangement.ShortName(),
                ["sooner"] = order.Cases[i + 1].Arrangement.ShortName(),
                [$"difference of {ranking.Plan.Measure.Figures[order.Figure].Name}"] = Details.Estimate(lead, QuantityKinds.Fraction),
            })]),
        })]),
        ["turns"] = new JsonArray([.. ranking.Turns.Select(turn => (JsonNode)new JsonObject
        {
            ["largeShare"] = Details.Number(turn.LargeShare, "1"),
            ["gap"] = Details.Number(turn.Gap, "m"),
            ["laterBelow"] = turn.First.ShortName(),
            ["laterAbove"] = turn.Second.ShortName(),
            ["contactAngle"] = Details.Number(turn.ContactAngle, "rad"),
            ["certain"] = turn.IsCertain,
        })]),
        ["trends"] = new JsonArray([.. ranking.Plan.LargeShares.Count < 2 ? [] : ranking.Trends.Select(trend => (JsonNode)new JsonObject
        {
            ["arrangement"] = trend.Least.Arrangement.ShortName(),
            ["gap"] = Details.Number(trend.Least.Gap, "m"),
            ["contactAngle"] = Details.Number(trend.Least.ContactAngle, "rad"),
            ["slope over the share of large particles"] = Details.Estimate(trend.Slope, QuantityKinds.Fraction),
            ["leastAt"] = Details.Number(trend.Least.LargeShare, "1"),
            ["certain"] = trend.IsLeastCertain,
        })]),
    };
}
