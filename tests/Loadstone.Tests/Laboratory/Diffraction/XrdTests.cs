using Loadstone.Laboratory.Diffraction;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Diffraction;

public class XrdTests
{
    private static readonly XrdSettings Copper = new(Radiation.Copper);

    /// <summary>
    /// Molybdenum's angles as copper's, as Park et al. convert them with 0.70931 and 1.54178 Å: planes of one spacing, by their own Bragg angles.
    /// </summary>
    [Theory]
    [InlineData(4.733)]
    [InlineData(2.035)]
    [InlineData(1.434)]
    public void Angles_of_one_spacing_are_converted_into_each_other(double spacing)
    {
        double molybdenum = 2 * Math.Asin(0.70931 / (2 * spacing)), copper = 2 * Math.Asin(1.54178 / (2 * spacing));
        Radiation.Convert(molybdenum, 0.70931e-10, 1.54178e-10).ShouldBe(copper, 1e-12);
        Radiation.Convert(copper, 1.54178e-10, 0.70931e-10).ShouldBe(molybdenum, 1e-12);
    }

    [Fact]
    public void Angles_that_a_wavelength_does_not_reach_are_left_out() => double.IsNaN(Radiation.Convert(Math.PI / 2, 0.7e-10, 1.54e-10)).ShouldBeTrue();

    /// <summary>A clean pattern with both lines of copper gives its cell, its displacement and its ratio of areas back.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    [InlineData(-0.15)]
    [InlineData(0.15)]
    public void A_clean_pattern_gives_its_cell_back(double displacement)
    {
        (double a, double c) = PeakTrials.Cell;
        XrdAnalysis found = XrdAnalysis.Of(PeakTrials.Powder(null, a, c, displacement), Copper);
        found.Peaks.Peaks.Count.ShouldBe(10);
        found.Lattice!.A.Value.ShouldBe(a, 2e-5 * a);
        found.Lattice.C.Value.ShouldBe(c, 2e-5 * c);
        found.Lattice.Ratio.Value.ShouldBe(c / a, 5e-5);
        found.Lattice.Shift!.Value.Value.ShouldBe(displacement * Math.PI / 180, 1e-3 * Math.PI / 180);
        found.OrderingRatio!.Value.Value.ShouldBe(900.0 / 640, 1e-3 * 900 / 640);
        if (displacement == 0) found.BasalC.Value.ShouldBe(c, 1e-5 * c);
        if (displacement == 0) found.PlaneA!.Value.Value.ShouldBe(a, 1e-4 * a);
        found.PlaneLine.ShouldBe("(110)");
    }

    /// <summary>Bragg's law: (003) that moves to the left belongs to a larger spacing. Said the other way round, layers would seem to shrink that swell.</summary>
    [Theory]
    [InlineData(14.3e-10, "to the left: by Bragg's law the layers stand farther apart")]
    [InlineData(14.1e-10, "to the right: by Bragg's law the layers stand closer together")]
    public void A_line_that_moves_left_means_a_larger_spacing(double c, string words)
    {
        XrdAnalysis first = XrdAnalysis.Of(PeakTrials.Powder(1, 2.872e-10, 14.2e-10), Copper), second = XrdAnalysis.Of(PeakTrials.Powder(2, 2.872e-10, c), Copper);
        var result = XrdReport.Of(second, first);
        result.Sections[0].Blocks.OfType<Loadstone.Reports.Paragraph>().ShouldContain(p => p.Text.Contains(words, StringComparison.Ordinal));
        Math.Sign(result.Numbers.Single(n => n.Name == "shift of (003)").Estimate.Value).ShouldBe(-Math.Sign(c - 14.2e-10));
        result.Numbers.Single(n => n.Name == "change of 3 d₀₀₃").Estimate.Value.ShouldBe(c - 14.2e-10, 1e-13);
        var same = XrdReport.Of(XrdAnalysis.Of(PeakTrials.Powder(3, 2.872e-10, 14.2e-10), Copper), first);
        same.Sections[0].Blocks.OfType<Loadstone.Reports.Paragraph>().ShouldContain(p => p.Text.Contains("stands where it does", StringComparison.Ordinal) || p.Text.Contains("moves by", StringComparison.Ordinal));
    }

    /// <summary>Kα₂ left out of the fit pulls every line to the right; the doublet is needed where the tube gives one.</summary>
    [Fact]
    public void Leaving_out_the_second_line_shrinks_the_cell()
    {
        (double a, double c) = PeakTrials.Cell;
        Pattern pattern = PeakTrials.Powder(null, a, c);
        XrdAnalysis alone = XrdAnalysis.Of(pattern, Copper with { Radiation = Radiation.Copper.Strongest, Correction = AngleCorrection.None });
        (c - alone.Lattice!.C.Value).ShouldBeGreaterThan(1e-4 * c);
    }

    [Fact]
    public void The_wrong_radiation_is_named() =>
        Should.Throw<InputException>(() => XrdAnalysis.Of(PeakTrials.Powder(1, 2.872e-10, 14.2e-10), new XrdSettings(Radiation.Molybdenum))).Message.ShouldContain("is the radiation right?");

    /// <summary>Few lines fix a and c, but not also what the angles are off by.</summary>
    [Fact]
    public void A_short_pattern_says_what_it_cannot_tell()
    {
        Pattern whole = PeakTrials.Powder(1, 2.872e-10, 14.2e-10, 0, step: 0.02);
        int end = whole.Trace.IndexOf(41);
        var part = new Pattern(whole.Trace with { Abscissa = [.. whole.Trace.Abscissa.Take(end)], Signal = [.. whole.Trace.Signal.Take(end)] }, null);
        XrdAnalysis found = XrdAnalysis.Of(part, Copper);
        found.PlaneLine.ShouldBe("(101)");
        found.OrderingRatio.ShouldBeNull();
        found.Lattice!.A.Value.ShouldBe(2.872e-10, 2e-13);
    }

    [Theory]
    [InlineData("Cu", 1.540598)]
    [InlineData("mo kα", 0.709319)]
    [InlineData("1.54178 Å", 1.54178)]
    public void Radiations_are_read(string text, double angstroms) => Radiation.Parse(text, "--radiation").First.ShouldBe(angstroms * 1e-10, 1e-17);

    [Theory]
    [InlineData("Xx")]
    [InlineData("15 Å")]
    public void Unknown_radiations_are_refused(string text) => Should.Throw<InputException>(() => Radiation.Parse(text, "--radiation")).Message.ShouldContain("is no radiation");
}
