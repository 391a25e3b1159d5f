using System.Globalization;
using Loadstone.Electrochemistry;
using Loadstone.Quantities;

namespace Loadstone.Designs.Fields;

/// <summary>What may be said of separator, electrolyte, self-heating, mesh and the laws of what a recipe leaves open.</summary>
internal static class CellFields
{
    internal static readonly TextField Material = new("material", "Separator of the catalogue.", "polypropylene") { Required = true };

    internal static readonly QuantityField Thickness = new("thickness", "Thickness.", QuantityKinds.Length, 1e-6, 5e-3) { Example = "25 µm", Default = "the catalogue's" };

    internal static readonly QuantityField Porosity = new("porosity", "Porosity.", QuantityKinds.Fraction, 0.01, 1) { Example = "41 %", Default = "the catalogue's" };

    internal static readonly NumberField BruggemanExponent = new("bruggemanExponent", "Exponent b of the transport efficiency ε^b.", 1, 5) { Default = "the catalogue's transport" };

    internal static readonly NumberField TortuosityFactor = new("tortuosityFactor", "Tortuosity factor τ, in place of bruggemanExponent; the transport efficiency is ε/τ.", 1, 100);

    /// <summary>The fields of a separator.</summary>
    public static ObjectShape Separator { get; } = new("separator", "A separator.", Material, Thickness, Porosity, BruggemanExponent, TortuosityFactor);

    internal static readonly TextField ElectrolyteName = new("name", "Electrolyte of the catalogue; one that was measured twice has an entry for each published set of transport properties.", "1 M LiPF6 in EC:EMC 3:7") { Required = true };

    internal static readonly QuantityField Concentration = new("concentration", "Salt concentration at rest.", QuantityKinds.Concentration, 10, 5000) { Default = "the electrolyte's" };

    /// <summary>The fields of an electrolyte.</summary>
    public static ObjectShape Electrolyte { get; } = new("electrolyte", "An electrolyte.", ElectrolyteName, Concentration);

    internal static readonly QuantityField HeatCapacity = new("heatCapacity", "Heat capacity of the whole cell.", QuantityKinds.HeatCapacity, 1e-6, 1e9) { Required = true };

    internal static readonly QuantityField HeatTransfer = new("heatTransfer", "Heat given to the surroundings per temperature difference, coefficient times surface; 0 W/K keeps all heat.", QuantityKinds.ThermalConductance, 0, 1e9) { Required = true };

    internal static readonly QuantityField Ambient = new("ambient", "Temperature of the surroundings.", QuantityKinds.Temperature, 233.15, 353.15) { Example = "25 °C", Default = "the cell's temperature at the start" };

    /// <summary>The fields of self-heating.</summary>
    public static ObjectShape Thermal { get; } = new("heat balance", "Self-heating of a cell that has one temperature.", HeatCapacity, HeatTransfer, Ambient);

    private static readonly MeshSettings StandardMesh = new();

    internal static readonly NumberField NegativeCells = Count("negative", "Cells in the negative electrode.", 2, StandardMesh.Negative);
    internal static readonly NumberField SeparatorCells = Count("separator", "Cells in the separator.", 2, StandardMesh.Separator);
    internal static readonly NumberField PositiveCells = Count("positive", "Cells in the positive electrode, shared among its layers by thickness.", 2, StandardMesh.Positive);
    internal static readonly NumberField RadialCells = Count("radial", "Shells in a particle.", 3, StandardMesh.Radial);

    /// <summary>The fields of a mesh.</summary>
    public static ObjectShape Mesh { get; } = new("mesh", "Numbers of cells.", NegativeCells, SeparatorCells, PositiveCells, RadialCells);

    internal static readonly NumberField LawBruggemanExponent = new("bruggemanExponent", "Exponent b of the transport efficiency ε^b in the pores of every coating.", 1, 5);
    internal static readonly QuantityField ReferenceConductivity = new("referenceConductivity", "Electronic conductivity at the reference carbon fraction and film thickness.", QuantityKinds.Conductivity, 1e-6, 1e5) { Example = "0.05 S/m" };
    internal static readonly NumberField PercolationExponent = new("percolationExponent", "Exponent of the conductivity in the carbon's volume fraction.", 0, 10);
    internal static readonly NumberField FilmExponent = new("filmExponent", "Exponent of the conductivity in the carbon's volume per surface of active particles.", 0, 10);
    internal static readonly QuantityField ConstrictionLength = new("constrictionLength", "Length of coating whose resistance equals that of the contact at the foil.", QuantityKinds.Length, 0, 0.01) { Example = "50 µm" };

    /// <summary>The fields of the laws.</summary>
    public static ObjectShape Laws { get; } = new("set of laws", "Parameters of the laws for what a recipe does not say; all electrodes and variants share them.",
        LawBruggemanExponent, ReferenceConductivity, PercolationExponent, FilmExponent, ConstrictionLength);

    private static NumberField Count(string name, string description, int least, int standard) =>
        new(name, description, least, 2000) { Whole = true, Default = standard.ToString(CultureInfo.InvariantCulture) };
}
