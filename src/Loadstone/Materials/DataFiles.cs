using System.Reflection;
using System.Text.Json;
using Loadstone.Numerics;

namespace Loadstone.Materials;

/// <summary>The data files that travel inside the assembly, by their path below Materials/.</summary>
internal static class DataFiles
{
    private const string Root = "Materials/";
    private static readonly Assembly Home = typeof(DataFiles).Assembly;

    /// <summary>Files in a folder with an ending, as path below Materials/, in order of name. Opens none of them.</summary>
    public static IEnumerable<string> List(string folder, string ending) => Home.GetManifestResourceNames()
        .Where(name => name.StartsWith(Root + folder, StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
        .Select(name => name[Root.Length..])
        .Order(StringComparer.Ordinal);

    /// <summary>A JSON file; comments are allowed, a field that stands twice is an error.</summary>
    public static JsonElement Json(string path)
    {
        using Stream stream = Open(path);
        try
        {
            using JsonDocument document = JsonDocument.Parse(stream,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false });
            return document.RootElement.Clone();
        }
        catch (JsonException problem)
        {
            throw new InputException(problem.Message, file: path, line: (int?)problem.LineNumber + 1, column: (int?)problem.BytePositionInLine + 1);
        }
    }

    /// <summary>A table of x and y.</summary>
    public static TableFunction Table(string path)
    {
        using var reader = new StreamReader(Open(path));
        return MaterialFiles.ParseTable(reader.ReadToEnd(), path);
    }

    private static Stream Open(string path) => Home.GetManifestResourceStream(Root + path)
        ?? throw new InputException("There is no such data file.", file: path);
}
