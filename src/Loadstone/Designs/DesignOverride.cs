using Loadstone.Formats.Json;

namespace Loadstone.Designs;

/// <summary>One path of a document set to another value before its variants are made: the command line's <c>--set path=value</c>.</summary>
/// <param name="Path">The path, <c>positive.layers[0].porosity</c>.</param>
/// <param name="Value">The value: JSON if it reads as JSON, else text.</param>
public sealed record DesignOverride(string Path, string Value)
{
    private const string Source = "--set";

    /// <summary>Reads <c>path=value</c>.</summary>
    /// <exception cref="InputException">There is no equals sign, or no path before it.</exception>
    public static DesignOverride Parse(string argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        int equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) throw new InputException($"\"{argument}\" is no path=value, such as positive.porosity=\"30 %\".", file: Source);
        return new DesignOverride(argument[..equals].Trim(), argument[(equals + 1)..].Trim());
    }

    internal JsonPlace Place => new(Source, null, null, Path);

    internal PlacedValue Node => PlacedJsonReader.ReadArgument(Value, Source, Path);
}
