using System.CommandLine;

namespace Loadstone.Cli.Infiltration;

/// <summary>What a person asked <c>loadstone wet</c> for.</summary>
/// <param name="Parsed">The command line.</param>
/// <param name="File">The design document or packing file.</param>
/// <param name="Folder">Folder for the results, or null.</param>
/// <param name="Beds">The options that say which beds.</param>
/// <param name="Display">Shows how far the work is.</param>
/// <param name="Cancellation">Stops the work.</param>
internal sealed record WetTask(ParseResult Parsed, string File, string? Folder, BedOptions Beds, CaseDisplay Display, CancellationToken Cancellation)
{
    /// <summary>What stands after an option, or its default.</summary>
    public T Value<T>(Option<T> option) => Parsed.GetValue(option)!;
}
