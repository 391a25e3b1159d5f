using Loadstone.Quantities;

namespace Loadstone.Tests.Quantities;

/// <summary>Texts whose SI value is known by hand; equality is exact because a text is rounded once.</summary>
public class LiteralValueTests
{
    public static TheoryData<string, string, double> Values => new()
    {
        { "length", "4.5 µm", 4.5e-6 },
        { "length", "0.1 µm", 1e-7 },
        { "length", "11.3 um", 1.13e-5 },
        { "length", "5.8 Å", 5.8e-10 },
        { "length", "1 inch", 0.0254 },
        { "loading", "22 mg/cm²", 0.22 },
        { "loading", "29.6 mg/cm²", 0.296 },
        { "areal capacity", "1 mAh/cm²", 36_000 },
        { "areal capacity", "0.1 mAh/cm²", 3600 },
        { "specific capacity", "210 mAh/g", 756_000 },
        { "specific current", "210 mA/g", 210 },
        { "current density", "3 mA/cm²", 30 },
        { "charge", "5 Ah", 18_000 },
        { "charge", "0.277 Ah", 997.2 },
        { "peel force", "1 gf/20 mm", 0.4903325 },
        { "peel force", "1 gf/cm", 0.980665 },
        { "peel force", "3 N/25mm", 120 },
        { "temperature", "25 °C", 298.15 },
        { "temperature", "-20 degC", 253.15 },
        { "temperature", "298.15 K", 298.15 },
        { "temperature difference", "25 °C", 25 },
        { "energy density", "1 Wh/L", 3.6e6 },
        { "specific energy", "1 Wh/kg", 3600 },
        { "energy", "1 Wh", 3600 },
        { "pressure", "1 atm", 101_325 },
        { "pressure", "3 bar", 3e5 },
        { "viscosity", "1 cP", 0.001 },
        { "viscosity", "5 Pa·s", 5 },
        { "concentration", "1 M", 1000 },
        { "concentration", "1.2 mol/L", 1200 },
        { "molar mass", "97.28 g/mol", 0.09728 },
        { "molar energy", "35 kJ/mol", 35_000 },
        { "density", "4.75 g/cm³", 4750 },
        { "specific surface", "62 m²/g", 62_000 },
        { "conductivity", "9.5 mS/cm", 0.95 },
        { "areal resistance", "15 Ω cm²", 0.0015 },
        { "diffusivity", "3.9e-10 cm²/s", 3.9e-14 },
        { "mass per charge", "3.6 g/Ah", 1e-6 },
        { "heat-transfer coefficient", "10 W/m²K", 10 },
        { "reaction-rate constant", "1 cm^2.5 mol^-0.5 s^-1", 1e-5 },
        { "fraction", "25 %", 0.25 },
        { "fraction", "94.5 wt%", 0.945 },
        { "fraction", "50 ppm", 5e-5 },
        { "C-rate", "0.5C", 0.5 },
        { "C-rate", "1 C", 1 },
        { "C-rate", "C", 1 },
        { "C-rate", "C/10", 0.1 },
        { "C-rate", "2C/3", 2.0 / 3 },
        { "C-rate", "0C", 0 },
        { "number without unit", "1.1", 1.1 },
        { "angle", "180°", Math.PI },
        { "time", "1.5 h", 5400 },
        { "time", "3 days", 259_200 },
        { "frequency", "60 rpm", 1 },
        { "shear rate", "100 1/s", 100 },
        { "mass flux", "1.2 g m⁻² s⁻¹", 0.0012 },
        { "energy", "1 eV", 1.602176634e-19 },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_text_has_its_hand_computed_value(string kind, string text, double si) =>
        QuantityKinds.All.Single(k => k.Name == kind).Parse(text).ShouldBe(si);

    [Fact]
    public void Every_kind_reads_its_own_example()
    {
        foreach (QuantityKind kind in QuantityKinds.All)
        {
            kind.TryParse(kind.Example, out double value, out string? problem).ShouldBeTrue(problem);
            double.IsFinite(value).ShouldBeTrue();
        }
    }
}
