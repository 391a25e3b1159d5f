using Loadstone.Designs.Building;
using Loadstone.Quantities;
using Loadstone.Slurry;

namespace Loadstone.Designs.Runs;

/// <summary>How the structure came about, as tables: what the calender did to each layer, and which numbers were given and which derived.</summary>
internal static class RunReportMaking
{
    private const double MicrometresPerMetre = 1e6, Percent = 100;

    private static readonly ResultColumn[] CalenderingColumns =
    [
        new("variant", "variant"), new("electrode", "electrode"), new("layer", "layer"),
        new("coatedThickness", "coated", "µm", "F1"), new("coatedPorosity", "coated", "%", "F1"),
        new("thickness", "pressed", "µm", "F1"), new("porosity", "pressed", "%", "F1"),
        new("lineLoad", "line load", "N/mm", "F0"), new("pressure", "pressure", "MPa", "F0"), new("resistance", "resistance"), new("springBack", "spring-back", "%", "F1"),
    ];

    private static readonly ResultColumn[] OriginColumns = [new("variant", "variant"), new("electrode", "electrode"), new("given", "given"), new("derived", "derived")];

    /// <summary>One row per layer that went through a calender.</summary>
    public static ResultTable Calendering(IReadOnlyList<BuiltDesign> designs) => new("calendering", "Calendering", CalenderingColumns,
        [.. Electrodes(designs).Where(e => e.Structure.Calendering is not null).SelectMany(e => e.Structure.Layers.Select((layer, i) => CalenderingRow(e, layer, i)))],
        "All layers of a coating carry the same load; the resistance is the load over which the pores that can be pressed out shrink to 37 %.");

    /// <summary>One row per electrode: which of its numbers the document gives, and which follow.</summary>
    public static ResultTable Origins(IReadOnlyList<BuiltDesign> designs) =>
        new("origins", "Given and derived", OriginColumns, [.. Electrodes(designs).Select(OriginRow)]);

    private static ResultCell[] CalenderingRow(Pressed electrode, LayerStructure layer, int index)
    {
        CalenderingStructure pressed = electrode.Structure.Calendering!;
        LayerLedger before = pressed.Layers[index].Coated;
        double resistance = pressed.Layers[index].Law.Resistance;
        return
        [
            electrode.Variant, electrode.Side, layer.Name,
            before.Thickness * MicrometresPerMetre, before.Porosity * Percent, layer.Thickness * MicrometresPerMetre, layer.Porosity * Percent,
            pressed.IsPressure ? default(double?) : QuantityKinds.PeelForce.ToUnit(pressed.Load, "N/mm"), pressed.IsPressure ? QuantityKinds.Pressure.ToUnit(pressed.Load, "MPa") : default(double?),
            pressed.IsPressure ? QuantityKinds.Pressure.Format(resistance) : FormattableString.Invariant($"{QuantityKinds.PeelForce.ToUnit(resistance, "N/mm"):0.###} N/mm"), pressed.SpringBack * Percent,
        ];
    }

    private static ResultCell[] OriginRow(Pressed electrode)
    {
        ElectrodeDesign design = electrode.Design;
        bool porosity = design.Porosity is not null || design.Layers.All(layer => layer.Porosity is not null);
        IEnumerable<(string, bool)> made = electrode.Structure.Making is not { } making ? [] :
        [
            ("gap", design.Process!.Coating.Gap is not null), ("porosity as coated", !making.CoatedPorosityIsDerived), ("flow of the slurry", making.Coats.All(coat => coat.FlowIsGiven)),
            .. making.Dryings.Count == 0 ? Array.Empty<(string, bool)>() : [("drying time", false), ("binder and carbon over the depth", false)],
        ];
        (string Name, bool Given)[] numbers =
        [
            ("loading", design.Loading is not null), ("porosity", porosity), ("thickness", design.Thickness is not null), ("press density", design.PressDensity is not null),
            .. design.Calendering is { } calender
                ? [(calender.Pressure is null ? "line load" : "pressure", calender.LineLoad is not null || calender.Pressure is not null)] : Array.Empty<(string, bool)>(),
            ("tortuosity", design.Layers.All(layer => layer.BruggemanExponent is not null || layer.TortuosityFactor is not null)),
            ("electronic conductivity", design.Layers.All(layer => layer.ElectronicConductivity is not null)),
            ("contact resistance", design.ContactResistance is not null),
            .. made,
        ];
        return
        [
            electrode.Variant, electrode.Side,
            string.Join(", ", numbers.Where(n => n.Given).Select(n => n.Name)), string.Join(", ", numbers.Where(n => !n.Given).Select(n => n.Name)),
        ];
    }

    private static IEnumerable<Pressed> Electrodes(IReadOnlyList<BuiltDesign> designs)
    {
        foreach (BuiltDesign design in designs)
        {
            if (design.Design.Cell is not CellDesign.Recipe recipe) continue;
            yield return new Pressed(design.Design.Name, "positive", recipe.Positive, design.Positive!);
            if (design.Negative is { } negative) yield return new Pressed(design.Design.Name, "negative", recipe.Negative!, negative);
        }
    }

    private sealed record Pressed(string Variant, string Side, ElectrodeDesign Design, ElectrodeStructure Structure);
}
