namespace Loadstone.Web.Bench;

/// <summary>What the Bench page asks for.</summary>
internal sealed record BenchRequest
{
    /// <summary>Text of the design document.</summary>
    public required string Document { get; init; }

    /// <summary>Name of the variant; null for the document as it stands.</summary>
    public string? Variant { get; init; }

    /// <summary>Discharge rates, such as "0.2C"; null for those of the document's rate test.</summary>
    public IReadOnlyList<string>? Rates { get; init; }

    /// <summary>Rate of losses and maps; null for neither.</summary>
    public string? Detail { get; init; } = "1C";

    /// <summary>Name that the page has given itself; requests of one client overtake each other.</summary>
    public string? Client { get; init; }

    /// <summary>Number of the request; a higher one overtakes lower ones.</summary>
    public long Sequence { get; init; }
}
