namespace Loadstone.Materials;

/// <summary>The published cell parameter sets that come with the library.</summary>
public static class ParameterSets
{
    private const string Folder = "sets/";

    /// <summary>Their names, in alphabetical order. Reads no file.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. DataFiles.List(Folder, ".json").Select(file => Path.GetFileNameWithoutExtension(file)!)];

    /// <summary>The set with a name; case does not matter.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static ParameterSet Load(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string? known = Names.FirstOrDefault(n => n.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        if (known is null)
        {
            string hint = NearestName.Find(name, Names) is { } near ? $"did you mean {near}? " : "";
            throw new InputException($"\"{name}\" is no parameter set; {hint}Known: {string.Join(", ", Names)}.");
        }
        string file = $"{Folder}{known}.json";
        var reader = new MaterialReader(known, DataFiles.Json(file), null, file, table => DataFiles.Table(Folder + table));
        ParameterSet set = ParameterSet.Read(reader);
        reader.Finish();
        return set;
    }
}
