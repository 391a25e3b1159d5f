using System.Text;

namespace Loadstone.Reports;

/// <summary>File names from the names that people give to things.</summary>
public static class FileStem
{
    /// <summary>
    /// The text in lower case with every run of other characters than ASCII letters, digits, '.' and '_' turned into one '-':
    /// <c>L-Dry-S, 2 C</c> becomes <c>l-dry-s-2-c</c>; what leaves nothing becomes <c>plot</c>.
    /// </summary>
    public static string From(string text)
    {
        var stem = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '.' or '_') stem.Append(char.ToLowerInvariant(c));
            else if (stem.Length > 0 && stem[^1] != '-') stem.Append('-');
        }

        // Neither a hidden file nor one with an empty extension.
        string trimmed = stem.ToString().Trim('-', '.');
        return trimmed.Length == 0 ? "plot" : trimmed;
    }
}
