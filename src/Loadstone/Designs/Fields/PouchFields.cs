using Loadstone.Cells.Pouch;
using Loadstone.Materials;
using Loadstone.Quantities;

namespace Loadstone.Designs.Fields;

/// <summary>What may be said of the pouch that holds the cell.</summary>
internal static class PouchFields
{
    /// <summary>Words of <see cref="Coating"/>.</summary>
    public const string BothSides = "both sides", OneSide = "one side";

    /// <summary>Words of <see cref="PublishedOf"/>.</summary>
    public const string WholeCell = "cell", Stack = "stack";

    internal static readonly QuantityField Width = new("width", "Width of the positive coating.", QuantityKinds.Length, 1e-3, 10) { Required = true, Example = "40 mm" };

    internal static readonly QuantityField Height = new("height", "Height of the positive coating, towards the tabs.", QuantityKinds.Length, 1e-3, 10) { Required = true, Example = "50 mm" };

    internal static readonly NumberField Stacks = new("stacks", "Number of positive sheets.", 1, 1000) { Whole = true, Default = "1" };

    internal static readonly ChoiceField Coating = new("coating", "Whether sheets are coated on both sides; the stack then begins and ends with a negative sheet that is coated inside only.", [BothSides, OneSide]) { Default = BothSides };

    internal static readonly QuantityField Electrolyte = new("electrolyte", "Electrolyte per discharge capacity, E/C.", QuantityKinds.MassPerCharge, 1e-9, 1e-3)
    {
        Example = "2.5 g/Ah",
        Default = "what fills the pores, times assumptions.electrolyteExcess",
    };

    internal static readonly TextField LithiumFoil = new("lithiumFoil", "Foil under lithium with its thickness.", "copper 10 µm") { Default = "none" };

    internal static readonly QuantityField Rate = new("rate", "Rate of the discharge that tells the energy.", QuantityKinds.CRate, 1e-4, 1000) { Example = "0.1C", Default = "0.1C" };

    internal static readonly QuantityField Capacity = new("capacity", "Measured charge of a discharge of the whole cell, in place of a simulated one.", QuantityKinds.Charge, 1e-6, 1e12) { Example = "277 mAh", Default = "simulated" };

    internal static readonly QuantityField FirstCharge = new("firstCharge", "Measured charge of the first charge per mass of positive active material, for the balance.", QuantityKinds.SpecificCapacity, 1, 1e8) { Example = "225.6 mAh/g", Default = "from all sites occupied to the upper cut-off" };

    internal static readonly QuantityField MeanVoltage = new("meanVoltage", "Energy over charge of a measured discharge, in place of a simulated one.", QuantityKinds.Voltage, 0.1, 10) { Example = "3.75 V", Default = "simulated" };

    internal static readonly QuantityField PublishedSpecificEnergy = new("publishedSpecificEnergy", "Energy per mass to lay beside the calculated one.", QuantityKinds.SpecificEnergy, 1, 1e8) { Example = "381.1 Wh/kg" };

    internal static readonly QuantityField PublishedEnergyDensity = new("publishedEnergyDensity", "Energy per volume to lay beside the calculated one.", QuantityKinds.EnergyDensity, 1, 1e12) { Example = "1067.5 Wh/L" };

    internal static readonly ChoiceField PublishedOf = new("publishedOf", "What the published figures count: the whole cell, or the stack with electrolyte.", [WholeCell, Stack]) { Default = WholeCell };

