namespace Loadstone.Quantities;

/// <summary>Every kind of quantity that Loadstone reads or shows.</summary>
public static class QuantityKinds
{
    private static readonly List<QuantityKind> Registered = [];

    /// <summary>Length, m: thickness, width, path.</summary>
    public static QuantityKind Length { get; } = Measured("length", "m", "250 µm", "µm", "mm", "cm", "m", "nm", "km", "inch", "Å");

    /// <summary>Radius or diameter of a particle, m.</summary>
    public static QuantityKind ParticleSize { get; } = Measured("particle size", "m", "4.5 µm", "µm", "nm", "mm", "m");

    /// <summary>Area, m²; permeability has the same unit.</summary>
    public static QuantityKind Area { get; } = Measured("area", "m²", "1.13 cm²", "cm²", "mm²", "m²", "µm²");

    /// <summary>Volume, m³.</summary>
    public static QuantityKind Volume { get; } = Measured("volume", "m³", "2.5 mL", "mL", "L", "µL", "cm³", "mm³", "m³");

    /// <summary>Angle, rad.</summary>
    public static QuantityKind Angle { get; } = Measured("angle", "rad", "90°", "°", "rad", "deg");

    /// <summary>Interfacial area per volume, 1/m.</summary>
    public static QuantityKind InverseLength { get; } = Measured("area per volume", "m⁻¹", "1.2e6 m⁻¹", "m⁻¹", "1/m", "1/cm", "1/µm", "m²/cm³");

    /// <summary>Mass, kg.</summary>
    public static QuantityKind Mass { get; } = Measured("mass", "kg", "22 mg", "mg", "g", "kg", "µg", "t");

    /// <summary>Density, kg/m³.</summary>
    public static QuantityKind Density { get; } = Measured("density", "kg/m³", "4.75 g/cm³", "g/cm³", "kg/m³", "g/mL", "kg/L", "mg/mL", "g/L");

    /// <summary>Mass per area of electrode, kg/m².</summary>
    public static QuantityKind Loading { get; } = Measured("loading", "kg/m²", "22 mg/cm²", "mg/cm²", "g/m²", "kg/m²", "g/cm²");

    /// <summary>Surface per mass, m²/kg.</summary>
    public static QuantityKind SpecificSurface { get; } = Measured("specific surface", "m²/kg", "62 m²/g", "m²/g", "m²/kg", "cm²/g");

    /// <summary>Volume per mass, m³/kg: pore volume, intrinsic viscosity.</summary>
    public static QuantityKind SpecificVolume { get; } = Measured("specific volume", "m³/kg", "0.35 cm³/g", "cm³/g", "mL/g", "L/kg", "m³/kg");

    /// <summary>Number of things per volume, 1/m³.</summary>
    public static QuantityKind NumberDensity { get; } = Measured("number density", "m⁻³", "1e15 m⁻³", "m⁻³", "1/m³", "1/cm³", "1/µm³");

    /// <summary>Part of a whole, 0 to 1 inside. The text needs a percent sign: 0.25 and 25 are easily mistaken for each other.</summary>
    public static QuantityKind Fraction { get; } = Add("fraction", "1", "25 %", new UnitGrammar(DimensionOf("%"), hasZero: false), "%", "wt%", "vol%", "mol%", "at%", "ppm");

    /// <summary>Amount of substance, mol.</summary>
    public static QuantityKind Amount { get; } = Measured("amount of substance", "mol", "2 mmol", "mmol", "mol", "µmol");

    /// <summary>Amount per volume, mol/m³.</summary>
    public static QuantityKind Concentration { get; } = Measured("concentration", "mol/m³", "1 mol/L", "mol/L", "M", "mM", "mol/m³", "mmol/L", "mol/cm³");

    /// <summary>Amount per mass of solvent, mol/kg.</summary>
    public static QuantityKind Molality { get; } = Measured("molality", "mol/kg", "1 mol/kg", "mol/kg", "mmol/g", "mol/g");

