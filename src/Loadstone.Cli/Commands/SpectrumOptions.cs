using Loadstone.Laboratory.Impedance.Circuits;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary>Reads the options of commands that analyse spectra.</summary>
internal static class SpectrumOptions
{
    /// <summary>Quantities separated by commas, as many as are expected.</summary>
    internal static double[] Each(string text, QuantityKind kind, int count, string option)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length != count) throw new InputException($"\"{text}\" holds {parts.Length} values; expected {count}, separated by commas.", file: option);
        return [.. parts.Select(part => Parse(kind, part, option))];
    }

    /// <summary>A quantity above 0.</summary>
    internal static double Positive(QuantityKind kind, string text, string option)
    {
        double value = Parse(kind, text, option);
        return value > 0 ? value : throw new InputException($"\"{text}\" is not above 0; expected {kind.Name} such as {kind.Example}.", file: option);
    }

    /// <summary>An equivalent circuit, or null where none was given.</summary>
    internal static Circuit? CircuitOf(string? text, string option)
    {
        try
        {
            return text is null ? null : Circuit.Parse(text);
        }
        catch (InputException e)
        {
            throw new InputException(e.Message, file: option);
        }
    }

    private static double Parse(QuantityKind kind, string text, string option) =>
        kind.TryParse(text, out double value, out string? problem) ? value : throw new InputException(problem, file: option);
}
