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
        ReportFilesWritten files = ReportFiles.Write(RunReport.Compose(outcome, command), RunReport.ToJson(outcome, command), folder);
        return new RunFilesWritten(folder, files.Page, files.Data, WriteCurves(outcome, curves), files.PlotCount, files.PngRenderer);
    }

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
}
