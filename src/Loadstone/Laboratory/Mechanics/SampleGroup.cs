using System.IO.Enumeration;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>Samples that are replicates of each other.</summary>
/// <param name="Name">What they have in common: a binder, a process.</param>
/// <param name="Samples">Their names, in the order given.</param>
public sealed record SampleGroup(string Name, IReadOnlyList<string> Samples)
{
    /// <summary>Reads groups written as <c>IBC=ibc-1,ibc-2</c> or <c>IBC=ibc-*</c>.</summary>
    /// <param name="texts">One text a group.</param>
    /// <param name="samples">Names of all samples: files without folder and ending, the column behind a colon where a file holds several.</param>
    /// <param name="place">Option, for messages.</param>
    /// <exception cref="InputException">A text is no group, a name is of no sample, or a sample belongs to two groups.</exception>
    public static IReadOnlyList<SampleGroup> Parse(IReadOnlyList<string> texts, IReadOnlyList<string> samples, string place)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(samples);
        if (texts.Count > 0 && samples.GroupBy(s => s).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new InputException($"two files are named \"{twice.Key}\"; expected names that differ, so that groups can tell them apart.", file: place);
        var groups = new List<SampleGroup>();
        var owner = new Dictionary<string, string>();
        foreach (string text in texts)
        {
            (string name, string[] members) = Split(text, place);
            var found = new List<string>();
            foreach (string member in members)
            {
                string[] matches = [.. samples.Where(s => Matches(member, s))];
                if (matches.Length == 0) throw new InputException($"the group \"{name}\" names \"{member}\", which is none of the samples {string.Join(", ", samples)}.", file: place);
                found.AddRange(matches.Except(found).ToArray());
            }
            foreach (string sample in found)
            {
                if (!owner.TryAdd(sample, name)) throw new InputException($"the sample \"{sample}\" stands in the groups \"{owner[sample]}\" and \"{name}\"; expected one group for each.", file: place);
            }
            groups.Add(new SampleGroup(name, found));
        }
        return groups;
    }

    /// <summary>Name and members of <c>NAME=member,member</c>.</summary>
    /// <exception cref="InputException">The name or the members are missing.</exception>
    public static (string Name, string[] Members) Split(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        string[] members = parts.Length == 2 ? parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
        return members.Length > 0 && parts[0].Length > 0 ? (parts[0], members)
            : throw new InputException($"\"{text}\" is no group; expected a name and its samples, such as \"IBC=ibc-1,ibc-2\" or \"IBC=ibc-*\".", file: place);
    }

    private static bool Matches(string pattern, string sample)
    {
        string bare = Path.GetFileName(pattern);
        return Candidates(sample).Any(s => FileSystemName.MatchesSimpleExpression(bare, s) || FileSystemName.MatchesSimpleExpression(Path.GetFileNameWithoutExtension(bare), s));
    }

    private static string[] Candidates(string sample) => sample.Split(": ", 2) is [var file, _] ? [sample, file] : [sample];
}
