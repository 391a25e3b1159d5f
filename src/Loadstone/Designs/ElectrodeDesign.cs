using Loadstone.Formats.Json;

namespace Loadstone.Designs;

/// <summary>What a document says of a coated electrode, in SI; null where it says nothing.</summary>
public sealed record ElectrodeDesign
{
    /// <summary>The foil.</summary>
    public SheetDesign? Foil { get; init; }

    /// <summary>Active mass per area [kg/m²].</summary>
    public double? Loading { get; init; }

    /// <summary>Areal capacity over that of the positive electrode; of a negative electrode only, in place of a loading.</summary>
    public double? NpRatio { get; init; }

    /// <summary>Part of the first charge that is bound for good; of a negative electrode only.</summary>
    public double? FirstCycleLoss { get; init; }

    /// <summary>Porosity of the layers that do not state their own.</summary>
    public double? Porosity { get; init; }

    /// <summary>Thickness of the coating [m].</summary>
    public double? Thickness { get; init; }

    /// <summary>Mass of the dry coating per volume [kg/m³].</summary>
    public double? PressDensity { get; init; }

    /// <summary>How it is coated and dried; null where the document starts from the finished electrode.</summary>
    public ProcessDesign? Process { get; init; }

    /// <summary>How it is pressed; null where porosities are as stated.</summary>
    public CalenderingDesign? Calendering { get; init; }

    /// <summary>Zones of unequal carbon side by side; of a positive electrode only, else empty.</summary>
    public IReadOnlyList<ZoneDesign> Zones { get; init; } = [];

    /// <summary>Whether the zones have the electrode's thickness rather than its porosity.</summary>
    public bool ZonesOfOneThickness { get; init; }

    /// <summary>Resistance between coating and foil [Ω m²].</summary>
    public double? ContactResistance { get; init; }

    /// <summary>Whether the shares of the layers are shares of thickness rather than of active mass.</summary>
    public bool SharesOfThickness { get; init; }

    /// <summary>How the layers are arranged.</summary>
    public LayerArrangement Arrangement { get; init; }

    /// <summary>The layers as written; the first stands at the foil.</summary>
    public required IReadOnlyList<LayerDesign> Layers { get; init; }

    /// <summary>Where it stands.</summary>
    public required JsonPlace Place { get; init; }

    /// <summary>Where its fields stand, which for a variant's are elsewhere.</summary>
    internal IReadOnlyDictionary<string, JsonPlace> FieldPlaces { get; init; } = new Dictionary<string, JsonPlace>();

    /// <summary>Where a field stands; below the electrode if it was not written.</summary>
    internal JsonPlace PlaceOf(string field) => FieldPlaces.GetValueOrDefault(field) ?? Place.Member(field);
}

/// <summary>How the layers of a document are arranged in the electrode.</summary>
public enum LayerArrangement
{
    /// <summary>As written, the first at the foil.</summary>
    AsWritten,

    /// <summary>The last at the foil.</summary>
    Reversed,

    /// <summary>One layer that holds the particles of all.</summary>
    Mixed,
}

/// <summary>What a document says of one layer, in SI; null where it says nothing.</summary>
public sealed record LayerDesign
{
    /// <summary>Name shown in tables.</summary>
    public required string Name { get; init; }

    /// <summary>Share of the electrode's active mass or thickness.</summary>
    public required double Share { get; init; }

    /// <summary>The solids of the dry coating; their mass fractions add to 1.</summary>
    public required IReadOnlyList<SolidDesign> Solids { get; init; }

    /// <summary>Diameter of all active particles that <see cref="Particles"/> does not speak of [m].</summary>
    public double? ParticleDiameter { get; init; }

    /// <summary>Particle sizes, where there are several.</summary>
    public IReadOnlyList<ParticleDesign> Particles { get; init; } = [];

    /// <summary>σ of ln R of the particles about their diameter.</summary>
    public double? SizeSpread { get; init; }

    /// <summary>Classes into which the spread is cut.</summary>
    public int? SizeClasses { get; init; }

    /// <summary>Porosity, where it differs from the electrode's.</summary>
    public double? Porosity { get; init; }

    /// <summary>Exponent b of the transport efficiency ε^b.</summary>
    public double? BruggemanExponent { get; init; }

    /// <summary>Tortuosity factor τ; the transport efficiency is ε/τ.</summary>
    public double? TortuosityFactor { get; init; }

    /// <summary>Effective electronic conductivity [S/m].</summary>
    public double? ElectronicConductivity { get; init; }

    /// <summary>Part of the pores that electrolyte has reached.</summary>
    public double? WettedFraction { get; init; }

    /// <summary>Effective ionic conductivity of the binder along the layer [S/m].</summary>
    public double? BinderConductivity { get; init; }

    /// <summary>How it gives way in the calender.</summary>
    public CompactionDesign Compaction { get; init; } = new();

    /// <summary>The slurry that it was coated from.</summary>
    public SlurryDesign? Slurry { get; init; }

    /// <summary>Where it stands.</summary>
    public required JsonPlace Place { get; init; }
}

/// <summary>A material in a dry coating.</summary>
/// <param name="Material">Its name.</param>
/// <param name="MassFraction">Its mass over that of the dry coating.</param>
/// <param name="Place">Where it was named.</param>
public sealed record SolidDesign(string Material, double MassFraction, JsonPlace Place);

/// <summary>Active particles of one size.</summary>
/// <param name="Material">Which active material, or null for the only one.</param>
/// <param name="Diameter">Diameter [m].</param>
/// <param name="Share">Share of that material's mass in the layer.</param>
/// <param name="Place">Where they stand.</param>
public sealed record ParticleDesign(string? Material, double Diameter, double Share, JsonPlace Place);

/// <summary>What a document says of the calender; null where it says nothing.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="LineLoad">Line load [N/m].</param>
/// <param name="Pressure">Pressure [Pa], in place of a line load.</param>
/// <param name="CoatedPorosity">Porosity before, of the layers that do not state their own.</param>
/// <param name="SpringBack">Part of the strain that is elastic.</param>
public sealed record CalenderingDesign(JsonPlace Place, double? LineLoad = null, double? Pressure = null, double? CoatedPorosity = null, double? SpringBack = null);

/// <summary>What a document says of how a layer gives way; null where it says nothing.</summary>
/// <param name="CoatedPorosity">Porosity before the calender.</param>
/// <param name="Resistance">γ of a line load [N/m].</param>
/// <param name="LeastPorosity">ε_min of a line load.</param>
/// <param name="YieldPressure">P_y of a pressure [Pa].</param>
public sealed record CompactionDesign(double? CoatedPorosity = null, double? Resistance = null, double? LeastPorosity = null, double? YieldPressure = null);

/// <summary>A zone of the electrode's area.</summary>
/// <param name="Name">Name shown in tables.</param>
/// <param name="Share">Share of the area.</param>
/// <param name="Carbon">Mass fraction of carbon in its dry coating.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ZoneDesign(string Name, double Share, double Carbon, JsonPlace Place);

/// <summary>A slurry.</summary>
/// <param name="Solvent">Name of the solvent.</param>
/// <param name="SolidsContent">Mass fraction of solids.</param>
/// <param name="Place">Where it stands.</param>
public sealed record SlurryDesign(string Solvent, double SolidsContent, JsonPlace Place)
{
    /// <summary>What was measured of it.</summary>
    public SlurryMeasurements Measured { get; init; } = new();
}
