namespace Loadstone.Reports;

/// <summary>File stems of names, with a number where two names come to the same.</summary>
internal sealed class UniqueStems
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The stem of a name, which no other name gets.</summary>
    public string Of(string name)
    {
        string stem = FileStem.From(name), unique = stem;
        for (int i = 2; !_taken.Add(unique); i++) unique = FormattableString.Invariant($"{stem}-{i}");
        return unique;
    }
}
