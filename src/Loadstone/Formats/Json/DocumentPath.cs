namespace Loadstone.Formats.Json;

/// <summary>One step of a path: a name, or an index into a list.</summary>
/// <param name="Name">Name of a member (or of a list's element that has a name), or null.</param>
/// <param name="Index">Index into a list, or null.</param>
internal readonly record struct PathStep(string? Name, int? Index)
{
    /// <inheritdoc/>
    public override string ToString() => Name ?? $"[{Index}]";
}

/// <summary>A path into a document as a person writes it: <c>positive.layers[0].porosity</c>, <c>positive.layers.L.porosity</c>.</summary>
internal static class DocumentPath
{
    /// <summary>The steps of a path. Names with dots or brackets stand in brackets and quotes: <c>variants["a.b"]</c>.</summary>
    /// <param name="path">The path.</param>
    /// <param name="place">Where it was written, for the error.</param>
    /// <exception cref="InputException">The path is empty or a bracket or dot makes no sense.</exception>
    public static IReadOnlyList<PathStep> Parse(string path, JsonPlace place)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(place);
        var steps = new List<PathStep>();
        int at = 0;
        while (at < path.Length)
        {
            if (path[at] == '[')
            {
                int close = path.IndexOf(']', at);
                if (close < 0) throw place.Error($"The path \"{path}\" opens a bracket and does not close it.");
                steps.Add(Bracket(path[(at + 1)..close].Trim(), path, place));
                at = close + 1;
                continue;
            }
            if (path[at] == '.' && steps.Count > 0) at++;
            int end = path.AsSpan(at).IndexOfAny('.', '[');
            end = end < 0 ? path.Length : at + end;
            string name = path[at..end].Trim();
            if (name.Length == 0) throw place.Error($"The path \"{path}\" misses a name; write it like \"positive.layers[0].porosity\".");
            steps.Add(new PathStep(name, null));
            at = end;
        }
        if (steps.Count == 0 || path.EndsWith('.')) throw place.Error($"The path \"{path}\" misses a name; write it like \"positive.layers[0].porosity\".");
        return steps;
    }

    private static PathStep Bracket(string inside, string path, JsonPlace place)
    {
        if (int.TryParse(inside, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int index))
            return new PathStep(null, index);
        bool quoted = inside.Length > 2 && inside[0] == inside[^1] && inside[0] is '"' or '\'';
        if (quoted) return new PathStep(inside[1..^1], null);
        throw place.Error($"\"[{inside}]\" in the path \"{path}\" is neither an index, as in [0], nor a name in quotes.");
    }
}
