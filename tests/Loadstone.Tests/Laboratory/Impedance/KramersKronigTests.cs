using System.Numerics;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Validity;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Impedance;

public class KramersKronigTests
{
    private static readonly double[] Sweep = Spectra.Frequencies(1e5, 1e-2, 60);

    private static Complex Cell(double w) => 5 + Spectra.Zarc(w, 10, 3e-4, 0.85) + Spectra.Zarc(w, 30, 0.05, 0.9) + new Complex(4, -4) / Math.Sqrt(w);

    [Fact]
    public void ALinearSteadyCellPassesWithItsNoiseLeft()
    {
        KramersKronigTest test = KramersKronigTest.Of(Spectra.Of(Cell, Sweep, 0.002, seed: 3));
        test.IsConsistent.ShouldBeTrue(test.Verdict);
        test.Deviation.ShouldBeInRange(0.0012, 0.0024);
        test.Mu.ShouldBeLessThan(0.86);
    }

    [Fact]
    public void ACellThatDriftedWhileItWasMeasuredFailsAtLowFrequencies()
    {
        // The last decade takes minutes a point: the slow arc has grown by half when it is measured.
        Spectrum drifted = Spectra.Of(w => Cell(w) + (w < 1 ? 15 * Math.Log10(1 / w) : 0), Sweep, 0.001, seed: 3);
        KramersKronigTest test = KramersKronigTest.Of(drifted);
        test.IsConsistent.ShouldBeFalse(test.Verdict);
        test.Verdict.ShouldContain("drifted");
    }
}
