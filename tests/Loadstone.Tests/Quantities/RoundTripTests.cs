using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Loadstone.Quantities;

namespace Loadstone.Tests.Quantities;

/// <summary>What is shown reads back as the same value, and what is read shows as it was written.</summary>
public class RoundTripTests
{
    private static readonly Arbitrary<double> Values =
        (from digits in Gen.Choose(-999_999_999, 999_999_999)
         from exponent in Gen.Choose(-30, 30)
         select digits * Math.Pow(10, exponent)).ToArbitrary();

    public static TheoryData<string> KindNames => [.. QuantityKinds.All.Select(kind => kind.Name)];

    private static QuantityKind Kind(string name) => QuantityKinds.All.Single(kind => kind.Name == name);

    [Theory]
    [MemberData(nameof(KindNames))]
    public void A_value_shown_in_full_reads_back_within_round_off_in_every_unit(string name)
    {
        QuantityKind kind = Kind(name);
        foreach (Unit unit in kind.Units)
        {
            Prop.ForAll(Values, si =>
            {
                double back = kind.Parse(kind.Format(si, 17, unit.Symbol));
                // The zero of °C is no zero of K: near it the difference keeps the digits of 273.15 only.
                Math.Abs(back - si).ShouldBeLessThanOrEqualTo(1e-15 * (Math.Abs(si) + unit.Offset), $"{si:r} {kind.SiUnit} as {unit.Symbol}");
            }).QuickCheckThrowOnFailure();
        }
    }

    [Theory]
    [MemberData(nameof(KindNames))]
    public void A_text_of_few_digits_is_shown_as_it_was_written(string name)
    {
        QuantityKind kind = Kind(name);
        Arbitrary<(int Whole, int Decimals)> numbers = (from whole in Gen.Choose(1, 999) from tenths in Gen.Choose(1, 9) select (whole, tenths)).ToArbitrary();
        foreach (Unit unit in kind.Units)
        {
            Prop.ForAll(numbers, number =>
            {
                string digits = string.Create(CultureInfo.InvariantCulture, $"{number.Whole}.{number.Decimals}");
                string shown = kind.Format(kind.Parse($"{digits} {unit.Symbol}"), 13, unit.Symbol);
                shown[..^unit.Symbol.Length].TrimEnd().ShouldBe(digits, unit.Symbol);
            }).QuickCheckThrowOnFailure();
        }
    }

    [Fact]
    public void Numbers_convert_to_a_unit_and_back()
    {
        QuantityKinds.ParticleSize.FromUnit(4.5, "µm").ShouldBe(4.5e-6);
        QuantityKinds.ParticleSize.ToUnit(4.5e-6, "µm").ShouldBe(4.5);
        QuantityKinds.Temperature.FromUnit(25, "°C").ShouldBe(298.15);
        QuantityKinds.Loading.ToUnit(0.22, "mg cm-2").ShouldBe(22);
        Should.Throw<ArgumentException>(() => QuantityKinds.Loading.ToUnit(0.22, "mg"));
    }

    [Fact]
    public void An_exact_ratio_rounds_as_the_platform_rounds_decimal_text()
    {
        Prop.ForAll((from high in Gen.Choose(int.MinValue, int.MaxValue)
                     from low in Gen.Choose(0, int.MaxValue)
                     from exponent in Gen.Choose(-300, 280)
                     select (Significand: ((long)high << 31) + low, exponent)).ToArbitrary(), number =>
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"{number.Significand}e{number.exponent}");
            Rational.Decimal(number.Significand, number.exponent).ToDouble().ShouldBe(double.Parse(text, CultureInfo.InvariantCulture), text);
        }).QuickCheckThrowOnFailure();
    }
}
