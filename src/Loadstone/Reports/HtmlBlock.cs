using System.Diagnostics;
using System.Globalization;
using System.Text;
using static Loadstone.Reports.Markup;

namespace Loadstone.Reports;

/// <summary>The HTML of each kind of block.</summary>
internal static class HtmlBlock
{
    internal static void Append(StringBuilder html, ReportBlock block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                html.Append(CultureInfo.InvariantCulture, $"<p>{Escape(paragraph.Text)}</p>\n");
                break;
            case BulletList list:
                html.Append(CultureInfo.InvariantCulture, $"<ul>\n{string.Concat(list.Items.Select(item => $"<li>{Escape(item)}</li>\n"))}</ul>\n");
                break;
            case Table table:
                AppendTable(html, table);
                break;
            case Plot plot:
                AppendPlot(html, plot);
                break;
            case Drawing drawing:
                AppendDrawing(html, drawing);
                break;
            case Animation animation:
                AppendAnimation(html, animation);
                break;
            default:
                throw new UnreachableException($"A report cannot hold a {block.GetType().Name}.");
        }
    }

    private static void AppendTable(StringBuilder html, Table table)
    {
        html.Append("<div class=\"scroll\">\n<table class=\"data\">\n");
        if (table.Title.Length > 0) html.Append(CultureInfo.InvariantCulture, $"<caption>{Escape(table.Title)}</caption>\n");
        html.Append("<thead>\n<tr>");
        foreach (TableColumn column in table.Columns)
        {
            string unit = string.IsNullOrEmpty(column.Unit) ? "" : $" <span class=\"unit\">/ {Escape(column.Unit)}</span>";
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Class(column)}>{Escape(column.Title)}{unit}</th>");
        }

        html.Append("</tr>\n</thead>\n<tbody>\n");
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            html.Append("<tr>");
            for (int c = 0; c < row.Count; c++)
                html.Append(CultureInfo.InvariantCulture, $"<td{Class(table.Columns[c])}>{Escape(row[c])}</td>");
            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n</div>\n");
        foreach (string line in (string[])[.. table.Note is null ? [] : (string[])[table.Note], .. table.Footnotes ?? []])
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Escape(line)}</p>\n");
    }

    private static string Class(TableColumn column) => column.Align switch
    {
        Alignment.Right => " class=\"right\"",
        Alignment.Center => " class=\"center\"",
        _ => "",
    };

    private static void AppendPlot(StringBuilder html, Plot plot)
    {
        html.Append(CultureInfo.InvariantCulture, $"""
            <figure class="plot">
            <h3>{Escape(plot.Title)}</h3>
            <div class="canvas"></div>
            <img class="static" alt="{Escape(plot.Title)}" src="{DataUri(SvgPlot.Render(plot))}">
            <script type="application/json">{PlotJson.Render(plot)}</script>
            {Caption(plot.Caption)}<div class="tools"></div>
            </figure>

            """);
    }

    private static void AppendDrawing(StringBuilder html, Drawing drawing)
    {
        html.Append(CultureInfo.InvariantCulture, $"""
            <figure>
            <h3>{Escape(drawing.Title)}</h3>
            <img alt="{Escape(drawing.Title)}" src="{DataUri(drawing.Svg)}">
            {Caption(drawing.Caption)}</figure>

            """);
    }

    private static void AppendAnimation(StringBuilder html, Animation animation)
    {
        html.Append(CultureInfo.InvariantCulture, $"""
            <figure class="animation">
            <h3>{Escape(animation.Title)}</h3>
            <div class="stage"><img alt="{Escape($"{animation.Title}: {animation.Labels[^1]}")}" src="{DataUri(animation.Poster.Svg)}"></div>
            <div class="player"></div>
            <script type="application/json">{AnimationJson.Render(animation)}</script>
            {Caption(animation.Caption)}</figure>

            """);
    }

    private static string Caption(string? caption) => caption is null ? "" : $"<figcaption>{Escape(caption)}</figcaption>\n";

    // As the source of an image a drawing can neither run scripts nor clash with the page's ids and styles.
    private static string DataUri(string svg) => "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));
}
