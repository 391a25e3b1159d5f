using Loadstone.Cells;
using Loadstone.Cells.Pouch;
using Loadstone.Designs.Fields;
using Loadstone.Materials;
using Loadstone.Quantities;

namespace Loadstone.Designs.Building;

/// <summary>Makes the account of a pouch cell of a built design: densities from the catalogue, masses from the electrodes' ledgers.</summary>
public static class PouchBuilder
{
    /// <summary>The pouch cell of a design.</summary>
    /// <param name="built">The design, built.</param>
    /// <param name="arealCapacity">Charge of a discharge per area of a face [C/m²].</param>
    /// <param name="meanVoltage">Energy over charge of that discharge [V].</param>
    /// <exception cref="InputException">The document has no pouch, or its lithium leaves the positive electrode unfilled.</exception>
    public static PouchCell Build(BuiltDesign built, double arealCapacity, double meanVoltage)
    {
        ArgumentNullException.ThrowIfNull(built);
        if (built.Design.Pouch is not { } pouch || built.Design.Cell is not CellDesign.Recipe recipe)
            throw new InputException("The document says nothing of a pouch; expected a field \"pouch\", such as { \"width\": \"40 mm\", \"height\": \"50 mm\", \"stacks\": 2 }.", "pouch");
        Filled(built, recipe);
        SeparatorMaterial separator = CoatingRecipe.Find<SeparatorMaterial>(recipe.Separator?.Sheet.Material ?? DesignDefaults.Separator.Material, recipe.Separator?.Sheet.Place ?? recipe.Place);
        Electrolyte electrolyte = CoatingRecipe.Find<Electrolyte>(recipe.Electrolyte?.Name ?? DesignDefaults.Electrolyte, recipe.Electrolyte?.Place ?? recipe.Place);
        return new PouchCell
        {
            Positive = Coated(built.Positive!, "positive coating"),
            Negative = built.Negative is { } negative ? Coated(negative, "negative coating") : Lithium(built, recipe, pouch),
            Separator = new PouchSeparator(built.Cell.Separator.Thickness, built.Cell.Separator.Porosity, separator.PolymerDensity.Value),
            ElectrolyteDensity = electrolyte.Density.Value,
            Format = pouch.Format,
            ArealCapacity = arealCapacity,
            MeanVoltage = meanVoltage,
            Assumptions = pouch.Assumptions,
        };
    }

    private static PouchElectrode Coated(ElectrodeStructure structure, string name) => new()
    {
        Name = name,
        MassPerArea = structure.MassPerArea,
        Thickness = structure.Thickness,
        Porosity = structure.Porosity,
        FoilName = $"{structure.Foil} foil",
        FoilThickness = structure.FoilThickness,
        FoilDensity = ((Foil)Catalogue.Default.Find(structure.Foil)).Density.Value,
    };

    private static PouchElectrode Lithium(BuiltDesign built, CellDesign.Recipe recipe, PouchDesign pouch)
    {
        SheetDesign? sheet = pouch.LithiumFoil;
        Foil foil = CoatingRecipe.Find<Foil>(sheet?.Material ?? DesignDefaults.NegativeFoil.Material, sheet?.Place ?? pouch.Place);
        LithiumMetal metal = CoatingRecipe.Find<LithiumMetal>(recipe.Lithium?.Material ?? DesignDefaults.Lithium.Material, recipe.Lithium?.Place ?? recipe.Place);
        double thickness = built.Ratios!.Negative / PhysicalConstants.Faraday * LithiumElectrode.MolarVolume;
        return new PouchElectrode
        {
            Name = "lithium",
            MassPerArea = thickness * metal.Density.Value,
            Thickness = thickness,
            Porosity = 0,
            FoilName = $"{foil.Name} foil",
            FoilThickness = sheet is null ? pouch.Assumptions.LithiumCollector.Value : sheet.Thickness ?? foil.Thickness.Value,
            FoilDensity = foil.Density.Value,
        };
    }

    // Less than the positive capacity is what thin lithium is meant to be; less than it takes to fill the electrode again is not.
    private static void Filled(BuiltDesign built, CellDesign.Recipe recipe)
    {
        CapacityRatios ratios = built.Ratios!;
        if (!ratios.IsLithium || ratios.Filling >= 1) return;
        throw (recipe.Lithium?.Place ?? recipe.Place).Error(FormattableString.Invariant(
            $"Lithium of {QuantityKinds.ArealCapacity.Format(ratios.Negative)} (N/P {ratios.ToReversible:f2}) leaves the positive electrode filled to {ratios.Filling * 100:f1} % after the first cycle, of which {ratios.NegativeLoss * 100:0.#} % is lost; expected a thickness of {QuantityKinds.Length.Format(ratios.LeastLithium, 3)} or more."));
    }
}
