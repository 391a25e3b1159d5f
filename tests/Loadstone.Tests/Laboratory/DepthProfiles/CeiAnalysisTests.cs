using Loadstone.Laboratory;
using Loadstone.Laboratory.DepthProfiles;
using Loadstone.Laboratory.Tables;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.DepthProfiles;

public class CeiAnalysisTests
{
    /// <summary>The maximum of the closed form and the root of the difference, not what the smoothing finds.</summary>
    [Fact]
    public void Clean_signals_give_the_rules_places()
    {
        var found = CeiAnalysis.Of(ProfileTrials.Ions());
        found.Outer.Value.ShouldBe(ProfileTrials.OuterEnd, ProfileTrials.OuterEnd * 1e-3);
        found.Total!.Value.Value.ShouldBe(ProfileTrials.InnerEnd, ProfileTrials.InnerEnd * 1e-3);
        found.InnerShare!.Value.Value.ShouldBe(1 - ProfileTrials.OuterEnd / ProfileTrials.InnerEnd, 1e-3);
    }

    /// <summary>A thickness without the rate of the instrument would be made up.</summary>
    [Fact]
    public void Without_a_sputter_rate_there_are_times_alone()
    {
        var found = CeiAnalysis.Of(ProfileTrials.Ions());
        LaboratoryResult without = CeiReport.Of("s", found, null), with = CeiReport.Of("s", found, new Estimate(0.2e-9, 0.01e-9));
        without.Numbers.ShouldNotContain(n => n.Name.Contains("thickness", StringComparison.Ordinal));
        without.Warnings.ShouldContain(w => w.Contains("--sputter-rate", StringComparison.Ordinal));
        NamedEstimate outer = with.Numbers.Single(n => n.Name == "outer CEI, thickness");
        outer.Estimate.Value.ShouldBe(12 * 0.2e-9, 0.01e-9);
        outer.Estimate.StandardError.ShouldBeGreaterThan(12 * 0.01e-9 * 0.99);
    }

    /// <summary>Sputtering that ended too early has an outer part and no inner one.</summary>
    [Fact]
    public void Signals_that_do_not_cross_have_no_inner_part()
    {
        double[] times = [.. Enumerable.Range(0, 60).Select(i => (double)i)];
        var profile = new IonProfile("short", times, [.. times.Select(ProfileTrials.Phosphate)], [.. times.Select(t => 500 * Math.Exp(-t / 20) + 10)], [], []);
        var found = CeiAnalysis.Of(profile);
        found.Inner.ShouldBeNull();
        found.Warnings.ShouldContain(w => w.Contains("do not cross", StringComparison.Ordinal));
    }

    /// <summary>Without a rise there is no outer part to be told.</summary>
    [Fact]
    public void A_largest_signal_at_the_surface_is_named()
    {
        double[] times = [.. Enumerable.Range(0, 120).Select(i => (double)i)];
        var found = CeiAnalysis.Of(new IonProfile("flat", times, [.. times.Select(t => 4000 * Math.Exp(-t / 30))], [.. times.Select(ProfileTrials.Metal)], [], []));
        found.Outer.Value.ShouldBe(0);
        found.Warnings.ShouldContain(w => w.Contains("first point", StringComparison.Ordinal));
        found.Total.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Sputter time / s,PO2- / counts\n1,2\n", "no column is named")]
    [InlineData("Sputter time / s,PO2-,Ni-\n1,2,3\n", "1 rows")]
    [InlineData("Sputter time / s,PO2-,Ni-\n1,2,-3\n", "-3 of \"Ni-\"")]
    [InlineData("Sputter time,PO2-,Ni-\n1,2,3\n", "names no unit")]
    public void What_cannot_be_read_is_named(string text, string message) =>
        Should.Throw<InputException>(() => IonProfile.Of(MeasuredTable.Parse(text, "bad.csv"))).Message.ShouldContain(message);

    [Fact]
    public void Times_that_do_not_rise_are_refused()
    {
        string rows = string.Join('\n', Enumerable.Range(0, 30).Select(i => $"{(i == 12 ? 3 : i)},{100},{50}"));
        Should.Throw<InputException>(() => IonProfile.Of(MeasuredTable.Parse("Sputter time / s,PO2-,Ni-\n" + rows, "t.csv"))).Message.ShouldContain("expected rising times");
    }
}
