using Loadstone.Laboratory;
using Loadstone.Laboratory.Peaks;
using Loadstone.Laboratory.Tables;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Peaks;

public class StepAndAreaTests
{
    /// <summary>The glass transitions of two binders of Energy Environ. Sci. 18, 7514 (2025): −21 and 13 °C.</summary>
    [Theory]
    [InlineData(-21)]
    [InlineData(13)]
    public void The_midpoint_of_a_clean_step_is_exact(double middle)
    {
        StepAnalysis found = StepAnalysis.Of(PeakTrials.Step(null, middle), (middle - 40, middle + 41));
        found.Midpoint.Value.ShouldBe(middle, 1e-2);
        found.Height.Value.ShouldBe(PeakTrials.StepHeight, 1e-3 * PeakTrials.StepHeight);
        // The tangent of an error function erf(t/5) at its middle meets the lines at ∓5 √π/2.
        found.Onset.Value.ShouldBe(middle - 2.5 * Math.Sqrt(Math.PI), 0.15);
        found.End.Value.ShouldBe(middle + 2.5 * Math.Sqrt(Math.PI), 0.15);
    }

    /// <summary>Tangents where a person lays them give the same step.</summary>
    [Fact]
    public void Tangents_can_be_given()
    {
        StepAnalysis found = StepAnalysis.Of(PeakTrials.Step(3), (-65, 25), (-65, -40), (0, 25));
        found.Midpoint.Value.ShouldBe(-21, 4 * found.Midpoint.StandardError);
        found.BeforeRange.ShouldBe((-65, -40));
    }

    [Fact]
    public void A_trace_without_a_step_or_lines_beside_it_is_refused()
    {
        Should.Throw<InputException>(() => StepAnalysis.Of(PeakTrials.Melting(2), (62, 99))).Message.ShouldMatch("has no step|stretch");
        Should.Throw<InputException>(() => StepAnalysis.Of(PeakTrials.Step(2), (-24, -18))).Message.ShouldMatch("stretch|no step");
        Should.Throw<InputException>(() => StepAnalysis.Of(PeakTrials.Step(2), (200, 300))).Message.ShouldContain("holds 0 points");
    }

    /// <summary>The area of a Gauss curve, and the heat that it is at a heating rate: 2 W/g °C at 10 K/min are 12 J/g.</summary>
    [Fact]
    public void An_area_becomes_a_heat()
    {
        AreaAnalysis found = AreaAnalysis.Of(PeakTrials.Melting(null), (35, 85));
        found.Area.Value.ShouldBe(2, 2e-3);
        HeatOfArea.Of(found, Estimate.Exact(10.0 / 60), null)!.Estimate.Value.ShouldBe(12_000, 12);
        HeatOfArea.Of(found, null, null).ShouldBeNull();
        AreaAnalysis inMilliwatts = found with { Trace = found.Trace with { Y = new TraceAxis("Heat flow", "mW") } };
        HeatOfArea.Of(inMilliwatts, Estimate.Exact(10.0 / 60), Estimate.Exact(5e-6))!.Estimate.Value.ShouldBe(12e-3 / 5e-6, 3);
        AreaAnalysis overTime = found with { Trace = found.Trace with { X = new TraceAxis("Time", "min") } };
        HeatOfArea.Of(overTime, null, null)!.Estimate.Value.ShouldBe(120_000, 120);
    }

    /// <summary>A range that ends on the peak itself has no straight feet, and says so.</summary>
    [Fact]
    public void Feet_on_the_peak_are_told() =>
        AreaAnalysis.Of(PeakTrials.Melting(1), (52, 70)).Warnings.ShouldContain(w => w.Contains("do not lie on one straight line", StringComparison.Ordinal));

    [Fact]
    public void Places_are_read_in_one_unit()
    {
        (TraceAxis axis, double[] values) = RatioSeries.Places("depth", ["12 µm", "0.05 mm"], "--at");
        axis.Label.ShouldBe("depth / µm");
        values[1].ShouldBe(50, 1e-9);
        Should.Throw<InputException>(() => RatioSeries.Places("depth", ["12 µm", "3 h"], "--at")).Message.ShouldContain("3 h");
        MeasuredTable table = MeasuredTable.Parse("sample,depth / µm\na,3\n", "t.csv");
        RatioSeries.Places(table, "depth", ["a"]).Values.ShouldBe([3]);
        Should.Throw<InputException>(() => RatioSeries.Places(table, "depth", ["b"])).Message.ShouldContain("no row is of the sample \"b\"");
    }

    /// <summary>Points of a straight line give its slope, weighed by their errors.</summary>
    [Fact]
    public void A_series_has_its_slope()
    {
        RatioSeries series = RatioSeries.Of("r", "", new TraceAxis("depth", "µm"), [new("b", 10, new(1.5, 0.1)), new("a", 0, new(1, 0.1)), new("c", 20, new(2, 0.2))]);
        series.Points[0].Sample.ShouldBe("a");
        series.Line!.Slope.Value.ShouldBe(0.05, 1e-12);
    }
}
