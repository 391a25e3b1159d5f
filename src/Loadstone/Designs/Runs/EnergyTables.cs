using Loadstone.Cells.Pouch;
using Loadstone.Materials;
using Loadstone.Quantities;

namespace Loadstone.Designs.Runs;

/// <summary>The tables of an account of energy.</summary>
internal static class EnergyTables
{
    private const double Percent = 100, Gram = 1e3, Millilitre = 1e6;

    /// <summary>One row per variant: what the cell gives per mass and volume.</summary>
    public static ResultTable Summary(EnergyOutcome outcome) => new("energy", "Energy",
        [
            new("variant", "variant"), new("capacity", "capacity", "mAh", "F1"), new("arealCapacity", "capacity", "mAh/cm²", "F2"), new("meanVoltage", "mean", "V", "F3"),
            new("energy", "energy", "Wh", "F3"), new("mass", "mass", "g", "F2"), new("electrolyte", "E/C", "g/Ah", "F2"),
            new("specificEnergy", "cell", "Wh/kg", "F1"), new("energyDensity", "stack and film", "Wh/L", "F1"), new("envelopeDensity", "envelope", "Wh/L", "F1"),
            new("from", "capacity; voltage", Place: ColumnPlace.Data),
        ],
        [.. outcome.Variants.Select(v => (ResultCell[])
        [
            v.Name, QuantityKinds.Charge.ToUnit(v.Ledger.Cell.Charge, "mAh"), QuantityKinds.ArealCapacity.ToUnit(v.Ledger.Cell.ArealCapacity, "mAh/cm²"), v.Ledger.Cell.MeanVoltage,
            QuantityKinds.Energy.ToUnit(v.Ledger.Cell.Energy, "Wh"), v.Ledger.Mass * Gram, QuantityKinds.MassPerCharge.ToUnit(v.Ledger.ElectrolytePerCharge, "g/Ah"),
            WhPerKg(v.Ledger.SpecificEnergy), WhPerL(v.Ledger.EnergyDensity), WhPerL(v.Ledger.Levels[^1].EnergyDensity),
            v.CapacityFrom == v.VoltageFrom ? v.CapacityFrom : $"{v.CapacityFrom}; {v.VoltageFrom}",
        ])],
        $"Capacity and voltage: {string.Join(" / ", outcome.Variants.Select(v => v.CapacityFrom == v.VoltageFrom ? v.CapacityFrom : $"{v.CapacityFrom}, {v.VoltageFrom}").Distinct())}."
        + " Publications mostly count the volume of stack and film: without edges, seals and the liquid beyond the pores, which the envelope has.");

    /// <summary>One row per published figure.</summary>
    public static ResultTable Published(EnergyOutcome outcome)
    {
        var rows = new List<ResultCell[]>();
        foreach (EnergyVariant v in outcome.Variants)
        {
            EnergyLevel level = v.Compared;
            void Add(string figure, double? published, double calculated, string unit, Func<double, double> show)
            {
                if (published is { } value) rows.Add([v.Name, $"{figure}, {(v.Pouch.PublishedOfStack ? "stack" : "cell")}", unit, show(calculated), show(value), (calculated / value - 1) * Percent]);
            }
            Add("energy per mass", v.Pouch.PublishedSpecificEnergy, level.SpecificEnergy, "Wh/kg", WhPerKg);
            Add("energy per volume", v.Pouch.PublishedEnergyDensity, level.EnergyDensity, "Wh/L", WhPerL);
        }
        return new ResultTable("published", "Beside published figures",
            [new("variant", "variant"), new("figure", "figure"), new("unit", "unit"), new("calculated", "calculated", null, "F1"), new("published", "published", null, "F1"), new("difference", "difference", "%", "+0.0;-0.0;0.0")], rows);
    }

    /// <summary>What each number alone would have to be for a published figure, the smallest change first.</summary>
    public static ResultTable Needed(EnergyOutcome outcome) => new("needed", "What would have to be what",
        [
            new("variant", "variant", Place: outcome.Variants.Count > 1 ? ColumnPlace.Everywhere : ColumnPlace.Data), new("figure", "for"), new("parameter", "parameter"),
            new("value", "is"), new("needed", "would have to be"), new("inRange", "in its range"),
        ],
        [.. outcome.Variants.SelectMany(v => EnergyNeeds.Of(v).Select(need => (ResultCell[])
        [
            v.Name, need.Figure, need.Parameter.Name, Show(need.Parameter, need.Parameter.Value), Show(need.Parameter, need.Value), need.InRange ? "yes" : "no",
        ]))],
        "One number alone, everything else unchanged; numbers that cannot reach the figure between a fifth and five times of what they are do not stand here.");

