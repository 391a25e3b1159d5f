using System.ComponentModel;
using System.Diagnostics;
using Loadstone.Web;

namespace Loadstone.Tests.Web;

/// <summary>Programs that tests of the page need: found, or installed from Debian's packages where that is allowed.</summary>
internal static class Programs
{
    private static readonly Lazy<string?> Browser = new(() => Find("chromium", "chromium-browser", "google-chrome") ?? (Install("chromium") ? Find("chromium") : null));
    private static readonly Lazy<string?> NodeProgram = new(() => Find("node"));

    private static readonly bool HasPage = typeof(Workbench).Assembly.GetManifestResourceNames().Contains("page/index.html");

    /// <summary>The browser; the test is skipped where there is none.</summary>
    public static string Chromium => Browser.Value ?? Missing("Chromium is not installed, and could not be installed here.");

    /// <summary>Node.js; the test is skipped where there is none. The build has looked for it before, and installed it where it may.</summary>
    public static string Node => NodeProgram.Value ?? Missing("Node.js is not installed, and could not be installed here.");

    /// <summary>The test is skipped where the page is not built.</summary>
    public static void NeedPage()
    {
        if (!HasPage) Missing("The workbench's page is not built: Node.js 20.19 or newer with npm is missing, and could not be installed here.");
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code, and what it wrote.</returns>
    public static async Task<(int Code, string Output)> RunAsync(string program, string folder, CancellationToken cancellation, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // Builders that stay for a next time would hold the output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation), error = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return (process.ExitCode, await output + await error);
    }

    private static string Missing(string why)
    {
        Assert.Skip(why);
        return "";
    }

    private static string? Find(params string[] names) =>
        names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    private static bool Install(string package)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get")) return false;
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends {package}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
