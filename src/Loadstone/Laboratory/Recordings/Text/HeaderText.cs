using System.Text;

namespace Loadstone.Laboratory.Recordings.Text;

/// <summary>Headers of columns: <c>Voltage(V)</c>, <c>I[mA]</c>, <c>Ewe/V</c>, <c>Step Duration#s</c>, <c>test_time_s</c>, <c>Test Time / s</c>.</summary>
internal static class HeaderText
{
    /// <summary>The ways to read a header as a name and a unit, likeliest first; the whole as a name without unit is among them.</summary>
    public static IEnumerable<(string Name, string? Unit)> Readings(string header)
    {
        string text = header.Trim();
        if (text.Length == 0) yield break;
        yield return (text, null);
        (char Open, char Close)[] brackets = [('(', ')'), ('[', ']')];
        foreach ((char open, char close) in brackets)
        {
            int start = text.LastIndexOf(open), end = text.LastIndexOf(close);
            if (start > 0 && end > start && end == text.Length - 1) yield return (text[..start], text[(start + 1)..end].Trim());
        }
        foreach (char separator in (char[])['/', '#', '_', ','])
        {
            int cut = text.LastIndexOf(separator);
            if (cut > 0 && cut < text.Length - 1) yield return (text[..cut], text[(cut + 1)..].Trim());
        }
    }

    /// <summary>A name without what programs write differently: case, blanks, underscores, points, brackets of means.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (!char.IsWhiteSpace(c) && c is not ('_' or '.' or '<' or '>' or '~')) key.Append(char.ToLowerInvariant(c));
        }
        return key.ToString();
    }
}
