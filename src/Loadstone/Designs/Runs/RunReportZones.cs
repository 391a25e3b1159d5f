using Loadstone.Designs.Building;
using Loadstone.Electrochemistry.Zones;
using Loadstone.Electrodes;
using Loadstone.Quantities;
using Loadstone.Slurry;

namespace Loadstone.Designs.Runs;

/// <summary>Zones side by side as tables: what they are, and what each of them gave.</summary>
internal static class RunReportZones
{
    private const double MicrometresPerMetre = 1e6, Percent = 100;

    private static readonly ResultColumn[] StructureColumns =
    [
        new("variant", "variant"), new("zone", "zone"), new("areaShare", "area", "%", "F1"), new("carbon", "carbon", "%", "F2"),
        new("solidVolumeFraction", "φ", "%", "F1"), new("wetThickness", "wet", "µm", "F0"), new("loading", "active", "mg/cm²", "F2"), new("thickness", "thickness", "µm", "F1"),
        new("porosity", "porosity", "%", "F1"), new("electronicConductivity", "σ", "S/m", "G3"), new("heterogeneity", "δ in plane", null, "F3"),
    ];

    private static readonly ResultColumn[] RateColumns =
    [
        new("variant", "variant"), new("rate", "rate", "C", "0.###"), new("zone", "zone"), new("areaShare", "area", "%", "F1"), new("massShare", "active", "%", "F1"),
        new("chargeShare", "charge", "%", "F1"), new("currentShareAtEnd", "current at end", "%", "F1"), new("specificCapacity", "capacity", "mAh/g", "F1"),
    ];

    /// <summary>One row per zone.</summary>
    public static ResultTable Structure(IReadOnlyList<BuiltDesign> designs) => new("zones", "Zones side by side", StructureColumns,
        [.. designs.SelectMany(design => design.Zones.Select((zone, i) => StructureRow(design, zone, i)))],
        "Zones have solvent shell, binder film and wet thickness in common; δ tells how unevenly carbon is divided among them.");

    /// <summary>One row per zone and discharge of a rate test.</summary>
    public static ResultTable Rates(RunOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return new ResultTable("zoneRates", "What the zones gave", RateColumns, [.. outcome.Variants.SelectMany(RateRows)],
            "Shares are of the whole electrode: of its area, active mass, charge of the discharge and current at its end; capacities are per gram of the zone's own active material.");
    }

    private static ResultCell[] StructureRow(BuiltDesign design, ZoneStructure zone, int index)
    {
        LayerStructure layer = zone.Structure.Layers[0];
        return
        [
            design.Design.Name, zone.Name, zone.AreaShare * Percent, zone.Slurry.Solids.Composition.MassFractionOf(ComponentRole.Carbon) * Percent,
            zone.Slurry.Slurry.SolidVolumeFraction * Percent, zone.Slurry.WetThickness * MicrometresPerMetre, QuantityKinds.Loading.ToUnit(layer.Loading, "mg/cm²"),
            layer.Thickness * MicrometresPerMetre, layer.Porosity * Percent, layer.ElectronicConductivity,
            index > 0 ? default(double?) : IsoShellZones.HeterogeneityOf([.. design.Zones.Select(z => z.Slurry)], [.. design.Zones.Select(z => z.AreaShare)]),
        ];
    }

    private static IEnumerable<ResultCell[]> RateRows(VariantOutcome variant)
    {
        IReadOnlyList<ZoneStructure> structures = variant.Built.Zones;
        double area = variant.Built.Cell.Area;
        foreach (RateOutcome rate in variant.Rates)
        {
            if (ZonesOf(variant, rate) is not { } zones) continue;
            double charge = zones.Sum(zone => zone.Charge), current = zones.Sum(zone => zone.CurrentAtEnd);
            double mass = structures.Sum(zone => zone.AreaShare * zone.Structure.Loading);
            for (int z = 0; z < zones.Count; z++)
            {
                double own = structures[z].AreaShare * structures[z].Structure.Loading;
                yield return
                [
                    variant.Name, rate.Rate, zones[z].Name, zones[z].AreaShare * Percent, own / mass * Percent,
                    charge == 0 ? default(double?) : zones[z].Charge / charge * Percent, current == 0 ? default(double?) : zones[z].CurrentAtEnd / current * Percent,
                    QuantityKinds.SpecificCapacity.ToUnit(zones[z].Charge / (own * area), "mAh/g"),
                ];
            }
        }
    }

    private static IReadOnlyList<ZoneStep>? ZonesOf(VariantOutcome variant, RateOutcome rate)
    {
        foreach (ProtocolOutcome protocol in variant.Protocols)
        {
            for (int i = 0; i < protocol.Zones.Count; i++)
            {
                if (ReferenceEquals(protocol.Result.Steps[i], rate.Step)) return protocol.Zones[i];
            }
        }
        return null;
    }
}
