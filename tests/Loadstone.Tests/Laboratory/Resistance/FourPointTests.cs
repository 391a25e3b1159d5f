using Loadstone.Laboratory;
using Loadstone.Laboratory.Resistance;
using Loadstone.Laboratory.Tables;

namespace Loadstone.Tests.Laboratory.Resistance;

public class FourPointTests
{
    /// <summary>Valdes (1954): ρ = 2πs V/I on anything thick; ρ = πt/ln 2 V/I on a thin wide film.</summary>
    [Fact]
    public void Thick_and_thin_limits()
    {
        FourPointProbe.Even(1e-3, 1).Factor().ShouldBe(1 / (2 * Math.PI * 1e-3), 1e-4 * 160);
        FourPointProbe.Even(1e-3, 10e-6).Factor().ShouldBe(Math.Log(2) / (Math.PI * 10e-6), 1e-8 * 3e4);
    }

    /// <summary>Thickness corrections of a wide film as Smits (1958) prints them: sheet resistance is 4.5324 F(t/s) V/I.</summary>
    [Theory]
    [InlineData(0.4, 0.9995)]
    [InlineData(0.5, 0.9974)]
    [InlineData(1.0, 0.9214)]
    [InlineData(1.25, 0.8490)]
    [InlineData(2.0, 0.6336)]
    public void Thickness_corrections_are_those_of_Smits(double thickness, double factor) =>
        (Math.Log(2) / Math.PI / (FourPointProbe.Even(1e-3, thickness * 1e-3).Factor() * thickness * 1e-3)).ShouldBe(factor, 1e-4);

    /// <summary>Edge corrections of thin rectangles as Smits (1958) prints them: side across the pins over their spacing, side along over side across.</summary>
    [Theory]
    [InlineData(3, 2.0, 2.7000)]
    [InlineData(4, 1.0, 3.1137)]
    [InlineData(4, 3.0, 3.2248)]
    [InlineData(5, 1.0, 3.5098)]
    [InlineData(10, 1.0, 4.2209)]
    [InlineData(10, 2.0, 4.2357)]
    [InlineData(40, 1.0, 4.5120)]
    [InlineData(2, 4.0, 1.9475)]
    public void Edge_corrections_are_those_of_Smits(double width, double shape, double correction)
    {
        FourPointProbe probe = FourPointProbe.Even(1e-3, 1e-6) with { Width = width * 1e-3, Length = shape * width * 1e-3 };
        (1 / (probe.Factor() * 1e-6)).ShouldBe(correction, 2e-4 * correction);
    }

    /// <summary>A long strip has a closed form, V/I = ρ/(πt) ln(2 cosh(πs/w)), which the last digits of printed tables do not reach.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(40)]
    public void Long_strip_is_its_closed_form(double width)
    {
        FourPointProbe probe = FourPointProbe.Even(1e-3, 1e-6) with { Width = width * 1e-3, Length = 10 };
        (probe.Factor() * Math.PI * 1e-6).ShouldBe(Math.Log(2 * Math.Cosh(Math.PI / width)), 1e-6);
    }

    /// <summary>A bar so narrow that current runs straight along it is a resistor: V/I = ρ s/(w t), whatever its thickness.</summary>
    [Theory]
    [InlineData(10e-6)]
    [InlineData(0.2e-3)]
    [InlineData(0.8e-3)]
    public void Narrow_bar_is_a_resistor(double thickness)
    {
        FourPointProbe probe = FourPointProbe.Even(1e-3, thickness) with { Width = 0.2e-3, Length = 20e-3 };
        probe.Factor().ShouldBe(1e-3 / (0.2e-3 * thickness), 2e-2 * 1e-3 / (0.2e-3 * thickness));
    }

    /// <summary>A wide sample is one without sides; pins of unequal spacing have a closed form on a thin film.</summary>
    [Fact]
    public void Wide_samples_and_unequal_spacings()
    {
        FourPointProbe probe = FourPointProbe.Even(1e-3, 0.7e-3);
        (probe with { Width = 2, Length = 2 }).Factor().ShouldBe(probe.Factor(), 1e-4 * probe.Factor());
        var uneven = new FourPointProbe { Spacing = [1e-3, 1.1e-3, 0.9e-3], Thickness = 1e-6 };
        uneven.Factor().ShouldBe(Math.Log(2.1 * 2.0 / (1.0 * 0.9)) / (2 * Math.PI * 1e-6), 1e-3);
    }

    /// <summary>The near field by quadrature and the sum of Bessel functions meet where one takes over from the other.</summary>
    [Fact]
    public void Factor_is_smooth_where_the_formulas_meet()
    {
        double below = FourPointProbe.Even(0.4999e-3, 1e-3).Factor(), above = FourPointProbe.Even(0.5001e-3, 1e-3).Factor();
        (above / below).ShouldBe(1 - 4e-4 * 0.93, 1e-4);
    }

    [Fact]
    public void Uncertainties_of_the_geometry_are_carried_through()
    {
        FourPointProbe thin = FourPointProbe.Even(1e-3, 10e-6);
        Estimate of = thin.Resistivity(new Estimate(2, 0.01), thicknessError: 0.2e-6);
        of.Value.ShouldBe(2 * Math.PI * 10e-6 / Math.Log(2), 1e-9);
        (of.StandardError / of.Value).ShouldBe(Math.Sqrt(0.005 * 0.005 + 0.02 * 0.02), 1e-5);
        thin.Resistivity(new Estimate(2, 0), spacingError: 0.01).StandardError.ShouldBeGreaterThan(0);
    }

    /// <summary>What is the same for both polarities is no resistance.</summary>
    [Fact]
    public void Thermal_voltages_are_taken_out()
    {
        double[] current = [1e-3, -1e-3, 1e-3, -1e-3];
        FourPointReading found = FourPointReading.Of("", current, [.. current.Select(i => 5 * i + 2e-3)]);
        found.Resistance.Value.ShouldBe(5, 1e-12);
        found.ThermalVoltage!.Value.Value.ShouldBe(2e-3, 1e-12);
        FourPointReading oneWay = FourPointReading.Of("", [1e-3, 1e-3], [7e-3, 7e-3]);
        oneWay.Resistance.Value.ShouldBe(7, 1e-12);
        oneWay.ThermalVoltage.ShouldBeNull();
    }

    [Theory]
    [InlineData("Voltage / V,Current / A\n1,0\n", "no current flows")]
    [InlineData("Voltage / V,Current / A\n1,1\n1,0\n", "reading 2 has no current")]
    [InlineData("Voltage / V,Current / A\n-1,1\n-1,1\n", "expected one above 0")]
    [InlineData("Voltage / V\n1\n", "\"current\"")]
    public void Bad_readings_say_what_is_wrong(string text, string expected) =>
        Should.Throw<InputException>(() => FourPointReading.Of(MeasuredTable.Parse(text, "f.csv"))).Message.ShouldContain(expected);

    [Fact]
    public void Samples_smaller_than_the_probe_are_refused()
    {
        Should.Throw<InputException>(() => (FourPointProbe.Even(1e-3, 1e-5) with { Length = 2e-3 }).Factor()).Message.ShouldContain("2 mm long");
        Should.Throw<InputException>(() => (FourPointProbe.Even(1e-3, 1e-2) with { Width = 1e-3 }).Factor()).Message.ShouldContain("10 mm thick");
    }
}
