namespace Loadstone.Tests;

/// <summary>Where the repository stands: the folder that holds Loadstone.slnx, above the test's own.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Loadstone.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException($"No Loadstone.slnx above {AppContext.BaseDirectory}.");
    }
}
