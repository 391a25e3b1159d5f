using Loadstone.Laboratory;
using Loadstone.Wetting;

namespace Loadstone.Designs.Infiltration;

/// <summary>Arrangements of large and small particles by how a flux fills them, over random beds.</summary>
/// <param name="Plan">What was run through.</param>
/// <param name="Cases">All combinations.</param>
public sealed record ArrangementRanking(RankingPlan Plan, IReadOnlyList<RankingCase> Cases)
{
    /// <summary>The orders by the first number: one for each share, gap and contact angle.</summary>
    public IReadOnlyList<ArrangementOrder> Orders => OrdersBy(0);

    /// <summary>How times go with the share of large particles: one trend for each arrangement, gap and contact angle.</summary>
    public IReadOnlyList<ShareTrend> Trends =>
        [.. Cases.GroupBy(one => (one.Arrangement, one.Gap, one.ContactAngle)).Select(group => ShareTrend.Of([.. group]))];

    /// <summary>Where two arrangements change places as the contact angle rises.</summary>
    public IReadOnlyList<OrderTurn> Turns
    {
        get
        {
            var turns = new List<OrderTurn>();
            foreach (var group in Cases.GroupBy(one => (one.LargeShare, one.Gap)))
            {
                ILookup<Arrangement, RankingCase> of = group.OrderBy(one => one.ContactAngle).ToLookup(one => one.Arrangement);
                for (int i = 0; i < Plan.Arrangements.Count; i++)
                {
                    for (int j = i + 1; j < Plan.Arrangements.Count; j++) turns.AddRange(Between([.. of[Plan.Arrangements[i]]], [.. of[Plan.Arrangements[j]]]));
                }
            }
            return turns;
        }
    }

    /// <summary>The orders by a number: one for each share, gap and contact angle.</summary>
    /// <param name="figure">Its place in <see cref="RankingMeasure.Figures"/>.</param>
    public IReadOnlyList<ArrangementOrder> OrdersBy(int figure) =>
        [.. Cases.GroupBy(one => (one.LargeShare, one.Gap, one.ContactAngle)).Select(group => ArrangementOrder.Of([.. group], figure))];

    /// <summary>Packs and fills all beds of a plan, on all processors.</summary>
    /// <param name="plan">What to run through.</param>
    /// <param name="progress">Told the share that is done, from many threads.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">A bed cannot be packed, or an angle is out of its range.</exception>
    public static ArrangementRanking Of(RankingPlan plan, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var run = RankingCheckpoint.Open(plan, null);
        double[] done = new double[run.Packings.Count];
        return run.Run(progress is null ? null : (packing, share) =>
        {
            done[packing] = share;
            progress.Report(done.Average());
        }, cancellation);
    }

    /// <summary>The ranking of beds that were filled one by one.</summary>
    /// <param name="plan">What was run through.</param>
    /// <param name="beds">The beds of each packing, in the order of <see cref="RankingPlan.Packings"/>; of each bed the figures for each contact angle.</param>
    /// <exception cref="ArgumentException">There are more or fewer packings than in the plan.</exception>
    public static ArrangementRanking Of(RankingPlan plan, IReadOnlyList<IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>>> beds)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(beds);
        if (beds.Count != plan.Packings.Count) throw new ArgumentException($"There are beds of {beds.Count} packings; the plan has {plan.Packings.Count}.", nameof(beds));
        return new ArrangementRanking(plan, [.. plan.Packings.SelectMany((packing, i) => plan.Measure.ContactAngles.Select((angle, k) =>
            new RankingCase(packing.Arrangement, packing.LargeShare, packing.Gap, angle, [.. beds[i].Select(bed => bed[k])])))]);
    }

    private static IEnumerable<OrderTurn> Between(RankingCase[] one, RankingCase[] other)
    {
        for (int k = 0; k + 1 < one.Length; k++)
        {
            Estimate below = one[k].Less(other[k]), above = one[k + 1].Less(other[k + 1]);
            if (!(below.Value * above.Value < 0)) continue;
            double angle = one[k].ContactAngle + (one[k + 1].ContactAngle - one[k].ContactAngle) * below.Value / (below.Value - above.Value);
            (Arrangement first, Arrangement second) = below.Value > 0 ? (one[k].Arrangement, other[k].Arrangement) : (other[k].Arrangement, one[k].Arrangement);
            yield return new OrderTurn(first, second, one[k].LargeShare, one[k].Gap, angle, ArrangementOrder.IsCertain(below) && ArrangementOrder.IsCertain(above));
        }
    }
}
