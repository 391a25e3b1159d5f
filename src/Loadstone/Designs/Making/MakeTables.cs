using Loadstone.Designs.Runs;
using Loadstone.Drying;
using Loadstone.Quantities;
using Loadstone.Slurry;

namespace Loadstone.Designs.Making;

/// <summary>What the process chains gave, as tables: one step after the other.</summary>
internal static class MakeTables
{
    private const double Micrometres = 1e6, Nanometres = 1e9, Percent = 100;

    private static readonly ResultColumn[] Leading = [new("step", "layer", Place: ColumnPlace.Tables), new("variant", "variant", Place: ColumnPlace.Data), new("electrode", "electrode", Place: ColumnPlace.Data), new("layer", "layer", Place: ColumnPlace.Data)];

    private static readonly ResultColumn[] SlurryColumns =
    [
        .. Leading,
        new("solidsContent", "solids", "%", "F1"), new("solidVolumeFraction", "φ", "%", "F1"), new("density", "density", "g/cm³", "F2"),
        new("mediumViscosity", "η liquid", "Pa s", "G3"), new("viscosityAtRest", "η 0.1/s", "Pa s", "G3"), new("viscosityAt10", "η 10/s", "Pa s", "G3"), new("viscosityAt100", "η 100/s", "Pa s", "G3"),
        new("yieldStress", "yield", "Pa", "G3"), new("lowestSolids", "from", "%", "F1"), new("highestSolids", "to", "%", "F1"), new("upperBound", "then"), new("jammingSolids", "jams", "%", "F1"), new("flow", "flow"),
    ];

    private static readonly ResultColumn[] CoatColumns =
    [
        .. Leading,
        new("gap", "gap", "µm", "F0"), new("wetThickness", "wet", "µm", "F0"), new("gapRatio", "G*", null, "F2"), new("speed", "speed", "m/min", "F1"), new("shearRate", "shear", "1/s", "F0"), new("viscosityInGap", "η there", "Pa s", "G3"),
        new("flowRate", "flow", "mL/min", "F1"), new("solvent", "solvent", "mg/cm²", "F1"), new("settledSolids", "settled", "%", "F1"), new("driedThickness", "dried", "µm", "F1"), new("driedPorosity", "dried", "%", "F1"),
        new("edgeHeight", "H*", null, "F2"), new("edgeWidth", "B*", null, "F1"), new("edgeSlope", "R*", null, "F2"), new("trim", "trim", "%", "F1"),
    ];

    private static readonly ResultColumn[] DryColumns =
    [
        new("step", "film", Place: ColumnPlace.Tables), .. Leading.Skip(1),
        new("solvent", "solvent", "mg/cm²", "F1"), new("dryingTime", "dry after", "s", "F0"), new("endOfShrinkage", "stiff after", "s", "F0"), new("highestTemperature", "hottest", "°C", "F0"), new("peakRate", "peak rate", "g/(m² s)", "F2"),
        new("lineSpeed", "line", "m/min", "F2"), new("fastestLineSpeed", "fastest", "m/min", "F2"), new("ovenLength", "oven", "m", "F1"),
        new("energy", "energy", "kJ/m²", "F0"), new("energyPerSolvent", "energy", "MJ/kg", "F1"), new("peclet", "Pe", null, "F1"),
    ];

    private static readonly ResultColumn[] LayerColumns =
    [
        .. Leading,
        new("thickness", "thickness", "µm", "F1"), new("porosity", "porosity", "%", "F1"), new("porosityAtFoil", "at foil", "%", "F1"), new("porosityAtTop", "top", "%", "F1"),
        new("binderAtFoil", "binder foil", null, "F2"), new("binderAtTop", "top", null, "F2"), new("carbonAtFoil", "carbon foil", null, "F2"), new("carbonAtTop", "top", null, "F2"), new("uniformity", "uniform", "%", "F1"),
        new("conductivityAtFoil", "σ foil", "S/m", "G3"), new("conductivityAtTop", "top", "S/m", "G3"), new("transportAtFoil", "ε/τ foil", null, "F3"), new("transportAtTop", "top", null, "F3"), new("binderFilmAtFoil", "t_b foil", "nm", "F1"),
    ];

    private static readonly ResultColumn[] CrackColumns =
    [
        new("step", "electrode", Place: ColumnPlace.Tables), .. Leading.Skip(1).Take(2),
        new("loading", "active", "mg/cm²", "F1"), new("criticalLoading", "cracks above", "mg/cm²", "F1"), new("margin", "margin", null, "F2"), new("observations", "observed with"), new("basis", "limit"), new("extrapolated", "binder content"),
    ];

    /// <summary>One row per slurry.</summary>
    public static ResultTable Slurries(MakeOutcome outcome) => new("slurries", "Slurry", SlurryColumns, [.. outcome.Sides.SelectMany(side => side.Made.Coats.Select(coat => SlurryRow(side, coat)))],
        "\"from\" and \"to\" bound the solids content at which the recipe can be coated, \"then\" says what bounds it above; η liquid is the binder solution between the particles.");

    /// <summary>One row per wet film.</summary>
    public static ResultTable Coats(MakeOutcome outcome) => new("coats", "Coating", CoatColumns, [.. outcome.Sides.SelectMany(side => side.Made.Coats.Select(coat => CoatRow(side, coat)))],
        "The gap stands over what lies below; \"settled\" is the solids content once a dry layer below has drunk. H*, B*, R*: height, width and slope of the edges over the bulk height; G* the gap over the wet film.");

    /// <summary>One row per film that dried.</summary>
    public static ResultTable Dryings(MakeOutcome outcome) => new("drying", "Drying", DryColumns, [.. outcome.Sides.SelectMany(side => side.Made.Dryings.Select(step => DryRow(side, step)))],
        "\"stiff after\" is when the particles touch and pores begin to empty. Energy counts evaporation, warming, exhaust air and recovery of the solvent. Pe is the largest Péclet number of the binder.");

