using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Formats.Json;

namespace Loadstone.Designs;

/// <summary>
/// One variant of a design document, typed and in SI: what the cell is made of, and what is done with it.
/// What was left out is null here; <see cref="DesignBuilder"/> fills it in and says so.
/// </summary>
public sealed record Design
{
    /// <summary>Name of the variant, as tables show it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is the document as it stands.</summary>
    public bool IsBase { get; init; } = true;

    /// <summary>Name of the document that it is a variant of.</summary>
    public required string DocumentName { get; init; }

    /// <summary>What the document is about, or null.</summary>
    public string? Description { get; init; }

    /// <summary>What the cell is made of.</summary>
    public required CellDesign Cell { get; init; }

    /// <summary>What is done with it, in order; may be empty.</summary>
    public IReadOnlyList<Protocol> Run { get; init; } = [];

    /// <summary>Numbers of cells of the model.</summary>
    public MeshSettings Mesh { get; init; } = new();

    /// <summary>The pouch that holds the cell, or null.</summary>
    public PouchDesign? Pouch { get; init; }

    /// <summary>Measured discharge capacities of this variant, in the order in which they were written.</summary>
    public IReadOnlyList<MeasuredCapacity> Measured { get; init; } = [];
}

/// <summary>What a cell is made of: a published parameter set, or electrodes from recipes.</summary>
public abstract record CellDesign
{
    private CellDesign()
    {
    }

    /// <summary>Temperature [K], or null for the default; with self-heating, that of the start.</summary>
    public double? Temperature { get; init; }

    /// <summary>Self-heating, or null where the cell keeps its temperature.</summary>
    public ThermalDesign? Thermal { get; init; }

    /// <summary>Capacitance of the double layers per surface of particles and of lithium [F/m²].</summary>
    public double? DoubleLayerCapacitance { get; init; }

    /// <summary>A published parameter set.</summary>
    /// <param name="Name">Its name: "chen2020".</param>
    /// <param name="Place">Where it was named.</param>
    public sealed record ParameterSet(string Name, JsonPlace Place) : CellDesign;

    /// <summary>Electrodes from recipes.</summary>
    public sealed record Recipe : CellDesign
    {
        /// <summary>The positive electrode.</summary>
        public required ElectrodeDesign Positive { get; init; }

        /// <summary>The coated negative electrode, or null when it is lithium.</summary>
        public ElectrodeDesign? Negative { get; init; }

        /// <summary>The lithium foil, or null when the negative electrode is coated; both null is the default foil.</summary>
        public SheetDesign? Lithium { get; init; }

        /// <summary>The separator, or null for the default one.</summary>
        public SeparatorDesign? Separator { get; init; }

        /// <summary>The electrolyte, or null for the default one.</summary>
        public ElectrolyteDesign? Electrolyte { get; init; }

        /// <summary>Area [m²], or null for the default.</summary>
        public double? Area { get; init; }

        /// <summary>Current at 1C per mass of positive active material [A/kg], or null.</summary>
        public double? OneC { get; init; }

        /// <summary>Lower cut-off voltage [V].</summary>
        public required double LowerCutOff { get; init; }

        /// <summary>Upper cut-off voltage [V].</summary>
        public required double UpperCutOff { get; init; }

        /// <summary>How the cell is filled and rests, or null where all pores are wet or layers state what is.</summary>
        public WettingDesign? Wetting { get; init; }

        /// <summary>Parameters of <see cref="Electrodes.CoatingLaws"/> that the document sets.</summary>
        public LawDesign Laws { get; init; } = new();

        /// <summary>Where the recipe stands.</summary>
        public required JsonPlace Place { get; init; }
    }
}

/// <summary>A measured discharge capacity.</summary>
/// <param name="Rate">Discharge rate [C].</param>
/// <param name="SpecificCapacity">Charge per mass of positive active material [C/kg].</param>
public sealed record MeasuredCapacity(double Rate, double SpecificCapacity);

/// <summary>Parameters of <see cref="Electrodes.CoatingLaws"/> that a document sets; null where the default is meant.</summary>
public sealed record LawDesign
{
    /// <summary>Exponent b of the transport efficiency ε^b.</summary>
    public double? BruggemanExponent { get; init; }

    /// <summary>Electronic conductivity of the reference coating [S/m].</summary>
    public double? ReferenceConductivity { get; init; }

    /// <summary>Exponent in the carbon's volume fraction.</summary>
    public double? PercolationExponent { get; init; }

    /// <summary>Exponent in the carbon's volume per active surface.</summary>
    public double? FilmExponent { get; init; }

    /// <summary>Length of coating whose resistance equals that of the contact [m].</summary>
    public double? ConstrictionLength { get; init; }
}
