using System.Text;
using Loadstone.Materials;

namespace Loadstone.Reports.MaterialPages;

/// <summary>What there is to show of a material or of a published parameter set.</summary>
public sealed record MaterialPage
{
    /// <summary>Name that documents use.</summary>
    public required string Name { get; init; }

    /// <summary>Name that reports show.</summary>
    public required string Title { get; init; }

    /// <summary>Sentences below the title: notes, other names.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Its values by name.</summary>
    public required IReadOnlyList<(string Property, SourcedValue Value)> Values { get; init; }

    /// <summary>Its functions by name.</summary>
    public required IReadOnlyList<(string Property, SourcedFunction Function)> Functions { get; init; }

    /// <summary>The page of what has this name: a material of the catalogue or a parameter set.</summary>
    /// <exception cref="InputException">Nothing has this name.</exception>
    public static MaterialPage Find(string name)
    {
        bool isSet = ParameterSets.Names.Contains(name, StringComparer.OrdinalIgnoreCase);
        return isSet ? ParameterSetPage.Of(ParameterSets.Load(name)) : Of(Catalogue.Default.Find(name));
    }

    /// <summary>"specificSurface" as people say it: "specific surface".</summary>
    public static string Words(string property)
    {
        var words = new StringBuilder(property.Length + 4);
        foreach (char c in property)
        {
            if (char.IsUpper(c)) words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }
        // Two words that stand for one thing are hyphenated before a third.
        return words.Replace("open circuit", "open-circuit").Replace("exchange current", "exchange-current").ToString();
    }

    private static MaterialPage Of(Material material)
    {
        List<string> notes = [.. material.Notes];
        if (material.Aliases.Count > 0) notes.Add($"Also found as: {string.Join(", ", material.Aliases)}.");
        return new MaterialPage
        {
            Name = material.Name,
            Title = material.Title,
            Notes = notes,
            Values = [.. material.Values.Select(v => (Words(v.Property), v.Value))],
            Functions = [.. material.Functions.Select(f => (Words(f.Property), f.Function))],
        };
    }
}
