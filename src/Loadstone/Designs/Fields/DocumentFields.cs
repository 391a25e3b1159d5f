using Loadstone.Quantities;

namespace Loadstone.Designs.Fields;

/// <summary>What may be said in a design document.</summary>
internal static class DocumentFields
{
    internal static readonly TextField Schema = new("$schema", "JSON Schema of design documents, for editors.", "schema/design.schema.json");

    internal static readonly TextField Name = new("name", "Name of the design.", "Double layer, large particles at the foil") { Required = true };

    internal static readonly TextField Description = new("description", "What it is about, in a few sentences.", "Large particles at the foil carry the salt.");

    internal static readonly TextField Base = new("base", "Name of the variant that this document describes without changes.", "L-Dry-S") { Default = "the name of the design" };

    internal static readonly TextField Cell = new("cell", "A published parameter set by name, in place of electrodes, separator and electrolyte.", "chen2020");

    internal static readonly ObjectField Positive = new("positive", "The positive electrode.", ElectrodeFields.Positive);

    internal static readonly TextOrObjectField Negative = new("negative", "The negative electrode: lithium foil with its thickness, or a coated electrode.", $"{DesignDefaults.Lithium}", ElectrodeFields.Negative) { Default = $"{DesignDefaults.Lithium}" };

    internal static readonly TextOrObjectField Separator = new("separator", "The separator with its thickness.", $"{DesignDefaults.Separator}", CellFields.Separator) { Default = $"{DesignDefaults.Separator}" };

    internal static readonly TextOrObjectField Electrolyte = new("electrolyte", "The electrolyte.", DesignDefaults.Electrolyte, CellFields.Electrolyte) { Default = DesignDefaults.Electrolyte };

    internal static readonly QuantityField Area = new("area", "Area of electrode that faces the other one.", QuantityKinds.Area, 1e-8, 1e4) { Example = "0.785 cm²", Default = QuantityKinds.Area.Format(DesignDefaults.Area) };

    internal static readonly QuantityField OneC = new("oneC", "Current at 1C per mass of positive active material.", QuantityKinds.SpecificCurrent, 1e-2, 1e5)
    {
        Default = "the current that passes the areal capacity between the cut-offs in one hour",
    };

    internal static readonly ListField Between = new("between", "Lower and upper cut-off voltage of the cell.", RunFields.Cut) { Fewest = 2, Most = 2, Default = "those of the first rate test" };

    internal static readonly QuantityField Temperature = new("temperature", "Temperature of the cell; with self-heating, at the start.", QuantityKinds.Temperature, 233.15, 353.15) { Example = "25 °C", Default = QuantityKinds.Temperature.Format(DesignDefaults.Temperature) };

    internal static readonly ObjectField Thermal = new("thermal", "Self-heating.", CellFields.Thermal) { Default = "the cell keeps its temperature" };

    internal static readonly QuantityField DoubleLayer = new("doubleLayerCapacitance", "Capacitance of the double layers per surface of particles and of lithium, in time stepping and impedance.", QuantityKinds.ArealCapacitance, 0, 100)
    {
        Example = "0.2 F/m²", Default = "none in time stepping, 0.2 F/m² in impedance",
    };

    internal static readonly ObjectField Wetting = new("wetting", "How the cell is filled with electrolyte and rests.", WettingFields.Fields) { Default = "all pores are wet, or as the layers state" };

    internal static readonly ListField Run = new("run", "What is done with the cell.", new ObjectField("run", "A run.", RunFields.Shape)) { Fewest = 0 };

    internal static readonly ObjectField Mesh = new("mesh", "Numbers of cells of the porous-electrode model.", CellFields.Mesh);

    internal static readonly ObjectField Laws = new("laws", "Parameters of the laws for what the recipe does not say.", CellFields.Laws);

    internal static readonly ObjectField Pouch = new("pouch", "The pouch that holds the cell; its faces are then the area.", PouchFields.Shape);

    internal static readonly MapField Variants = new("variants", "Variants by name: each sets paths of the document to other values; null removes a field.",
        new MapField("variant", "Paths and the values they are set to; positive.layers also takes \"reversed\" and \"mixed\".", new AnyField("value", "The new value.")));

    internal static readonly QuantityField MeasuredCapacity = new("capacity", "Measured discharge capacity per mass of positive active material.", QuantityKinds.SpecificCapacity, 0, 1e8) { Example = "150.05 mAh/g" };

    internal static readonly MapField Measured = new("measured", "Measured discharge capacities by variant and rate, to lay beside the predicted ones.",
        new MapField("variant", "Measured discharge capacities by rate, \"1C\".", MeasuredCapacity));

    /// <summary>The fields of a document.</summary>
    public static ObjectShape Shape { get; } = new("design document", "A design: what the cell is made of and what is done with it.",
        Schema, Name, Description, Base, Cell, Positive, Negative, Separator, Electrolyte, Area, OneC, Between, Temperature, Thermal, DoubleLayer, Wetting, Run, Mesh, Laws, Pouch, Variants, Measured);
}
