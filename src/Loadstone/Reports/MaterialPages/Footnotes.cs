namespace Loadstone.Reports.MaterialPages;

/// <summary>Texts below a table, each once, with the marks that point at them.</summary>
internal sealed class Footnotes
{
    private readonly List<string> _texts = [];

    /// <summary>The texts with their marks, in the order of their first use.</summary>
    public IReadOnlyList<string> Texts => [.. _texts.Select((text, i) => FormattableString.Invariant($"[{i + 1}] {text}"))];

    /// <summary>The mark of a text; empty for an empty text.</summary>
    public string Mark(string text)
    {
        if (text.Length == 0) return "";
        if (!_texts.Contains(text)) _texts.Add(text);
        return FormattableString.Invariant($"[{_texts.IndexOf(text) + 1}]");
    }
}
