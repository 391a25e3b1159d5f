using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Loadstone.Formats;
using Loadstone.Reports;

namespace Loadstone.Designs.Runs;

/// <summary>What was written of a run.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Report">The page.</param>
/// <param name="Data">The data file, <c>results.json</c>.</param>
/// <param name="CurveCount">Files with time series.</param>
/// <param name="PlotCount">Pictures.</param>
/// <param name="PngRenderer">Name of the program that made PNG files of the pictures, or null where none was found.</param>
public sealed record RunFilesWritten(string Folder, string Report, string Data, int CurveCount, int PlotCount, string? PngRenderer);

/// <summary>Writes what a run gave: results.json, report.html, time series in <c>curves</c>, pictures in <c>plots</c>.</summary>
public static class RunFiles
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes the files, each whole or not at all; older files of the same names are replaced.</summary>
    /// <param name="outcome">The run.</param>
    /// <param name="folder">The folder; made if it is missing.</param>
    /// <param name="command">The command that repeats the run, or null.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static RunFilesWritten Write(RunOutcome outcome, string folder, string? command = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(folder);
        string curves = Directory.CreateDirectory(Path.Combine(folder, "curves")).FullName;
        string pictures = Directory.CreateDirectory(Path.Combine(folder, "plots")).FullName;
        Report report = RunReport.Compose(outcome, command);
        string data = Path.Combine(folder, "results.json"), page = Path.Combine(folder, "report.html");
        AtomicFile.Write(data, Text(RunReport.ToJson(outcome, command)));
        AtomicFile.Write(page, HtmlReport.Render(report));
        int curveCount = WriteCurves(outcome, curves);
        IReadOnlyList<string> svg = WritePictures(report, pictures);
        return new RunFilesWritten(folder, page, data, curveCount, svg.Count, RenderPng(svg));
    }

    /// <summary>Data as they stand in a file.</summary>
    internal static string Text(JsonObject data) => data.ToJsonString(Layout) + "\n";

    private static int WriteCurves(RunOutcome outcome, string folder)
    {
        var stems = new UniqueStems();
        int count = 0;
        foreach (VariantOutcome variant in outcome.Variants)
        {
            foreach (ProtocolOutcome protocol in variant.Protocols)
            {
                BatteryDataFormat.WriteFile(Path.Combine(folder, stems.Of(variant.Name) + ".bdf.csv"), protocol.Result.Steps);
                count++;
            }
        }
        return count;
    }

    /// <summary>Writes the pictures of a report as SVG and gives their paths.</summary>
    internal static IReadOnlyList<string> WritePictures(Report report, string folder)
    {
        var stems = new UniqueStems();
        var files = new List<string>();
        foreach (ReportBlock block in report.Sections.SelectMany(section => section.Blocks))
        {
            (string Name, string Svg)? picture = block switch
            {
                Plot plot => (plot.Name, SvgPlot.Render(plot)),
                Drawing drawing => (drawing.Name, drawing.Svg),
                _ => null,
            };
            if (picture is not { } one) continue;
            string file = Path.Combine(folder, stems.Of(one.Name) + ".svg");
            AtomicFile.Write(file, one.Svg);
            files.Add(file);
        }
        return files;
    }

    /// <summary>Makes PNG files of pictures; the name of the renderer, or null where the machine has none.</summary>
    internal static string? RenderPng(IReadOnlyList<string> svg)
    {
        // The first picture tells whether the machine has a renderer; the others need not wait for each other.
        if (svg.Count == 0 || Render(svg[0]) is not { } renderer) return null;
        Parallel.ForEach(svg.Skip(1), file => Render(file));
        return renderer;

        static string? Render(string file) => PngRenderer.TryRender(file, Path.ChangeExtension(file, ".png"));
    }

    /// <summary>File stems of names, with a number where two names come to the same.</summary>
    private sealed class UniqueStems
    {
        private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

        public string Of(string name)
        {
            string stem = FileStem.From(name), unique = stem;
            for (int i = 2; !_taken.Add(unique); i++) unique = FormattableString.Invariant($"{stem}-{i}");
            return unique;
        }
    }
}
