namespace Loadstone;

/// <summary>Finds the known name that a person most likely meant: the "did you mean" of every error message.</summary>
public static class NearestName
{
    /// <summary>
    /// The candidate nearest to <paramref name="text"/> by the number of letters to insert, drop, change or swap
    /// with a neighbour (optimal string alignment; F. J. Damerau, Commun. ACM 7, 171, 1964), case ignored.
    /// A candidate that continues the text, or that the text continues, counts as one letter away.
    /// </summary>
    /// <param name="text">What was written.</param>
    /// <param name="candidates">The known names, the preferred first: of equally near ones the first wins.</param>
    /// <returns>The nearest candidate, or null when none is near enough to be a slip of the pen.</returns>
    public static string? Find(string text, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(candidates);
        string? nearest = null;
        int smallest = int.MaxValue;
        foreach (string candidate in candidates)
        {
            int distance = Continues(text, candidate) ? 1 : Distance(text, candidate);
            int longer = Math.Max(text.Length, candidate.Length);
            bool isSlip = distance <= Math.Min((longer + 2) / 3, longer / 2);
            if (!isSlip || distance >= smallest) continue;
            smallest = distance;
            nearest = candidate;
        }
        return nearest;
    }

    private static bool Continues(string text, string candidate) =>
        Math.Min(text.Length, candidate.Length) >= 3 && text.Length != candidate.Length
        && (candidate.StartsWith(text, StringComparison.OrdinalIgnoreCase) || text.StartsWith(candidate, StringComparison.OrdinalIgnoreCase));

    /// <summary>Edits from one text to the other: insertions, deletions, changes and swaps of neighbours, case ignored.</summary>
    internal static int Distance(string from, string to)
    {
        // Three rows of the usual table are enough: a swap looks back two.
        int[] beforeLast = new int[to.Length + 1], last = new int[to.Length + 1], row = new int[to.Length + 1];
        for (int j = 0; j <= to.Length; j++) row[j] = j;
        for (int i = 1; i <= from.Length; i++)
        {
            (beforeLast, last, row) = (last, row, beforeLast);
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int change = Same(from[i - 1], to[j - 1]) ? 0 : 1;
                int best = Math.Min(last[j - 1] + change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1]))
                    best = Math.Min(best, beforeLast[j - 2] + 1);
                row[j] = best;
            }
        }
        return row[to.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
