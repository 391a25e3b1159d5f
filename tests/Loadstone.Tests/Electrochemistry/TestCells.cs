using Loadstone.Cells;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrodes;
using Loadstone.Numerics;

namespace Loadstone.Tests.Electrochemistry;

/// <summary>Small cells with simple laws, for tests that know the answer.</summary>
internal static class TestCells
{
    public static ScalarFunction F(string formula) => Expression.Parse(formula, "x").ToFunction("x");

    public static IntercalationMaterial Material(string name = "active", double diffusivity = 1e-14, double exchange = 3,
        string ocp = "4.3 - 0.9*x - 0.05*tanh(8*(x - 0.5))", double film = 0, string? diffusivityLaw = null) => new()
        {
            Name = name,
            MaximumConcentration = 49_000,
            OpenCircuitPotential = F(ocp),
            Diffusivity = diffusivityLaw is null ? new ConstantFunction(diffusivity) : F(diffusivityLaw),
            ReferenceExchangeCurrentDensity = exchange,
            FilmResistance = film,
        };

    public static Layer Layer(double thickness, IntercalationMaterial material, double radius = 5e-6, double porosity = 0.35,
        double active = 0.55, double conductivity = 1, string name = "layer") =>
        new(name, thickness, porosity, Math.Pow(porosity, 1.5), conductivity,
            [new ParticleClass { Material = material, Radius = radius, VolumeFraction = active }]);

    public static ElectrolyteProperties Electrolyte(bool concentrationDependent = true) => concentrationDependent
        ? new()
        {
            InitialConcentration = 1000,
            Diffusivity = F("4.8e-10*exp(-0.0006*x)"),
            Conductivity = F("1e-3*x*(2.2 - 1.3e-3*x + 2.2e-7*x**2)"),
            TransferenceNumber = F("0.35 - 6e-5*x"),
            ThermodynamicFactor = F("0.8 + 8e-4*x"),
        }
        : new()
        {
            InitialConcentration = 1000,
            Diffusivity = new ConstantFunction(2e-10),
            Conductivity = new ConstantFunction(0.9),
            TransferenceNumber = new ConstantFunction(0.3),
            ThermodynamicFactor = new ConstantFunction(1),
        };

    public static Separator Separator => new() { Thickness = 25e-6, Porosity = 0.5, TransportEfficiency = 0.3 };

    public static LithiumElectrode Lithium => new() { Thickness = 250e-6, ExchangeCurrentDensity = F("15*(x/1000)**0.5") };

    public static Cell Half(params Layer[] layers) => new()
    {
        Lithium = Lithium,
        Positive = new Electrode { Layers = layers, ContactResistance = 1e-4 },
        Separator = Separator,
        Electrolyte = Electrolyte(),
        Area = 1e-4,
        LowerCutOff = 3.5,
        UpperCutOff = 4.1,
        OneC = 4e-3,
    };

    public static Cell Full()
    {
        IntercalationMaterial anode = Material("anode", 3e-14, 5, "1.2*exp(-30*x) + 0.25 - 0.2*x", film: 2e-4, diffusivityLaw: "2e-13*exp(-1.5*x)");
        Layer first = Layer(30e-6, Material("coarse", 8e-15), 6e-6, 0.3, 0.6, 0.5, "bottom");
        Layer second = Layer(25e-6, Material("fine", 2e-14, diffusivityLaw: "2e-14*(1.2 - x)"), 3e-6, 0.4, 0.5, 0.8, "top");
        return Half(first, second) with
        {
            Lithium = null,
            Negative = new Electrode { Layers = [Layer(50e-6, anode, 8e-6, 0.3, 0.6, 50)], ContactResistance = 2e-4 },
            LowerCutOff = 3.0,
            UpperCutOff = 3.8,
            CyclableLithium = 1.1,
        };
    }

    public static Protocol Discharge(double rate, double until) =>
        new("discharge", [new ProtocolStep($"Discharge at {rate}C until {until} V", new Control.CRate(rate), null, [new StopCondition.Voltage(until)])]);

    public static Protocol For(double rate, double seconds) =>
        new("for a time", [new ProtocolStep($"Discharge at {rate}C for {seconds} s", new Control.CRate(rate), seconds, [])]);
}
