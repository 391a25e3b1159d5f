using Loadstone.Laboratory;
using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Designs.Infiltration;

/// <summary>Arrangements of large and small particles by how a flux fills them where capillarity decides, over random beds.</summary>
/// <param name="Plan">What was run through.</param>
/// <param name="Cases">All combinations.</param>
public sealed record ArrangementRanking(RankingPlan Plan, IReadOnlyList<RankingCase> Cases)
{
    /// <summary>The orders: one for each share, gap and contact angle.</summary>
    public IReadOnlyList<ArrangementOrder> Orders =>
        [.. Cases.GroupBy(one => (one.LargeShare, one.Gap, one.ContactAngle)).Select(group => ArrangementOrder.Of([.. group]))];

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

    /// <summary>Packs and fills all beds of a plan, on all processors.</summary>
    /// <param name="plan">What to run through.</param>
    /// <param name="progress">Told the share that is done, from many threads.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">A bed cannot be packed, or an angle is out of its range.</exception>
    public static ArrangementRanking Of(RankingPlan plan, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        (Arrangement Arrangement, double Share, double Gap)[] packings =
            [.. from gap in plan.Gaps from share in plan.LargeShares from arrangement in plan.Arrangements select (arrangement, share, gap)];
        int angles = plan.ContactAngles.Count, done = 0;
        var beds = new RankedBed[packings.Length * angles][];
        for (int i = 0; i < beds.Length; i++) beds[i] = new RankedBed[plan.Seeds];
        int all = packings.Length * plan.Seeds;
        ParallelWork.Each(all, index =>
        {
            (int packing, int seed) = (index / plan.Seeds, index % plan.Seeds);
            (Arrangement arrangement, double share, double gap) = packings[packing];
            DiscBed bed = plan.Bed(arrangement, share, gap, seed + 1);
            for (int k = 0; k < angles; k++)
            {
                CapillaryLiquid liquid = plan.Liquid with { ContactAngle = plan.ContactAngles[k] };
                beds[packing * angles + k][seed] = RankedBed.Of(CapillaryFilling.Of(bed, liquid, plan.Flux), liquid.SurfaceTension);
            }
            progress?.Report((double)Interlocked.Increment(ref done) / all);
        }, cancellation);
        return new ArrangementRanking(plan, [.. beds.Select((of, i) =>
        {
            (Arrangement arrangement, double share, double gap) = packings[i / angles];
            return new RankingCase(arrangement, share, gap, plan.ContactAngles[i % angles], of);
        })]);
    }

    private static IEnumerable<OrderTurn> Between(RankingCase[] one, RankingCase[] other)
    {
        for (int k = 0; k + 1 < one.Length; k++)
        {
            Estimate below = one[k].Less(other[k], bed => bed.TimeOverFillTime), above = one[k + 1].Less(other[k + 1], bed => bed.TimeOverFillTime);
            if (!(below.Value * above.Value < 0)) continue;
            double angle = one[k].ContactAngle + (one[k + 1].ContactAngle - one[k].ContactAngle) * below.Value / (below.Value - above.Value);
            (Arrangement first, Arrangement second) = below.Value > 0 ? (one[k].Arrangement, other[k].Arrangement) : (other[k].Arrangement, one[k].Arrangement);
            yield return new OrderTurn(first, second, one[k].LargeShare, one[k].Gap, angle, ArrangementOrder.IsCertain(below) && ArrangementOrder.IsCertain(above));
        }
    }
}
