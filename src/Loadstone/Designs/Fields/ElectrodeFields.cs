using Loadstone.Quantities;

namespace Loadstone.Designs.Fields;

/// <summary>What may be said of a coated electrode.</summary>
internal static class ElectrodeFields
{
    internal static readonly TextField PositiveFoil = new("foil", "Foil and its thickness.", $"{DesignDefaults.PositiveFoil}") { Default = $"{DesignDefaults.PositiveFoil}" };

    internal static readonly TextField NegativeFoil = new("foil", "Foil and its thickness.", $"{DesignDefaults.NegativeFoil}") { Default = $"{DesignDefaults.NegativeFoil}" };

    internal static readonly QuantityField Loading = new("loading", "Mass of active material per area. Two of loading, thickness and porosity (or press density) fix the third.", QuantityKinds.Loading, 1e-4, 10);

    internal static readonly NumberField NpRatio = new("npRatio", "Areal capacity of the negative electrode over that of the positive one, in place of a loading.", 0.2, 10);

    internal static readonly QuantityField Porosity = new("porosity", "Porosity of the coating as it is in the cell, of every layer that does not state its own.", QuantityKinds.Fraction, 0.01, 0.95);

    internal static readonly QuantityField Thickness = new("thickness", "Thickness of the coating without foil, in place of the porosity.", QuantityKinds.Length, 1e-6, 5e-3) { Example = "82.7 µm" };

    internal static readonly QuantityField PressDensity = new("pressDensity", "Mass of the dry coating per volume, in place of the porosity.", QuantityKinds.Density, 10, 20_000) { Example = "3.3 g/cm³" };

    internal static readonly QuantityField ContactResistance = new("contactResistance", "Resistance between coating and foil.", QuantityKinds.ArealResistance, 0, 1)
    {
        Default = "constriction length over the conductivity of the layer at the foil, see laws",
    };

    internal static readonly ChoiceField ShareOf = new("shareOf", "What the shares of the layers are shares of.", ["active mass", "thickness"]) { Default = "active mass" };

    internal static readonly ChoiceField Arrangement = new("arrangement", "Order of the layers: as written (the first at the foil), reversed, or mixed into one layer that holds all their particles.", ["as written", "reversed", "mixed"]) { Default = "as written" };

    internal static readonly ListField Layers = new("layers", "Layers of the coating; the first one stands at the foil.", new ObjectField("layer", "A layer.", LayerFields.Shape)) { Required = true };

    internal static readonly ObjectField Calendering = new("calendering", "How the coating is pressed; without it the porosity of every layer is as stated.", CalenderingFields.Shape);

    internal static readonly QuantityField FirstCycleLoss = new("firstCycleLoss", "Part of the first charge that the negative electrode binds for good.", QuantityKinds.Fraction, 0, 0.9) { Example = "8 %" };

    /// <summary>The fields of a positive electrode.</summary>
    public static ObjectShape Positive { get; } = new("positive electrode", "A coated positive electrode.",
        PositiveFoil, Loading, Porosity, Thickness, PressDensity, ProcessFields.Process, Calendering, ContactResistance, ShareOf, Arrangement, Layers, ZoneFields.Zones, ZoneFields.ZonesHave);

    /// <summary>The fields of a coated negative electrode.</summary>
    public static ObjectShape Negative { get; } = new("negative electrode", "A coated negative electrode.",
        NegativeFoil, Loading, NpRatio, FirstCycleLoss, Porosity, Thickness, PressDensity, ProcessFields.Process, Calendering, ContactResistance, ShareOf, Arrangement, Layers);
}
