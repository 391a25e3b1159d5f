using Loadstone.Quantities;

namespace Loadstone.Laboratory.Tables;

/// <summary>Reads quantities that a person gives with an uncertainty: <c>25 µm ± 1 µm</c>, <c>25 µm +- 1 µm</c>.</summary>
public static class UncertainQuantity
{
    private static readonly string[] Marks = ["±", "+-", "+/-"];

    /// <summary>The quantity; what stands behind ± is its standard uncertainty. Without it the quantity is exact.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="place">Option or field, for messages.</param>
    /// <exception cref="InputException">It cannot be read, or the uncertainty is negative.</exception>
    public static Estimate Parse(string text, QuantityKind kind, string place)
    {
        string[] parts = text.Split(Marks, 2, StringSplitOptions.TrimEntries);
        if (!kind.TryParse(parts[0], out double value, out string? problem)) throw new InputException(problem, file: place);
        if (parts.Length == 1) return Estimate.Exact(value);
        QuantityKind width = kind == QuantityKinds.Temperature ? QuantityKinds.TemperatureDifference : kind;
        if (!width.TryParse(parts[1], out double error, out problem)) throw new InputException(problem, file: place);
        return error >= 0 ? new Estimate(value, error) : throw new InputException($"the uncertainty \"{parts[1]}\" is negative; expected 0 or more.", file: place);
    }

    /// <summary>The same of a quantity that must be above 0.</summary>
    /// <exception cref="InputException">It cannot be read, or is not above 0.</exception>
    public static Estimate ParsePositive(string text, QuantityKind kind, string place)
    {
        Estimate found = Parse(text, kind, place);
        return found.Value > 0 ? found : throw new InputException($"\"{text}\" is not above 0; expected {Article(kind)} such as \"{kind.Example}\".", file: place);
    }

    private static string Article(QuantityKind kind) => "aeiou".Contains(kind.Name[0], StringComparison.Ordinal) ? $"an {kind.Name}" : $"a {kind.Name}";
}
