using Loadstone.Laboratory.Mechanics;
using Loadstone.Laboratory.Tables;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Mechanics;

public class SaicasAnalysisTests
{
    private static readonly SaicasSettings Blade = new(1e-3);

    /// <summary>Both parts of a clean test are found and give themselves back.</summary>
    [Fact]
    public void Clean_strengths_come_back()
    {
        SaicasAnalysis found = SaicasAnalysis.Of(MechanicsTrials.Blade(1, 0));
        found.Cutting.Value.ShouldBe(85, 1e-3 * 85);
        found.Peeling!.Value.Value.ShouldBe(90, 1e-6);
        found.PeelDepth.ShouldBe(60e-6, 1e-9);
        found.Trace.Way.First(w => w >= found.PeelRange!.Value.Low).ShouldBe(0.64e-3, 2e-6);
        foreach (DepthStrength part in found.Profile) part.Strength.Value.ShouldBe(65 + 40 * (part.From + part.To) / 2 / 60e-6, 0.5);
    }

    /// <summary>The force in N over a blade of 1 mm is the strength in kN/m (Jeong et al. 2025, eqn 2); depth may come from the way and its angle.</summary>
    [Fact]
    public void Depth_comes_from_the_angle_where_none_is_written()
    {
        string rows = string.Concat(Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"{i},{(i < 100 ? 0.057 : 0.038)}\n")));
        SaicasTrace trace = SaicasTrace.Of(MeasuredTable.Parse("Horizontal distance / µm,Fh / N\n" + rows, "t.csv"), Blade with { Angle = Math.PI / 4, Interface = 100e-6 });
        SaicasAnalysis found = SaicasAnalysis.Of(trace);
        found.Cutting.Value.ShouldBe(57, 1e-9);
        found.Peeling!.Value.Value.ShouldBe(38, 1e-9);
        found.PeelDepth.ShouldBe(100e-6, 1e-12);
        SaicasTrace timed = SaicasTrace.Of(MeasuredTable.Parse("Time / s,Fh / N\n" + rows, "t.csv"), Blade with { Angle = Math.PI / 4, Interface = 100e-6, Speed = 1e-6 });
        for (int i = 0; i < 200; i++) timed.Depth[i].ShouldBe(trace.Depth[i], 1e-12);
    }

    /// <summary>Ranges that a person gives are the ranges that count.</summary>
    [Fact]
    public void Given_ranges_are_kept()
    {
        SaicasAnalysis found = SaicasAnalysis.Of(MechanicsTrials.Blade(1, 0), new QuantityRange(10e-6, 20e-6), new QuantityRange(0.8e-3, 0.9e-3));
        found.Cutting.Value.ShouldBe(75, 0.05);
        found.PeelRange.ShouldBe(new QuantityRange(0.8e-3, 0.9e-3));
    }

    /// <summary>A blade that never reaches the foil has no peeling strength.</summary>
    [Fact]
    public void A_test_that_only_cuts_is_told()
    {
        SaicasTrace trace = SaicasTrace.Of(MeasuredTable.Parse("Depth / µm,Horizontal force / N\n" + string.Concat(Enumerable.Range(0, 100).Select(i => FormattableString.Invariant($"{-i * 0.5},-0.05\n"))), "t.csv"), Blade);
        trace.Warnings.Count.ShouldBe(2);
        SaicasAnalysis found = SaicasAnalysis.Of(trace);
        found.Peeling.ShouldBeNull();
        found.Cutting.Value.ShouldBe(50, 1e-9);
        found.Warnings.ShouldContain(w => w.Contains("never follows the foil", StringComparison.Ordinal));
    }

    /// <summary>A blade that comes free is told with its depth.</summary>
    [Fact]
    public void A_force_that_drops_to_zero_is_told()
    {
        SaicasTrace clean = MechanicsTrials.Blade(1, 0);
        SaicasTrace trace = clean with { Force = [.. clean.Force.Select((f, i) => i is > 2500 and < 2600 ? 0 : f)] };
        SaicasAnalysis.Of(trace).Warnings.ShouldContain(w => w.StartsWith("peeling: the force drops to about zero between 60 µm", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Time / s,Fh / N\n", "no column holds a depth")]
    [InlineData("Depth / µm,Temperature / °C\n", "no column is named")]
    [InlineData("Depth / µm,Fh / mm\n", "no unit of force")]
    public void A_useless_table_is_refused_with_the_reason(string header, string reason) =>
        Should.Throw<InputException>(() => SaicasTrace.Of(MeasuredTable.Parse(header + string.Concat(Enumerable.Range(0, 50).Select(i => $"{i},1\n")), "t.csv"), Blade)).Message.ShouldContain(reason);

    [Fact]
    public void A_range_without_points_is_refused() =>
        Should.Throw<InputException>(() => SaicasAnalysis.Of(MechanicsTrials.Blade(1, 0), new QuantityRange(1e-3, 2e-3))).Message.ShouldContain("1000 µm and 2000 µm");
}
