using System.ComponentModel;
using System.Diagnostics;

namespace Loadstone.Reports;

/// <summary>Turns SVG files into PNG files with a program that the machine may have.</summary>
public static class PngRenderer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Tries <c>rsvg-convert</c>, then <c>inkscape</c>, at twice the picture's size. Having neither is no error.
    /// </summary>
    /// <param name="svgPath">An existing SVG file.</param>
    /// <param name="pngPath">The file to write; an older one is replaced.</param>
    /// <returns>Name of the program that wrote the file, or null where none could.</returns>
    public static string? TryRender(string svgPath, string pngPath)
    {
        string svg = Path.GetFullPath(svgPath), png = Path.GetFullPath(pngPath);
        (string Program, string[] Arguments)[] renderers =
        [
            ("rsvg-convert", ["--zoom", "2", "--output", png, svg]),
            ("inkscape", ["--export-type=png", "--export-dpi=192", "--export-filename=" + png, svg]),
        ];
        DateTime before = LastWrite(png);
        foreach (var (program, arguments) in renderers)
        {
            if (Run(program, arguments) && LastWrite(png) != before) return program;
        }

        return null;
    }

    private static DateTime LastWrite(string path) => File.Exists(path) ? File.GetLastWriteTimeUtc(path) : DateTime.MinValue;

    private static bool Run(string program, string[] arguments)
    {
        // What such programs say of fonts and displays is not for the caller; both streams are drained so that they cannot block.
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start);
            if (process is null) return false;
            process.OutputDataReceived += static (_, _) => { };
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (process.WaitForExit(Patience)) return process.ExitCode == 0;
            process.Kill(entireProcessTree: true);
            return false;
        }
        catch (Win32Exception)
        {
            // The program is not installed.
            return false;
        }
    }
}
