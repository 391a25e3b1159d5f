namespace Loadstone.Cli;

/// <summary>Checks where results are to go before any work is done.</summary>
internal static class OutputPath
{
    /// <summary>The path, if a file can be written there.</summary>
    /// <exception cref="InputException">Its folder is missing or cannot be written, or it is a folder itself.</exception>
    public static string File(string path)
    {
        if (Directory.Exists(path)) throw new InputException("this is a folder; expected a file to write.", file: path);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? Path.GetFullPath(path);
        if (!Directory.Exists(folder)) throw new InputException($"the folder {folder} does not exist; a file cannot be written there.", file: path);
        Probe(folder, path);
        return path;
    }

    /// <summary>The folder, made if it is missing, if files can be written in it.</summary>
    /// <exception cref="InputException">It cannot be made or written.</exception>
    public static string Folder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"the output folder cannot be made: {e.Message}", file: path);
        }
        Probe(path, path);
        return path;
    }

    /// <summary>Takes back a folder into which nothing was written.</summary>
    public static void RemoveEmpty(string path)
    {
        if (Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any()) Directory.Delete(path);
    }

    private static void Probe(string folder, string shown)
    {
        string probe = Path.Combine(folder, $".loadstone-{Environment.ProcessId}.tmp");
        try
        {
            using FileStream stream = System.IO.File.Create(probe, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"nothing can be written there: {e.Message}", file: shown);
        }
    }
}
