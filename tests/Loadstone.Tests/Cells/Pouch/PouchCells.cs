using Loadstone.Cells.Pouch;

namespace Loadstone.Tests.Cells.Pouch;

/// <summary>A pouch cell whose sums can be done by hand.</summary>
internal static class PouchCells
{
    public static PouchCell Plain(int stacks = 2, bool doubleSided = true, double? electrolytePerCharge = null) => new()
    {
        Positive = new PouchElectrode { Name = "positive coating", MassPerArea = 0.3, Thickness = 100e-6, Porosity = 0.3, FoilName = "aluminium foil", FoilThickness = 15e-6, FoilDensity = 2700 },
        Negative = new PouchElectrode { Name = "negative coating", MassPerArea = 0.15, Thickness = 100e-6, Porosity = 0.35, FoilName = "copper foil", FoilThickness = 10e-6, FoilDensity = 8960 },
        Separator = new PouchSeparator(20e-6, 0.4, 920),
        ElectrolyteDensity = 1200,
        Format = new PouchFormat { Width = 0.04, Height = 0.05, Stacks = stacks, DoubleSided = doubleSided, ElectrolytePerCharge = electrolytePerCharge },
        ArealCapacity = 180e3, // 5 mAh/cm²
        MeanVoltage = 3.7,
    };
}