    /// <summary>Mass per amount, kg/mol.</summary>
    public static QuantityKind MolarMass { get; } = Measured("molar mass", "kg/mol", "97.28 g/mol", "g/mol", "kg/mol", "kg/kmol");

    /// <summary>Volume per amount, m³/mol.</summary>
    public static QuantityKind MolarVolume { get; } = Measured("molar volume", "m³/mol", "13.02 cm³/mol", "cm³/mol", "m³/mol", "L/mol", "mL/mol");

    /// <summary>Energy per amount, J/mol: activation energy.</summary>
    public static QuantityKind MolarEnergy { get; } = Measured("molar energy", "J/mol", "35 kJ/mol", "kJ/mol", "J/mol", "kcal/mol");

    /// <summary>Entropy or heat capacity per amount, J/(mol K).</summary>
    public static QuantityKind MolarEntropy { get; } = Measured("molar entropy", "J/(mol K)", "-12 J/(mol K)", "J/(mol K)", "kJ/(mol K)");

    /// <summary>Amount per area and time, mol/(m² s).</summary>
    public static QuantityKind MolarFlux { get; } = Measured("molar flux", "mol/(m² s)", "1e-5 mol/(m² s)", "mol/(m² s)", "mol/(cm² s)", "mmol/(m² s)");

    /// <summary>Rate constant of an intercalation reaction whose exchange-current density is F·k·√(c_e·c_s·(c_max − c_s)), m^2.5 mol^-0.5 s^-1.</summary>
    public static QuantityKind ReactionRateConstant { get; } = Measured("reaction-rate constant", "m^2.5 mol^-0.5 s^-1", "3.5e-11 m^2.5 mol^-0.5 s^-1", "m^2.5 mol^-0.5 s^-1", "cm^2.5 mol^-0.5 s^-1");

    /// <summary>The constant in front of √(c_e·c_s·(c_max − c_s)) when it carries the Faraday constant, A m^2.5 mol^-1.5.</summary>
    public static QuantityKind ExchangeCurrentConstant { get; } = Measured("exchange-current constant", "A m^2.5 mol^-1.5", "3.42e-6 A m^2.5 mol^-1.5", "A m^2.5 mol^-1.5", "A/m²/(mol/m³)^1.5");

    /// <summary>Charge, C; the capacity of a whole cell.</summary>
    public static QuantityKind Charge { get; } = Measured("charge", "C", "5 Ah", "mAh", "Ah", "C", "mC", "µAh", "kC");

    /// <summary>Charge per area, C/m².</summary>
    public static QuantityKind ArealCapacity { get; } = Measured("areal capacity", "C/m²", "4 mAh/cm²", "mAh/cm²", "C/m²", "Ah/m²", "C/cm²");

    /// <summary>Charge per mass, C/kg.</summary>
    public static QuantityKind SpecificCapacity { get; } = Measured("specific capacity", "C/kg", "200 mAh/g", "mAh/g", "Ah/kg", "C/kg", "C/g");

    /// <summary>Charge per volume, C/m³.</summary>
    public static QuantityKind VolumetricCapacity { get; } = Measured("volumetric capacity", "C/m³", "600 mAh/cm³", "mAh/cm³", "Ah/L", "C/m³", "C/cm³");

    /// <summary>Mass per charge, kg/C: electrolyte to capacity ratio, electrochemical equivalent.</summary>
    public static QuantityKind MassPerCharge { get; } = Measured("mass per charge", "kg/C", "1.5 g/Ah", "g/Ah", "mg/mAh", "kg/C", "g/mAh");

    /// <summary>Part of a capacity or energy that is lost per charge passed per mass, kg/C (the part as a number).</summary>
    public static QuantityKind FadePerThroughput { get; } =
        Add("fade per throughput", "kg/C", "1e-4 %/(mAh/g)", new UnitGrammar(DimensionOf("%/(mAh/g)"), hasZero: false), "%/(mAh/g)", "%/(Ah/g)", "ppm/(mAh/g)");

    /// <summary>Current, A.</summary>
    public static QuantityKind Current { get; } = Measured("current", "A", "2 mA", "mA", "A", "µA", "nA");

