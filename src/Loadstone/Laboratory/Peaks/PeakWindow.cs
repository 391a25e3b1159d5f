using System.Globalization;

namespace Loadstone.Laboratory.Peaks;

/// <summary>Where a person looks for a peak.</summary>
/// <param name="Name">Its name: <c>A1g</c>.</param>
/// <param name="Low">Least position, in the unit of the abscissa.</param>
/// <param name="High">Largest position.</param>
public sealed record PeakWindow(string Name, double Low, double High)
{
    /// <summary>Position and width to begin with, where they are known better than the signal tells; null to take its surest bump.</summary>
    public (double Position, double Width)? Start { get; init; }

    /// <summary>Reads <c>A1g=560..610</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Option, for messages.</param>
    /// <exception cref="InputException">It is no name with a range.</exception>
    public static PeakWindow Parse(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? "" : text[..equals].Trim();
        if (name.Length == 0) throw new InputException($"\"{text}\" names no peak; expected a name and a range such as \"A1g=560..610\".", file: place);
        (double low, double high) = ParseRange(text[(equals + 1)..], place);
        return new PeakWindow(name, low, high);
    }

    /// <summary>Reads <c>560..610</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Option, for messages.</param>
    /// <exception cref="InputException">It is no range that rises.</exception>
    public static (double Low, double High) ParseRange(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] ends = text.Replace('−', '-').Split("..");
        if (ends.Length != 2 || !double.TryParse(ends[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double low)
            || !double.TryParse(ends[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double high) || !(low < high))
            throw new InputException($"\"{text}\" is no range; expected two rising numbers in the unit of the abscissa, such as 560..610.", file: place);
        return (low, high);
    }
}
