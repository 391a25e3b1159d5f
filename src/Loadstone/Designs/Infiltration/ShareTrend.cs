using Loadstone.Laboratory;

namespace Loadstone.Designs.Infiltration;

/// <summary>How the time of breakthrough over the fill time goes with the share of large particles in one arrangement, at one gap and contact angle.</summary>
/// <param name="Cases">The cases, by rising share.</param>
/// <param name="Slope">Its slope over the share, the mean over seeds of straight lines through the beds of each; NaN of one share.</param>
/// <param name="Least">The case that breaks through first.</param>
/// <param name="IsLeastCertain">Whether it does so before every other with a difference whose 95 % interval leaves out 0.</param>
public sealed record ShareTrend(IReadOnlyList<RankingCase> Cases, Estimate Slope, RankingCase Least, bool IsLeastCertain)
{
    /// <summary>The trend of cases that differ in their share alone.</summary>
    public static ShareTrend Of(IReadOnlyList<RankingCase> cases)
    {
        RankingCase[] ordered = [.. Require.NotEmpty(cases).OrderBy(one => one.LargeShare)];
        double middle = ordered.Average(one => one.LargeShare), spread = ordered.Sum(one => (one.LargeShare - middle) * (one.LargeShare - middle));
        Estimate slope = Estimate.MeanOf([.. Enumerable.Range(0, ordered[0].Beds.Count).Select(seed => ordered.Sum(one => (one.LargeShare - middle) * one.Beds[seed][0]) / spread)]);
        RankingCase least = ordered.MinBy(one => one.TimeOverFillTime.Value)!;
        return new ShareTrend(ordered, slope, least, ordered.All(one => one == least || ArrangementOrder.IsCertain(one.Less(least))));
    }
}