    /// <summary>Current per area, A/m².</summary>
    public static QuantityKind CurrentDensity { get; } = Measured("current density", "A/m²", "2 mA/cm²", "mA/cm²", "A/m²", "A/cm²", "µA/cm²");

    /// <summary>Current per volume, A/m³.</summary>
    public static QuantityKind VolumetricCurrentDensity { get; } = Measured("current per volume", "A/m³", "2e5 A/m³", "A/m³", "mA/cm³", "A/cm³");

    /// <summary>Current per mass, A/kg.</summary>
    public static QuantityKind SpecificCurrent { get; } = Measured("specific current", "A/kg", "210 mA/g", "mA/g", "A/kg", "A/g");

    /// <summary>Voltage or potential, V.</summary>
    public static QuantityKind Voltage { get; } = Measured("voltage", "V", "4.2 V", "V", "mV", "µV", "kV");

    /// <summary>Change of a potential with temperature, V/K.</summary>
    public static QuantityKind VoltagePerTemperature { get; } = Measured("entropic coefficient", "V/K", "-0.1 mV/K", "mV/K", "V/K", "µV/K");

    /// <summary>Power, W.</summary>
    public static QuantityKind Power { get; } = Measured("power", "W", "3 W", "W", "mW", "kW");

    /// <summary>Power per mass, W/kg.</summary>
    public static QuantityKind SpecificPower { get; } = Measured("specific power", "W/kg", "500 W/kg", "W/kg", "W/g", "mW/g");

    /// <summary>Power per volume, W/m³.</summary>
    public static QuantityKind PowerDensity { get; } = Measured("power density", "W/m³", "1000 W/L", "W/L", "W/m³", "W/cm³");

    /// <summary>Energy, J.</summary>
    public static QuantityKind Energy { get; } = Measured("energy", "J", "18 Wh", "Wh", "mWh", "kWh", "J", "kJ", "eV");

    /// <summary>Energy per mass, J/kg.</summary>
    public static QuantityKind SpecificEnergy { get; } = Measured("specific energy", "J/kg", "380 Wh/kg", "Wh/kg", "mWh/g", "J/kg", "J/g", "kJ/kg");

    /// <summary>Energy per volume, J/m³; toughness.</summary>
    public static QuantityKind EnergyDensity { get; } = Measured("energy density", "J/m³", "1000 Wh/L", "Wh/L", "mWh/cm³", "J/m³", "J/cm³", "MJ/m³");

    /// <summary>Energy per area, J/m².</summary>
    public static QuantityKind ArealEnergy { get; } = Measured("areal energy", "J/m²", "15 mWh/cm²", "mWh/cm²", "J/m²", "Wh/m²", "J/cm²", "mJ/m²");

    /// <summary>Resistance, Ω.</summary>
    public static QuantityKind Resistance { get; } = Measured("resistance", "Ω", "20 mΩ", "Ω", "mΩ", "kΩ", "MΩ", "ohm");

    /// <summary>Resistance times area, Ω m².</summary>
    public static QuantityKind ArealResistance { get; } = Measured("areal resistance", "Ω m²", "15 Ω cm²", "Ω cm²", "mΩ cm²", "Ω m²");

    /// <summary>Resistance times length, Ω m.</summary>
    public static QuantityKind Resistivity { get; } = Measured("resistivity", "Ω m", "5 Ω cm", "Ω cm", "Ω m", "mΩ cm", "µΩ cm");

    /// <summary>Electronic or ionic conductivity, S/m.</summary>
    public static QuantityKind Conductivity { get; } = Measured("conductivity", "S/m", "10 mS/cm", "mS/cm", "S/m", "S/cm", "µS/cm", "mS/m");

    /// <summary>Capacitance per area, F/m².</summary>
    public static QuantityKind ArealCapacitance { get; } = Measured("areal capacitance", "F/m²", "20 µF/cm²", "µF/cm²", "F/m²", "mF/cm²", "F/cm²");

