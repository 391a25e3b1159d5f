using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Loadstone.Reports;

namespace Loadstone.Tests.Reports;

public class HtmlReportTests
{
    private const string Hostile = "</script><script>alert('x')</script><b>\"quoted\" & 'more'</b><!--";

    private static Report Page(string text, int sections = 1)
    {
        var plot = new Plot(text, text, new Axis(text), new Axis(text), [new Series(text, [0, 1, 2], [1, double.NaN, 3])], text);
        var table = new Table(text, [new TableColumn(text, text), TableColumn.Words(text)], [[text, text]], text, [text]);
        var drawing = new Drawing(text, text, "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", text);
        var animation = new Animation(text, text, [new IndexedImage(1, [0])], [text], new PictureKey([new PictureClass(text, "#000000")]), new MapSide(text, 0, 1), new MapSide(text, 0, 1), text);
        return new Report(text, text, [.. Enumerable.Repeat(
            new ReportSection(text, [new Paragraph(text), new BulletList([text]), table, plot, drawing, animation]), sections)]);
    }

    [Fact]
    public void Hostile_text_is_shown_and_never_becomes_markup()
    {
        string harmless = HtmlReport.Render(Page("a"));
        string html = HtmlReport.Render(Page(Hostile));
        html.ShouldNotContain("<b>");
        html.ShouldNotContain("alert('x')");
        html.ShouldContain("&lt;b&gt;&quot;quoted&quot; &amp; &#39;more&#39;");

        // Tags are the same in number as with plain text: nothing opened, nothing closed.
        foreach (string tag in (string[])["<script", "</script", "<!--", "<td", "<figure"])
            Count(html, tag).ShouldBe(Count(harmless, tag), tag);
    }

    [Fact]
    public void The_page_refers_to_nothing_outside_itself()
    {
        string html = HtmlReport.Render(Page("text", sections: 5));
        Regex.IsMatch(html, """(src|href|action|data)\s*=\s*["']?(https?:)?//""").ShouldBeFalse();
        Regex.IsMatch(html, """url\(|@import|\bfetch\(|XMLHttpRequest|\bimport\(""").ShouldBeFalse();
        html.ShouldNotContain("<link");
        html.ShouldContain("default-src 'none'");
    }

    [Fact]
    public void Plot_data_are_json_with_null_for_gaps()
    {
        string html = HtmlReport.Render(Page(Hostile));
        string json = Regex.Match(html, "<script type=\"application/json\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;
        JsonElement series = JsonDocument.Parse(json).RootElement.GetProperty("series")[0];
        series.GetProperty("label").GetString().ShouldBe(Hostile);
        series.GetProperty("x").GetRawText().ShouldBe("[0,1,2]");
        series.GetProperty("y").GetRawText().ShouldBe("[1,null,3]");
    }

    [Fact]
    public void Every_plot_carries_its_picture_for_readers_without_scripts()
    {
        string html = HtmlReport.Render(Page("rate"));
        string data = Regex.Match(html, "class=\"static\"[^>]*base64,([^\"]+)\"").Groups[1].Value;
        XDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(data))).Root!.Name.LocalName.ShouldBe("svg");
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Contents_are_listed_from_the_fourth_section_on(int sections, bool listed)
    {
        string html = HtmlReport.Render(Page("a", sections));
        html.Contains("<nav", StringComparison.Ordinal).ShouldBe(listed);
        if (listed) html.ShouldContain("href=\"#section-4\"");
        html.ShouldContain($"id=\"section-{sections}\"");
    }

    [Fact]
    public void A_page_without_plots_carries_no_script() =>
        HtmlReport.Render(new Report("t", null, [new ReportSection("s", [new Paragraph("p")])])).ShouldNotContain("<script");

    private static int Count(string text, string part) => Regex.Count(text, Regex.Escape(part), RegexOptions.IgnoreCase);
}
