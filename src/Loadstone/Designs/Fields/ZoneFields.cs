using Loadstone.Quantities;

namespace Loadstone.Designs.Fields;

/// <summary>What may be said of zones of unequal carbon side by side.</summary>
internal static class ZoneFields
{
    internal static readonly TextField Name = new("name", "Name shown in tables.", "poor");

    internal static readonly QuantityField Share = new("share", "Share of the electrode's area; the shares of all zones add to 100 %.", QuantityKinds.Fraction, 1e-4, 1) { Required = true, Example = "50 %" };

    internal static readonly QuantityField Carbon = new("carbon", "Mass fraction of carbon in the dry coating of this zone.", QuantityKinds.Fraction, 1e-5, 0.5) { Required = true, Example = "1 %" };

    internal static readonly ListField Zones = new("zones", "Zones of unequal carbon side by side, run at one voltage. They share binder film, solvent shell and wet thickness with the slurry of the electrode's one layer, so that solids, loading and thickness follow; the loading is the mean.",
        new ObjectField("zone", "A zone.", new ObjectShape("zone", "A part of the electrode's area.", Name, Share, Carbon))) { Fewest = 2 };

    internal static readonly ChoiceField ZonesHave = new("zonesHave", "What the zones have in common after drying and pressing: the electrode's porosity, so that thickness differs, or its thickness, so that porosity does.", ["one porosity", "one thickness"]) { Default = "one porosity" };
}
