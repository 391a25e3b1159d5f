using Loadstone.Quantities;

namespace Loadstone.Designs.Fields;

/// <summary>What may be said of the calender.</summary>
internal static class CalenderingFields
{
    private const double Thinnest = 0.02, Loosest = 0.95; // porosities

    internal static readonly QuantityField LineLoad = new("lineLoad", "Line load of the rolls, in place of a porosity, thickness or press density; porosities fall with it by Meyer's law.", QuantityKinds.PeelForce, 0, 1e7) { Example = "400 N/mm" };

    internal static readonly QuantityField Pressure = new("pressure", "Pressure of a press, in place of a line load; porosities fall with it by Heckel's law.", QuantityKinds.Pressure, 0, 1e11) { Example = "200 MPa" };

    internal static readonly QuantityField CoatedPorosity = new("coatedPorosity", "Porosity as coated and dried, of every layer that does not state its own.", QuantityKinds.Fraction, Thinnest, Loosest) { Example = "55 %", Default = "50 %" };

    internal static readonly QuantityField SpringBack = new("springBack", "Part of the strain that comes back when the load is gone.", QuantityKinds.Fraction, 0, 0.9) { Example = "5 %", Default = "0 %" };

    /// <summary>The fields of the calender.</summary>
    public static ObjectShape Shape { get; } = new("calendering step", "How the dried coating is pressed. With a load, porosity and thickness are derived; without one, the electrode's porosity, thickness or press density is the target, and the load is derived. All layers carry the same load, and the softer give way by more.",
        LineLoad, Pressure, CoatedPorosity, SpringBack);

    internal static readonly QuantityField LayerCoatedPorosity = CoatedPorosity with { Description = "Porosity of this layer as coated and dried, before the calender.", Default = "calendering.coatedPorosity" };

    internal static readonly QuantityField CompactionResistance = new("compactionResistance", "Line load over which the pores of this layer that can be pressed out shrink to 37 %.", QuantityKinds.PeelForce, 1, 1e9) { Example = "400 N/mm", Default = "by the active material, 400 N/mm for oxides" };

    internal static readonly QuantityField LeastPorosity = new("leastPorosity", "Porosity of this layer that no line load presses out.", QuantityKinds.Fraction, 0, 0.9) { Example = "10 %", Default = "by the active material, 10 % for oxides" };

    internal static readonly QuantityField YieldPressure = new("yieldPressure", "Pressure over which the pores of this layer shrink to 37 %.", QuantityKinds.Pressure, 1e3, 1e12) { Example = "400 MPa", Default = "by the active material, 400 MPa for oxides" };
}