    /// <summary>One row per variant: capacities of the electrodes beside each other.</summary>
    public static ResultTable Balance(EnergyOutcome outcome) => new("balance", "Balance of the electrodes",
        [
            new("variant", "variant"), new("firstCharge", "first charge", "mAh/cm²", "F2"), new("reversible", "reversible", "mAh/cm²", "F2"), new("negative", "negative", "mAh/cm²", "F2"),
            new("npFirstCharge", "N/P of first charge", null, "F2"), new("npReversible", "of reversible", null, "F2"), new("npDischarge", "of the discharge", null, "F2"),
            new("firstCycleEfficiency", "first cycle", "%", "F1"), new("lithiumExcess", "lithium to spare", "mAh/cm²", "F2"),
        ],
        [.. outcome.Variants.Select(v => (ResultCell[])
        [
            v.Name, Areal(v.Ratios.FirstCharge), Areal(v.Ratios.Reversible), Areal(v.Ratios.Negative),
            v.Ratios.ToFirstCharge, v.Ratios.ToReversible, v.Ratios.ToDischarge(v.Ledger.Cell.ArealCapacity),
            v.Ratios.FirstCycleEfficiency * Percent, Areal(v.Ratios.Excess),
        ])],
        "First charge: from all sites occupied to the upper cut-off. Reversible: between the cut-offs against lithium. Lithium counts as made. To spare: lithium beyond what fills the positive electrode again.");

    /// <summary>One row per part of a cell, and the sum.</summary>
    public static ResultTable Parts(EnergyOutcome outcome) => new("parts", "Parts of the cell",
        [
            new("variant", "variant", Place: outcome.Variants.Count > 1 ? ColumnPlace.Everywhere : ColumnPlace.Data), new("part", "part"), new("mass", "mass", "g", "F3"), new("massShare", "of mass", "%", "F1"),
            new("massPerFace", "per face", "mg/cm²", "F2"), new("volume", "volume", "cm³", "F4"), new("volumeShare", "of volume", "%", "F1"),
        ],
        [.. outcome.Variants.SelectMany(v => v.Ledger.Parts.Append(new PouchPart("cell", PartLevel.Case, v.Ledger.Mass, v.Ledger.EnvelopeVolume)).Select(part => PartRow(v, part)))],
        "The volume is that of the envelope; liquid in pores takes none of its own.");

    /// <summary>One row per level of a cell, from the bare electrode to the whole.</summary>
    public static ResultTable Levels(EnergyOutcome outcome) => new("levels", "Energy by what is counted",
        [
            new("variant", "variant", Place: outcome.Variants.Count > 1 ? ColumnPlace.Everywhere : ColumnPlace.Data), new("level", "counted"), new("mass", "mass", "g", "F3"), new("volume", "volume", "cm³", "F4"),
            new("specificEnergy", "energy", "Wh/kg", "F1"), new("energyDensity", "energy", "Wh/L", "F1"),
        ],
        [.. outcome.Variants.SelectMany(v => v.Ledger.Levels.Select(level => (ResultCell[])
            [v.Name, level.Name, level.Mass * Gram, level.Volume * Millilitre, WhPerKg(level.SpecificEnergy), WhPerL(level.EnergyDensity)]))]);

