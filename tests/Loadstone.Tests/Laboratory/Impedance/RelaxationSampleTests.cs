using Loadstone.Laboratory;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Relaxation;
using Loadstone.Laboratory.Recordings;
using Loadstone.Tests.Laboratory.Recordings;

namespace Loadstone.Tests.Laboratory.Impedance;

/// <summary>Synthetic spectra of another program, with noise of one size over ten times that of a good instrument.</summary>
public class RelaxationSampleTests
{
    private static RelaxationFit Fit(string name)
    {
        Spectrum spectrum = SpectrumReading.Of(InstrumentFile.Load(Samples.Path(name), TestContext.Current.CancellationToken)).Spectrum;
        return RelaxationFitter.Refine(RelaxationSolver.Solve(spectrum, new RelaxationSettings { Weighting = SpectrumWeighting.Unit })).ShouldNotBeNull();
    }

    private static void ShouldHold(Estimate estimate, double truth)
    {
        (double low, double high) = estimate.Interval();
        truth.ShouldBeInRange(low, high);
        estimate.HalfWidth().ShouldBeLessThan(0.2 * truth, "an interval that holds everything says nothing");
    }

    [Fact]
    public void OneArcHasTheRoundNumbersThatItWasMadeWith()
    {
        RelaxationFit fit = Fit("drt/1ZARC.csv");
        RelaxationPeak peak = fit.Peaks.ShouldHaveSingleItem();
        ShouldHold(fit.OhmicResistance, 10);
        ShouldHold(peak.Resistance, 50);
        ShouldHold(peak.Tau, 0.1);
        ShouldHold(peak.Exponent.ShouldNotBeNull(), 0.8);

        // The other program's own density: one value a point of τ from 1 µs to 100 s.
        double[] peer = [.. File.ReadLines(Samples.Path("drt/1ZARC_peer_result.csv")).Skip(1).Select(line => double.Parse(line, System.Globalization.CultureInfo.InvariantCulture))];
        double tau = 1e-6 * Math.Pow(10, 8.0 * Array.IndexOf(peer, peer.Max()) / (peer.Length - 1));
        Math.Abs(Math.Log10(peak.Tau.Value / tau)).ShouldBeLessThan(8.0 / (peer.Length - 1), "one step of its grid");
    }

    [Fact]
    public void TwoArcsHaveTheRoundNumbersThatTheyWereMadeWith()
    {
        RelaxationFit fit = Fit("drt/2ZARC0.csv");
        fit.Peaks.Count.ShouldBe(2);
        ShouldHold(fit.OhmicResistance, 10);
        ShouldHold(fit.Peaks[0].Resistance, 50);
        ShouldHold(fit.Peaks[0].Tau, 1e-4);
        ShouldHold(fit.Peaks[1].Resistance, 10);
        ShouldHold(fit.Peaks[1].Tau, 0.1);
    }
}
