using Loadstone.Numerics;

namespace Loadstone.Tests.Numerics;

public class SparsePatternTests
{
    [Fact]
    public void EntriesComeOnceColumnByColumnWithTheWholeDiagonal()
    {
        var builder = new SparsePatternBuilder(4);
        builder.Add(1, 3);
        builder.Add(3, 1);
        builder.AddAll([2, 0, 3]);
        SparsePattern pattern = builder.Build();
        pattern.ColumnStart.ToArray().ShouldBe([0, 3, 5, 7, 8]);
        pattern.Row.ToArray().ShouldBe([0, 2, 3, 1, 3, 2, 3, 3]);
        pattern.Slot(3, 1).ShouldBe(4);
        pattern.Slot(1, 3).ShouldBe(4);
        pattern.Slot(2, 2).ShouldBe(5);
    }

    [Fact]
    public void APatternGrowsWithItsBuilder()
    {
        var builder = new SparsePatternBuilder(2);
        builder.Build().EntryCount.ShouldBe(2);
        for (int k = 0; k < 100; k++) builder.Add(0, 1);
        builder.Build().Row.ToArray().ShouldBe([0, 1, 1]);
    }

    [Fact]
    public void WhatIsNotThereIsRefused()
    {
        var builder = new SparsePatternBuilder(3);
        Should.Throw<ArgumentOutOfRangeException>(() => builder.Add(0, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => builder.Add(-1, 0));
        SparsePattern pattern = builder.Build();
        Should.Throw<ArgumentException>(() => pattern.Slot(0, 2)).Message.ShouldContain("row 0, column 2");
        Should.Throw<ArgumentOutOfRangeException>(() => pattern.Slot(0, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => new SparsePatternBuilder(0));
    }
}
