using Loadstone.Laboratory.Mechanics;
using Loadstone.Laboratory.Tables;

namespace Loadstone.Tests.Laboratory.Mechanics;

public class LifeMapTests
{
    /// <summary>Lives on a plane give the plane back.</summary>
    [Fact]
    public void A_plane_comes_back()
    {
        LifeMap found = LifeMap.Of(Samples((1, 12, 0), (0.5, 36, 0), (2, 21, 0), (3.4, 35, 0), (6, 52, 0)), "t");
        found.PerToughness!.Value.Value.ShouldBe(3e-5, 1e-12);
        found.PerPeel!.Value.Value.ShouldBe(4, 1e-6);
        found.Explained.ShouldBe(1, 1e-9);
    }

    /// <summary>Of five samples in one order all ten pairs agree, which one order of 120 does by chance.</summary>
    [Fact]
    public void Chance_counts_all_orders()
    {
        LifeMap found = LifeMap.Of(Samples((1, 10, 0), (2, 20.5, 0), (3, 30, 0), (4, 40.5, 0), (5, 50, 0)), "t");
        (found.Pairs, found.Agreeing).ShouldBe((10, 10));
        found.Chance.ShouldBe(1 / 120.0, 1e-12);
    }

    /// <summary>More samples than all orders can be made of are drawn: the result stays near the exact one of a chain of nine, 1/9!.</summary>
    [Fact]
    public void Many_samples_are_drawn()
    {
        LifeMap found = LifeMap.Of(Samples([.. Enumerable.Range(1, 9).Select(i => ((double)i, 10.0 * i + (i % 2), 0.0))]), "t");
        found.Pairs.ShouldBe(36);
        found.Chance.ShouldBeLessThan(1e-3);
    }

    /// <summary>Where toughness and peel strength move together no plane may be made up.</summary>
    [Fact]
    public void Samples_in_line_have_no_plane()
    {
        LifeMap found = LifeMap.Of(Samples((1, 10, 5), (2, 20, -5), (3, 30, 2), (4, 40, 1)), "t");
        found.Plane.ShouldBeNull();
        LifeMapReport.Of("t", found).Warnings.ShouldHaveSingleItem().ShouldContain("rise together");
        LifeMapReport.Of("t", LifeMap.Of(Samples((1, 10, 5), (2, 25, -5), (3, 30, 2)), "t")).Warnings.ShouldHaveSingleItem().ShouldContain("four or more");
    }

    [Fact]
    public void A_table_is_read_in_its_units()
    {
        LifeSample found = LifeMap.Read(MeasuredTable.Parse("Sample,Toughness / MJ/m³,Peel strength / gf/20 mm,Cycle life\nA,2,100,300\n", "t.csv")).Single();
        found.Toughness.ShouldBe(2e6, 1e-6);
        found.Peel.ShouldBe(49.03, 0.01);
        found.Life.ShouldBe(300);
    }

    [Theory]
    [InlineData("Sample,Toughness / MJ/m³,Peel strength / N/m,Cycle life\nA,2,100,\n", "the cycle life of \"A\" is missing")]
    [InlineData("Sample,Toughness / MJ/m³,Peel strength / N/m,Cycle life\nA,-2,100,3\n", "the toughness of \"A\" is -2E+06")]
    [InlineData("Toughness / MJ/m³,Peel strength / N/m,Cycle life\n2,100,3\n", "no column is named \"sample\"")]
    [InlineData("Sample,Toughness / MPa m,Peel strength / N/m,Cycle life\nA,2,100,3\n", "no unit of energy density")]
    public void A_useless_table_is_refused_with_the_reason(string text, string reason) =>
        Should.Throw<InputException>(() => LifeMap.Read(MeasuredTable.Parse(text, "t.csv"))).Message.ShouldContain(reason);

    [Fact]
    public void Two_samples_are_no_map() => Should.Throw<InputException>(() => LifeMap.Of(Samples((1, 10, 0), (2, 20, 0)), "t.csv")).Message.ShouldContain("too few");

    private static LifeSample[] Samples(params (double Toughness, double Peel, double Scatter)[] all) =>
        [.. all.Select((s, i) => new LifeSample($"{i}", s.Toughness * 1e6, s.Peel, 40 + 30 * s.Toughness + 4 * s.Peel + s.Scatter))];
}
