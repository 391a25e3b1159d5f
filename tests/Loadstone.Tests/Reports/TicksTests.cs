using FsCheck;
using FsCheck.Fluent;
using Loadstone.Reports;

namespace Loadstone.Tests.Reports;

public class TicksTests
{
    private static readonly Arbitrary<(double Low, double High)> Ranges =
        (from mantissa in Gen.Choose(-99999, 99999)
         from exponent in Gen.Choose(-12, 12)
         from width in Gen.Choose(1, 99999)
         from widthExponent in Gen.Choose(-4, 4)
         let low = mantissa * Math.Pow(10, exponent)
         select (low, low + width * Math.Pow(10, exponent + widthExponent))).ToArbitrary();

    [Fact]
    public void Linear_ticks_rise_lie_in_the_range_and_are_three_to_twelve_round_numbers_apart() =>
        Prop.ForAll(Ranges, range =>
        {
            AxisScale scale = AxisScale.Of(new Axis("x"), range.Low, range.High);
            IReadOnlyList<Tick> ticks = Ticks.Of(scale);
            ticks.Count.ShouldBeInRange(3, 12);
            double step = ticks[1].Value - ticks[0].Value;
            double digit = step / Math.Pow(10, Math.Floor(Math.Log10(step * (1 + 1e-6))));
            new[] { 1.0, 2, 5 }.ShouldContain(d => Math.Abs(digit - d) < 1e-3, $"step {step:r}");
            for (int i = 0; i < ticks.Count; i++)
            {
                ticks[i].Value.ShouldBeInRange(scale.Low, scale.High);
                if (i > 0) (ticks[i].Value - ticks[i - 1].Value).ShouldBe(step, 1e-3 * step);
            }

            ticks.Select(t => t.Label).Distinct().Count().ShouldBe(ticks.Count);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Logarithmic_ticks_rise_and_lie_in_the_range() =>
        Prop.ForAll(
            (from low in Gen.Choose(-300, 300) from span in Gen.Choose(1, 900) select (low / 10.0, (low + span) / 10.0)).ToArbitrary(),
            range =>
            {
                double low = Math.Pow(10, range.Item1), high = Math.Pow(10, range.Item2);
                IReadOnlyList<Tick> ticks = Ticks.Logarithmic(low, high);
                ticks.Count.ShouldBeInRange(3, 12);
                for (int i = 0; i < ticks.Count; i++)
                {
                    ticks[i].Value.ShouldBeInRange(low, high);
                    if (i > 0) ticks[i].Value.ShouldBeGreaterThan(ticks[i - 1].Value);
                }
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 10, "0 2 4 6 8 10")]
    [InlineData(2.5, 4.3, "2.5 3.0 3.5 4.0")]
    [InlineData(-1, 1, "−1.0 −0.5 0 0.5 1.0")]
    [InlineData(0, 4e-6, "0 0.5×10⁻⁶ 1.0×10⁻⁶ 1.5×10⁻⁶ 2.0×10⁻⁶ 2.5×10⁻⁶ 3.0×10⁻⁶ 3.5×10⁻⁶ 4.0×10⁻⁶")]
    public void Linear_labels_are_those_that_a_person_would_write(double low, double high, string labels) =>
        string.Join(' ', Ticks.Linear(low, high).Select(t => t.Label)).ShouldBe(labels);

    [Fact]
    public void Logarithmic_labels_are_decades() =>
        string.Join(' ', Ticks.Logarithmic(1e-5, 1e5).Select(t => t.Label))
            .ShouldBe("10⁻⁵ 10⁻⁴ 0.001 0.01 0.1 1 10 100 1000 10⁴ 10⁵");
}
