using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrodes;
using Loadstone.Quantities;
using Loadstone.Slurry;

namespace Loadstone.Designs.Runs;

/// <summary>The structure of designs as tables: what was coated, and what it is like.</summary>
internal static class RunReportStructure
{
    private const double MicrometresPerMetre = 1e6, NanometresPerMetre = 1e9, Percent = 100, MillisiemensPerSiemens = 1000, CelsiusZero = 273.15, StandardTemperature = 298.15; // K

    private static readonly ResultColumn[] LayerColumns =
    [
        new("name", "layer", Place: ColumnPlace.Tables),
        new("variant", "variant", Place: ColumnPlace.Data), new("electrode", "electrode", Place: ColumnPlace.Data), new("layer", "layer", Place: ColumnPlace.Data),
        new("loading", "active", "mg/cm²", "F2"), new("thickness", "thickness", "µm", "F1"), new("porosity", "porosity", "%", "F1"),
        new("transportEfficiency", "ε/τ", null, "F3"), new("electronicConductivity", "σ", "S/m", "G3"),
        new("wettedFraction", "wetted", "%", "F1"), new("binderConductivity", "σ_b", "mS/m", "G3"),
        new("binderFilmThickness", "t_b", "nm", "F1"), new("solidVolumeFraction", "φ", "%", "F1"), new("solventShellThickness", "t_s", "nm", "F0"),
        new("sizes", "particles", Place: ColumnPlace.Tables), new("recipe", "solids", Place: ColumnPlace.Tables),
        new("particles", "particles", Place: ColumnPlace.Data), new("composition", "solids", Place: ColumnPlace.Data),
    ];

    private static readonly ResultColumn[] ElectrodeColumns =
    [
        new("name", "electrode", Place: ColumnPlace.Tables),
        new("variant", "variant", Place: ColumnPlace.Data), new("electrode", "electrode", Place: ColumnPlace.Data),
        new("loading", "active", "mg/cm²", "F2"), new("thickness", "thickness", "µm", "F1"), new("porosity", "porosity", "%", "F1"),
        new("pressDensity", "density", "g/cm³", "F2"), new("arealCapacity", "capacity", "mAh/cm²", "F2"), new("specificCapacity", "capacity", "mAh/g", "F1"),
        new("heterogeneity", "δ", null, "F3"), new("contactResistance", "contact", "Ω cm²", "F2"), new("oneC", "1C", "mA/cm²", "F2"), new("npRatio", "N/P", null, "F2"),
        new("temperature", "temperature", "°C", "F1"), new("heatCapacity", "heat capacity", "J/K", "G3"), new("heatTransfer", "heat transfer", "W/K", "G3"),
    ];

    /// <summary>One row per layer of every coated electrode, from the foil to the separator.</summary>
    public static ResultTable Layers(IReadOnlyList<BuiltDesign> designs)
    {
        // Many layers share a recipe: the table shows its letter, and the recipes stand below.
        List<string> recipes = [.. Electrodes(designs).SelectMany(e => e.Structure.Layers).Select(Composition).Distinct()];
        ResultCell[][] rows = [.. Electrodes(designs).SelectMany(e => e.Structure.Layers.Zip(e.Structure.Electrode.Layers, (layer, made) => LayerRow(e, layer, made, recipes)))];
        return new ResultTable("layers", "Layers, from the foil", LayerColumns, rows, NoteOf(designs), [.. recipes.Select((recipe, i) => $"{Letter(i)}: {recipe}")]);
    }

    /// <summary>One row per coated electrode.</summary>
    public static ResultTable Electrodes(IReadOnlyList<BuiltDesign> designs, string title = "Electrodes") =>
        new("electrodes", title, ElectrodeColumns, [.. Electrodes(designs).Select(ElectrodeRow)],
            "Capacities lie between the rest states of the electrode's window; δ tells how unevenly carbon is divided among the layers.");

    private static IEnumerable<Coated> Electrodes(IReadOnlyList<BuiltDesign> designs)
    {
        foreach (BuiltDesign design in designs)
        {
            // The variant is named only where there are several, the electrode where there are two.
            string[] variant = designs.Count > 1 ? [design.Design.Name] : [];
            string[] side = design.Negative is not null || variant.Length == 0 ? ["positive"] : [];
            if (design.Positive is { } positive) yield return new Coated(design, "positive", positive, string.Join(" · ", variant.Concat(side)));
            if (design.Negative is { } negative) yield return new Coated(design, "negative", negative, string.Join(" · ", variant.Append("negative")));
        }
    }

