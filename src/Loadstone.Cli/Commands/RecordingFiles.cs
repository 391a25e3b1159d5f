using System.CommandLine;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Recordings;
using Loadstone.Quantities;

namespace Loadstone.Cli.Commands;

/// <summary>What analyses of cycler files share: reading, names of samples, quantities as options.</summary>
internal static class RecordingFiles
{
    /// <summary>The rows of a file that can be used.</summary>
    public static TestTrace Trace(string file, CancellationToken cancellation) => TestTrace.Of(InstrumentFile.Load(file, cancellation));

    /// <summary>Name of the sample of a file.</summary>
    public static string SampleOf(string file)
    {
        string name = Path.GetFileName(file);
        int dot = name.IndexOf('.', 1);
        return dot < 0 ? name : name[..dot];
    }

    /// <summary>The quantity of an option, or null where it is not given.</summary>
    /// <exception cref="InputException">It is none of that kind.</exception>
    public static double? Quantity(ParseResult parsed, Option<string?> option, QuantityKind kind)
    {
        if (parsed.GetValue(option) is not { } text) return null;
        return kind.TryParse(text, out double value, out string? problem) ? value : throw new InputException(problem, option.Name);
    }

    /// <summary>A positive quantity of an option, or null where it is not given.</summary>
    /// <exception cref="InputException">It is none of that kind, or not positive.</exception>
    public static double? Positive(ParseResult parsed, Option<string?> option, QuantityKind kind) =>
        Quantity(parsed, option, kind) is not { } value ? null
        : value > 0 ? value
        : throw new InputException($"\"{parsed.GetValue(option)}\" is not positive; expected a {kind.Name} such as \"{kind.Example}\".", option.Name);
}
