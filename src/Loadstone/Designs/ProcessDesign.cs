using Loadstone.Formats.Json;

namespace Loadstone.Designs;

/// <summary>What a document says of how an electrode is made, in SI.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Coating">How its slurries are laid on the foil.</param>
/// <param name="Drying">How they dry; null where nothing is said, so that binder and carbon stay where they were coated.</param>
public sealed record ProcessDesign(JsonPlace Place, CoatingStepDesign Coating, DryingStepDesign? Drying);

/// <summary>What lays a slurry on the foil.</summary>
public enum CoatingMethod
{
    /// <summary>A blade: its gap decides the film.</summary>
    Blade,

    /// <summary>A slot die: a pump decides the film.</summary>
    Slot,
}

/// <summary>What a document says of coating, in SI; null where it says nothing.</summary>
public sealed record CoatingStepDesign
{
    /// <summary>Blade or slot die.</summary>
    public CoatingMethod Method { get; init; }

    /// <summary>Gap of the blade or of the die [m].</summary>
    public double? Gap { get; init; }

    /// <summary>Speed of the web [m/s].</summary>
    public double? Speed { get; init; }

    /// <summary>Coated width [m].</summary>
    public double? Width { get; init; }

    /// <summary>Length of the blade's gap along the web [m].</summary>
    public double? LipLength { get; init; }

    /// <summary>Height of the slurry before the blade [m].</summary>
    public double? HeadHeight { get; init; }

    /// <summary>Whether the layers of the coating are laid wet on wet and dry together.</summary>
    public bool WetOnWet { get; init; }

    /// <summary>Width of the zone in which two wet layers mix, per thickness of both.</summary>
    public double? MixedZone { get; init; }

    /// <summary>Share of a dry first layer's pores that fill with the second's solvent.</summary>
    public double? FilledShare { get; init; }

    /// <summary>Where it stands.</summary>
    public required JsonPlace Place { get; init; }
}

/// <summary>What a document says of drying, in SI; null where it says nothing.</summary>
public sealed record DryingStepDesign
{
    /// <summary>A ramp and a hold, as of a moisture analyser; null for an oven of zones.</summary>
    public RampDesign? Ramp { get; init; }

    /// <summary>Zones of a continuous oven; empty for a ramp.</summary>
    public IReadOnlyList<OvenZoneDesign> Zones { get; init; } = [];

    /// <summary>Speed of the web through the zones [m/s].</summary>
    public double? LineSpeed { get; init; }

    /// <summary>Share of the solvent at which a film counts as dry.</summary>
    public double? ResidualShare { get; init; }

    /// <summary>Share of the exhaust's heat that warms fresh air.</summary>
    public double? HeatRecovery { get; init; }

    /// <summary>Energy that recovers the solvent [J/kg].</summary>
    public double? SolventRecovery { get; init; }

    /// <summary>Diffusivity of the binder in the reference solution [m²/s].</summary>
    public double? BinderDiffusivity { get; init; }

    /// <summary>Viscosity at rest at which half of the binder is held [Pa s].</summary>
    public double? HoldingViscosity { get; init; }

    /// <summary>Share of the carbon that is fine enough to travel with the binder.</summary>
    public double? MobileCarbon { get; init; }

    /// <summary>Set of observations that tells the cracking limit.</summary>
    public string? CrackingData { get; init; }

    /// <summary>Where it stands.</summary>
    public required JsonPlace Place { get; init; }
}

/// <summary>A ramp and a hold.</summary>
/// <param name="Hold">Temperature of the hold [K].</param>
/// <param name="Start">Temperature at the start [K].</param>
/// <param name="Rate">Speed of the ramp [K/s].</param>
/// <param name="Duration">Length of the hold [s].</param>
/// <param name="HeatTransfer">h [W/(m² K)].</param>
/// <param name="MassTransfer">k_m [m/s].</param>
/// <param name="Place">Where it stands.</param>
public sealed record RampDesign(double Hold, double? Start, double? Rate, double? Duration, double? HeatTransfer, double? MassTransfer, JsonPlace Place);

/// <summary>A zone of an oven.</summary>
/// <param name="Length">Length [m].</param>
/// <param name="AirTemperature">Temperature of the air [K].</param>
/// <param name="HeatTransfer">h of both sides together [W/(m² K)].</param>
/// <param name="MassTransfer">k_m [m/s].</param>
/// <param name="VapourPressure">Partial pressure of the solvent in the air [Pa].</param>
/// <param name="Place">Where it stands.</param>
public sealed record OvenZoneDesign(double Length, double AirTemperature, double? HeatTransfer, double? MassTransfer, double? VapourPressure, JsonPlace Place);

/// <summary>What was measured of a slurry, in SI; null where the laws have to tell.</summary>
/// <param name="YieldStress">Yield stress of Casson's law [Pa].</param>
/// <param name="HighShearViscosity">Viscosity at high shear of Casson's law [Pa s].</param>
/// <param name="LowShearViscosity">Viscosity at rest, at 0.1 s⁻¹ [Pa s].</param>
/// <param name="CarbonStructureVolume">Volume of carbon with the liquid that it holds, per mass [m³/kg]: what mixing and dispersant made of it.</param>
public sealed record SlurryMeasurements(double? YieldStress = null, double? HighShearViscosity = null, double? LowShearViscosity = null, double? CarbonStructureVolume = null);
