using Loadstone.Cells;
using Loadstone.Cells.Pouch;
using Loadstone.Designs.Fields;
using Loadstone.Designs.Reading;
using Loadstone.Electrodes;
using Loadstone.Materials;
using Loadstone.Quantities;

namespace Loadstone.Designs.Building;

/// <summary>
/// Makes a cell of a design: materials from the catalogue, volume fractions from the mass ledger, laws for what the recipe does
/// not say. Lithium sites follow from mass, c_max = ρ Q/F, and pores and solids fill the volume of every layer.
/// </summary>
/// <remarks>
/// Capacities are those between rest states. Of a positive electrode: between its potentials against lithium at the two cut-offs
/// of the cell. Of a negative one: between <see cref="NegativeEmpty"/> and <see cref="NegativeFull"/>. Their ratio is N/P. A full
/// cell is filled with the lithium of its positive electrode as made, all sites occupied, less the part of the first charge (from
/// there to the potential of the upper cut-off) that the negative electrode binds for good.
/// </remarks>
public static class DesignBuilder
{
    /// <summary>Potential against lithium at which a negative electrode counts as empty [V].</summary>
    public const double NegativeEmpty = 1.0;

    /// <summary>Potential against lithium at which a negative electrode counts as full [V].</summary>
    public const double NegativeFull = 0.01;

    private const double Hour = 3600; // s

    /// <summary>The cell of a design, its structure, and what was taken on trust.</summary>
    /// <exception cref="InputException">A material is not known, values clash, or solids do not fit; the message names place and numbers.</exception>
    public static BuiltDesign Build(Design design)
    {
        ArgumentNullException.ThrowIfNull(design);
        try
        {
            return design.Cell switch
            {
                CellDesign.ParameterSet set => FromSet(design, set),
                CellDesign.Recipe recipe => FromRecipe(design, recipe),
                _ => throw new ArgumentException($"There is no cell of the sort {design.Cell.GetType().Name}.", nameof(design)),
            };
        }
        catch (InputException e) when (!design.IsBase)
        {
            throw e.InVariant(design.Name);
        }
    }

    private static BuiltDesign FromSet(Design design, CellDesign.ParameterSet set)
    {
        try
        {
            return new BuiltDesign { Design = design, Cell = InClimate(ParameterSetCell.Load(set.Name), set), Assumed = [], Defaults = [] };
        }
        catch (InputException e) when (e.File is null)
        {
            throw set.Place.Error(e.Problem);
        }
    }

    private static Cell InClimate(Cell cell, CellDesign.ParameterSet set)
    {
        double temperature = set.Temperature ?? cell.Temperature;
        return WithDoubleLayers(cell with { Temperature = temperature, Thermal = CellPartsBuilder.Thermal(set.Thermal, temperature) }, set);
    }

    private static Cell WithDoubleLayers(Cell cell, CellDesign design) => design.DoubleLayerCapacitance is { } capacitance ? cell.WithDoubleLayers(capacitance) : cell;

    private static bool LeavesReference(Design design) =>
        design.Cell.Thermal is not null
        || (design.Cell.Temperature ?? DesignDefaults.Temperature) != DesignDefaults.Temperature
        || design.Run.Any(protocol => protocol.Steps.Any(step => (step.Temperature ?? DesignDefaults.Temperature) != DesignDefaults.Temperature));

    private static BuiltDesign FromRecipe(Design design, CellDesign.Recipe recipe)
    {
        var provenance = new Provenance(LeavesReference(design));
        double temperature = provenance.Or(recipe.Temperature, "temperature", DesignDefaults.Temperature, QuantityKinds.Temperature);
        double area = provenance.Or(recipe.Area ?? design.Pouch?.Area, "area", DesignDefaults.Area, QuantityKinds.Area);
        CoatingLaws laws = Laws(recipe.Laws);
        var builder = new ElectrodeBuilder(laws, temperature, provenance);
        ElectrodeStructure positive = builder.Build(recipe.Positive, builder.Arrange(recipe.Positive), recipe.Positive.Loading,
            recipe.LowerCutOff, recipe.UpperCutOff, DesignDefaults.PositiveFoil);
        if (!(positive.ArealCapacity > 0))
        {
            throw recipe.Positive.Place.Error($"The positive electrode holds no charge between {QuantityKinds.Voltage.Format(recipe.LowerCutOff)} and"
                + $" {QuantityKinds.Voltage.Format(recipe.UpperCutOff)} against lithium; expected cut-offs that its open-circuit potential passes.");
        }
        ElectrodeStructure? negative = recipe.Negative is { } coated ? BuildNegative(builder, coated, positive) : null;
        LithiumElectrode? lithium = negative is null ? CellPartsBuilder.Lithium(recipe.Lithium, recipe.Place, provenance) : null;
        CapacityRatios ratios = Ratios(design, recipe, positive, negative, lithium, temperature, laws, provenance);
        var cell = new Cell
        {
            Name = design.Name,
            Positive = positive.Electrode,
            Negative = negative?.Electrode,
            // A simulation starts with a charged cell, whose metal holds what the first charge brought.
            Lithium = lithium is null ? null : lithium with { Thickness = ratios.Available / PhysicalConstants.Faraday * LithiumElectrode.MolarVolume },
            Separator = CellPartsBuilder.Separator(recipe.Separator, recipe.Place, provenance),
            Electrolyte = CellPartsBuilder.Electrolyte(recipe.Electrolyte, recipe.Place, temperature, provenance),
            Area = area,
            LowerCutOff = recipe.LowerCutOff,
            UpperCutOff = recipe.UpperCutOff,
            OneC = (recipe.OneC ?? positive.SpecificCapacity / Hour) * positive.Loading * area,
            Temperature = temperature,
            Thermal = CellPartsBuilder.Thermal(recipe.Thermal, temperature),
            CyclableLithium = negative is null ? null : positive.Electrode.SitesPerArea - ratios.NegativeLoss * ratios.FirstCharge / PhysicalConstants.Faraday,
        };
        double capacity = CapacityPerArea(cell, recipe);
        if (recipe.OneC is null)
        {
            cell = cell with { OneC = capacity * area / Hour };
            provenance.Default("oneC", QuantityKinds.SpecificCurrent.Format(cell.OneC / (positive.Loading * area)) + ", which passes the capacity between the cut-offs in one hour");
        }
        IReadOnlyList<ElectrodeWetting> wetting = [];
        if (recipe.Wetting is { } filling) (cell, positive, negative, wetting) = Wet(design, recipe, filling, cell, positive, negative, provenance);
        IReadOnlyList<ZoneStructure> zones = new ZoneBuilder(builder, recipe.LowerCutOff, recipe.UpperCutOff).Build(recipe.Positive, positive);
        return new BuiltDesign
        {
            Design = design,
            Cell = WithDoubleLayers(cell, recipe),
            Positive = positive,
            Negative = negative,
            Ratios = ratios,
            Wetting = wetting,
            Zones = zones,
            ZonedCell = ZoneBuilder.Cell(recipe.Positive, zones, cell, one => WithDoubleLayers(one, recipe)),
            Assumed = provenance.Assumed,
            Defaults = provenance.Defaults,
        };
    }

