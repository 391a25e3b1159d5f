using Loadstone.Reports;

namespace Loadstone.Designs.Runs;

/// <summary>Writes an account of energy: energy.json, energy.html, pictures in <c>plots</c>.</summary>
public static class EnergyFiles
{
    /// <summary>Writes the files, each whole or not at all; older files of the same names are replaced.</summary>
    /// <param name="outcome">The account.</param>
    /// <param name="folder">The folder; made if it is missing.</param>
    /// <param name="command">The command that repeats it, or null.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static RunFilesWritten Write(EnergyOutcome outcome, string folder, string? command = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(folder);
        ReportFilesWritten files = ReportFiles.Write(EnergyReport.Compose(outcome, command), EnergyReport.ToJson(outcome, command), folder, "energy.html", "energy.json");
        return new RunFilesWritten(folder, files.Page, files.Data, 0, files.PlotCount, files.PngRenderer);
    }
}
