using Loadstone.Materials;
using Loadstone.Numerics;

namespace Loadstone.Tests.Materials;

public class MaterialFilesTests
{
    [Fact]
    public void ATableWithRemarksBecomesAFunction()
    {
        TableFunction table = MaterialFiles.ParseTable("# measured at C/50\nx, U / V, remark\n0.1, 4.2, start\n\n0.5, 3.9\n0.9,3.5\n", "own.csv");
        table.Domain.ShouldBe((0.1, 0.9));
        table.At(0.5).ShouldBe(3.9, 1e-15);
    }

    [Theory]
    [InlineData("", "own.csv: The table is empty")]
    [InlineData("x,y\n0,1\n", "at least two rows")]
    [InlineData("0,1\n1,2\n", "own.csv:1: Expected a line of headings")]
    [InlineData("x,y\n0,1\n0.5,abc\n", "own.csv:3: column 2: \"abc\" is not a finite number")]
    [InlineData("x,y\n0,1\n0.5,NaN\n", "is not a finite number")]
    [InlineData("x,y\n0.5,1\n0.2,2\n", "own.csv:3: column 1: 0.2 does not lie above")]
    [InlineData("x,y\n0,1\n5\n", "own.csv:3: Expected two numbers separated by a comma")]
    public void WhatIsNoTableIsRefusedWithItsPlace(string text, string part) =>
        Should.Throw<InputException>(() => MaterialFiles.ParseTable(text, "own.csv")).Message.ShouldContain(part);

    [Fact]
    public void AMissingFileIsNamed() =>
        Should.Throw<InputException>(() => MaterialFiles.ReadTable("no/such/table.csv")).Message.ShouldStartWith("no/such/table.csv: The table cannot be read");
}
