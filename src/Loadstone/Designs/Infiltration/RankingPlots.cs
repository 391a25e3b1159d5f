using Loadstone.Laboratory;
using Loadstone.Reports;
using Loadstone.Wetting;

namespace Loadstone.Designs.Infiltration;

/// <summary>Plots of a ranking: what a measure plots against each axis that was swept, a curve an arrangement.</summary>
internal static class RankingPlots
{
    private const int MostPlots = 6;

    /// <summary>The plots.</summary>
    public static IReadOnlyList<ReportBlock> Of(ArrangementRanking ranking)
    {
        RankingPlan plan = ranking.Plan;
        var blocks = new List<ReportBlock>();
        if (plan.LargeShares.Count > 1) Add("share", "Share of large particles / %", one => one.LargeShare * 100, one => RankingReport.Listed(one, hasShare: false));
        if (plan.Measure.ContactAngles.Count > 1) Add("angle", "Contact angle / °", one => RankingReport.Degrees(one.ContactAngle), one => RankingReport.Listed(one, hasAngle: false));
        if (plan.Gaps.Count > 1) Add("gap", "Gap / µm", one => one.Gap * 1e6, one => RankingReport.Listed(one, hasGap: false));
        if (blocks.Count == 0 && !plan.Measure.HasAngles) Add("share", "Share of large particles / %", one => one.LargeShare * 100, one => RankingReport.Listed(one, hasShare: false));
        else if (blocks.Count == 0) Add("angle", "Contact angle / °", one => RankingReport.Degrees(one.ContactAngle), one => RankingReport.Listed(one, hasAngle: false));
        return blocks;

        void Add(string name, string label, Func<RankingCase, double> x, Func<RankingCase, string> fixedAt)
        {
            IGrouping<string, RankingCase>[] groups = [.. ranking.Cases.GroupBy(fixedAt)];
            foreach (IGrouping<string, RankingCase> group in groups.Take(MostPlots))
            {
                foreach ((RankingFigure figure, int i) in plan.Measure.Figures.Select((figure, i) => (figure, i)))
                {
                    if (figure.IsPlotted && group.Any(one => one.Mean(i).Value > 0)) blocks.Add(Draw(figure, one => one.Mean(i).Times(figure.Kind.ToUnit(1, Unit(figure)))));
                }

                Plot Draw(RankingFigure figure, Func<RankingCase, Estimate> y) => new($"{name} {group.Key} {figure.Name}", $"{RankingReport.Sentence(figure.Name)}, {group.Key}", new Axis(label), new Axis($"{RankingReport.Sentence(figure.Name)} / {Unit(figure)}", figure.Name.StartsWith("air", StringComparison.Ordinal) ? 0 : null),
                    [.. group.GroupBy(one => one.Arrangement).Select(of => Curve(of.Key, [.. of.OrderBy(x)], x, y))], "Bars are 95 % intervals of the mean over the beds.");
            }
            if (groups.Length > MostPlots) blocks.Add(new Paragraph($"The first {MostPlots} of {groups.Length} sections against the {name} are drawn; the summary holds all."));
        }
    }

    private static string Unit(RankingFigure figure) => figure.Unit ?? figure.Kind.Units[0].Symbol;

    private static Series Curve(Arrangement arrangement, RankingCase[] cases, Func<RankingCase, double> x, Func<RankingCase, Estimate> y) =>
        new(arrangement.ShortName(), [.. cases.Select(x)], [.. cases.Select(one => y(one).Value)], SeriesStyle.LineAndPoints) { HalfWidths = [.. cases.Select(one => y(one).HalfWidth())] };
}
