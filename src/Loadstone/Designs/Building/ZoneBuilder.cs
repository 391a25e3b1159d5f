using Loadstone.Cells;
using Loadstone.Designs.Fields;
using Loadstone.Electrodes;

namespace Loadstone.Designs.Building;

/// <summary>Makes the zones of a positive electrode: each an electrode of its own from the slurry that it has.</summary>
/// <param name="builder">Makes electrodes.</param>
/// <param name="lower">Lower cut-off [V].</param>
/// <param name="upper">Upper cut-off [V].</param>
internal sealed class ZoneBuilder(ElectrodeBuilder builder, double lower, double upper)
{
    /// <summary>The zones; none where the document has none.</summary>
    /// <param name="design">What the document says of the electrode.</param>
    /// <param name="uniform">The electrode without zones.</param>
    /// <exception cref="InputException">The electrode has several layers or no slurry, or a zone cannot be made.</exception>
    public IReadOnlyList<ZoneStructure> Build(ElectrodeDesign design, ElectrodeStructure uniform)
    {
        if (design.Zones.Count == 0) return [];
        IReadOnlyList<LayerRecipe> layers = builder.Arrange(design);
        if (layers.Count != 1) throw design.PlaceOf("zones").Error($"Zones side by side need one layer in which carbon differs; this electrode has {layers.Count}.");
        if (layers[0].Slurry is not { } slurry)
            throw design.PlaceOf("zones").Error($"Zones follow from their slurry; add \"slurry\" to the layer ({FieldValue.Expectation(LayerFields.Slurry)}).");
        double[] shares = [.. design.Zones.Select(zone => zone.Share)];
        return [.. Slurries(design, slurry, shares, uniform.Loading).Select((zone, i) => Build(design, layers[0], uniform, zone, i))];
    }

    /// <summary>The zones as cells.</summary>
    /// <param name="design">What the document says of the electrode.</param>
    /// <param name="zones">The zones.</param>
    /// <param name="whole">The cell of the electrode without zones.</param>
    /// <param name="finish">What is done to the cell of each zone in the end.</param>
    public static ZonedCell? Cell(ElectrodeDesign design, IReadOnlyList<ZoneStructure> zones, Cell whole, Func<Cell, Cell> finish)
    {
        if (zones.Count == 0) return null;
        try
        {
            return new ZonedCell([.. zones.Select(zone => new CellZone(zone.Name, zone.AreaShare, finish(whole with
            {
                Name = $"{whole.Name}, {zone.Name}",
                Positive = zone.Structure.Electrode,
                // The material is one: what a zone brings with it and what the first cycle binds go with its sites.
                CyclableLithium = whole.CyclableLithium * zone.Structure.Electrode.SitesPerArea / whole.Positive.SitesPerArea,
            })))]);
        }
        catch (InputException e) when (e.File is null)
        {
            throw design.PlaceOf("zones").Error(Wording.Capitalised(e.Problem));
        }
    }

    private ZoneStructure Build(ElectrodeDesign design, LayerRecipe layer, ElectrodeStructure uniform, SlurryZone zone, int index)
    {
        ZoneDesign written = design.Zones[index];
        ElectrodeDesign own = design with
        {
            Loading = zone.Solids.ActiveLoading,
            Porosity = design.ZonesOfOneThickness ? null : uniform.Porosity,
            Thickness = design.ZonesOfOneThickness ? uniform.Thickness : null,
            PressDensity = null,
            Calendering = null,
            SharesOfThickness = false,
        };
        LayerRecipe recipe = layer with { Name = written.Name, Composition = zone.Solids.Composition, Slurry = zone.Slurry, Porosity = null };
        ElectrodeStructure structure = builder.Build(own, [recipe], own.Loading, lower, upper, DesignDefaults.PositiveFoil);
        return new ZoneStructure(written.Name, written.Share, zone, structure);
    }

    private static IReadOnlyList<SlurryZone> Slurries(ElectrodeDesign design, Slurry.Formulation slurry, double[] shares, double loading)
    {
        try
        {
            return IsoShellZones.Of(slurry, [.. design.Zones.Select(zone => zone.Carbon)], shares, loading);
        }
        catch (ArgumentException)
        {
            throw design.PlaceOf("zones").Error("Zones differ in carbon; the layer holds none to divide. Name a carbon among its solids.");
        }
        catch (InputException e) when (e.File is null)
        {
            throw design.PlaceOf("zones").Error(Wording.Capitalised(e.Problem));
        }
    }
}
