namespace Loadstone.Web.Filling;

/// <summary>What the Wetting page asks for of a ranking: the options of <c>loadstone wet --ratios</c>, lists as text with commas.</summary>
internal sealed record RankingRequest
{
    /// <summary>Text of the design document.</summary>
    public required string Document { get; init; }

    /// <summary>Name of the variant whose sizes, thickness and porosity are taken; null for the document as it stands.</summary>
    public string? Variant { get; init; }

    /// <summary>Ratios of large to small particles.</summary>
    public string Ratios { get; init; } = "3:7, 5:5, 7:3";

    /// <summary>How the particles stand, the first letter at the foil.</summary>
    public string Ranked { get; init; } = "L-S, Mix, S-L";

    /// <summary>Smallest distances between discs.</summary>
    public string Gaps { get; init; } = "0.8 µm";

    /// <summary>Contact angles through the electrolyte.</summary>
    public string Angles { get; init; } = "30°, 60°, 90°";

    /// <summary>Random beds of each packing.</summary>
    public int Seeds { get; init; } = 20;

    /// <summary>Porosity of all layers; null for the mean of the electrode.</summary>
    public string? Porosity { get; init; }

    /// <summary>Width of the beds.</summary>
    public string Width { get; init; } = "50 µm";

    /// <summary>Surface tension of the electrolyte.</summary>
    public string SurfaceTension { get; init; } = "30 mN/m";

    /// <summary>Viscosity of the electrolyte.</summary>
    public string Viscosity { get; init; } = "3.1 mPa s";

    /// <summary>Flux that is forced in.</summary>
    public string Velocity { get; init; } = "0.1 mm/s";

    /// <summary>Name that the page has given itself: a client has one run, and a newer one takes the place of it.</summary>
    public string? Client { get; init; }

    /// <summary>Number of the request; a higher one overtakes lower ones.</summary>
    public long Sequence { get; init; }
}
