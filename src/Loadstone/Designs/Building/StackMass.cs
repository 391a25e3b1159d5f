using Loadstone.Designs.Fields;
using Loadstone.Materials;

namespace Loadstone.Designs.Building;

/// <summary>What a face of a design weighs: foils, coatings, separator, the electrolyte in the pores, and the lithium that is there when the cell is charged.</summary>
public static class StackMass
{
    /// <summary>Mass per area of a face, with the whole of each foil [kg/m²]; null for a published parameter set, which tells no densities.</summary>
    /// <param name="built">The design, built.</param>
    public static double? PerArea(BuiltDesign built)
    {
        ArgumentNullException.ThrowIfNull(built);
        if (built.Design.Cell is not CellDesign.Recipe recipe || built.Positive is not { } positive) return null;
        SeparatorMaterial film = CoatingRecipe.Find<SeparatorMaterial>(recipe.Separator?.Sheet.Material ?? DesignDefaults.Separator.Material, recipe.Separator?.Sheet.Place ?? recipe.Place);
        Electrolyte electrolyte = CoatingRecipe.Find<Electrolyte>(recipe.Electrolyte?.Name ?? DesignDefaults.Electrolyte, recipe.Electrolyte?.Place ?? recipe.Place);
        (double thickness, double porosity) = (built.Cell.Separator.Thickness, built.Cell.Separator.Porosity);
        double pores = thickness * porosity + Pores(positive) + (built.Negative is { } other ? Pores(other) : 0);
        double separator = thickness * (1 - porosity) * film.PolymerDensity.Value;
        return Coated(positive) + separator + pores * electrolyte.Density.Value + (built.Negative is { } negative ? Coated(negative) : Lithium(built, recipe));
    }

    private static double Pores(ElectrodeStructure electrode) => electrode.Porosity * electrode.Thickness;

    private static double Coated(ElectrodeStructure electrode) =>
        electrode.MassPerArea + electrode.FoilThickness * ((Foil)Catalogue.Default.Find(electrode.Foil)).Density.Value;

    private static double Lithium(BuiltDesign built, CellDesign.Recipe recipe)
    {
        LithiumMetal metal = CoatingRecipe.Find<LithiumMetal>(recipe.Lithium?.Material ?? DesignDefaults.Lithium.Material, recipe.Lithium?.Place ?? recipe.Place);
        return (built.Cell.Lithium?.Thickness ?? 0) * metal.Density.Value;
    }
}