    private static ResultCell[] LayerRow(Coated electrode, LayerStructure layer, Layer made, List<string> recipes) =>
    [
        $"{electrode.Label} · {layer.Name}",
        electrode.Design.Design.Name, electrode.Side, layer.Name,
        QuantityKinds.Loading.ToUnit(layer.Loading, "mg/cm²"), layer.Thickness * MicrometresPerMetre, layer.Porosity * Percent,
        layer.TransportEfficiency, layer.ElectronicConductivity,
        // Shown where they are not what they are everywhere else.
        Unless(made.WettedFraction.Mean, 1, Percent), Unless(made.BinderConductivity.Mean, 0, MillisiemensPerSiemens),
        layer.BinderFilmThickness * NanometresPerMetre, layer.SolidVolumeFraction * Percent, layer.SolventShellThickness * NanometresPerMetre,
        string.Join(" + ", layer.Particles.Select(p => QuantityKinds.ParticleSize.Format(p.Diameter))), Letter(recipes.IndexOf(Composition(layer))),
        string.Join(", ", layer.Particles.Select(Particle)), Composition(layer),
    ];

    private static ResultCell[] ElectrodeRow(Coated electrode)
    {
        ElectrodeStructure structure = electrode.Structure;
        Cell cell = electrode.Design.Cell;
        return
        [
            electrode.Label, electrode.Design.Design.Name, electrode.Side,
            QuantityKinds.Loading.ToUnit(structure.Loading, "mg/cm²"), structure.Thickness * MicrometresPerMetre, structure.Porosity * Percent,
            QuantityKinds.Density.ToUnit(structure.Density, "g/cm³"), QuantityKinds.ArealCapacity.ToUnit(structure.ArealCapacity, "mAh/cm²"),
            QuantityKinds.SpecificCapacity.ToUnit(structure.SpecificCapacity, "mAh/g"), structure.Heterogeneity,
            QuantityKinds.ArealResistance.ToUnit(structure.ContactResistance, "Ω cm²"),
            QuantityKinds.CurrentDensity.ToUnit(cell.OneC / cell.Area, "mA/cm²"),
            electrode.Side == "negative" ? electrode.Design.NpRatio : null,
            cell.Temperature != StandardTemperature || cell.Thermal is not null ? (double?)(cell.Temperature - CelsiusZero) : null,
            cell.Thermal?.HeatCapacity, cell.Thermal?.HeatTransfer,
        ];
    }

    private static double? Unless(double value, double usual, double factor) => value == usual ? null : value * factor;

    private static string Particle(ParticleStructure particle) =>
        $"{QuantityKinds.ParticleSize.Format(particle.Diameter)} {particle.Material} {QuantityKinds.Fraction.Format(particle.Share, 4)}";

    private static string Composition(LayerStructure layer) => string.Join(", ", layer.Ledger.Solids.Composition.Components.Select(Solid));

    private static string Letter(int index) => index < 26 ? ((char)('A' + index)).ToString() : FormattableString.Invariant($"A{index - 25}");

    private static string Solid(SolidComponent solid) => $"{solid.Name} {QuantityKinds.Fraction.Format(solid.MassFraction, 4)}";

    private static string NoteOf(IReadOnlyList<BuiltDesign> designs)
    {
        string always = "ε/τ is the transport efficiency of the pores, σ the electronic conductivity, t_b the thickness of the binder film on particles and carbon";
        bool slurry = Electrodes(designs).Any(e => e.Structure.Layers.Any(layer => layer.Slurry is not null));
        if (Electrodes(designs).Any(e => e.Structure.Electrode.Layers.Any(layer => layer.BinderConductivity.Maximum > 0)))
            always += ", σ_b the ionic conductivity of the binder";
        return slurry ? $"{always}, φ the solids by volume in the slurry, t_s the thickness of its solvent shell." : $"{always}.";
    }

    private sealed record Coated(BuiltDesign Design, string Side, ElectrodeStructure Structure, string Label);
}
