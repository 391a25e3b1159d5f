using Loadstone.Laboratory;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Tests.Laboratory;

public class SideBySideTests
{
    /// <summary>A curve of 0.01 V above the simulated straight line, on other abscissae: residuals of 10 mV everywhere, on the axes of the plot.</summary>
    [Fact]
    public void Residuals_are_taken_at_the_measured_abscissae()
    {
        LaboratoryResult both = SideBySide.Of(Result([0.5, 1.5, 2.5], x => 3 + x + 0.01, 5), Result([0, 1, 2, 3], x => 3 + x, 4), ["a note"]);
        Plot[] plots = [.. both.Sections.SelectMany(s => s.Blocks).OfType<Plot>()];
        plots.Select(p => p.Name).ShouldBe(["curve", "curve-residuals", "path"]);
        plots[0].Series.Select(s => s.Label).ShouldBe(["measured", "simulated"]);
        plots[0].Series.Select(s => s.ColorGroup).ShouldBe([0, 0]);
        plots[1].Y.Label.ShouldBe("Residual / mV");
        plots[1].Series[0].Y.ShouldAllBe(r => Math.Abs(r - 10) < 1e-9);
        Table residuals = both.Sections[0].Blocks.OfType<Table>().Single(t => t.Title == "Residuals");
        residuals.Rows.ShouldHaveSingleItem().ShouldBe(["Curve", "measured", "3", "10", "10", "10", "mV"]);
    }

    /// <summary>5 Ω measured and 4 Ω simulated differ by 1 Ω, 25 %; both stand among the numbers.</summary>
    [Fact]
    public void Numbers_stand_beside_each_other()
    {
        LaboratoryResult both = SideBySide.Of(Result([0, 1], x => x, 5), Result([0, 1], x => x, 4), []);
        both.Sections[0].Blocks.OfType<Table>().Single(t => t.Title == "Numbers").Rows[0].ShouldBe(["resistance", "5 Ω", "4 Ω", "1 Ω", "25"]);
        both.Numbers.Select(n => (n.Name, n.Estimate.Value)).ShouldBe([("resistance", 5), ("resistance, simulated", 4)]);
    }

    /// <summary>On a logarithmic axis the residual is relative: twice the simulation is 100 %.</summary>
    [Fact]
    public void Logarithmic_axes_have_relative_residuals()
    {
        LaboratoryResult Of(double value) => new("a", "s", [], [new("S", [new Plot("d", "D", new Axis("x"), new Axis("D / cm²/s", Logarithmic: true), [new Series("D", [1, 2], [value, value])])])], []);
        Plot residuals = SideBySide.Of(Of(2e-10), Of(1e-10), []).Sections.SelectMany(s => s.Blocks).OfType<Plot>().Single(p => p.Name == "d-residuals");
        residuals.Y.Label.ShouldBe("Residual / %");
        residuals.Series[0].Y.ShouldAllBe(r => Math.Abs(r - 100) < 1e-9);
    }

    private static LaboratoryResult Result(double[] x, Func<double, double> y, double resistance)
    {
        Series[] series = [new Series("measured", x, [.. x.Select(y)], SeriesStyle.Points)];
        return new LaboratoryResult("a", "s", [new("resistance", Estimate.Exact(resistance), QuantityKinds.Resistance, "Ω")],
            [new("S", [new Plot("curve", "Curve", new Axis("x"), new Axis("Voltage / V"), series), new Plot("path", "Path", new Axis("x"), new Axis("y"), series) { IsTrajectory = true }])], []);
    }
}
