namespace Loadstone.Web.Filling;

/// <summary>What the Wetting page asks for: the options of <c>loadstone wet</c>, quantities as text with their units.</summary>
internal sealed record FillingRequest
{
    /// <summary>Text of the design document.</summary>
    public required string Document { get; init; }

    /// <summary>Name of the variant; null for the document as it stands.</summary>
    public string? Variant { get; init; }

    /// <summary>"capillary", "study" or "cell".</summary>
    public string Mode { get; init; } = "capillary";

    /// <summary>Orders of the positive electrode's layers that are set beside each other: "as written", "reversed", "mixed".</summary>
    public IReadOnlyList<string> Arrangements { get; init; } = ["as written"];

    /// <summary>Random beds of each arrangement.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>Smallest distance between discs.</summary>
    public string Gap { get; init; } = "0.8 µm";

    /// <summary>Porosity of all layers; null for each layer's own.</summary>
    public string? Porosity { get; init; }

    /// <summary>Width of the beds.</summary>
    public string Width { get; init; } = "50 µm";

    /// <summary>Contact angle through the electrolyte.</summary>
    public string Angle { get; init; } = "30°";

    /// <summary>Surface tension of the electrolyte.</summary>
    public string SurfaceTension { get; init; } = "30 mN/m";

    /// <summary>Viscosity of the electrolyte.</summary>
    public string Viscosity { get; init; } = "3.1 mPa s";

    /// <summary>Flux that is forced in.</summary>
    public string Velocity { get; init; } = "0.1 mm/s";

    /// <summary>Whether a reservoir at the pressure of the air takes the place of the flux.</summary>
    public bool Reservoir { get; init; }

    /// <summary>Side of a grid cell.</summary>
    public string Grid { get; init; } = "0.5 µm";

    /// <summary>How much is injected, in volumes of the bed's pores.</summary>
    public double PoreVolumes { get; init; } = 2;

    /// <summary>Time of rest of a whole cell; null for the document's.</summary>
    public string? Rest { get; init; }

    /// <summary>Name that the page has given itself: a client has one run, and a newer one takes the place of it.</summary>
    public string? Client { get; init; }

    /// <summary>Number of the request; a higher one overtakes lower ones.</summary>
    public long Sequence { get; init; }
}
