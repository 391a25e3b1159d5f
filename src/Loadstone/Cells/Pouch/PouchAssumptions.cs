using Loadstone.Materials;
using Loadstone.Quantities;

namespace Loadstone.Cells.Pouch;

/// <summary>
/// What a design seldom says of a pouch cell: overhangs, seals, film, tabs, spare electrolyte. One list for all cells, written in
/// a data file with its ranges; a design may set its own values. Immutable.
/// </summary>
public sealed record PouchAssumptions
{
    private static readonly Lazy<PouchAssumptions> BuiltIn = MaterialReader.BuiltIn("pouch-assumptions.json", Read);

    /// <summary>The list of the built-in data.</summary>
    public static PouchAssumptions Default => BuiltIn.Value;

    /// <summary>By how much the negative electrode is larger than the positive one, on every side [m].</summary>
    public required SourcedValue NegativeOverhang { get; init; }

    /// <summary>By how much the separator is larger than the negative electrode, on every side [m].</summary>
    public required SourcedValue SeparatorOverhang { get; init; }

    /// <summary>Room between the stack and the seals, on every side [m].</summary>
    public required SourcedValue Clearance { get; init; }

    /// <summary>Width of a seal [m]; three sides are sealed, the film is folded round the fourth.</summary>
    public required SourcedValue SealWidth { get; init; }

    /// <summary>Thickness of the film [m].</summary>
    public required SourcedValue FilmThickness { get; init; }

    /// <summary>Density of the film [kg/m³].</summary>
    public required SourcedValue FilmDensity { get; init; }

    /// <summary>Width of each of the two tabs [m].</summary>
    public required SourcedValue TabWidth { get; init; }

    /// <summary>Thickness of the tabs [m].</summary>
    public required SourcedValue TabThickness { get; init; }

    /// <summary>Length of a tab outside the cell [m].</summary>
    public required SourcedValue TabLength { get; init; }

    /// <summary>Length of bare foil between the coating and the weld to the tab [m].</summary>
    public required SourcedValue FlagLength { get; init; }

    /// <summary>Density of the positive tab [kg/m³].</summary>
    public required SourcedValue PositiveTabDensity { get; init; }

    /// <summary>Density of the negative tab [kg/m³].</summary>
    public required SourcedValue NegativeTabDensity { get; init; }

    /// <summary>Volume of electrolyte over the volume of all pores, where a design states no mass per capacity.</summary>
    public required SourcedValue ElectrolyteExcess { get; init; }

    /// <summary>Thickness of the copper under lithium where a design names no foil [m]; 0 for lithium that carries the current itself.</summary>
    public required SourcedValue LithiumCollector { get; init; }

    /// <summary>Part of the first charge that lithium metal binds for good.</summary>
    public required SourcedValue LithiumLoss { get; init; }

    /// <summary>Energy of drying and recovery per mass of an organic solvent, beyond its heat of vaporisation [J/kg].</summary>
    public required SourcedValue SolventRecoveryEnergy { get; init; }

    /// <summary>Energy of drying per mass of water, beyond its heat of vaporisation [J/kg].</summary>
    public required SourcedValue WaterDryingEnergy { get; init; }

    /// <summary>All of them under the names that tables show.</summary>
    public IReadOnlyList<NamedValue> Values =>
    [
        new("negative overhang", NegativeOverhang), new("separator overhang", SeparatorOverhang), new("clearance to the seals", Clearance),
        new("seal width", SealWidth), new("film thickness", FilmThickness), new("film density", FilmDensity),
        new("tab width", TabWidth), new("tab thickness", TabThickness), new("tab length", TabLength), new("flag length", FlagLength),
        new("positive tab density", PositiveTabDensity), new("negative tab density", NegativeTabDensity),
        new("electrolyte over pores", ElectrolyteExcess), new("copper under lithium", LithiumCollector), new("loss at lithium", LithiumLoss),
        new("recovery energy of solvent", SolventRecoveryEnergy), new("drying energy of water", WaterDryingEnergy),
    ];

    private static PouchAssumptions Read(MaterialReader reader)
    {
        SourcedValue Length(string field) => reader.Value(field, QuantityKinds.Length);
        SourcedValue Density(string field) => reader.Value(field, QuantityKinds.Density);
        return new PouchAssumptions
        {
            NegativeOverhang = Length("negativeOverhang"),
            SeparatorOverhang = Length("separatorOverhang"),
            Clearance = Length("clearance"),
            SealWidth = Length("sealWidth"),
            FilmThickness = Length("filmThickness"),
            FilmDensity = Density("filmDensity"),
            TabWidth = Length("tabWidth"),
            TabThickness = Length("tabThickness"),
            TabLength = Length("tabLength"),
            FlagLength = Length("flagLength"),
            PositiveTabDensity = Density("positiveTabDensity"),
            NegativeTabDensity = Density("negativeTabDensity"),
            ElectrolyteExcess = reader.Value("electrolyteExcess", QuantityKinds.Ratio),
            LithiumCollector = Length("lithiumCollector"),
            LithiumLoss = reader.Value("lithiumLoss", QuantityKinds.Fraction),
            SolventRecoveryEnergy = reader.Value("solventRecoveryEnergy", QuantityKinds.SpecificEnergy),
            WaterDryingEnergy = reader.Value("waterDryingEnergy", QuantityKinds.SpecificEnergy),
        };
    }
}