    /// <summary>Capacitance, F.</summary>
    public static QuantityKind Capacitance { get; } = Measured("capacitance", "F", "10 µF", "µF", "mF", "F", "nF");

    /// <summary>Inductance, H.</summary>
    public static QuantityKind Inductance { get; } = Measured("inductance", "H", "0.5 µH", "µH", "nH", "mH", "H");

    /// <summary>Diffusion coefficient or kinematic viscosity, m²/s.</summary>
    public static QuantityKind Diffusivity { get; } = Measured("diffusivity", "m²/s", "4e-15 m²/s", "m²/s", "cm²/s", "µm²/s", "mm²/s");

    /// <summary>Dynamic viscosity, Pa s.</summary>
    public static QuantityKind Viscosity { get; } = Measured("viscosity", "Pa s", "5 Pa s", "Pa s", "mPa s", "cP", "P");

    /// <summary>Shear rate or rate of a first-order process, 1/s.</summary>
    public static QuantityKind ShearRate { get; } = Measured("shear rate", "s⁻¹", "100 s⁻¹", "s⁻¹", "1/s", "1/min");

    /// <summary>Surface tension, N/m.</summary>
    public static QuantityKind SurfaceTension { get; } = Measured("surface tension", "N/m", "41 mN/m", "mN/m", "N/m", "dyn/cm", "mJ/m²");

    /// <summary>Force per width, N/m: peel strength, line load of a calender.</summary>
    public static QuantityKind PeelForce { get; } = Measured("peel force", "N/m", "21.5 gf/20 mm", "N/m", "gf/20 mm", "gf/cm", "N/25 mm", "N/20 mm", "N/cm", "gf/25 mm", "mN/mm", "kN/m", "N/mm");

    /// <summary>Force, N.</summary>
    public static QuantityKind Force { get; } = Measured("force", "N", "3 N", "N", "mN", "kN", "gf", "kgf");

    /// <summary>Pressure, stress, yield stress or elastic modulus, Pa.</summary>
    public static QuantityKind Pressure { get; } = Measured("pressure", "Pa", "50 MPa", "MPa", "kPa", "Pa", "bar", "mbar", "atm", "GPa", "psi", "Torr", "mmHg");

    /// <summary>Speed, m/s: coating speed, mass-transfer coefficient.</summary>
    public static QuantityKind Speed { get; } = Measured("speed", "m/s", "10 m/min", "m/min", "m/s", "mm/s", "cm/s", "µm/s", "mm/min");

    /// <summary>Acceleration, m/s².</summary>
    public static QuantityKind Acceleration { get; } = Measured("acceleration", "m/s²", "9.81 m/s²", "m/s²", "cm/s²");

    /// <summary>Volume per time, m³/s.</summary>
    public static QuantityKind VolumeFlow { get; } = Measured("volume flow", "m³/s", "20 mL/min", "mL/min", "L/min", "L/h", "m³/h", "m³/s");

    /// <summary>Mass per area and time, kg/(m² s): drying rate.</summary>
    public static QuantityKind MassFlux { get; } = Measured("mass flux", "kg/(m² s)", "1.2 g/(m² s)", "g/(m² s)", "kg/(m² s)", "kg/(m² h)", "mg/(cm² min)");

    /// <summary>Absolute temperature, K; 25 °C is 298.15 K.</summary>
    public static QuantityKind Temperature { get; } = Add("temperature", "K", "25 °C", new UnitGrammar(DimensionOf("K"), hasZero: true), "°C", "K");

    /// <summary>Difference of two temperatures, K; 10 °C is 10 K.</summary>
    public static QuantityKind TemperatureDifference { get; } = Measured("temperature difference", "K", "10 K", "K", "°C");

    /// <summary>Thermal conductivity, W/(m K).</summary>
    public static QuantityKind ThermalConductivity { get; } = Measured("thermal conductivity", "W/(m K)", "1.5 W/(m K)", "W/(m K)", "mW/(m K)", "W/(cm K)");

