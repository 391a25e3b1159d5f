using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

/// <summary>Commands that are stopped in the middle and started again.</summary>
internal static class Interruption
{
    /// <summary>Presses Ctrl-C as soon as progress shows a line that begins as given.</summary>
    public static void Stop(string[] command, string at)
    {
        using var stop = new CancellationTokenSource();
        using var output = new StringWriter();
        using var error = new Watch(at, stop);
        CommandLine.Run(command, output, error, stop.Token).ShouldBe(ExitCode.Failed);
        error.ToString().ShouldContain("stopped");
    }

    /// <summary>Runs a command through and takes its files away: their contents by name.</summary>
    public static Dictionary<string, byte[]> Whole(string[] command, string folder)
    {
        Shell.Run(command).Code.ShouldBe(ExitCode.Done);
        Dictionary<string, byte[]> whole = Contents(folder);
        whole.Keys.ShouldNotContain(key => key.StartsWith("checkpoint", StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
        return whole;
    }

    /// <summary>Runs a command that was stopped to its end: its files are those of one that ran through, byte for byte.</summary>
    public static void ShouldEndWith(string[] command, string folder, Dictionary<string, byte[]> whole)
    {
        Shell.Run(command).Code.ShouldBe(ExitCode.Done);
        Dictionary<string, byte[]> resumed = Contents(folder);
        resumed.Keys.Order().ShouldBe(whole.Keys.Order());
        foreach ((string file, byte[] content) in whole) resumed[file].ShouldBe(content, file);
    }

    private static Dictionary<string, byte[]> Contents(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) != ".png").ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllBytes);

    private sealed class Watch(string start, CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.StartsWith(start, StringComparison.Ordinal) == true) stop.Cancel();
        }
    }
}
