using Loadstone.Laboratory.DepthProfiles;
using Loadstone.Laboratory.Tables;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.DepthProfiles;

public class ProfileAnalysisTests
{
    private static readonly ElementRatio Fluorine = ElementRatio.Parse("F/Ni", "--ratio");

    /// <summary>Integrals of the closed form, not the sums that the analysis takes.</summary>
    [Fact]
    public void A_clean_profile_comes_back()
    {
        var found = ProfileAnalysis.Of(ProfileTrials.Line());
        found.Mean.Value.ShouldBe(0.05, 0.05 * 1e-3);
        found.Lean.Value.ShouldBe(ProfileTrials.Lean, 1e-3);
        found.Slope.Value.ShouldBe(ProfileTrials.Slope, 1e-3);
        ProfileAnalysis.UniformityOf([.. found.Slices.Select(s => s.Value)]).ShouldBe(ProfileTrials.Uniformity, 1e-3);
    }

    /// <summary>Noise makes slices of an even layer unlike; the index may not be sold as unevenness.</summary>
    [Fact]
    public void An_even_layer_is_said_to_be_one()
    {
        string rows = string.Join('\n', Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"{i + 0.5},{100 + 7 * ((i * 37 % 11) - 5) / 5},{2000}")));
        var map = ElementMap.Of(MeasuredTable.Parse("Depth / µm,F / counts,Ni / counts\n" + rows, "t.csv"), Fluorine);
        var found = ProfileAnalysis.Of(map);
        found.EvenProbability.ShouldBeGreaterThan(0.05);
        found.Warnings.ShouldContain(w => w.Contains("even layer", StringComparison.Ordinal));
        found.Uniformity.Value.ShouldBeGreaterThan(0.98);
    }

    /// <summary>Depth from the surface and height from the foil are the same layer seen from two sides.</summary>
    [Fact]
    public void Depth_and_height_are_turned_to_one_side()
    {
        var deep = ElementMap.Of(MeasuredTable.Parse("Depth / µm,F,Ni\n" + Rows(i => i), "d.csv"), Fluorine);
        var high = ElementMap.Of(MeasuredTable.Parse("Height / µm,F,Ni\n" + Rows(i => 9 - i), "h.csv"), Fluorine);
        ProfileAnalysis.Of(deep, 5).Lean.Value.ShouldBe(ProfileAnalysis.Of(high, 5).Lean.Value, 1e-12);
        ProfileAnalysis.Of(deep, 5).Lean.Value.ShouldBeGreaterThan(1);

        static string Rows(Func<int, int> place) => string.Join('\n', Enumerable.Range(0, 10).Select(i => FormattableString.Invariant($"{place(i) + 0.5},{20 - i},100")));
    }

    /// <summary>Sums of columns: fluorine over nickel, cobalt and manganese together; ions that end in + are names.</summary>
    [Fact]
    public void Ratios_of_sums_are_read()
    {
        ElementRatio.Parse("F/(Ni+Co+Mn)", "--ratio").Bottom.ShouldBe(["Ni", "Co", "Mn"]);
        ElementRatio.Parse("Ni2+/Ni3+", "--ratio").Top.ShouldBe(["Ni2+"]);
        Should.Throw<InputException>(() => ElementRatio.Parse("F/", "--ratio")).Message.ShouldContain("F/(Ni+Co+Mn)");
        Should.Throw<InputException>(() => ElementRatio.Parse("F/Ni/Co", "--ratio"));
    }

    [Theory]
    [InlineData("Depth / µm,F\n1,2\n2,3\n", "no column is named \"Ni\"")]
    [InlineData("Depth / µm,F,Ni\n1,2,100\n2,-3,100\n3,1,100\n", "row 2 below the header has -3 of \"F\"")]
    [InlineData("Position / µm,F,Ni\n1,2,3\n2,3,4\n", "--zero surface or --zero foil")]
    [InlineData("Shot,F,Ni\n1,2,3\n2,3,4\n", "--per-shot")]
    [InlineData("Depth / µm,F,Ni\n1,2,3\n2,3,4\n", "2 points")]
    [InlineData("Depth / µm,F,Ni\n1,2,3\n1,3,4\n1,2,3\n1,3,4\n1,2,3\n1,3,4\n", "at one depth")]
    [InlineData("x / µm,F,Ni\n1,2,3\n", "no column is named \"depth\"")]
    public void What_cannot_be_read_is_named(string text, string message) =>
        Should.Throw<InputException>(() => ElementMap.Of(MeasuredTable.Parse(text, "bad.csv"), Fluorine)).Message.ShouldContain(message);

    /// <summary>A slice without points has no ratio; nought would be a lie.</summary>
    [Fact]
    public void An_empty_slice_is_an_error()
    {
        string rows = string.Join('\n', Enumerable.Range(0, 12).Select(i => FormattableString.Invariant($"{(i < 6 ? i : i + 20)},5,100")));
        var map = ElementMap.Of(MeasuredTable.Parse("Depth / µm,F / counts,Ni / counts\n" + rows, "gap.csv"), Fluorine);
        string message = Should.Throw<InputException>(() => ProfileAnalysis.Of(map)).Message;
        message.ShouldContain("holds no point");
        message.ShouldContain("fewer than 10 slices");
    }

    /// <summary>Maps of two sections cannot be divided.</summary>
    [Fact]
    public void Maps_of_different_sizes_are_refused()
    {
        var small = new MatrixFile("a.csv", new double[4, 4]);
        Should.Throw<InputException>(() => ElementMap.OfMaps(small, new MatrixFile("b.csv", new double[4, 5]), "F/Ni", 1e-6)).Message.ShouldContain("one section");
    }

    /// <summary>Grains scatter more than counting: a line with their scatter is told of it.</summary>
    [Fact]
    public void Scatter_beyond_counting_is_named()
    {
        string rows = string.Join('\n', Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"{i + 0.5},{(i % 2 == 0 ? 300 : 120)},2000")));
        var map = ElementMap.Of(MeasuredTable.Parse("Depth / µm,F / counts,Ni / counts\n" + rows, "t.csv"), Fluorine);
        ProfileAnalysis.Of(map).Warnings.ShouldContain(w => w.Contains("counting explains", StringComparison.Ordinal));
    }

    [Fact]
    public void Clean_areas_over_etching_come_back()
    {
        var found = ProfileTrials.Etched();
        found.Ratios[0].Value.ShouldBe(6.7, 1e-9);
        found.Trend!.Value.Value.ShouldBe(-1.0 / 240, 1e-9);
    }

    /// <summary>Areas without counts or a stated error have no error; none is invented.</summary>
    [Fact]
    public void Areas_of_unknown_error_have_none()
    {
        var found = EtchProfile.Of(MeasuredTable.Parse("Etch time / s,CFx,LiF\n0,1,6.7\n", "x.csv"), ElementRatio.Parse("LiF/CFx", "--ratio"));
        double.IsNaN(found.Ratios[0].StandardError).ShouldBeTrue();
        found.Warnings.ShouldContain(w => w.Contains("--area-error", StringComparison.Ordinal));
    }
}