    private static readonly (QuantityField Field, Func<PouchAssumptions, SourcedValue> Get, Func<PouchAssumptions, SourcedValue, PouchAssumptions> Set)[] Assumed =
    [
        (Length("negativeOverhang", "By how much the negative electrode is larger than the positive one, on every side.", 0), l => l.NegativeOverhang, (l, v) => l with { NegativeOverhang = v }),
        (Length("separatorOverhang", "By how much the separator is larger than the negative electrode, on every side.", 0), l => l.SeparatorOverhang, (l, v) => l with { SeparatorOverhang = v }),
        (Length("clearance", "Room between the stack and the seals, on every side.", 0), l => l.Clearance, (l, v) => l with { Clearance = v }),
        (Length("sealWidth", "Width of the seals at the top and at both sides.", 0), l => l.SealWidth, (l, v) => l with { SealWidth = v }),
        (Length("filmThickness", "Thickness of the pouch film.", 1e-6), l => l.FilmThickness, (l, v) => l with { FilmThickness = v }),
        (Of("filmDensity", "Density of the pouch film.", QuantityKinds.Density, 100, 20_000), l => l.FilmDensity, (l, v) => l with { FilmDensity = v }),
        (Length("tabWidth", "Width of each tab.", 0), l => l.TabWidth, (l, v) => l with { TabWidth = v }),
        (Length("tabThickness", "Thickness of the tabs.", 0), l => l.TabThickness, (l, v) => l with { TabThickness = v }),
        (Length("tabLength", "Length of a tab outside the cell.", 0), l => l.TabLength, (l, v) => l with { TabLength = v }),
        (Length("flagLength", "Bare foil between the coating and the weld.", 0), l => l.FlagLength, (l, v) => l with { FlagLength = v }),
        (Of("positiveTabDensity", "Density of the positive tab.", QuantityKinds.Density, 100, 30_000), l => l.PositiveTabDensity, (l, v) => l with { PositiveTabDensity = v }),
        (Of("negativeTabDensity", "Density of the negative tab.", QuantityKinds.Density, 100, 30_000), l => l.NegativeTabDensity, (l, v) => l with { NegativeTabDensity = v }),
        (Of("electrolyteExcess", "Volume of electrolyte over that of all pores, where no E/C is given: 130 % is three tenths more than they hold.", QuantityKinds.Fraction, 1, 100) with { Example = "130 %" }, l => l.ElectrolyteExcess, (l, v) => l with { ElectrolyteExcess = v }),
        (Of("lithiumLoss", "Part of the first charge that lithium metal binds for good.", QuantityKinds.Fraction, 0, 0.95), l => l.LithiumLoss, (l, v) => l with { LithiumLoss = v }),
        (Of("solventRecoveryEnergy", "Energy of drying and recovery per mass of an organic solvent, beyond its heat of vaporisation.", QuantityKinds.SpecificEnergy, 0, 1e9), l => l.SolventRecoveryEnergy, (l, v) => l with { SolventRecoveryEnergy = v }),
        (Of("waterDryingEnergy", "Energy of drying per mass of water, beyond its heat of vaporisation.", QuantityKinds.SpecificEnergy, 0, 1e9), l => l.WaterDryingEnergy, (l, v) => l with { WaterDryingEnergy = v }),
    ];

    internal static readonly ObjectField Assumptions = new("assumptions", "What a design seldom says of a pouch, in place of the built-in list.",
        new ObjectShape("list of assumptions", "What a design seldom says of a pouch.", [.. Assumed.Select(entry => entry.Field)]));

    /// <summary>The fields of a pouch.</summary>
    public static ObjectShape Shape { get; } = new("pouch", "The pouch that holds the cell: its size, its sheets and its filling.",
        Width, Height, Stacks, Coating, Electrolyte, LithiumFoil, Rate, Capacity, MeanVoltage, FirstCharge, PublishedSpecificEnergy, PublishedEnergyDensity, PublishedOf, Assumptions);

    /// <summary>The list with what a document sets; a value that it sets is no longer assumed.</summary>
    public static PouchAssumptions ReadAssumptions(FieldReader fields)
    {
        PouchAssumptions list = PouchAssumptions.Default;
        foreach ((QuantityField field, var get, var set) in Assumed)
        {
            if (fields.Read(field) is { } value) list = set(list, SourcedValue.Of(value, get(list).Kind, "the document"));
        }
        return list;
    }

    private static QuantityField Length(string name, string description, double least) => Of(name, description, QuantityKinds.Length, least, 1);

    private static QuantityField Of(string name, string description, QuantityKind kind, double low, double high) => new(name, description, kind, low, high)
    {
        Default = "the built-in list's",
    };
}
