using Loadstone.Designs.Infiltration;
using Loadstone.Web.Api;
using Loadstone.Web.Filling;
using Loadstone.Web.Serving;

namespace Loadstone.Tests.Web;

public sealed class RankingTests
{
    private static readonly RankingRequest Small = new()
    {
        Document = File.ReadAllText(Path.Combine(Repository.Root, "examples", "l-dry-s.json")),
        Ratios = "5:5, 3:7", Ranked = "L-S, S-L", Angles = "30°, 60°", Porosity = "60 %", Width = "30 µm", Seeds = 3,
    };

    [Theory]
    [InlineData("a ratio of three", "--ratios")]
    [InlineData("an arrangement that is none", "--arrangements")]
    [InlineData("a gap without a unit", "--gap")]
    [InlineData("an angle that does not wet", "--angle")]
    [InlineData("one bed", "--seeds")]
    [InlineData("more beds than a page may ask for", "--seeds")]
    [InlineData("a very wide bed", "--width")]
    public void What_cannot_be_used_is_named_as_on_the_command_line(string what, string option)
    {
        RankingRequest request = what switch
        {
            "a ratio of three" => Small with { Ratios = "1:2:3" },
            "an arrangement that is none" => Small with { Ranked = "L-S, X" },
            "a gap without a unit" => Small with { Gaps = "0.8 µm, 1" },
            "an angle that does not wet" => Small with { Angles = "30°, 100°" },
            "one bed" => Small with { Seeds = 1 },
            "more beds than a page may ask for" => Small with { Seeds = 1000 },
            _ => Small with { Width = "1 mm" },
        };
        Should.Throw<InputException>(() => RankingWork.Plan(request)).Place.ShouldBe(option);
    }

    [Fact]
    public async Task The_page_ends_with_the_orders_that_the_library_finds()
    {
        RankingPlan plan = RankingWork.Plan(Small);
        var queue = new ComputeQueue(1);
        using ComputeTurn turn = queue.Enter("one", 1, TestContext.Current.CancellationToken);
        var sent = new SentParts();
        await RankingWork.Run(plan, turn, sent);
        sent.Of<SharePart>().Select(part => part.Done).ShouldBe([1.0 / 3, 2.0 / 3, 1]);
        RankingPart last = sent.Of<RankingPart>().Last();
        last.Beds.ShouldBe(3);
        TablePart orders = last.Sections.SelectMany(section => section.Blocks).OfType<TablePart>().First();
        ArrangementRanking expected = ArrangementRanking.Of(plan, cancellation: TestContext.Current.CancellationToken);
        orders.Rows.Select(row => row[3]).ShouldBe(expected.Orders.Select(order => order.Words));
        orders.Rows.Count.ShouldBe(4, "two ratios at two angles");
    }

    [Fact]
    public async Task Who_leaves_stops_the_work_at_once()
    {
        using var gone = new CancellationTokenSource();
        var queue = new ComputeQueue(1);
        using ComputeTurn turn = queue.Enter("one", 1, gone.Token);
        var sent = new SentParts { OnFirst = gone.Cancel };
        await Should.ThrowAsync<OperationCanceledException>(() => RankingWork.Run(RankingWork.Plan(Small with { Seeds = 100 }), turn, sent));
        sent.Of<RankingPart>().ShouldBeEmpty();
    }
}
