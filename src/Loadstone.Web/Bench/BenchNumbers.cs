using Loadstone.Designs.Building;
using Loadstone.Designs.Making;
using Loadstone.Quantities;

namespace Loadstone.Web.Bench;

/// <summary>The numbers beside the picture that follow from the structure, each with what it is; where a design has none of them, why.</summary>
internal static class BenchNumbers
{
    private const double Micro = 1e6, Percent = 100;
    private const string Account = "Account of masses and volumes of the recipe, with the catalogue's densities.", Rest = "Equilibrium potentials of the materials, see Library.",
        NoRecipe = "a published parameter set has no recipe", NoDrying = "the document describes no drying (see Process)";

    /// <summary>Those of the electrode, of its layers and of its making.</summary>
    public static NumbersPart Of(BuiltDesign built) =>
        new([.. Electrode(built), .. Negative(built), .. Making(built), .. BenchLayerNumbers.Of(built)], [.. BenchWarnings.Of(built)]);

    private static IEnumerable<BenchNumber> Electrode(BuiltDesign built)
    {
        ElectrodeStructure? positive = built.Positive;
        BenchNumber Known(BenchNumber number) => positive is null ? number with { Why = NoRecipe } : number;
        yield return Known(new("arealCapacity", "areal capacity", In(QuantityKinds.ArealCapacity, positive?.ArealCapacity, "mAh/cm²"), "mAh/cm²", 2, "Charge per area between the rest states at both cut-offs, at no current.", "2 to 4 today; above 5 a cell counts as of high loading", Rest));
        yield return Known(new("specificCapacity", "capacity", In(QuantityKinds.SpecificCapacity, positive?.SpecificCapacity, "mAh/g"), "mAh/g", 1, "The same charge per mass of positive active material.", "150 to 220 for layered oxides", Rest));
        yield return new("thickness", "thickness", built.Cell.Positive.Thickness * Micro, "µm", 1, "Thickness of the positive coating without its foil.", "50 to 100 today; above 150 thick", Account);
        yield return Known(new("loading", "loading", In(QuantityKinds.Loading, positive?.Loading, "mg/cm²"), "mg/cm²", 2, "Mass of active material per area of the positive electrode, of all layers.", "10 to 25 today; above 30 thick", Account));
        yield return Known(new("porosity", "porosity", positive?.Porosity * Percent, "%", 1, "Volume of pores per volume of the positive coating.", "20 to 40 calendered, 50 to 60 as coated", Account));
        yield return Known(new("pressDensity", "density", In(QuantityKinds.Density, positive?.Density, "g/cm³"), "g/cm³", 2, "Mass of all solids per volume of the positive coating.", "2.3 to 3.6 for layered oxides", Account));
        yield return new("oneC", "1C", QuantityKinds.CurrentDensity.ToUnit(built.Cell.OneC / built.Cell.Area, "mA/cm²"), "mA/cm²", 2, "Current density that is called 1C.", null, "The document's oneC; left out, the areal capacity in one hour.");
        yield return new("npRatio", "N/P", built.NpRatio ?? built.Ratios?.ToReversible, "", 2, "Areal capacity of the negative electrode, or of the lithium as made, over what the positive one takes back.", "1.05 to 1.2 against graphite; 1 to 3 for thin lithium", "Both electrodes between the cut-offs, at rest.") { Why = built.Ratios is null ? NoRecipe : null };
        yield return new("heterogeneity", "δ", positive is { Layers.Count: > 1 } ? positive.Heterogeneity : null, "", 3, "How unevenly the carbon is divided among the layers; 0 where all hold the same.", "0 to 2", "H. Yari et al., ACS Appl. Energy Mater. (2020), eqn 3.")
        {
            Why = positive is null ? NoRecipe : positive.Layers.Count > 1 ? null : "one layer holds all the carbon",
        };
    }

    private static IEnumerable<BenchNumber> Negative(BuiltDesign built)
    {
        if (built.Negative is not { } negative) yield break;
        yield return new("negativeThickness", "thickness, negative", negative.Thickness * Micro, "µm", 1, "Thickness of the negative coating without its foil.", "60 to 120 today", Account);
        yield return new("negativeLoading", "loading, negative", In(QuantityKinds.Loading, negative.Loading, "mg/cm²"), "mg/cm²", 2, "Mass of active material per area of the negative electrode, of all layers.", "6 to 15 of graphite today", Account);
        yield return new("negativePorosity", "porosity, negative", negative.Porosity * Percent, "%", 1, "Volume of pores per volume of the negative coating.", "25 to 40 calendered", Account);
    }

    private static IEnumerable<BenchNumber> Making(BuiltDesign built)
    {
        MadeElectrode? made = built.Positive?.Making is { Dryings.Count: > 0 } dried ? dried : null;
        yield return new("dryingTime", "drying time", made?.DryingTime, "s", 0, "Time until the last solvent has left the coating in the oven that the document describes.", "60 to 300 in production", "Balance of heat and mass of the wet film, see Process.")
        {
            Why = made is null ? NoDrying : made.DryingTime is null ? "the film does not dry in this oven" : null,
        };
        yield return new("crackMargin", "crack margin", built.Positive?.Making?.Cracking?.Margin, "", 2, "Loading at which such coatings crack over the loading; below 1 it cracks.", "above 1.2 to be safe", built.Positive?.Making?.CrackingData is { } data ? $"Observed with {data}." : "Observations of coatings with the binder.")
        {
            Why = built.Positive?.Making is not { } laid ? NoDrying : laid.Cracking is null ? "cracking was not observed with this binder" : null,
        };
    }

    private static double? In(QuantityKind kind, double? value, string unit) => value is { } known ? kind.ToUnit(known, unit) : null;
}
