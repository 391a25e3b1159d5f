using Loadstone.Laboratory;
using Loadstone.Reports;
using Loadstone.Wetting;

namespace Loadstone.Designs.Infiltration;

/// <summary>Plots of a ranking: saturation at breakthrough and trapped air against each axis that was swept, a curve an arrangement.</summary>
internal static class RankingPlots
{
    private const int MostPlots = 6;

    /// <summary>The plots.</summary>
    public static IReadOnlyList<ReportBlock> Of(ArrangementRanking ranking)
    {
        RankingPlan plan = ranking.Plan;
        var blocks = new List<ReportBlock>();
        if (plan.LargeShares.Count > 1) Add("share", "Share of large particles / %", one => one.LargeShare * 100, one => FormattableString.Invariant($"{one.Gap * 1e6:g4} µm, {RankingReport.Degrees(one.ContactAngle):g4}°"));
        if (plan.ContactAngles.Count > 1) Add("angle", "Contact angle / °", one => RankingReport.Degrees(one.ContactAngle), one => FormattableString.Invariant($"{RankingReport.Ratio(one.LargeShare)}, {one.Gap * 1e6:g4} µm"));
        if (plan.Gaps.Count > 1) Add("gap", "Gap / µm", one => one.Gap * 1e6, one => FormattableString.Invariant($"{RankingReport.Ratio(one.LargeShare)}, {RankingReport.Degrees(one.ContactAngle):g4}°"));
        if (blocks.Count == 0) Add("angle", "Contact angle / °", one => RankingReport.Degrees(one.ContactAngle), one => FormattableString.Invariant($"{RankingReport.Ratio(one.LargeShare)}, {one.Gap * 1e6:g4} µm"));
        return blocks;

        void Add(string name, string label, Func<RankingCase, double> x, Func<RankingCase, string> fixedAt)
        {
            IGrouping<string, RankingCase>[] groups = [.. ranking.Cases.GroupBy(fixedAt)];
            foreach (IGrouping<string, RankingCase> group in groups.Take(MostPlots))
            {
                blocks.Add(Draw($"{name} {group.Key} saturation", $"Saturation at breakthrough, {group.Key}", new Axis("Saturation at breakthrough / %"), one => one.TimeOverFillTime.Times(100)));
                if (group.Any(one => one.TrappedShare.Value > 0)) blocks.Add(Draw($"{name} {group.Key} trapped", $"Trapped air, {group.Key}", new Axis("Trapped air / %", 0), one => one.TrappedShare.Times(100)));

                Plot Draw(string file, string title, Axis axis, Func<RankingCase, Estimate> y) => new(file, title, new Axis(label), axis,
                    [.. group.GroupBy(one => one.Arrangement).Select(of => Curve(of.Key, [.. of.OrderBy(x)], x, y))], "Bars are 95 % intervals of the mean over the beds.");
            }
            if (groups.Length > MostPlots) blocks.Add(new Paragraph($"The first {MostPlots} of {groups.Length} sections against the {name} are drawn; the summary holds all."));
        }
    }

    private static Series Curve(Arrangement arrangement, RankingCase[] cases, Func<RankingCase, double> x, Func<RankingCase, Estimate> y) =>
        new(arrangement.ShortName(), [.. cases.Select(x)], [.. cases.Select(one => y(one).Value)], SeriesStyle.LineAndPoints) { HalfWidths = [.. cases.Select(one => y(one).HalfWidth())] };
}