    private static ElectrodeStructure BuildNegative(ElectrodeBuilder builder, ElectrodeDesign design, ElectrodeStructure positive)
    {
        IReadOnlyList<LayerRecipe> layers = builder.Arrange(design);
        double? loading = design.NpRatio is { } ratio
            ? ratio * positive.ArealCapacity / builder.SpecificCapacity(design, layers, NegativeFull, NegativeEmpty)
            : design.Loading;
        return builder.Build(design, layers, loading, NegativeFull, NegativeEmpty, DesignDefaults.NegativeFoil);
    }

    private static (Cell, ElectrodeStructure, ElectrodeStructure?, IReadOnlyList<ElectrodeWetting>) Wet(Design design, CellDesign.Recipe recipe, WettingDesign filling, Cell cell,
        ElectrodeStructure positive, ElectrodeStructure? negative, Provenance provenance)
    {
        Electrolyte electrolyte = CoatingRecipe.Find<Electrolyte>(recipe.Electrolyte?.Name ?? DesignDefaults.Electrolyte, recipe.Electrolyte?.Place ?? recipe.Place);
        var builder = new WettingBuilder(filling, design.Pouch, electrolyte, provenance);
        ElectrodeWetting one = builder.Fill("positive", positive.Electrode, cell);
        ElectrodeWetting? other = negative is null ? null : builder.Fill("negative", negative.Electrode, cell);
        positive = positive with { Electrode = builder.Wet(positive.Electrode, one) };
        if (other is not null) negative = negative! with { Electrode = builder.Wet(negative.Electrode, other) };
        return (cell with { Positive = positive.Electrode, Negative = negative?.Electrode }, positive, negative, other is null ? [one] : [one, other]);
    }

    private static double CapacityPerArea(Cell cell, CellDesign.Recipe recipe)
    {
        try
        {
            return CellBalance.CapacityPerArea(cell);
        }
        catch (InputException e) when (e.File is null)
        {
            throw recipe.Place.Error(e.Problem);
        }
    }

    private static CapacityRatios Ratios(Design design, CellDesign.Recipe recipe, ElectrodeStructure positive, ElectrodeStructure? negative,
        LithiumElectrode? lithium, double temperature, CoatingLaws laws, Provenance provenance)
    {
        double loss = lithium is null
            ? recipe.Negative!.FirstCycleLoss ?? provenance.Use("negative electrode", "first-cycle loss", laws.FirstCycleLoss)
            : (design.Pouch?.Assumptions ?? PouchAssumptions.Default).LithiumLoss.Value;
        return CapacityRatios.Of(positive.Electrode, recipe.LowerCutOff, recipe.UpperCutOff, lithium?.Capacity ?? negative!.ArealCapacity, lithium is not null, loss, temperature);
    }

    // A value that the document sets is stated, no longer assumed.
    private static CoatingLaws Laws(LawDesign set)
    {
        static SourcedValue Or(double? stated, SourcedValue standard) => stated is { } value ? SourcedValue.Of(value, standard.Kind, "the document") : standard;
        CoatingLaws laws = CoatingLaws.Default;
        return laws with
        {
            BruggemanExponent = Or(set.BruggemanExponent, laws.BruggemanExponent),
            ReferenceConductivity = Or(set.ReferenceConductivity, laws.ReferenceConductivity),
            PercolationExponent = Or(set.PercolationExponent, laws.PercolationExponent),
            FilmExponent = Or(set.FilmExponent, laws.FilmExponent),
            ConstrictionLength = Or(set.ConstrictionLength, laws.ConstrictionLength),
        };
    }
}
