namespace Loadstone.Laboratory.Peaks;

/// <summary>Two peaks by their names.</summary>
/// <param name="First">The one above the line, or the farther one.</param>
/// <param name="Second">The other.</param>
public sealed record PeakPair(string First, string Second)
{
    /// <summary>Both names: <c>Eg/A1g</c>.</summary>
    public string Name => $"{First}/{Second}";

    /// <summary>Reads <c>Eg/A1g</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="windows">The peaks that are known; empty where peaks are found and numbered.</param>
    /// <param name="place">Option, for messages.</param>
    /// <exception cref="InputException">It is no pair, or names a peak that is not known.</exception>
    public static PeakPair Parse(string text, IReadOnlyList<PeakWindow> windows, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(windows);
        string[] names = text.Split('/', StringSplitOptions.TrimEntries);
        if (names.Length != 2 || names[0].Length == 0 || names[1].Length == 0) throw new InputException($"\"{text}\" is no pair of peaks; expected two names such as \"Eg/A1g\".", file: place);
        foreach (string name in names)
        {
            if (windows.Count > 0 && windows.All(w => w.Name != name))
                throw new InputException($"\"{name}\" is none of the peaks {string.Join(", ", windows.Select(w => $"\"{w.Name}\""))}.", file: place);
        }
        return new PeakPair(names[0], names[1]);
    }

    /// <summary>The two peaks, each null where it was not found.</summary>
    /// <param name="found">The peaks.</param>
    public (FittedPeak? First, FittedPeak? Second) In(PeakAnalysis found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return (found.Find(First), found.Find(Second));
    }
}
