using Loadstone.Quantities;

namespace Loadstone.Tests.Quantities;

/// <summary>One quantity in the many ways that papers, spreadsheets and keyboards write it.</summary>
public class SpellingTests
{
    [Theory]
    [InlineData("22 mg/cm²")]
    [InlineData("22mg/cm2")]
    [InlineData("+22 mg/cm^2")]
    [InlineData("22 mg cm^-2")]
    [InlineData("22 mg cm-2")]
    [InlineData("22 mg cm−2")]
    [InlineData("22 mg·cm⁻²")]
    [InlineData("22 mg⋅cm⁻²")]
    [InlineData("22 mg.cm-2")]
    [InlineData("22 mg*cm**-2")]
    [InlineData("22 mg cm^{-2}")]
    [InlineData("22 mg cm^(-2)")]
    [InlineData("22 mg / cm²")]
    [InlineData("22 mg/(cm cm)")]
    [InlineData("2.2e1 mg/cm²")]
    [InlineData("2.2E+01 mg/cm²")]
    [InlineData("2.2×10¹ mg/cm²")]
    [InlineData("2.2 x 10^1 mg/cm²")]
    [InlineData(" 22\u00A0mg/cm² ")]
    [InlineData("22\u2009mg\u202Fcm⁻²")]
    [InlineData("220 g/m²")]
    [InlineData("0.22 kg m-2")]
    public void A_loading(string text) => QuantityKinds.Loading.Parse(text).ShouldBe(0.22);

    [Theory]
    [InlineData("4.5 µm")] // micro sign
    [InlineData("4.5 μm")] // Greek mu
    [InlineData("4.5um")]
    [InlineData("4.5 micron")]
    [InlineData("4500 nm")]
    [InlineData("0.0045 mm")]
    [InlineData(".0045mm")]
    [InlineData("4.5e-6 m")]
    [InlineData("4.5·10⁻⁶ m")]
    public void A_particle_size(string text) => QuantityKinds.ParticleSize.Parse(text).ShouldBe(4.5e-6);

    [Theory]
    [InlineData("4 mAh/cm²")]
    [InlineData("4 mA h cm-2")]
    [InlineData("4 mA·h/cm²")]
    [InlineData("4 mA-h/cm2")]
    [InlineData("4 mAh cm^-2")]
    [InlineData("0.004 Ah/cm²")]
    public void An_areal_capacity(string text) => QuantityKinds.ArealCapacity.Parse(text).ShouldBe(144_000);

    [Theory]
    [InlineData("15 Ω cm²")]
    [InlineData("15 \u2126·cm²")] // ohm sign
    [InlineData("15 ohm cm2")]
    [InlineData("15 Ohm cm^2")]
    [InlineData("15 ohm-cm²")]
    public void An_areal_resistance(string text) => QuantityKinds.ArealResistance.Parse(text).ShouldBe(0.0015);

    [Theory]
    [InlineData("25 °C")]
    [InlineData("25°C")]
    [InlineData("25 ° C")]
    [InlineData("25 deg C")]
    [InlineData("25 deg. C")]
    [InlineData("25 degrees C")]
    [InlineData("25 degC")]
    [InlineData("25 oC")]
    [InlineData("25 ºC")] // ordinal indicator
    [InlineData("25 ℃")]
    [InlineData("298.15 K")]
    public void A_temperature(string text) => QuantityKinds.Temperature.Parse(text).ShouldBe(298.15);

    [Theory]
    [InlineData("94.5 %")]
    [InlineData("94.5%")]
    [InlineData("94.5 wt%")]
    [InlineData("94.5 wt.%")]
    [InlineData("94.5 wt. %")]
    [InlineData("94.5 wt %")]
    [InlineData("94.5wt.-%")]
    [InlineData("94.5 vol-%")]
    [InlineData("94.5 vol%")]
    public void A_fraction(string text) => QuantityKinds.Fraction.Parse(text).ShouldBe(0.945);

    [Theory]
    [InlineData("C/20")]
    [InlineData("C / 20")]
    [InlineData("0.05C")]
    [InlineData("0.05 C")]
    [InlineData("1C/20")]
    [InlineData("5e-2C")]
    public void A_rate(string text) => QuantityKinds.CRate.Parse(text).ShouldBe(0.05);

    [Theory]
    [InlineData("1100 J/(kg K)")]
    [InlineData("1100 J/kg/K")]
    [InlineData("1100 J/kg K")]
    [InlineData("1100 J kg⁻¹ K⁻¹")]
    [InlineData("1.1 kJ/(kg °C)")]
    public void A_specific_heat(string text) => QuantityKinds.SpecificHeat.Parse(text).ShouldBe(1100);

    [Theory]
    [InlineData("11.48 gf/20 mm")]
    [InlineData("11.48 gf/20mm")]
    [InlineData("11.48 gf/(20 mm)")]
    [InlineData("5.74 gf/cm")]
    [InlineData("0.01148 kgf/2.0 cm")]
    public void A_peel_force(string text) => QuantityKinds.PeelForce.Parse(text).ShouldBe(5.6290171, 1e-15);

    [Fact]
    public void A_constant_with_broken_powers() =>
        QuantityKinds.ExchangeCurrentConstant.Parse("3.42e-6 A/m²/(mol/m³)^1.5")
            .ShouldBe(QuantityKinds.ExchangeCurrentConstant.Parse("3.42e-6 A m^2.5 mol^-1.5"));

    [Fact]
    public void A_slash_divides_by_what_makes_sense()
    {
        // Only (mA/cm²)·h is an areal capacity, and only g/(m² s) a mass flux.
        QuantityKinds.ArealCapacity.Parse("1 mA/cm² h").ShouldBe(36_000);
        QuantityKinds.MassFlux.Parse("1 g/m² s").ShouldBe(0.001);
    }

    [Fact]
    public void Case_matters_where_units_differ_by_it()
    {
        QuantityKinds.Resistance.Parse("1 MΩ").ShouldBe(1e6);
        QuantityKinds.Resistance.Parse("1 mΩ").ShouldBe(1e-3);
        QuantityKinds.Concentration.Parse("1 M").ShouldBe(1000);
        QuantityKinds.Concentration.TryParse("1 m", out _, out _).ShouldBeFalse();
        QuantityKinds.Loading.TryParse("22 Mg/cm²", out _, out _).ShouldBeFalse();
    }
}