    /// <summary>One row per layer of the finished electrode.</summary>
    public static ResultTable Layers(MakeOutcome outcome) => new("depth", "Layers over their depth", LayerColumns, [.. outcome.Sides.SelectMany(side => side.Made.Layers.Select((layer, i) => LayerRow(side, layer, i)))],
        "Binder and carbon are relative to the mean of the layer, in its lowest and highest tenth; binder at the foil is taken as a measure of adhesion.");

    /// <summary>One row per slice of a layer, for the data file.</summary>
    public static ResultTable Slices(MakeOutcome outcome) => new("slices", "Slices", [.. Leading, new("from", "from"), new("to", "to"), new("porosity", "porosity"), new("binder", "binder"), new("carbon", "carbon")],
        [.. outcome.Sides.SelectMany(side => side.Made.Layers.SelectMany(layer => layer.Slices.Select(slice =>
            (ResultCell[])[.. Lead(side, layer.Name), slice.From, slice.To, slice.Porosity, slice.BinderShare, slice.CarbonShare])))]);

    /// <summary>One row per electrode of which a cracking limit is known.</summary>
    public static ResultTable Cracking(MakeOutcome outcome) => new("cracking", "Cracking", CrackColumns,
        [.. outcome.Sides.Where(side => side.Made.Cracking is not null).Select(CrackRow)], "A margin below 1 cracks. The limit is that of the observed particles and slurry, over a power of the binder content.");

    private static ResultCell[] Lead(MadeSide side, string name) => [side.Of(name), side.Built.Design.Name, side.Side, name];

    private static ResultCell[] SlurryRow(MadeSide side, CoatStep coat) =>
    [
        .. Lead(side, coat.Layer),
        coat.Slurry.SolidMassFraction * Percent, coat.Slurry.SolidVolumeFraction * Percent, coat.Slurry.Density / 1000,
        coat.MediumViscosity, coat.ViscosityAtRest, coat.Flow.Viscosity(10), coat.Flow.Viscosity(100), coat.Flow.Yield,
        coat.Window.Solids?.Low * Percent, coat.Window.Solids?.High * Percent, Bound(coat.Window.UpperBound), coat.Window.JammingSolids * Percent, coat.FlowIsGiven ? "given" : "derived",
    ];

    private static ResultCell[] CoatRow(MadeSide side, CoatStep coat) =>
    [
        .. Lead(side, coat.Layer),
        coat.Gap * Micrometres, coat.Film.Thickness * Micrometres, coat.Gap / coat.Film.Thickness, QuantityKinds.Speed.ToUnit(coat.Speed, "m/min"), coat.ShearRate, coat.Flow.Viscosity(coat.ShearRate),
        coat.FlowRate * 6e7, coat.Film.SolventPerArea * 100, coat.Settled == coat.Film ? default(double?) : coat.Settled.Slurry.SolidMassFraction * Percent, coat.Dried.Thickness * Micrometres, coat.Dried.Porosity * Percent,
        coat.Edge.Height, coat.Edge.Width, coat.Edge.Slope, coat.TrimShare * Percent,
    ];

    private static ResultCell[] DryRow(MadeSide side, DryStep step) =>
    [
        .. Lead(side, step.Layers),
        step.Curve.Film.SolventMass * 100, step.TimeToDry, step.Curve.EndOfShrinkage, step.Curve.Temperatures.Max() - PhysicalConstants.CelsiusZero, step.Curve.Rates.Max() * 1e3,
        step.LineSpeed * 60, step.FastestLineSpeed * 60, step.OvenLength, step.Energy.Total / 1e3, step.Energy.PerSolvent / 1e6, step.Binder.LargestPeclet,
    ];

    private static ResultCell[] LayerRow(MadeSide side, MadeLayer layer, int index)
    {
        DepthSlice foil = layer.Slices[0], top = layer.Slices[^1];
        Electrodes.Layer model = side.Structure.Electrode.Layers[index];
        double misplaced = layer.Slices.Average(slice => Math.Abs(slice.BinderShare - 1));
        return
        [
            .. Lead(side, layer.Name),
            model.Thickness * Micrometres, model.Porosity.Mean * Percent, foil.Porosity * Percent, top.Porosity * Percent,
            foil.BinderShare, top.BinderShare, foil.CarbonShare, top.CarbonShare, (1 - misplaced / 2) * Percent,
            model.ElectronicConductivity.At(0), model.ElectronicConductivity.At(1), model.TransportEfficiency.At(0), model.TransportEfficiency.At(1), foil.Composition.BinderFilmThickness * Nanometres,
        ];
    }

    private static ResultCell[] CrackRow(MadeSide side)
    {
        CrackingAssessment cracking = side.Made.Cracking!;
        return
        [
            side.Label.Length == 0 ? side.Side : side.Label, side.Built.Design.Name, side.Side,
            cracking.Loading * 100, cracking.CriticalLoading * 100, cracking.Margin, side.Made.CrackingData, Basis(side.Made.CrackingBasis), cracking.Extrapolated ? "beyond the observed ones" : "observed",
        ];
    }

    private static string Basis(CrackingObservation? basis) => basis switch
    {
        CrackingObservation.CrackFree => "at least",
        CrackingObservation.Cracked => "at most",
        _ => "",
    };

    private static string Bound(WindowBound bound) => bound switch
    {
        WindowBound.TooThick => "too thick",
        WindowBound.TooStiff => "too stiff",
        WindowBound.Jammed => "jams",
        WindowBound.TooThin => "too thin",
        _ => "",
    };
}
