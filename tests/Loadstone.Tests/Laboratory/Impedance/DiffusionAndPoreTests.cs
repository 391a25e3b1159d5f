using System.Numerics;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Diffusion;
using Loadstone.Laboratory.Impedance.Porous;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Impedance;

public class DiffusionAndPoreTests
{
    private static readonly double[] Sweep = Spectra.Frequencies(1e5, 1e-3, 70);

    [Fact]
    public void TheWarburgStretchIsFoundAndItsSlopeIsTheCoefficient()
    {
        Spectrum spectrum = Spectra.Of(w => 5 + 1 / (1 / (20 + new Complex(8, -8) / Math.Sqrt(w)) + new Complex(0, w * 1e-5)), Sweep);
        WarburgLine line = WarburgLine.Of(spectrum);
        line.Coefficient.Value.ShouldBe(8, 0.008);
        line.Resistance.Value.ShouldBe(25, 0.05);
        line.To.ShouldBeLessThan(1e3, "the arc is no diffusion");
    }

    [Fact]
    public void DiffusivityFollowsFromTheCoefficientAsInTheTextbook()
    {
        // σ of a planar electrode with D = 1e-14 m²/s, c = 2e4 mol/m³, A = 1e-3 m²: RT/(F² A c √(2D)).
        double sigma = 8.314462618 * 298.15 / (96485.33212 * 96485.33212 * 1e-3 * 2e4 * Math.Sqrt(2e-14));
        Spectrum spectrum = Spectra.Of(w => 5 + new Complex(sigma, -sigma) / Math.Sqrt(w), Sweep, 0.002, seed: 3);
        Estimate d = WarburgLine.Of(spectrum).Diffusivity(Estimate.Exact(1e-3), Estimate.Exact(2e4));
        d.Value.ShouldBe(1e-14, 2e-16);
        d.StandardError.ShouldBeInRange(1e-17, 4e-16);
    }

    [Fact]
    public void SlopesOverFractionAndCapacityAreOneSlopeInOtherUnits()
    {
        // A host of 50 g/mol per site and 5 g/cm³ has 10 cm³/mol; −0.8 V over the fraction are −0.8 V over F/M = 1930 C/g.
        var fraction = PotentialSlope.OverFraction(Estimate.Exact(-0.8), Estimate.Exact(10e-6));
        var capacity = PotentialSlope.OverCapacity(Estimate.Exact(-0.8 / (96485.33212 / 0.05)), Estimate.Exact(5000));
        capacity.PerConcentration.Value.ShouldBe(fraction.PerConcentration.Value, 1e-12 * 8e-6);

        // −E'(c)/(F A √(2D)) of Ho, Raistrick and Huggins with D = 1e-14 m²/s and A = 1e-3 m².
        double sigma = 0.8 * 10e-6 / (96485.33212 * 1e-3 * Math.Sqrt(2e-14));
        Spectrum spectrum = Spectra.Of(w => 5 + new Complex(sigma, -sigma) / Math.Sqrt(w), Sweep);
        WarburgLine.Of(spectrum).InsertionDiffusivity(Estimate.Exact(1e-3), fraction).Value.ShouldBe(1e-14, 1e-18);
        Estimate unsure = WarburgLine.Of(spectrum).InsertionDiffusivity(new Estimate(1e-3, 1e-4), fraction);
        unsure.StandardError.ShouldBe(2e-15, 1e-18, "10 % of the area are 20 % of D");
    }

    [Fact]
    public void AnArcAloneHasNoWarburgStretch() =>
        Should.Throw<InputException>(() => WarburgLine.Of(Spectra.Of(w => 5 + 20 / new Complex(1, w * 1e-3), Spectra.Frequencies(1e5, 10, 40)))).Message.ShouldContain("--from");

    [Fact]
    public void TortuosityOfASymmetricCellComesBack()
    {
        // Two electrodes of τ = 3, ε = 0.4, 60 µm, 1 S/m, 1 cm²: R_ion = τ L/(ε κ A) each; the line as a ladder of 20 000 rungs.
        double ionic = 3 * 60e-6 / (0.4 * 1 * 1e-4);
        Spectrum spectrum = Spectra.Of(w => 2 + 2 * Ladder(ionic, 2e-3, w), Spectra.Frequencies(2e5, 0.1, 60));
        BlockingTortuosity found = BlockingTortuosity.Of(spectrum, new BlockingSymmetricCell(1e-4, 60e-6, 1, 0.4));
        found.IonicResistance.Value.ShouldBe(ionic, 1e-3 * ionic);
        found.Tortuosity.Value.ShouldBe(3, 3e-3);
        found.MacMullin.Value.ShouldBe(7.5, 7.5e-3);
    }

