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
        Estimate d = WarburgLine.Of(spectrum).Diffusivity(1e-3, 2e4);
        d.Value.ShouldBe(1e-14, 2e-16);
        d.StandardError.ShouldBeInRange(1e-17, 4e-16);
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
