using Loadstone.Laboratory;
using Loadstone.Laboratory.Tables;

namespace Loadstone.Tests.Laboratory;

public class LiteratureTests
{
    private static LiteraturePoints Own(string text = "label,loading / g/m²,capacity / mAh/cm²\nmine,200,4\n") => LiteraturePoints.Of(MeasuredTable.Parse(text, "own.csv"), "loading", "capacity");

    [Fact]
    public void Published_points_come_in_the_units_of_the_own_ones_and_rows_without_a_number_are_passed_over()
    {
        LiteraturePoints own = Own();
        var published = LiteraturePoints.Of(MeasuredTable.Parse("work,areal capacity (C/m²),loading [mg/cm²]\na,36000,10\nb,,20\n", "published.csv"), "loading", "capacity", own.X, own.Y);
        LiteraturePoint point = published.Points.ShouldHaveSingleItem();
        (point.Name, published.X.ToString()).ShouldBe(("a", "loading / g/m²"));
        point.X.ShouldBe(100, 1e-12);
        point.Y.ShouldBe(1, 1e-12);
    }

    [Theory]
    [InlineData("loading / mg/cm²,capacity / mAh\n1,2\n", "\"capacity\" is in mAh, and \"capacity\" beside it in mAh/cm²; expected units of one quantity")]
    [InlineData("loading / mg/cm²,capacity\n1,2\n", "is in no unit")]
    [InlineData("loading / mg/cm²,capacity / furlong\n1,2\n", "furlong, which is no known unit")]
    [InlineData("loading / mg/cm²,capacity / mAh/cm²\n1,\n", "no row holds both")]
    [InlineData("loading / mg/cm²\n1\n", "no column is named \"capacity\"")]
    public void Columns_that_cannot_be_meant_are_refused(string text, string expected)
    {
        LiteraturePoints own = Own();
        Should.Throw<InputException>(() => LiteraturePoints.Of(MeasuredTable.Parse(text, "published.csv"), "loading", "capacity", own.X, own.Y)).Message.ShouldContain(expected);
    }

    [Fact]
    public void Own_points_are_counted_against_published_ones_that_give_more()
    {
        LiteraturePoints own = Own();
        var published = LiteraturePoints.Of(MeasuredTable.Parse("label,loading / mg/cm²,capacity / mAh/cm²\na,19,4.5\nb,25,6\nc,18,3\n", "published.csv"), "loading", "capacity", own.X, own.Y);
        LaboratoryResult result = LiteratureReport.Of("mine", own, [published]);
        result.Sections[0].Blocks.OfType<Loadstone.Reports.Table>().Single().Rows[0][^1].ShouldBe("2");
        result.Numbers.Single(n => n.Name == "largest published capacity").Estimate.Value.ShouldBe(6 * 36000, 1e-9);
    }
}