    private static Complex Ladder(double resistance, double capacitance, double omega)
    {
        const int Rungs = 20_000;
        Complex z = Complex.Zero, rung = 1 / new Complex(0, omega * capacitance / Rungs);
        for (int k = 0; k < Rungs; k++)
        {
            Complex beyond = k == 0 ? rung : 1 / (1 / rung + 1 / z);
            z = beyond + resistance / Rungs;
        }
        return z;
    }

    [Fact]
    public void WettedFractionIsTheShareOfTheFinalConductance()
    {
        double[] hours = [20, 0.5, 5, 10, 2];
        Estimate[] resistance = [.. hours.Select(h => new Estimate(1 + 4 / (1 - Math.Exp(-h / 2)), 0.01))];
        WettingCurve curve = WettingCurve.Of([.. hours.Select(h => h * 3600)], resistance, leads: 1);
        curve.Time[0].ShouldBe(1800);
        for (int i = 0; i < 5; i++) curve.WettedFraction[i].Value.ShouldBe(1 - Math.Exp(-curve.Time[i] / 7200), 1e-4);
        curve.Settled.ShouldBe(10 * 3600, "at 5 h 8 % are dry");
        Should.Throw<InputException>(() => WettingCurve.Of([1, 1], resistance[..2])).Message.ShouldContain("same time");
        Should.Throw<InputException>(() => WettingCurve.Of([1, 2], resistance[..2], leads: 10)).Message.ShouldContain("leads");
    }

    [Fact]
    public void WhatCountsAsWetCanBeGivenOrExtrapolated()
    {
        // 4 Ω when wet beside 1 Ω of leads, half of it dry at first, τ = 3 h; the last spectrum is still 3.4 % short.
        double[] time = [.. new[] { 0.5, 1, 2, 4, 8 }.Select(h => h * 3600)];
        Estimate[] resistance = [.. time.Select(t => new Estimate(1 + 4 / (1 - 0.5 * Math.Exp(-t / 10800)), 0.01))];
        WettingCurve fitted = WettingCurve.Extrapolated(time, resistance, leads: 1), given = WettingCurve.Of(time, resistance, 1, new Estimate(5, 0.1));
        fitted.Wet.Value.ShouldBe(5, 1e-6);
        fitted.Law!.TimeConstant.Value.ShouldBe(10800, 0.1);
        fitted.Law.Dry.Value.ShouldBe(0.5, 1e-6);
        foreach (WettingCurve curve in (WettingCurve[])[fitted, given])
        {
            for (int i = 0; i < time.Length; i++) curve.WettedFraction[i].Value.ShouldBe(1 - 0.5 * Math.Exp(-time[i] / 10800), 1e-6);
            curve.Settled.ShouldBe(time[^1]);
        }
        given.WettedFraction[^1].StandardError.ShouldBe(given.WettedFraction[^1].Value * Math.Sqrt(Math.Pow(0.1 / 4, 2) + Math.Pow(0.01 / (resistance[^1].Value - 1), 2)), 1e-9);
        Should.Throw<InputException>(() => WettingCurve.Extrapolated(time[..3], resistance[..3])).Message.ShouldContain("expected 4 or more");
        Should.Throw<InputException>(() => WettingCurve.Extrapolated([1, 2, 3, 4], [new(9, 0.1), new(8, 0.1), new(7, 0.1), new(6, 0.1)])).Message.ShouldContain("longer rest");
    }

    [Fact]
    public void StoredSignRepeatedFrequenciesAndGapsAreMendedAndTold()
    {
        Spectrum good = Spectra.Of(w => 5 + Spectra.Zarc(w, 20, 1e-3, 0.9) + new Complex(0, 1e-6 * w), Sweep);
        double[] f = [.. good.Frequency, good.Frequency[3], 7];
        Complex[] z = [.. good.Impedance.Select(Complex.Conjugate), Complex.Conjugate(good.Impedance[3]) * 1.01, new Complex(double.NaN, 0)];
        SpectrumReading reading = SpectrumReading.Of("cell.csv", f, z);
        reading.Warnings.Count.ShouldBe(3);
        reading.Spectrum.Count.ShouldBe(good.Count);
        Complex.Abs(reading.Spectrum.Impedance[40] - good.Impedance[40]).ShouldBeLessThan(1e-12);
        SpectrumReading.Of("cell.csv", good.Frequency, good.Impedance).Warnings.ShouldBeEmpty();
        z[^2] *= 2;
        Should.Throw<InputException>(() => SpectrumReading.Of("cell.csv", f, z)).Message.ShouldContain("one spectrum a file");
    }
}
