using Loadstone.Materials;
using Loadstone.Quantities;

namespace Loadstone.Cells.Pouch;

/// <summary>One number on which the energy of a pouch cell per mass and volume depends.</summary>
/// <param name="Name">Name shown in tables.</param>
/// <param name="Kind">What is measured.</param>
/// <param name="Value">Its value [SI].</param>
/// <param name="Low">Lower end of what it may be [SI]; 90 % of the value where no range is stated.</param>
/// <param name="High">Upper end [SI]; 110 % of the value where no range is stated.</param>
/// <param name="Set">The cell with another value; everything else, the capacity included, stays.</param>
public sealed record PouchParameter(string Name, QuantityKind Kind, double Value, double Low, double High, Func<PouchCell, double, PouchCell> Set)
{
    private const double Spread = 0.1;

    /// <summary>All parameters of a cell.</summary>
    public static IReadOnlyList<PouchParameter> Of(PouchCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        PouchAssumptions list = cell.Assumptions;
        var all = new List<PouchParameter>
        {
            Known("mean voltage", QuantityKinds.Voltage, cell.MeanVoltage, (c, v) => c with { MeanVoltage = v }),
            Known("areal capacity", QuantityKinds.ArealCapacity, cell.ArealCapacity, (c, v) => c with { ArealCapacity = v }),
            Known("positive coating, mass", QuantityKinds.Loading, cell.Positive.MassPerArea, (c, v) => c with { Positive = Heavier(c.Positive, v) }),
            Known("positive coating, thickness", QuantityKinds.Length, cell.Positive.Thickness, (c, v) => c with { Positive = Thicker(c.Positive, v) }),
            Known("positive foil, thickness", QuantityKinds.Length, cell.Positive.FoilThickness, (c, v) => c with { Positive = c.Positive with { FoilThickness = v } }),
            Known($"{cell.Negative.Name}, mass", QuantityKinds.Loading, cell.Negative.MassPerArea, (c, v) => c with { Negative = Heavier(c.Negative, v) }),
            Known("separator, thickness", QuantityKinds.Length, cell.Separator.Thickness, (c, v) => c with { Separator = c.Separator with { Thickness = v } }),
        };
        if (cell.Negative.Porosity > 0)
            all.Add(Known($"{cell.Negative.Name}, thickness", QuantityKinds.Length, cell.Negative.Thickness, (c, v) => c with { Negative = Thicker(c.Negative, v) }));
        if (cell.Negative.FoilThickness > 0)
            all.Add(Known("negative foil, thickness", QuantityKinds.Length, cell.Negative.FoilThickness, SetNegativeFoil));
        else
            all.Add(new("copper under lithium", QuantityKinds.Length, 0, list.LithiumCollector.Low ?? 0, list.LithiumCollector.High ?? 0, SetNegativeFoil));
        all.Add(cell.Format.ElectrolytePerCharge is { } ratio
            ? Known("electrolyte per capacity", QuantityKinds.MassPerCharge, ratio, (c, v) => c with { Format = c.Format with { ElectrolytePerCharge = v } })
            : Listed("electrolyte over pores", list.ElectrolyteExcess, (l, v) => l with { ElectrolyteExcess = v }));
        all.Add(Known("electrolyte density", QuantityKinds.Density, cell.ElectrolyteDensity, (c, v) => c with { ElectrolyteDensity = v }));
        all.AddRange(
        [
            Listed("negative overhang", list.NegativeOverhang, (l, v) => l with { NegativeOverhang = v }),
            Listed("separator overhang", list.SeparatorOverhang, (l, v) => l with { SeparatorOverhang = v }),
            Listed("clearance to the seals", list.Clearance, (l, v) => l with { Clearance = v }),
            Listed("seal width", list.SealWidth, (l, v) => l with { SealWidth = v }),
            Listed("film thickness", list.FilmThickness, (l, v) => l with { FilmThickness = v }),
            Listed("film density", list.FilmDensity, (l, v) => l with { FilmDensity = v }),
            Listed("tab width", list.TabWidth, (l, v) => l with { TabWidth = v }),
            Listed("tab thickness", list.TabThickness, (l, v) => l with { TabThickness = v }),
            Listed("tab length", list.TabLength, (l, v) => l with { TabLength = v }),
            Listed("flag length", list.FlagLength, (l, v) => l with { FlagLength = v }),
        ]);
        return all;
    }

    private static PouchCell SetNegativeFoil(PouchCell cell, double value) => cell with { Negative = cell.Negative with { FoilThickness = value } };

    // More mass at the same density for the same capacity.
    private static PouchElectrode Heavier(PouchElectrode of, double mass) => of with { MassPerArea = mass, Thickness = of.Thickness * mass / of.MassPerArea };

    // More thickness at the same mass is more pores; the solids keep their volume.
    private static PouchElectrode Thicker(PouchElectrode of, double thickness) => of with
    {
        Thickness = thickness,
        Porosity = Math.Clamp(1 - of.Thickness * (1 - of.Porosity) / thickness, 0, 1),
    };

    private static PouchParameter Known(string name, QuantityKind kind, double value, Func<PouchCell, double, PouchCell> set) =>
        new(name, kind, value, (1 - Spread) * value, (1 + Spread) * value, set);

    private static PouchParameter Listed(string name, SourcedValue value, Func<PouchAssumptions, SourcedValue, PouchAssumptions> set) =>
        new(name, value.Kind, value.Value, value.Low ?? (1 - Spread) * value.Value, value.High ?? (1 + Spread) * value.Value,
            (cell, number) => cell with { Assumptions = set(cell.Assumptions, value with { Value = number }) });
}