    /// <summary>Heat capacity of a whole body, J/K.</summary>
    public static QuantityKind HeatCapacity { get; } = Measured("heat capacity", "J/K", "40 J/K", "J/K", "mJ/K", "kJ/K");

    /// <summary>Heat flow per temperature difference, W/K.</summary>
    public static QuantityKind ThermalConductance { get; } = Measured("thermal conductance", "W/K", "0.1 W/K", "W/K", "mW/K");

    /// <summary>Heat capacity per mass, J/(kg K).</summary>
    public static QuantityKind SpecificHeat { get; } = Measured("specific heat", "J/(kg K)", "1100 J/(kg K)", "J/(kg K)", "J/(g K)", "kJ/(kg K)");

    /// <summary>Heat flow per area and temperature difference, W/(m² K).</summary>
    public static QuantityKind HeatTransferCoefficient { get; } = Measured("heat-transfer coefficient", "W/(m² K)", "10 W/(m² K)", "W/(m² K)", "W/(cm² K)", "kW/(m² K)");

    /// <summary>Heat flow or power per area, W/m².</summary>
    public static QuantityKind HeatFlux { get; } = Measured("heat flux", "W/m²", "2 kW/m²", "W/m²", "kW/m²", "W/cm²", "mW/cm²");

    /// <summary>Change of temperature in time, K/s.</summary>
    public static QuantityKind HeatingRate { get; } = Measured("heating rate", "K/s", "5 K/min", "K/min", "K/s", "°C/min");

    /// <summary>Relative expansion per temperature, 1/K.</summary>
    public static QuantityKind ThermalExpansion { get; } = Measured("thermal expansion", "K⁻¹", "1.2e-5 K⁻¹", "K⁻¹", "1/K");

    /// <summary>Time, s.</summary>
    public static QuantityKind Time { get; } = Measured("time", "s", "30 min", "s", "ms", "min", "h", "d");

    /// <summary>Frequency, Hz; a speed of rotation counts turns.</summary>
    public static QuantityKind Frequency { get; } = Measured("frequency", "Hz", "10 kHz", "Hz", "kHz", "mHz", "MHz", "rpm");

    /// <summary>Angular frequency ω = 2πf [rad/s].</summary>
    public static QuantityKind AngularFrequency { get; } = Measured("angular frequency", "rad/s", "6.3 rad/s", "rad/s");

    /// <summary>
    /// Current as a multiple of the one that passes the nominal capacity in one hour, a plain number per hour: "0.5C", "C/10", "2C/3".
    /// </summary>
    public static QuantityKind CRate { get; } = Add("C-rate", "1/h", "0.5C", new RateGrammar(), RateGrammar.Symbol);

    /// <summary>A number without unit: N/P ratio, tortuosity factor, exponent, count.</summary>
    public static QuantityKind Ratio { get; } = Add("number without unit", "", "1.1", new PlainNumberGrammar(), "");

    /// <summary>All of them, in the order above.</summary>
    public static IReadOnlyList<QuantityKind> All { get; } = Registered.AsReadOnly();

    /// <summary>The first kind that a unit belongs to; null where no kind has it.</summary>
    /// <param name="symbol">The unit as text: "mg/cm²".</param>
    public static QuantityKind? OfUnit(string symbol) => Registered.Find(kind => kind.HasUnit(symbol));

    private static QuantityKind Measured(string name, string siUnit, string example, params ReadOnlySpan<string> units) =>
        Add(name, siUnit, example, new UnitGrammar(DimensionOf(siUnit), hasZero: false), units);

    private static QuantityKind Add(string name, string siUnit, string example, QuantityGrammar grammar, params ReadOnlySpan<string> units)
    {
        var kind = new QuantityKind(name, siUnit, example, grammar, units);
        Registered.Add(kind);
        return kind;
    }

    private static Dimension DimensionOf(string unit) =>
        UnitExpression.Read(QuantityText.Normalize(unit), slashTakesAll: true, out _)?.Dimension
        ?? throw new ArgumentException($"\"{unit}\" is no unit.", nameof(unit));
}
