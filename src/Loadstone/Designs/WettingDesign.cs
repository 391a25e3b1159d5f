using Loadstone.Formats.Json;
using Loadstone.Wetting.Areas;

namespace Loadstone.Designs;

/// <summary>What a document says of filling and rest, in SI; null where it says nothing.</summary>
public sealed record WettingDesign
{
    /// <summary>Time of rest [s].</summary>
    public required double Rest { get; init; }

    /// <summary>Contact angle through the electrolyte [rad].</summary>
    public double? ContactAngle { get; init; }

    /// <summary>Part of the pores whose air is cut off, in every layer.</summary>
    public double? TrappedAir { get; init; }

    /// <summary>Faces with electrolyte from the start.</summary>
    public AreaFaces Feed { get; init; } = AreaFaces.Edges;

    /// <summary>Shape of the electrode.</summary>
    public AreaShape? Shape { get; init; }

    /// <summary>Radius of the disc, or half of the strip's width [m].</summary>
    public double? HalfWidth { get; init; }

    /// <summary>Pressure of the electrolyte over that of the gas [Pa].</summary>
    public double Overpressure { get; init; }

    /// <summary>Viscosity of the electrolyte [Pa s].</summary>
    public double? Viscosity { get; init; }

    /// <summary>Surface tension of the electrolyte [N/m].</summary>
    public double? SurfaceTension { get; init; }

    /// <summary>Ostwald coefficient of the gas.</summary>
    public double? GasSolubility { get; init; }

    /// <summary>Diffusivity of the dissolved gas [m²/s].</summary>
    public double? GasDiffusivity { get; init; }

    /// <summary>Where it stands.</summary>
    public required JsonPlace Place { get; init; }
}
