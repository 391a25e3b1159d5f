namespace Loadstone.Designs.Fields;

/// <summary>Small words of the messages.</summary>
internal static class Wording
{
    /// <summary>The noun with its article: "an electrode".</summary>
    public static string Article(string noun) => ("aeiou".Contains(noun[0], StringComparison.Ordinal) ? "an " : "a ") + noun;

    /// <summary>The text as a sentence begins.</summary>
    public static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
