using Loadstone.Quantities;

namespace Loadstone.Designs.Fields;

/// <summary>What may be said of how an electrode is made: coating and drying.</summary>
internal static class ProcessFields
{
    private const double Coldest = 200, Hottest = 600; // K

    internal static readonly ChoiceField Method = new("method", "Blade (doctor blade, knife, comma), whose gap decides the film, or slot die, whose pump decides it.", ["blade", "slot"]) { Default = "blade" };

    internal static readonly QuantityField Gap = new("gap", "Gap of the blade, in place of a loading; of an electrode of one layer. Of a slot die, the gap between lip and web.", QuantityKinds.Length, 1e-7, 0.01)
    {
        Example = "260 µm",
        Default = "blade: the gap that gives the loading; slot: 1.5 times the wet film",
    };

    internal static readonly QuantityField Speed = new("speed", "Speed of the web.", QuantityKinds.Speed, 1e-5, 10) { Example = "3 m/min", Default = "3 m/min" };

    internal static readonly QuantityField Width = new("width", "Coated width, from edge to edge.", QuantityKinds.Length, 1e-3, 5) { Example = "25 mm", Default = "200 mm" };

    internal static readonly QuantityField LipLength = new("lipLength", "Length of the blade's gap along the web.", QuantityKinds.Length, 1e-6, 1) { Example = "1 mm", Default = "1 mm" };

    internal static readonly QuantityField HeadHeight = new("headHeight", "Height of the slurry that stands before the blade and pushes.", QuantityKinds.Length, 0, 1) { Example = "20 mm", Default = "0 mm" };

    internal static readonly ChoiceField Layers = new("layers", "Whether each layer of a coating is dried before the next one is laid on it, or all are laid wet on wet and dry together.", ["dried", "wet on wet"]) { Default = "dried" };

    internal static readonly QuantityField MixedZone = new("mixedZone", "Width of the zone in which two wet layers mix, as a share of the thickness of both.", QuantityKinds.Fraction, 0, 10) { Example = "10 %", Default = "0 %, a sharp boundary" };

    internal static readonly QuantityField FilledShare = new("filledShare", "Share of a dry layer's pores that drink solvent from the layer laid on it.", QuantityKinds.Fraction, 0, 1) { Example = "80 %", Default = "100 %" };

    internal static readonly ObjectField Coating = new("coating", "How the slurries are laid on the foil.", new ObjectShape("coating step", "Coating: with a blade's gap the loading is derived, with a loading the gap.",
        Method, Gap, Speed, Width, LipLength, HeadHeight, Layers, MixedZone, FilledShare)) { Required = true };

    internal static readonly QuantityField HoldTemperature = new("temperature", "Temperature of the hold.", QuantityKinds.Temperature, Coldest, Hottest) { Required = true, Example = "120 °C" };

    internal static readonly QuantityField StartTemperature = new("start", "Temperature at the start of the ramp.", QuantityKinds.Temperature, Coldest, Hottest) { Example = "25 °C", Default = "25 °C" };

    internal static readonly QuantityField Rate = new("rate", "Speed of the ramp.", QuantityKinds.HeatingRate, 1e-4, 1e3) { Example = "2 K/s", Default = "2 K/s" };

    internal static readonly QuantityField Hold = new("hold", "Length of the hold.", QuantityKinds.Time, 1e-3, 1e6) { Example = "60 s", Default = "600 s" };

    internal static readonly QuantityField RampHeat = new("heatTransfer", "Heat-transfer coefficient per area of coating, both sides together; a moisture analyser steers the temperature of its sample, which a tight coupling stands for.", QuantityKinds.HeatTransferCoefficient, 0.1, 1e8)
    {
        Default = "1000 W/(m² K)",
    };

    internal static readonly QuantityField RampMass = new("massTransfer", "Mass-transfer coefficient between surface and air.", QuantityKinds.Speed, 1e-7, 10)
    {
        Example = "5 mm/s",
        Default = "calibrated on a drying time of 86 s, see the table of assumed values",
    };

    internal static readonly ObjectField Ramp = new("rampAndHold", "A ramp of temperature and a hold, as of a moisture analyser; in place of zones.",
        new ObjectShape("ramp and hold", "A ramp of temperature and a hold.", HoldTemperature, StartTemperature, Rate, Hold, RampHeat, RampMass));

    internal static readonly QuantityField ZoneLength = new("length", "Length of the zone.", QuantityKinds.Length, 1e-3, 1e4) { Required = true, Example = "5 m" };

    internal static readonly QuantityField AirTemperature = new("airTemperature", "Temperature of the air.", QuantityKinds.Temperature, Coldest, Hottest) { Required = true, Example = "110 °C" };

    internal static readonly QuantityField HeatTransfer = new("heatTransfer", "Heat-transfer coefficient per area of coating, both sides of the web together.", QuantityKinds.HeatTransferCoefficient, 0.1, 1e8) { Default = "80 W/(m² K)" };

