namespace Loadstone.Web.Api;

/// <summary>What the Bench page asks for.</summary>
/// <param name="Document">Text of the design document.</param>
/// <param name="Variant">Name of the variant; null for the document as it stands.</param>
/// <param name="Rates">Discharge rates, such as "0.2C"; null for those of the document's rate test.</param>
/// <param name="Client">Name that the page has given itself; requests of one client overtake each other.</param>
/// <param name="Sequence">Number of the request; a higher one overtakes lower ones.</param>
internal sealed record BenchRequest(string Document, string? Variant, IReadOnlyList<string>? Rates, string? Client, long Sequence)
{
    /// <summary>Rate of losses and maps; null for neither.</summary>
    public string? Detail { get; init; } = "1C";
}
