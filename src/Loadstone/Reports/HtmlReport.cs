using System.Globalization;
using System.Text;
using static Loadstone.Reports.Markup;

namespace Loadstone.Reports;

/// <summary>Turns a <see cref="Report"/> into one HTML page.</summary>
public static class HtmlReport
{
    private const int SectionsWithoutContents = 3;

    /// <summary>
    /// The page, complete in itself: style, script, data and pictures are inside, and its content policy forbids the browser to
    /// load anything else. Plots can be hovered and zoomed, animations play; without scripts, and in print, the page shows them as pictures.
    /// Every text is shown as it stands, never read as markup.
    /// </summary>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Escape(report.Title)}</title>
            <style>
            {Asset("uPlot.min.css")}
            {Asset("report.css")}
            </style>
            </head>
            <body>
            <main>
            <header>
            <h1>{Escape(report.Title)}</h1>
            {(report.Subtitle is { } subtitle ? $"<p class=\"subtitle\">{Escape(subtitle)}</p>" : "")}
            </header>

            """);
        if (report.Sections.Count > SectionsWithoutContents) AppendContents(html, report.Sections);
        for (int i = 0; i < report.Sections.Count; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<section id=\"section-{i + 1}\">\n<h2>{Escape(report.Sections[i].Heading)}</h2>\n");
            foreach (ReportBlock block in report.Sections[i].Blocks) HtmlBlock.Append(html, block);
            html.Append("</section>\n");
        }

        html.Append("</main>\n");
        ReportBlock[] blocks = [.. report.Sections.SelectMany(section => section.Blocks)];
        if (blocks.Any(block => block is Plot)) html.Append(CultureInfo.InvariantCulture, $"<script>\n{Asset("uPlot.iife.min.js")}\n{Asset("report.js")}</script>\n");
        if (blocks.Any(block => block is Animation)) html.Append(CultureInfo.InvariantCulture, $"<script>\n{Asset("animation.js")}</script>\n");
        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void AppendContents(StringBuilder html, IReadOnlyList<ReportSection> sections)
    {
        html.Append("<nav aria-label=\"Contents\">\n<strong>Contents</strong>\n<ol>\n");
        for (int i = 0; i < sections.Count; i++)
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#section-{i + 1}\">{Escape(sections[i].Heading)}</a></li>\n");
        html.Append("</ol>\n</nav>\n");
    }

    private static string Asset(string name)
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("Reports/assets/" + name)
            ?? throw new InvalidOperationException($"The library was built without its resource {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
