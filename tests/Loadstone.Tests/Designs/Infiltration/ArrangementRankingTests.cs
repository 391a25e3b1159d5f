using Loadstone.Designs.Infiltration;
using Loadstone.Wetting;

namespace Loadstone.Tests.Designs.Infiltration;

public class ArrangementRankingTests
{
    private static RankedBed Bed(double time) => new(time, time, 0, 0, 0);

    private static RankingCase Case(Arrangement arrangement, double angle, double share, params double[] times) => new(arrangement, share, 0.8e-6, angle, [.. times.Select(Bed)]);

    /// <summary>An order says which differences are sure: those whose interval over paired beds leaves out 0, however far the beds themselves scatter.</summary>
    [Fact]
    public void Orders_say_what_is_certain()
    {
        ArrangementOrder order = ArrangementOrder.Of(
        [
            Case(Arrangement.LargeThenSmall, 1, 0.5, 0.50, 0.60, 0.70, 0.80),
            Case(Arrangement.SmallThenLarge, 1, 0.5, 0.61, 0.70, 0.81, 0.90),
            Case(Arrangement.Mixed, 1, 0.5, 0.80, 0.50, 0.72, 0.56),
        ]);
        order.Words.ShouldBe("S-L > L-S ≈ Mix");
        order.Leads[0].Value.ShouldBe(0.105, 1e-12);
        // Differences 0.11, 0.10, 0.11, 0.10: standard deviation 0.01/√3, over √4.
        order.Leads[0].StandardError.ShouldBe(0.01 / Math.Sqrt(3) / 2, 1e-12);
        order.Confirms(Arrangement.SmallThenLarge, Arrangement.LargeThenSmall).ShouldBe(true);
        order.Confirms(Arrangement.LargeThenSmall, Arrangement.SmallThenLarge).ShouldBe(false);
        order.Confirms(Arrangement.SmallThenLarge, Arrangement.LargeThenSmall, Arrangement.Mixed).ShouldBeNull();
    }

    /// <summary>Two arrangements whose difference goes from +0.1 to −0.3 change places a quarter of the way between the angles.</summary>
    [Fact]
    public void Turns_lie_where_the_difference_is_nothing()
    {
        var ranking = new ArrangementRanking(new RankingPlan { Arrangements = [Arrangement.LargeThenSmall, Arrangement.Mixed] },
        [
            Case(Arrangement.LargeThenSmall, 0.8, 0.5, 0.6, 0.7), Case(Arrangement.Mixed, 0.8, 0.5, 0.5, 0.6),
            Case(Arrangement.LargeThenSmall, 1.2, 0.5, 0.2, 0.3), Case(Arrangement.Mixed, 1.2, 0.5, 0.5, 0.6),
        ]);
        OrderTurn turn = ranking.Turns.ShouldHaveSingleItem();
        turn.ContactAngle.ShouldBe(0.9, 1e-12);
        turn.First.ShouldBe(Arrangement.LargeThenSmall);
        turn.IsCertain.ShouldBeTrue();
    }

    /// <summary>A trend's slope is that of the straight line, and a least that another case comes near is not certain.</summary>
    [Fact]
    public void Trends_say_their_slope_and_least()
    {
        ShareTrend trend = ShareTrend.Of([Case(Arrangement.LargeThenSmall, 1, 0.5, 0.70, 0.80), Case(Arrangement.LargeThenSmall, 1, 0.3, 0.80, 0.90), Case(Arrangement.LargeThenSmall, 1, 0.7, 0.60, 0.70)]);
        trend.Slope.Value.ShouldBe(-0.5, 1e-12);
        trend.Least.LargeShare.ShouldBe(0.7);
        trend.IsLeastCertain.ShouldBeTrue();
        ShareTrend.Of([Case(Arrangement.LargeThenSmall, 1, 0.3, 0.61, 0.70), Case(Arrangement.LargeThenSmall, 1, 0.7, 0.60, 0.71)]).IsLeastCertain.ShouldBeFalse();
    }

    /// <summary>A ranking gives every combination, the same whatever runs beside it, and tells how far it is.</summary>
    [Fact]
    public void Rankings_repeat_and_report()
    {
        var plan = new RankingPlan { Seeds = 2, LargeShares = [0.4, 0.6], ContactAngles = [0.6, 1.2], Section = new TwoSizeSection { Thickness = 60e-6 } };
        var told = new List<double>();
        ArrangementRanking one = ArrangementRanking.Of(plan, new Told(told)), other = ArrangementRanking.Of(plan);
        one.Cases.Count.ShouldBe(3 * 2 * 2);
        one.Orders.Count.ShouldBe(4);
        one.Trends.Count.ShouldBe(6);
        told.Max().ShouldBe(1);
        told.Count.ShouldBe(12);
        for (int i = 0; i < one.Cases.Count; i++) other.Cases[i].Beds.ShouldBe(one.Cases[i].Beds);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => ArrangementRanking.Of(plan, cancellation: stop.Token));
    }

    private sealed class Told(List<double> told) : IProgress<double>
    {
        public void Report(double value)
        {
            lock (told) told.Add(value);
        }
    }
}
