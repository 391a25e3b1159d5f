using Loadstone.Laboratory.Peaks;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Peaks;

public class PeakAnalysisTests
{
    private static readonly PeakWindow Window = new("A1g", 520, 590);

    /// <summary>Without noise each shape gives position, height, width and area back: the numbers that ratios rest on.</summary>
    [Theory]
    [InlineData(PeakShape.Gaussian, 0)]
    [InlineData(PeakShape.Lorentzian, 1)]
    [InlineData(PeakShape.PseudoVoigt, 0.4)]
    public void Clean_peaks_give_themselves_back(PeakShape shape, double mixing)
    {
        Trace trace = PeakTrials.Spectrum(x => 300 + 0.5 * x + PeakTrials.Voigt(x, 553, 5000, 30, mixing), null, "a.u.");
        FittedPeak peak = PeakAnalysis.Of(trace, new PeakSettings { Windows = [Window], Shape = shape }).Peaks.ShouldHaveSingleItem();
        peak.Position.Value.ShouldBe(553, 1e-3);
        peak.Width.Value.ShouldBe(30, 0.03);
        peak.Area.Value.ShouldBe(5000, 5);
        peak.Height.Value.ShouldBe(PeakTrials.Voigt(553, 553, 5000, 30, mixing), 1e-3 * peak.Height.Value);
        if (shape == PeakShape.PseudoVoigt) peak.Mixing!.Value.Value.ShouldBe(mixing, 1e-3);
    }

    /// <summary>A peak whose sides differ: its top and its area stay right, where an even shape would shift the top.</summary>
    [Fact]
    public void Uneven_sides_are_told_apart()
    {
        double Half(double x) => x < 553 ? 20 : 10;
        Trace trace = PeakTrials.Spectrum(x => 300 + 200 * Math.Exp(-Math.Log(2) * Math.Pow((x - 553) / Half(x), 2)), null, "a.u.");
        FittedPeak peak = PeakAnalysis.Of(trace, new PeakSettings { Windows = [Window], Shape = PeakShape.Asymmetric }).Peaks[0];
        peak.Position.Value.ShouldBe(553, 0.01);
        peak.Skew!.Value.Value.ShouldBe(1.0 / 3, 1e-3);
        peak.Area.Value.ShouldBe(200 * 30 * Math.Sqrt(Math.PI / Math.Log(2)) / 2, 6);
    }

    /// <summary>Two peaks that overlap are found without windows, on a bent background that is taken off or fitted.</summary>
    [Theory]
    [InlineData("line")]
    [InlineData("arpls")]
    public void Overlapping_peaks_are_found(string baseline)
    {
        Trace trace = PeakTrials.Spectrum(x => 500 + 0.2 * x + PeakTrials.Voigt(x, 500, 60_000, 30, 0.2) + PeakTrials.Voigt(x, 560, 90_000, 34, 0.2), 4);
        PeakAnalysis found = PeakAnalysis.Of(trace, new PeakSettings { Baseline = Baseline.Parse(baseline, "--baseline") });
        found.Peaks.Count.ShouldBe(2);
        found.Peaks[0].Position.Value.ShouldBe(500, 1);
        found.Peaks[1].Position.Value.ShouldBe(560, 1);
        found.Peaks.Select(p => p.Name).ShouldBe(["peak 1", "peak 2"]);
    }

    /// <summary>Noise must not be called a peak.</summary>
    [Fact]
    public void Noise_has_no_peak()
    {
        for (int seed = 1; seed <= 40; seed++)
        {
            Trace trace = PeakTrials.Spectrum(x => 500 + 0.2 * x, seed);
            Should.Throw<InputException>(() => PeakAnalysis.Of(trace, new PeakSettings())).Message.ShouldContain("no peak");
        }
    }

    /// <summary>A window without a peak is named with what was measured there, and the other peak is still fitted.</summary>
    [Fact]
    public void A_window_without_a_peak_is_named()
    {
        Trace trace = PeakTrials.Spectrum(x => 500 + PeakTrials.Voigt(x, 640, 60_000, 20, 0.2), 3);
        PeakAnalysis found = PeakAnalysis.Of(trace, new PeakSettings { Windows = [new PeakWindow("Eg", 455, 495), new PeakWindow("other", 620, 660)] });
        found.Peaks.ShouldHaveSingleItem().Name.ShouldBe("other");
        found.Warnings.ShouldContain(w => w.StartsWith("Eg: no peak between 455 and 495 cm⁻¹", StringComparison.Ordinal));
        Should.Throw<InputException>(() => PeakAnalysis.Of(trace, new PeakSettings { Windows = [new PeakWindow("Eg", 455, 495)] })).Message.ShouldContain("Eg: no peak");
    }

    [Fact]
    public void Windows_outside_and_negative_counts_are_refused()
    {
        Trace trace = PeakTrials.Spectrum(x => x < 500 ? 10 : -3, null);
        Should.Throw<InputException>(() => PeakAnalysis.Of(trace, new PeakSettings())).Message.ShouldContain("the signal is -3 counts at 500 cm⁻¹; counts cannot be negative");
        Should.Throw<InputException>(() => PeakAnalysis.Of(trace, new PeakSettings { Weights = PointWeights.Constant, Windows = [new PeakWindow("far", 900, 950)] }))
            .Message.ShouldContain("the window of far, 900 to 950 cm⁻¹, holds 0 points");
    }

    /// <summary>Bands of a transmission point downwards.</summary>
    [Fact]
    public void Downward_peaks_are_fitted()
    {
        Trace trace = PeakTrials.Spectrum(x => 95 - PeakTrials.Voigt(x, 553, 900, 30, 0.5), null, "%");
        FittedPeak peak = PeakAnalysis.Of(trace, new PeakSettings { Windows = [Window], IsDownward = true }).Peaks[0];
        peak.Area.Value.ShouldBe(-900, 0.9);
    }

    /// <summary>A shape that misses the data makes the errors too small, which must be said.</summary>
    [Fact]
    public void A_missed_shape_is_told()
    {
        Trace trace = PeakTrials.Spectrum(x => 500 + PeakTrials.Voigt(x, 553, 400_000, 40, 1), 3);
        PeakAnalysis.Of(trace, new PeakSettings { Windows = [Window], Shape = PeakShape.Gaussian }).Warnings.ShouldContain(w => w.Contains("residuals of A1g follow each other", StringComparison.Ordinal));
    }

    /// <summary>Distance and ratio of peaks are those of their numbers, and a ratio of a peak with itself is exactly one without error.</summary>
    [Fact]
    public void Ratios_count_what_errors_share()
    {
        Trace trace = PeakTrials.Spectrum(x => 500 + PeakTrials.Voigt(x, 500, 60_000, 30, 0.2) + PeakTrials.Voigt(x, 600, 90_000, 34, 0.2), 4);
        PeakAnalysis found = PeakAnalysis.Of(trace, new PeakSettings { Windows = [new PeakWindow("a", 480, 520), new PeakWindow("b", 580, 620)], Range = (401, 699) });
        (FittedPeak a, FittedPeak b) = (found.Find("a")!, found.Find("b")!);
        a.Over(b).Value.ShouldBe(a.Area.Value / b.Area.Value, 1e-12);
        b.DistanceFrom(a).Value.ShouldBe(b.Position.Value - a.Position.Value, 1e-9);
        a.Over(a).StandardError.ShouldBe(0, 1e-9);
        a.Over(a, byHeight: true).Value.ShouldBe(1, 1e-12);
    }
}
