using Loadstone.Quantities;

namespace Loadstone.Tests.Quantities;

/// <summary>Values are shown as an engineer would write them.</summary>
public class FormatTests
{
    [Fact]
    public void The_display_unit_and_four_digits_are_the_default()
    {
        QuantityKinds.Loading.Format(0.296).ShouldBe("29.6 mg/cm²");
        QuantityKinds.ArealCapacity.Format(4.0 / 3 * 36_000).ShouldBe("1.333 mAh/cm²");
        QuantityKinds.Temperature.Format(298.15).ShouldBe("25 °C");
        QuantityKinds.PeelForce.Format(0.4903325 * 21.53, unit: "gf/20 mm").ShouldBe("21.53 gf/20 mm");
        QuantityKinds.Fraction.Format(0.25).ShouldBe("25 %");
    }

    [Fact]
    public void Symbols_that_cling_to_the_number_cling()
    {
        QuantityKinds.CRate.Format(0.5).ShouldBe("0.5C");
        QuantityKinds.Angle.Format(Math.PI / 2).ShouldBe("90°");
        QuantityKinds.Ratio.Format(1.1).ShouldBe("1.1");
    }

    [Theory]
    [InlineData(0, 4, "0 V")]
    [InlineData(-0.0, 4, "0 V")]
    [InlineData(4.19996, 4, "4.2 V")]
    [InlineData(9.99996, 4, "10 V")]
    [InlineData(-0.00012344, 4, "-0.0001234 V")]
    [InlineData(0.0000123, 4, "1.23e-5 V")]
    [InlineData(1234567, 4, "1235000 V")]
    [InlineData(12345678, 4, "1.235e7 V")]
    [InlineData(12345678, 8, "12345678 V")]
    [InlineData(0.1, 17, "0.10000000000000001 V")]
    [InlineData(5, 1, "5 V")]
    public void Significant_digits_without_exponent_where_readable(double si, int digits, string shown) =>
        QuantityKinds.Voltage.Format(si, digits).ShouldBe(shown);

    [Fact]
    public void A_result_that_is_no_number_is_shown_as_such() => QuantityKinds.Voltage.Format(double.NaN).ShouldBe("NaN V");

    [Fact]
    public void A_unit_of_another_kind_is_the_callers_error() =>
        Should.Throw<ArgumentException>(() => QuantityKinds.Voltage.Format(1, unit: "mA"));
}
