using Loadstone.Coating;
using Loadstone.Drying;
using Loadstone.Materials;
using Loadstone.Slurry;

namespace Loadstone.Designs.Making;

/// <summary>How an electrode was made, step by step, in SI: what the process chain gives besides the electrode itself.</summary>
public sealed record MadeElectrode
{
    /// <summary>Slurry and film of each layer, in the order in which they were coated.</summary>
    public required IReadOnlyList<CoatStep> Coats { get; init; }

    /// <summary>How each coat dried, or all of them together; empty where the document says nothing of drying.</summary>
    public required IReadOnlyList<DryStep> Dryings { get; init; }

    /// <summary>The layers of the electrode in slices over their depth; the first stands at the foil.</summary>
    public required IReadOnlyList<MadeLayer> Layers { get; init; }

    /// <summary>Loading against its cracking limit; null where no limit of the binder is known.</summary>
    public required CrackingAssessment? Cracking { get; init; }

    /// <summary>Binder of the observations behind the cracking limit; null without one.</summary>
    public required string? CrackingData { get; init; }

    /// <summary>What kind of observation the limit stands on; null without one.</summary>
    public required CrackingObservation? CrackingBasis { get; init; }

    /// <summary>Whether the loading follows from the gap.</summary>
    public required bool LoadingIsDerived { get; init; }

    /// <summary>Whether the porosity before the press follows from the slurry, of every layer.</summary>
    public required bool CoatedPorosityIsDerived { get; init; }

    /// <summary>What a reader should be warned of, a sentence each.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Solvent per area of coating [kg/m²].</summary>
    public double SolventMass => Coats.Sum(coat => coat.Film.SolventPerArea);

    /// <summary>Energy of all drying steps per area of coating [J/m²]; null without drying.</summary>
    public double? DryingEnergy => Dryings.Count == 0 ? null : Dryings.Sum(step => step.Energy.Total);

    /// <summary>Whole time of drying [s]; null without drying, or where a film does not dry.</summary>
    public double? DryingTime => Dryings.Count == 0 ? null : Dryings.Select(step => step.TimeToDry).Aggregate((a, b) => a + b);
}

/// <summary>A slurry and the film that was laid of it.</summary>
public sealed record CoatStep
{
    /// <summary>Name of the layer.</summary>
    public required string Layer { get; init; }

    /// <summary>The slurry.</summary>
    public required Formulation Slurry { get; init; }

    /// <summary>Its solvent.</summary>
    public required Solvent Solvent { get; init; }

    /// <summary>How it flows.</summary>
    public required Casson Flow { get; init; }

    /// <summary>Whether both parameters of the flow were measured.</summary>
    public required bool FlowIsGiven { get; init; }

    /// <summary>Viscosity at rest, at 0.1 s⁻¹ [Pa s].</summary>
    public required double ViscosityAtRest { get; init; }

    /// <summary>Viscosity of the binder solution between the particles [Pa s].</summary>
    public required double MediumViscosity { get; init; }

    /// <summary>At which solids content the recipe can be coated.</summary>
    public required CoatingWindow Window { get; init; }

    /// <summary>The wet film.</summary>
    public required Coating.WetFilm Film { get; init; }

    /// <summary>The film after a dry layer below has drunk solvent of it; the film itself where there is none.</summary>
    public required Coating.WetFilm Settled { get; init; }

    /// <summary>Gap of the coater over what lies below [m].</summary>
    public required double Gap { get; init; }

    /// <summary>Speed of the web [m/s].</summary>
    public required double Speed { get; init; }

    /// <summary>The layer dried, before the press.</summary>
    public required LayerLedger Dried { get; init; }

    /// <summary>The edges that it keeps.</summary>
    public required EdgeMeasures Edge { get; init; }

    /// <summary>The wet profile across the web; null where its edges leave no middle.</summary>
    public required CrossWebProfile? Profile { get; init; }

    /// <summary>Coated width from foot to foot [m].</summary>
    public required double Width { get; init; }

    /// <summary>Shear rate under the coater [1/s].</summary>
    public double ShearRate => Speed / Gap;

    /// <summary>Both edges as a share of the coated width: what has to be trimmed.</summary>
    public double TrimShare => Math.Min(1, 2 * Edge.SideWidth / Width);

    /// <summary>Slurry that the coater takes [m³/s].</summary>
    public double FlowRate => Film.Thickness * Width * Speed;
}

/// <summary>A film that dried: one layer, or several that were coated wet on wet.</summary>
public sealed record DryStep
{
    /// <summary>Names of its layers.</summary>
    public required string Layers { get; init; }

    /// <summary>How it dried.</summary>
    public required DryingCurve Curve { get; init; }

    /// <summary>When it is dry; beyond the programme, at its last temperature held on [s]. Null where it does not dry.</summary>
    public required double? TimeToDry { get; init; }

    /// <summary>Speed of the web through an oven of zones [m/s]; null for a ramp.</summary>
    public required double? LineSpeed { get; init; }

    /// <summary>Length of the oven [m]; null for a ramp.</summary>
    public required double? OvenLength { get; init; }

    /// <summary>Fastest speed at which the film leaves the oven dry [m/s]; null for a ramp, or where it does not dry.</summary>
    public required double? FastestLineSpeed { get; init; }

    /// <summary>What the step takes.</summary>
    public required DryingEnergy Energy { get; init; }

    /// <summary>Where the binder went.</summary>
    public required MigrationProfile Binder { get; init; }

    /// <summary>Where the carbon went.</summary>
    public required MigrationProfile Carbon { get; init; }
}

/// <summary>A layer of the finished electrode over its depth.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slices">Slices of equal thickness from the foil side up; one where nothing migrated.</param>
public sealed record MadeLayer(string Name, IReadOnlyList<DepthSlice> Slices)
{
    /// <summary>Binder in the lowest slice over its mean: a measure of adhesion, which supposes that the peel force goes with the binder there.</summary>
    public double FoilBinder => Slices[0].BinderShare;

    /// <summary>Carbon in the lowest slice over its mean.</summary>
    public double FoilCarbon => Slices[0].CarbonShare;
}
