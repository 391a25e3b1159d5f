using Loadstone.Designs.Runs;
using Loadstone.Reports;

namespace Loadstone.Designs.Making;

/// <summary>Writes how electrodes were made: make.json, make.html, pictures in <c>plots</c>.</summary>
public static class MakeFiles
{
    /// <summary>Writes the files, each whole or not at all; older files of the same names are replaced.</summary>
    /// <param name="outcome">What was made.</param>
    /// <param name="folder">The folder; made if it is missing.</param>
    /// <param name="command">The command that repeats it, or null.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static RunFilesWritten Write(MakeOutcome outcome, string folder, string? command = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(folder);
        ReportFilesWritten files = ReportFiles.Write(MakeReport.Compose(outcome, command), MakeReport.ToJson(outcome, command), folder, "make.html", "make.json");
        return new RunFilesWritten(folder, files.Page, files.Data, 0, files.PlotCount, files.PngRenderer);
    }
}
