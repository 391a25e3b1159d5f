using Loadstone.Laboratory.Mechanics;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Mechanics;

public class PeelAnalysisTests
{
    private const double Width = 0.02;

    /// <summary>A steady force gives itself back over the width, whatever comes before and after the strip.</summary>
    [Fact]
    public void A_steady_force_comes_back()
    {
        PeelTrace trace = Trace("Extension / mm,Load / N\n" + Rows(400, x => x is < 5 or > 90 ? 0 : 0.4));
        trace.Travel[0].ShouldBe(5e-3, 1e-12);
        PeelAnalysis.Of(trace, PeelAnalysis.Middle).Strength.Value.ShouldBe(20, 1e-9);
        trace.Warnings.ShouldHaveSingleItem().ShouldContain("falls to about zero at 90 mm");
    }

    /// <summary>The figures of Park et al. (2025), 21.53 and 11.48 gf/20 mm, are 10.56 and 5.63 N/m and their ratio 1.88.</summary>
    [Fact]
    public void Printed_strengths_are_converted_once()
    {
        double[] found = [.. new[] { 21.53, 11.48 }.Select(gf => PeelAnalysis.Of(Trace(FormattableString.Invariant($"Extension / mm,Force / gf/20 mm\n") + Rows(100, _ => gf), null), PeelAnalysis.Middle).Strength.Value)];
        found[0].ShouldBe(10.56, 0.005);
        found[1].ShouldBe(5.63, 0.005);
        (found[0] / found[1]).ShouldBe(1.875, 0.001);
        PeelAnalysis.Of(Trace("Extension / mm,Force / gf\n" + Rows(100, _ => 21.53)), PeelAnalysis.Middle).Strength.Value.ShouldBe(found[0], 1e-9);
        QuantityKinds.PeelForce.FromUnit(1, "gf/20 mm").ShouldBe(0.4903, 1e-4);
    }

    /// <summary>Forces in a file and the mean of its window must be the same whatever the window: here a force that rises evenly.</summary>
    [Fact]
    public void The_window_is_of_the_travel()
    {
        PeelTrace trace = Trace("Extension / mm,Load / N\n" + Rows(1000, x => 0.2 + 0.002 * x));
        foreach ((double low, double high) in new[] { (0.2, 0.8), (0.4, 0.6), (0.6, 0.9) })
            PeelAnalysis.Of(trace, new QuantityRange(low, high)).Strength.Value.ShouldBe((0.2 + 0.2 * (low + high) / 2) / Width, 1e-3 * 10);
    }

    /// <summary>Force over time, and a load cell that counts downwards.</summary>
    [Fact]
    public void Time_and_the_other_sign_are_read()
    {
        PeelTrace trace = Trace("Time / s;Load [gf]\n" + Rows(100, _ => -30).Replace(',', ';'));
        trace.IsTime.ShouldBeTrue();
        trace.Warnings.ShouldHaveSingleItem().ShouldContain("turned");
        PeelAnalysis.Of(trace, PeelAnalysis.Middle).Strength.Value.ShouldBe(30 * 9.80665e-3 / Width, 1e-9);
    }

    /// <summary>A slip within the window is told with its place and left out; otherwise it would pull the mean down.</summary>
    [Fact]
    public void A_slip_is_told_and_left_out()
    {
        PeelAnalysis found = PeelAnalysis.Of(Trace("Extension / mm,Load / N\n" + Rows(400, x => x is > 40 and < 50 ? 0.001 : 0.4)), PeelAnalysis.Middle);
        found.Warnings.ShouldHaveSingleItem().ShouldContain("from 40.25 mm to 49.75 mm");
        found.Strength.Value.ShouldBe(20, 1e-9);
    }

    /// <summary>Nothing is left of a strip that slipped over most of the window.</summary>
    [Theory]
    [InlineData("Extension / mm,Load / N\n", 30, 70, "2", "no plateau is left")]
    [InlineData("Extension / mm,Load / N\n", 0, 101, "0", "zero in nine tenths")]
    [InlineData("Extension / mm,Load / N\n", 2, 101, "0", "zero in nine tenths")]
    [InlineData("Extension / mm,Load / s\n", 0, 0, "2", "no unit of force")]
    [InlineData("Extension / s,Load / N\n", 0, 0, "2", "no unit of length")]
    [InlineData("Extension / mm,Temperature / °C\n", 0, 0, "2", "no column is named")]
    public void A_useless_trace_is_refused_with_the_reason(string header, double from, double to, string after, string reason) =>
        Should.Throw<InputException>(() => PeelAnalysis.Of(Trace(header + Rows(400, x => x >= from && x <= to ? 0 : 2) + (after == "0" ? "101,0\n" : "101,2\n102,2\n103,2\n")), PeelAnalysis.Middle)).Message.ShouldContain(reason);

    /// <summary>A force without a width is no strength.</summary>
    [Fact]
    public void The_width_must_be_known() =>
        Should.Throw<InputException>(() => Trace("Extension / mm,Load / N\n" + Rows(100, _ => 1), null)).Message.ShouldContain("--width");

    /// <summary>A force that wanders over the whole strip is told: one mean does not say it all.</summary>
    [Fact]
    public void A_drift_is_told() =>
        PeelAnalysis.Of(Trace("Extension / mm,Load / N\n" + Rows(400, x => 0.2 + 0.002 * x + 0.02 * Math.Sin(1e3 * x * x))), PeelAnalysis.Middle).Warnings.ShouldContain(w => w.Contains("over the window", StringComparison.Ordinal));

    /// <summary>Neighbours that follow each other say less: the error grows by the root of the correlation length, against scatter over √n.</summary>
    [Fact]
    public void Errors_know_that_forces_follow_each_other()
    {
        double single = Median(seed => CorrelatedMean.Of(MechanicsTrials.Strip(seed, 0, 0).Force).Mean.StandardError);
        double following = Median(seed => CorrelatedMean.Of(MechanicsTrials.Strip(seed, 0.8, 0).Force).Mean.StandardError);
        (following / single).ShouldBe(3, 0.4); // √((1 + 0.8)/(1 − 0.8))

        static double Median(Func<int, double> number) => Enumerable.Range(1, 101).Select(number).Order().ElementAt(50);
    }

    /// <summary>Six pulls of one tape in the columns of a file, in their order.</summary>
    [Fact]
    public void Columns_are_pulls_in_order()
    {
        IReadOnlyList<PeelTrace> traces = PeelTrace.Of(MeasuredTable.Parse("Extension / mm,Force 1 / gf,Force 2 / gf,Force 3 / gf\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i},60,50,40\n")), "t.csv"), "t", Width);
        traces.Select(t => t.Sample).ShouldBe(["t: Force 1", "t: Force 2", "t: Force 3"]);
        var series = new CohesionSeries("t", [.. traces.Select(t => new CohesionPull(t.Sample, PeelAnalysis.Of(t, PeelAnalysis.Middle).Strength))]);
        series.PerPull!.Value.Value.ShouldBe(-10 * 9.80665e-3 / Width, 1e-9);
        series.Mean.Value.ShouldBe(50 * 9.80665e-3 / Width, 1e-9);
        series.Variation.ShouldBe(0.2, 1e-9);
    }

    private static PeelTrace Trace(string text, double? width = Width) => PeelTrace.Of(MeasuredTable.Parse(text, "t.csv"), "t", width).Single();

    private static string Rows(int count, Func<double, double> force) => string.Concat(Enumerable.Range(0, count + 1).Select(i => FormattableString.Invariant($"{i * 100.0 / count},{force(i * 100.0 / count)}\n")));
}
