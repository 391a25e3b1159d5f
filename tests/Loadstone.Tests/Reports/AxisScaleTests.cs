using Loadstone.Reports;

namespace Loadstone.Tests.Reports;

public class AxisScaleTests
{
    [Fact]
    public void Data_get_a_small_margin_but_no_new_sign()
    {
        AxisScale both = AxisScale.Of(new Axis("x"), -10, 10);
        both.Low.ShouldBeInRange(-12, -10.1);
        both.High.ShouldBeInRange(10.1, 12);
        AxisScale.Of(new Axis("x"), 0, 10).Low.ShouldBe(0);
        AxisScale.Of(new Axis("x"), -10, -0.1).High.ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4.2)]
    [InlineData(-1e-30)]
    public void One_value_alone_stands_inside_a_range(double value)
    {
        AxisScale scale = AxisScale.Of(new Axis("x"), value, value);
        scale.Fraction(value).ShouldBe(0.5, 1e-6);
        scale.High.ShouldBeGreaterThan(scale.Low);
    }

    [Fact]
    public void Fixed_ends_are_kept_even_where_all_data_lie_beyond_them()
    {
        AxisScale scale = AxisScale.Of(new Axis("x", Min: 5), 1, 2);
        scale.Low.ShouldBe(5);
        scale.High.ShouldBeGreaterThan(5);
        AxisScale log = AxisScale.Of(new Axis("x", 0.1, 1000, Logarithmic: true), 1, 2);
        log.Fraction(1).ShouldBe(0.25, 1e-12);
    }

    [Fact]
    public void Points_beyond_a_fixed_x_end_do_not_stretch_y()
    {
        var plot = new Plot("p", "t", new Axis("x", Max: 1), new Axis("y"), [new Series("s", [0, 1, 2], [0, 1, 1000])]);
        AxisScale.Of(plot).Y.High.ShouldBeLessThan(2);
    }

    [Theory]
    [InlineData(2.0, 1.0, false)]
    [InlineData(1.0, 1.0, false)]
    [InlineData(0.0, 1.0, true)]
    [InlineData(double.NaN, 1.0, false)]
    public void Ends_out_of_order_or_off_the_scale_are_refused(double min, double max, bool logarithmic) =>
        Should.Throw<ArgumentException>(() => new Axis("Time / s", min, max, logarithmic)).Message.ShouldContain("Time / s");
}
