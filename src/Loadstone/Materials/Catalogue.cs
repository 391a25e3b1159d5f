using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Loadstone.Materials;

/// <summary>
/// The built-in materials. A file is read when its material is first asked for, so that looking one up costs one small file.
/// Safe to share between threads.
/// </summary>
public sealed class Catalogue
{
    private const string AliasFile = "catalogue/aliases.json";

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal); // by name
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal); // by name or alias in its plain form
    private readonly ConcurrentDictionary<string, Material> _read = new(StringComparer.Ordinal);

    private Catalogue()
    {
        foreach (MaterialKind kind in MaterialKind.All)
        {
            foreach (string file in DataFiles.List($"catalogue/{kind.Folder}/", ".json"))
            {
                string name = Path.GetFileNameWithoutExtension(file);
                _entries.Add(name, new Entry(kind, file, []));
                _names.Add(Plain(name), name);
            }
        }
        foreach (JsonProperty aliases in DataFiles.Json(AliasFile).EnumerateObject())
        {
            if (!_entries.TryGetValue(aliases.Name, out Entry? entry))
                throw new InputException("There is no such material.", aliases.Name, AliasFile);
            string[] texts = [.. aliases.Value.EnumerateArray().Select(alias => alias.GetString()!)];
            _entries[aliases.Name] = entry with { Aliases = texts };
            foreach (string alias in texts)
            {
                if (!_names.TryAdd(Plain(alias), aliases.Name))
                    throw new InputException($"\"{alias}\" already names {_names[Plain(alias)]}.", aliases.Name, AliasFile);
            }
        }
    }

    /// <summary>The one catalogue.</summary>
    public static Catalogue Default { get; } = new();

    /// <summary>Every material, by kind and then by name. Reads all files.</summary>
    public IReadOnlyList<Material> All => [.. _entries.Keys.Select(Load)];

    /// <summary>The names of one kind, without reading their files.</summary>
    public IReadOnlyList<string> NamesOf(MaterialKind kind) => [.. _entries.Where(e => e.Value.Kind == kind).Select(e => e.Key)];

    /// <summary>The material with a name or alias; case, spaces and hyphens do not matter.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public Material Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _names.TryGetValue(Plain(name), out string? known) ? Load(known) : throw Unknown(name, "material", _entries.Keys);
    }

    /// <summary>The material of one kind with a name or alias; case, spaces and hyphens do not matter.</summary>
    /// <typeparam name="T">The record of that kind, such as <see cref="ActiveMaterial"/>.</typeparam>
    /// <exception cref="InputException">There is none, or it is of another kind.</exception>
    public T Find<T>(string name)
        where T : Material
    {
        ArgumentNullException.ThrowIfNull(name);
        MaterialKind wanted = MaterialKind.All.First(kind => kind.Type == typeof(T));
        if (!_names.TryGetValue(Plain(name), out string? known)) throw Unknown(name, wanted.Title, NamesOf(wanted));
        if (_entries[known].Kind is var found && found != wanted)
            throw new InputException($"\"{name}\" is {WithArticle(found)}; expected {WithArticle(wanted)}: {string.Join(", ", NamesOf(wanted))}.");
        return (T)Load(known);
    }

    private Material Load(string name) => _read.GetOrAdd(name, key =>
    {
        Entry entry = _entries[key];
        JsonElement own = DataFiles.Json(entry.File);
        JsonElement? parent = null;
        if (own.TryGetProperty("like", out JsonElement like))
        {
            string template = like.GetString() ?? "";
            if (!_entries.TryGetValue(template, out Entry? other) || other.Kind != entry.Kind)
                throw new InputException($"There is no {entry.Kind.Title} \"{template}\".", "like", entry.File);
            parent = DataFiles.Json(other.File);
        }
        string folder = $"catalogue/{entry.Kind.Folder}/";
        var reader = new MaterialReader(key, own, parent, entry.File, table => DataFiles.Table(folder + table)) { Aliases = entry.Aliases };
        Material material = entry.Kind.Read(reader);
        reader.Finish();
        return material;
    });

    private InputException Unknown(string name, string kind, IEnumerable<string> names)
    {
        string[] known = [.. names];
        IEnumerable<string> spellings = known.Concat(known.SelectMany(n => _entries[n].Aliases));
        string hint = NearestName.Find(name, spellings) is { } near ? $"did you mean {near}? " : "";
        return new InputException($"\"{name}\" is no {kind} of the catalogue; {hint}Known: {string.Join(", ", known)}.");
    }

    private static string WithArticle(MaterialKind kind) => ("aeiou".Contains(kind.Title[0]) ? "an " : "a ") + kind.Title;

    /// <summary>A name without case, spaces, hyphens and other marks, and with subscripts as digits.</summary>
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (c is >= '₀' and <= '₉') plain.Append((char)('0' + (c - '₀')));
            else if (char.IsLetterOrDigit(c) || c == '.') plain.Append(char.ToLowerInvariant(c));
        }
        return plain.ToString();
    }

    private sealed record Entry(MaterialKind Kind, string File, IReadOnlyList<string> Aliases);
}
