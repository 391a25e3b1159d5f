using Loadstone.Quantities;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>A range of a quantity, as a person gives it: <c>20..80 %</c>, <c>5 µm..45 µm</c>.</summary>
/// <param name="Low">Lower end [SI].</param>
/// <param name="High">Upper end [SI], above the lower one.</param>
public readonly record struct QuantityRange(double Low, double High)
{
    /// <summary>Reads a range; an end without unit has that of the other.</summary>
    /// <param name="text">Two quantities with two dots between.</param>
    /// <param name="kind">What they are.</param>
    /// <param name="place">Option or field, for messages.</param>
    /// <exception cref="InputException">It cannot be read, or its ends are not in order.</exception>
    public static QuantityRange Parse(string text, QuantityKind kind, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(kind);
        string[] ends = text.Split("..", 2, StringSplitOptions.TrimEntries);
        if (ends.Length < 2) throw new InputException($"\"{text}\" is no range; expected two ends with two dots between, such as \"1..2 {kind.Units[0].Symbol}\".", file: place);
        if (!kind.TryParse(ends[1], out double high, out string? problem)) throw new InputException(problem, file: place);
        string unit = ends[1].TrimStart("0123456789.+-−eE ".ToCharArray());
        if (!kind.TryParse(ends[0], out double low, out problem) && !kind.TryParse($"{ends[0]} {unit}", out low, out _)) throw new InputException(problem, file: place);
        return low < high ? new QuantityRange(low, high) : throw new InputException($"the range \"{text}\" ends before it begins; expected the lower end first.", file: place);
    }

    /// <summary>Whether a value lies within, ends included.</summary>
    public bool Holds(double value) => value >= Low && value <= High;
}
