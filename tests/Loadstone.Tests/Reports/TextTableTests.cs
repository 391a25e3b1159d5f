using Loadstone.Reports;

namespace Loadstone.Tests.Reports;

public class TextTableTests
{
    private static readonly Table Layers = new("Layers",
        [TableColumn.Words("Layer"), new TableColumn("Thickness", "µm"), new TableColumn("Checked", Align: Alignment.Center)],
        [["Large", "60.2", "x"], ["Small", "5.0", ""]],
        "Dry.", ["¹ Assumed."]);

    [Fact]
    public void Numbers_stand_at_the_right_words_at_the_left_below_titles_and_units() =>
        TextTable.Render(Layers, 80).ShouldBe("""
            Layers
            Layer  Thickness  Checked
                          µm
            ─────  ─────────  ───────
            Large       60.2     x
            Small        5.0
            Dry.
            ¹ Assumed.

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_narrow_page_repeats_the_first_column_for_those_that_do_not_fit()
    {
        string[] lines = TextTable.Render(Layers, 22).Split('\n');
        lines.ShouldAllBe(line => line.Length <= 22);
        lines.Count(line => line.StartsWith("Large", StringComparison.Ordinal)).ShouldBe(2);
        lines.ShouldContain("Large     x");
    }

    [Fact]
    public void A_row_of_another_length_than_the_header_is_refused() =>
        Should.Throw<ArgumentException>(() => new Table("t", [new TableColumn("a")], [["1", "2"]])).Message.ShouldContain("Row 0");

    [Theory]
    [InlineData("L-Dry-S, 2 C", "l-dry-s-2-c")]
    [InlineData("../../etc", "etc")]
    [InlineData("µ", "plot")]
    public void File_stems_hold_no_path(string text, string stem) => FileStem.From(text).ShouldBe(stem);
}