    internal static readonly QuantityField MassTransfer = new("massTransfer", "Mass-transfer coefficient between surface and air.", QuantityKinds.Speed, 1e-7, 10)
    {
        Example = "15 mm/s",
        Default = "from half of heatTransfer, by the analogy of Chilton and Colburn",
    };

    internal static readonly QuantityField VapourPressure = new("vapourPressure", "Partial pressure of the solvent in the air.", QuantityKinds.Pressure, 0, 1e5) { Example = "100 Pa", Default = "0 Pa" };

    internal static readonly ListField Zones = new("zones", "Zones of a continuous oven, in the direction of the web; in place of rampAndHold.",
        new ObjectField("zone", "A zone.", new ObjectShape("oven zone", "A zone of an oven.", ZoneLength, AirTemperature, HeatTransfer, MassTransfer, VapourPressure)));

    internal static readonly QuantityField LineSpeed = new("lineSpeed", "Speed of the web through the zones.", QuantityKinds.Speed, 1e-6, 10) { Example = "3 m/min", Default = "coating.speed" };

    internal static readonly QuantityField Residual = new("residual", "Share of the solvent at which a film counts as dry.", QuantityKinds.Fraction, 1e-6, 0.9) { Example = "1 %", Default = "1 %" };

    internal static readonly QuantityField HeatRecovery = new("heatRecovery", "Share of the exhaust's heat that warms fresh air.", QuantityKinds.Fraction, 0, 0.99) { Example = "50 %", Default = "50 %" };

    internal static readonly QuantityField SolventRecovery = new("solventRecovery", "Energy that condenses and distils the solvent, per mass of it.", QuantityKinds.SpecificEnergy, 0, 1e8) { Example = "1.6 MJ/kg", Default = "1.6 MJ/kg; 0 for water" };

    internal static readonly QuantityField BinderDiffusivity = new("binderDiffusivity", "Diffusivity of the binder at 25 °C in a solution of the reference viscosity.", QuantityKinds.Diffusivity, 0, 1e-6) { Example = "1e-10 m²/s", Default = "see the table of assumed values" };

    internal static readonly QuantityField HoldingViscosity = new("holdingViscosity", "Viscosity of the slurry at rest at which its network holds half of the binder; to be fitted on a measured profile.", QuantityKinds.Viscosity, 1e-6, 1e9) { Example = "10 Pa s", Default = "see the table of assumed values" };

    internal static readonly QuantityField MobileCarbon = new("mobileCarbon", "Share of the carbon that is fine enough to travel with the binder.", QuantityKinds.Fraction, 0, 1) { Example = "50 %", Default = "see the table of assumed values" };

    internal static readonly ChoiceField CrackingData = new("crackingData", "Observations that the cracking limit is calibrated on.", ["by binder", .. Loadstone.Drying.CrackingData.Names]) { Default = "by binder" };

    internal static readonly ObjectField Drying = new("drying", "How the film dries; without it binder and carbon stay as coated.", new ObjectShape("drying step", "Drying: an oven of zones, or a ramp and a hold.",
        Ramp, Zones, LineSpeed, Residual, HeatRecovery, SolventRecovery, BinderDiffusivity, HoldingViscosity, MobileCarbon, CrackingData));

    /// <summary>The process of an electrode.</summary>
    internal static readonly ObjectField Process = new("process",
        "How the electrode is made. The structure then is derived: loading from the gap, porosity as coated from the slurry, depth profiles of binder, carbon, pores and conductivity from drying.",
        new ObjectShape("process", "How an electrode is made from the slurries of its layers; what the calender does stands in calendering.", Coating, Drying));

    internal static readonly QuantityField YieldStress = new("yieldStress", "Yield stress of Casson's law, where it was measured.", QuantityKinds.Pressure, 0, 1e5) { Example = "5 Pa", Default = "a law of the carbon's volume fraction" };

    internal static readonly QuantityField HighShearViscosity = new("highShearViscosity", "Viscosity at high shear of Casson's law, where it was measured.", QuantityKinds.Viscosity, 1e-5, 1e5) { Example = "1 Pa s", Default = "a law of binder solution and particles" };

    internal static readonly QuantityField LowShearViscosity = new("lowShearViscosity", "Viscosity at rest, at 0.1 s⁻¹, where it was measured: it decides how much binder the slurry holds while it dries.", QuantityKinds.Viscosity, 1e-5, 1e7) { Example = "50 Pa s", Default = "that of Casson's law" };

    internal static readonly QuantityField CarbonStructureVolume = new("carbonStructureVolume", "Volume of the carbon with the liquid that its aggregates hold, per mass: better mixing or a dispersant makes it smaller.", QuantityKinds.SpecificVolume, 1e-4, 0.1) { Example = "4 mL/g", Default = "4 mL/g" };
}
