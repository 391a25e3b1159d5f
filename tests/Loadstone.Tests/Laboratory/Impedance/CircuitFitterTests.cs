using System.Numerics;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Circuits;
using Loadstone.Laboratory.Impedance.Fitting;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Impedance;

public class CircuitFitterTests
{
    private static readonly double[] Sweep = Spectra.Frequencies(1e5, 1e-2, 60);

    /// <summary>Circuits with values that batteries have, three of each kind of magnitude.</summary>
    public static TheoryData<string, double[]> Truths => new()
    {
        { "R0-p(R1,CPE1)", [0.02, 0.05, 0.8, 0.85] },
        { "R0-p(R1,CPE1)-p(R2,CPE2)-W1", [5, 10, 1e-4, 0.85, 30, 3e-3, 0.9, 4] },
        { "R0-p(R1,CPE1)-p(R2-W1,CPE2)", [12, 40, 1e-5, 0.8, 80, 25, 1e-3, 0.9] },
        { "L0-R0-p(R1,CPE1)-Wo1", [2e-7, 0.03, 0.04, 0.5, 0.8, 0.2, 30] },
        { "R0-p(R1,C1)-Ws1", [3, 20, 1e-4, 15, 2] },
        { "R0-p(R1,CPE1)-Wod1", [3, 20, 1e-4, 0.9, 15, 2, 0.85] },
        { "R0-p(R1,CPE1)-Wsd1", [3, 20, 1e-4, 0.9, 15, 2, 0.85] },
        { "R0-G1", [1, 6, 0.2] },
        { "R0-ZARC1-ZARC2", [10, 30, 1e-3, 0.9, 20, 1, 0.8] },
        { "R0-TLM1", [8, 50, 3e-3, 0.95] },
    };

    [Theory]
    [MemberData(nameof(Truths))]
    public void CleanSpectraGiveTheirCircuitBackFromTheirOwnStarts(string text, double[] truth)
    {
        Circuit circuit = Circuit.Parse(text);
        Spectrum spectrum = Spectra.Of(w => circuit.Impedance(w / (2 * Math.PI), truth), Sweep);
        CircuitFit fit = CircuitFitter.Fit(spectrum, circuit);
        for (int k = 0; k < truth.Length; k++) fit.Parameters[k].Value.ShouldBe(truth[k], 1e-5 * truth[k], circuit.Parameters[k].Name);
        fit.Deviation.ShouldBeLessThan(1e-7);
    }

    [Fact]
    public void NestedArcsAreFoundInNoise()
    {
        Spectrum spectrum = Spectra.Of(w => 5 + Spectra.Zarc(w, 10, 3e-4, 0.85) + Spectra.Zarc(w, 30, 0.1, 0.9), Sweep, 0.002, seed: 4);
        CircuitFit fit = CircuitFitter.Fit(spectrum, Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)"));
        fit["R1"].Value.ShouldBe(10, 0.5);
        fit["R2"].Value.ShouldBe(30, 0.6);
        fit.Deviation.ShouldBe(0.002, 0.0004, "what is left is the noise");
    }

    [Theory]
    [InlineData("R0-p(R1,CPE1)", new[] { 5, 20, 1e-3, 0.85 })]
    [InlineData("R0-p(R1,CPE1)-p(R2,CPE2)", new[] { 5, 20, 1e-4, 0.9, 30, 1e-2, 0.85 })]
    [InlineData("R0-p(R1,CPE1)-W1", new[] { 5, 20, 1e-3, 0.85, 6 })]
    [InlineData("L0-R0-p(R1,CPE1)", new[] { 1e-6, 5, 20, 1e-3, 0.85 })]
    public void TheCircuitThatMadeTheDataIsChosen(string text, double[] truth)
    {
        Circuit circuit = Circuit.Parse(text);
        Spectrum spectrum = Spectra.Of(w => circuit.Impedance(w / (2 * Math.PI), truth), Sweep, 0.003, seed: 7);
        CircuitChoice choice = CircuitChoice.Of(spectrum);
        choice.Best.Circuit.Text.ShouldBe(text, choice.Reason);
        choice.Reason.ShouldContain("was chosen from");
    }

    [Fact]
    public void AnIdealArcIsAResistorAndACapacitor()
    {
        Spectrum spectrum = Spectra.Of(w => 5 + 20 / new Complex(1, w * 1e-3), Sweep, 0.003, seed: 3);
        CircuitFit best = CircuitChoice.Of(spectrum).Best;
        best.Circuit.Text.ShouldBe("R0-p(R1,C1)");
        best["C1"].Value.ShouldBe(5e-5, 3e-7);
    }

    [Fact]
    public void AnOhmicResistanceBeyondTheFrequenciesIsLeftOut()
    {
        Spectrum spectrum = Spectra.Of(w => Spectra.Zarc(w, 1000, 1e-5, 0.9) + Spectra.Zarc(w, 3000, 1e-1, 0.85), Sweep, 0.003, seed: 3);
        CircuitFit best = CircuitChoice.Of(spectrum).Best;
        best.Circuit.Text.ShouldBe("p(R1,CPE1)-p(R2,CPE2)");
        best.IsIdentified.ShouldBeTrue();
    }

    [Fact]
    public void WhatTheDataDoNotDetermineIsSaid()
    {
        Spectrum spectrum = Spectra.Of(w => 5 + Spectra.Zarc(w, 10, 1e-2, 0.9), Sweep, 0.003, seed: 1);
        CircuitFit fit = CircuitFitter.Fit(spectrum, Circuit.Parse("R0-R2-p(R1,CPE1)"));
        fit.IsIdentified.ShouldBeFalse("two resistors in series are one");
        fit.Doubts.ShouldContain(d => d.Contains("R0") || d.Contains("R2"));
    }

    [Fact]
    public void ThreePointsAreTooFewForSevenParameters()
    {
        Spectrum spectrum = Spectra.Of(w => 5 + Spectra.Zarc(w, 10, 1e-2, 0.9), [100, 10, 1]);
        Should.Throw<InputException>(() => CircuitFitter.Fit(spectrum, Circuit.Parse("R0-p(R1,CPE1)-p(R2,CPE2)"))).Message.ShouldContain("3 points");
    }
}
