namespace Loadstone.Tests.Laboratory.Recordings;

/// <summary>Real instrument files of other people, which the repository does not hold; tests of them are skipped where they are absent.</summary>
internal static class Samples
{
    private const string Variable = "LOADSTONE_SAMPLES";

    private static readonly string? Folder = Find();

    /// <summary>The path of a file, or the end of the test.</summary>
    public static string Path(string name)
    {
        if (Folder is null) Assert.Skip($"The folder of real instrument files is absent; {Variable} may name it.");
        string path = System.IO.Path.Combine(Folder, name);
        if (!File.Exists(path)) Assert.Skip($"{path} is absent.");
        return path;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) return named;
        for (DirectoryInfo? folder = new(Repository.Root); folder is not null; folder = folder.Parent)
        {
            string samples = System.IO.Path.Combine(folder.FullName, "shared", "samples");
            if (Directory.Exists(samples)) return samples;
        }
        return null;
    }
}