    /// <summary>One row per parameter of a cell.</summary>
    public static ResultTable Sensitivities(EnergyOutcome outcome) => new("sensitivities", "What the figures owe to each number",
        [
            new("variant", "variant", Place: outcome.Variants.Count > 1 ? ColumnPlace.Everywhere : ColumnPlace.Data), new("parameter", "parameter"), new("value", "value"), new("low", "from"), new("high", "to"),
            new("specificEnergySlope", "Wh/kg", "% per %", "F3"), new("energyDensitySlope", "Wh/L", "% per %", "F3"),
            new("specificEnergyLow", "at the low end", "Wh/kg", "F1"), new("specificEnergyHigh", "at the high end", "Wh/kg", "F1"),
            new("energyDensityLow", "at the low end", "Wh/L", "F1"), new("energyDensityHigh", "at the high end", "Wh/L", "F1"),
        ],
        [.. outcome.Variants.SelectMany(v => v.Sensitivities.Select(s => (ResultCell[])
        [
            v.Name, s.Parameter.Name, Show(s.Parameter, s.Parameter.Value), Show(s.Parameter, s.Parameter.Low), Show(s.Parameter, s.Parameter.High), s.SpecificEnergySlope, s.EnergyDensitySlope,
            WhPerKg(s.SpecificEnergyRange.Low), WhPerKg(s.SpecificEnergyRange.High), WhPerL(s.EnergyDensityRange.Low), WhPerL(s.EnergyDensityRange.High),
        ]))],
        "Slopes are for small changes with everything else, the areal capacity included, unchanged; the ends are those of a listed assumption, else 10 % to either side.");

    /// <summary>One row per variant whose document gives a slurry.</summary>
    public static ResultTable Process(EnergyOutcome outcome) => new("process", "Solvent and drying per energy of cells",
        [new("variant", "variant"), new("solvent", "solvent"), new("solventPerEnergy", "solvent", "kg/kWh", "F3"), new("dryingPerEnergy", "drying and recovery", "kWh/kWh", "F2"),
            new("coatedArea", "coated area", "m²/kWh", "F2"), new("dryingTime", "drying time", "s", "F0")],
        [.. outcome.Variants.Where(v => v.Solvents.Count > 0).Select(v => (ResultCell[])
            [v.Name, string.Join(" + ", v.Solvents.Select(s => s.Name)), v.SolventPerEnergy * 3.6e6, v.DryingPerEnergy,
                3.6e6 / (v.Ledger.Cell.ArealCapacity * v.Ledger.Cell.MeanVoltage), v.DryingTime])],
        "Of the coatings whose slurry the document gives; per energy of one discharge, and of one electrode the coated area. An electrode with a process is dried by the balance of its own oven, any other by the assumptions' figure of a whole plant.");

    /// <summary>The list of assumptions, one row each.</summary>
    public static ResultTable Assumptions(EnergyOutcome outcome) => new("assumptions", "Assumptions about the pouch",
        [new("variant", "variant", Place: ColumnPlace.Data), new("assumption", "assumption"), new("value", "value"), new("range", "range"), new("why", "why, or source")],
        [.. outcome.Variants.SelectMany((v, i) => i > 0 && v.Pouch.Assumptions == outcome.Variants[0].Pouch.Assumptions ? [] : v.Pouch.Assumptions.Values.Select(a => AssumptionRow(v, a)))]);

    private static ResultCell[] PartRow(EnergyVariant variant, PouchPart part) =>
    [
        variant.Name, part.Name, part.Mass * Gram, part.Mass / variant.Ledger.Mass * Percent, QuantityKinds.Loading.ToUnit(part.Mass / variant.Pouch.Area, "mg/cm²"),
        part.Volume * Millilitre, part.Volume / variant.Ledger.EnvelopeVolume * Percent,
    ];

    private static ResultCell[] AssumptionRow(EnergyVariant variant, NamedValue named)
    {
        SourcedValue value = named.Value;
        string? range = value is { Low: { } low, High: { } high } ? $"{Show(value.Kind, low, 4)} to {Show(value.Kind, high, 4)}" : null;
        return [variant.Name, named.Property, Show(value.Kind, value.Value, 4), range, value.Why ?? value.Source];
    }

    /// <summary>A value with its unit; lengths from a millimetre on in millimetres.</summary>
    internal static string Show(PouchParameter parameter, double value) => Show(parameter.Kind, value, 3);

    private static string Show(QuantityKind kind, double value, int digits) =>
        kind.Format(value, digits, ReferenceEquals(kind, QuantityKinds.Length) && value >= 1e-3 ? "mm" : null);

    private static double Areal(double value) => QuantityKinds.ArealCapacity.ToUnit(value, "mAh/cm²");

    private static double WhPerKg(double value) => QuantityKinds.SpecificEnergy.ToUnit(value, "Wh/kg");

    private static double WhPerL(double value) => QuantityKinds.EnergyDensity.ToUnit(value, "Wh/L");
}
