using Loadstone.Designs.Infiltration;
using Loadstone.Laboratory;
using Loadstone.Reports;
using Loadstone.Wetting;
using Loadstone.Wetting.Study;

namespace Loadstone.Tests.Designs.Infiltration;

public class ArrangementRankingTests
{
    private static IReadOnlyList<double> Bed(double time) => [time, time, 0, 0, 0];

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

    /// <summary>Threads that come early in one arrangement alone do not turn the order by another number, and what is tested of an order is that number.</summary>
    [Fact]
    public void Orders_are_those_of_the_number_that_is_asked_for()
    {
        RankingCase threads = Case(Arrangement.LargeThenSmall, 1, 0.5) with { Beds = [[0.5, 0.9], [0.5, 0.91], [0.52, 0.92]] };
        RankingCase none = Case(Arrangement.Mixed, 1, 0.5) with { Beds = [[0.7, 0.8], [0.71, 0.8], [0.7, 0.82]] };
        var ranking = new ArrangementRanking(new RankingPlan { Arrangements = [Arrangement.LargeThenSmall, Arrangement.Mixed] }, [threads, none]);
        ranking.Orders.ShouldHaveSingleItem().Words.ShouldBe("Mix > L-S");
        ArrangementOrder order = ranking.OrdersBy(1).ShouldHaveSingleItem();
        order.Words.ShouldBe("L-S > Mix");
        order.Leads[0].Value.ShouldBe((0.1 + 0.11 + 0.1) / 3, 1e-12);
        order.Confirms(Arrangement.LargeThenSmall, Arrangement.Mixed).ShouldBe(true);
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

    /// <summary>Beds that are filled one by one, as a page asks for them, end with the same numbers as a whole run.</summary>
    [Fact]
    public void Beds_one_by_one_give_the_same_ranking()
    {
        var plan = new RankingPlan { Section = new TwoSizeSection { Thickness = 60e-6, Porosity = 0.6 }, Generator = new BedGenerator { Width = 30e-6 }, LargeShares = [0.3, 0.5], Seeds = 2 };
        var beds = plan.Packings.Select(packing => Enumerable.Range(1, plan.Seeds).Select(seed => plan.Fill(packing, seed, TestContext.Current.CancellationToken)).ToArray()).ToArray();
        ArrangementRanking one = ArrangementRanking.Of(plan, beds), whole = ArrangementRanking.Of(plan, cancellation: TestContext.Current.CancellationToken);
        one.Cases.Select(c => c.TimeOverFillTime).ShouldBe(whole.Cases.Select(c => c.TimeOverFillTime));
        one.Orders.Select(order => order.Words).ShouldBe(whole.Orders.Select(order => order.Words));
        Should.Throw<ArgumentException>(() => ArrangementRanking.Of(plan, beds[1..]));
    }

    /// <summary>A ranking gives every combination, the same whatever runs beside it, and tells how far it is.</summary>
    [Fact]
    public void Rankings_repeat_and_report()
    {
        var plan = new RankingPlan { Seeds = 2, LargeShares = [0.4, 0.6], Measure = new CapillaryMeasure { ContactAngles = [0.6, 1.2] }, Section = new TwoSizeSection { Thickness = 60e-6 } };
        var told = new List<double>();
        ArrangementRanking one = ArrangementRanking.Of(plan, new Told(told)), other = ArrangementRanking.Of(plan);
        one.Cases.Count.ShouldBe(3 * 2 * 2);
        one.Orders.Count.ShouldBe(4);
        one.Trends.Count.ShouldBe(6);
        told.Max().ShouldBe(1);
        told.Count.ShouldBe(12);
        for (int i = 0; i < one.Cases.Count; i++) other.Cases[i].Beds.SelectMany(bed => bed).ShouldBe(one.Cases[i].Beds.SelectMany(bed => bed));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() => ArrangementRanking.Of(plan, cancellation: stop.Token));
    }

    /// <summary>A ranking by viscous flow has no angle: one case a packing, its numbers those of the same beds filled alone.</summary>
    [Fact]
    public void A_ranking_without_angles_holds_the_numbers_of_its_beds()
    {
        var options = new StudyOptions { Cell = 1e-6, PoreVolumes = 1.1, FlowInterval = 1e-2 };
        var plan = new RankingPlan { Seeds = 2, Arrangements = [Arrangement.LargeThenSmall, Arrangement.SmallThenLarge], Generator = new BedGenerator { Width = 26e-6 }, Gaps = [1.4e-6], Section = new TwoSizeSection { Thickness = 40e-6, Porosity = 0.6 }, Measure = new StudyMeasure { Options = options } };
        ArrangementRanking ranking = ArrangementRanking.Of(plan);
        ranking.Cases.Count.ShouldBe(2);
        ranking.Turns.ShouldBeEmpty();
        StudyResult alone = new StudyFillings(options, null).Fill(plan.Bed(Arrangement.SmallThenLarge, 0.5, 1.4e-6, 2));
        int time = plan.Measure.Figures.ToList().FindIndex(figure => figure.Name == "1 % outlet time");
        ranking.Cases[1].Beds[1][time].ShouldBe(alone.OutletTime);
        ranking.Cases[1].Beds[1][0].ShouldBe(alone.OutletTime / alone.FillTime);
        int front = plan.Measure.Figures.ToList().FindIndex(figure => figure.IsOrdered);
        ranking.Cases[1].Beds[1][front].ShouldBe(alone.OutletTimeAt(0.1) / alone.FillTime);
        LaboratoryOverview overview = RankingReport.Overview(ranking);
        overview.Sections[0].Blocks.OfType<Table>().Select(table => table.Title).ShouldBe(["Orders of breakthrough, the latest first", "Orders by the 10 % outlet time over fill time, the latest first"]);
        overview.Data["orders"]!.AsArray().Select(order => order!["order"]!.GetValue<string>()).ShouldBe([ranking.Orders[0].Words, ranking.OrdersBy(front)[0].Words]);
        Table orders = RankingReport.Orders(ranking);
        orders.Columns.ShouldNotContain(column => column.Title == "contact angle");
        orders.Rows.ShouldHaveSingleItem().Count.ShouldBe(orders.Columns.Count);
        RankingReport.Results(ranking)[0].Sample.ShouldBe("L-S 5:5, 1.4 µm");
    }

    private sealed class Told(List<double> told) : IProgress<double>
    {
        public void Report(double value)
        {
            lock (told) told.Add(value);
        }
    }
}
