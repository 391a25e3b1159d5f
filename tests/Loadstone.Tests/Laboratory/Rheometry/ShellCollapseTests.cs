using Loadstone.Laboratory;
using Loadstone.Laboratory.Rheometry;
using Loadstone.Laboratory.Tables;

namespace Loadstone.Tests.Laboratory.Rheometry;

public class ShellCollapseTests
{
    private static readonly double[] Shells = [0.36e-6, 0.64e-6, 1.35e-6], Carbons = [0.01, 0.025, 0.04];

    /// <summary>A law of the shell alone is given back, without an effect of carbon and without spread at one shell.</summary>
    [Fact]
    public void Slurries_on_one_curve_give_it_back()
    {
        var found = ShellCollapse.Of(Points((shell, _) => 3 * Math.Pow(shell / 1e-6, -2.2)), "t.csv");
        found.Exponent.Value.ShouldBe(2.2, 1e-9);
        found.Reference.Value.ShouldBe(3, 1e-9);
        found.Within.ShouldBe(0, 1e-9);
        found.CarbonEffect!.Value.Value.ShouldBe(0, 1e-9);
        ShellReport.Of(found, 142).Warnings.ShouldBeEmpty();
    }

    /// <summary>Carbon that thickens at one shell is seen with its size, and said.</summary>
    [Fact]
    public void Carbon_that_counts_is_seen()
    {
        var found = ShellCollapse.Of(Points((shell, carbon) => 3 * Math.Pow(shell / 1e-6, -2.2) * Math.Exp(12 * carbon)), "t.csv");
        found.CarbonEffect!.Value.Value.ShouldBe(12, 1e-9);
        found.Within.ShouldBe(12 * 0.015, 1e-9);
        ShellReport.Of(found, 142).Warnings.ShouldHaveSingleItem().ShouldContain("do not fall on one curve");
    }

    [Theory]
    [InlineData("Sample,Solvent shell / µm\na,0.3\nb,-0.4\n", "-0.4 µm")]
    [InlineData("Sample,Solvent shell / µm\na,0.3\nmissing,0.4\n", "\"missing\" has no flow curve")]
    [InlineData("Name,Solvent shell / µm\na,0.3\n", "no column is named \"sample\"")]
    public void Bad_tables_are_refused(string text, string reason) => Should.Throw<InputException>(() =>
        ShellCollapse.Join(MeasuredTable.Parse(text, "t.csv"), new Dictionary<string, Estimate> { ["a"] = Estimate.Exact(1), ["b"] = Estimate.Exact(2) })).Message.ShouldContain(reason);

    private static ShellPoint[] Points(Func<double, double, double> viscosity) =>
        [.. Shells.SelectMany(shell => Carbons.Select(carbon => new ShellPoint("s", shell, carbon, Estimate.Exact(viscosity(shell, carbon)))))];
}
