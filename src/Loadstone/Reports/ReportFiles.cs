using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Loadstone.Formats;

namespace Loadstone.Reports;

/// <summary>What was written of a report.</summary>
/// <param name="Page">The page.</param>
/// <param name="Data">The data file.</param>
/// <param name="PlotCount">Pictures.</param>
/// <param name="PngRenderer">Name of the program that made PNG files of the pictures, or null where none was found.</param>
public sealed record ReportFilesWritten(string Page, string Data, int PlotCount, string? PngRenderer);

/// <summary>Writes a report as files: one page, its numbers as JSON, its pictures.</summary>
public static class ReportFiles
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes <c>stem.html</c>, <c>stem.json</c> and <c>plots</c>, each file whole or not at all; older files of the same names are replaced.</summary>
    /// <param name="report">The report.</param>
    /// <param name="data">Its numbers.</param>
    /// <param name="folder">The folder; made if it is missing.</param>
    /// <param name="page">Name of the page.</param>
    /// <param name="dataName">Name of the data file.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static ReportFilesWritten Write(Report report, JsonObject data, string folder, string page = "report.html", string dataName = "results.json")
    {
        string pictures = Directory.CreateDirectory(Path.Combine(folder, "plots")).FullName;
        string pagePath = Path.Combine(folder, page), dataPath = Path.Combine(folder, dataName);
        AtomicFile.Write(dataPath, data.ToJsonString(Layout) + "\n");
        AtomicFile.Write(pagePath, HtmlReport.Render(report));
        IReadOnlyList<string> svg = WritePictures(report, pictures);
        return new ReportFilesWritten(pagePath, dataPath, svg.Count, RenderPng(svg));
    }

    private static List<string> WritePictures(Report report, string folder)
    {
        var stems = new UniqueStems();
        var files = new List<string>();
        foreach (ReportBlock block in report.Sections.SelectMany(section => section.Blocks))
        {
            (string Name, string Svg)? picture = block switch
            {
                Plot plot => (plot.Name, SvgPlot.Render(plot)),
                Drawing drawing => (drawing.Name, drawing.Svg),
                Animation animation => (animation.Name, animation.Poster.Svg),
                _ => null,
            };
            if (picture is not { } one) continue;
            string file = Path.Combine(folder, stems.Of(one.Name) + ".svg");
            AtomicFile.Write(file, one.Svg);
            files.Add(file);
        }
        return files;
    }

    private static string? RenderPng(IReadOnlyList<string> svg)
    {
        // The first picture tells whether the machine has a renderer; the others need not wait for each other.
        if (svg.Count == 0 || Render(svg[0]) is not { } renderer) return null;
        Parallel.ForEach(svg.Skip(1), file => Render(file));
        return renderer;

        static string? Render(string file) => PngRenderer.TryRender(file, Path.ChangeExtension(file, ".png"));
    }
}
