namespace Loadstone.Benchmarks;

/// <summary>Where the built command line stands.</summary>
internal static class CommandLineProgram
{
    /// <summary>The folder with Loadstone.slnx, above the running program.</summary>
    public static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Loadstone.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException("Run the benchmarks from within the repository.");
    }

    /// <summary>The release build of loadstone.</summary>
    public static string Path()
    {
        string path = System.IO.Path.Combine(Root(), "artifacts", "bin", "Loadstone.Cli", "release", "Loadstone.Cli.dll");
        return File.Exists(path) ? path : throw new InvalidOperationException($"Build first: dotnet build -c Release ({path} is missing).");
    }
}
