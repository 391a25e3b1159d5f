using System.Numerics;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Relaxation;
using Loadstone.Laboratory.Impedance.Reporting;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Impedance;

public class RelaxationFitterTests
{
    private static readonly Dictionary<string, RelaxationShape[]> Shapes = new()
    {
        ["one arc"] = [RelaxationShape.ColeCole],
        ["two arcs"] = [RelaxationShape.ColeCole, RelaxationShape.ColeCole],
        ["Gerischer"] = [RelaxationShape.Gerischer],
        ["RC pair"] = [RelaxationShape.Debye],
    };

    private static RelaxationFit Fit(Spectrum spectrum) => RelaxationFitter.Refine(RelaxationSolver.Solve(spectrum))!;

    [Fact]
    public void PeaksOfStandardCasesHaveTheirShapesPlacesAndAreas()
    {
        foreach (RelaxationTrials.Case which in RelaxationTrials.Standards)
        {
            RelaxationFit fit = Fit(which.Spectrum());
            fit.IsAdequate.ShouldBeTrue(which.Name);
            fit.Peaks.Select(p => p.Shape).ShouldBe(Shapes[which.Name], which.Name);
            for (int k = 0; k < fit.Peaks.Count; k++)
            {
                (int resistance, int tau) = which.Peaks[k];
                fit.Peaks[k].Tau.Value.ShouldBe(which.Truth[tau], 1e-6 * which.Truth[tau], which.Name);
                fit.Peaks[k].Resistance.Value.ShouldBe(which.Truth[resistance], 1e-6 * which.Truth[resistance], which.Name);
            }
            fit.OhmicResistance.Value.ShouldBe(10, 1e-5);
            fit.Inductance.Value.ShouldBe(0, "a spectrum without inductance asks for none");
        }
    }

    [Fact]
    public void PeaksHoldTheirPlacesAndAreasInNoise()
    {
        // 0.5 % of |Z|: 3 % of a time constant and 2 % of an area are two standard errors of the smaller arc, so ten seeds are averaged.
        foreach (RelaxationTrials.Case which in RelaxationTrials.Standards)
        {
            RelaxationFit[] fits = [.. Enumerable.Range(1, 10).Select(seed => Fit(which.Spectrum(0.005, seed)))];
            fits.ShouldAllBe(fit => fit.IsAdequate && fit.Peaks.Count == which.Peaks.Count, which.Name);
            for (int k = 0; k < which.Peaks.Count; k++)
            {
                (int resistance, int tau) = which.Peaks[k];
                fits.Average(fit => fit.Peaks[k].Tau.Value).ShouldBe(which.Truth[tau], 0.03 * which.Truth[tau], which.Name);
                fits.Average(fit => fit.Peaks[k].Resistance.Value).ShouldBe(which.Truth[resistance], 0.02 * which.Truth[resistance], which.Name);
            }
        }
    }

    [Fact]
    public void RipplesOfNoiseAreNotSignificant()
    {
        foreach (RelaxationTrials.Case which in RelaxationTrials.Standards)
        {
            int ripples = 0;
            for (int seed = 1; seed <= 20; seed++)
            {
                RelaxationDistribution found = RelaxationSolver.Solve(which.Spectrum(0.005, seed));
                found.Peaks.Count(p => p.IsSignificant).ShouldBeLessThanOrEqualTo(which.Peaks.Count, $"{which.Name}, seed {seed}");
                ripples += found.Peaks.Count - which.Peaks.Count;
            }
            if (which.Name != "RC pair") ripples.ShouldBeGreaterThan(0, "without ripples this test would hold nothing");
        }
    }

    [Fact]
    public void AnEdgeBesideAnArcIsTold()
    {
        RelaxationFit fit = Fit(Spectra.Of(w => 3 + Spectra.Zarc(w, 4, 3e-4, 0.8) + 14 / Complex.Sqrt(new Complex(1, w * 5e-3)), RelaxationTrials.Frequencies, 0.001, seed: 1));
        fit.Peaks.Select(p => p.Shape).ShouldBe([RelaxationShape.ColeCole, RelaxationShape.Gerischer]);
        fit.Peaks[1].Tau.Value.ShouldBe(5e-3, 0.03 * 5e-3);
        fit.Peaks[1].Resistance.Value.ShouldBe(14, 0.02 * 14);
    }

    [Fact]
    public void InductanceAndTailsStandBesideThePeaks()
    {
        RelaxationFit fit = Fit(Spectra.Of(w => 10 + Spectra.Zarc(w, 50, 1e-2, 0.8) + new Complex(0, w * 2e-6) + new Complex(6, -6) / Math.Sqrt(w), RelaxationTrials.Frequencies));
        fit.Inductance.Value.ShouldBe(2e-6, 2e-10);
        fit.TailStrength.Value.ShouldBe(6, 6e-4);
        fit.Peaks.ShouldHaveSingleItem().Tau.Value.ShouldBe(1e-2, 1e-6);
    }

    [Fact]
    public void TheDensityStandsWhereNoShapesDescribeTheSpectrum()
    {
        // Equal resistance in every ln τ of four decades, between sharp ends: ∫d ln τ/(1 + jωτ) in closed form.
        RelaxationDistribution found = RelaxationSolver.Solve(Spectra.Of(
            w => 10 + 5 * (Math.Log(1e4) - Complex.Log(new Complex(1, w)) + Complex.Log(new Complex(1, w * 1e-4))), RelaxationTrials.Frequencies));
        RelaxationFit? fit = RelaxationFitter.Refine(found);
        fit.ShouldNotBeNull().IsAdequate.ShouldBeFalse();
        RelaxationReport.PeaksOf(found, fit).ShouldBe(found.Peaks);
        found.PolarisationResistance.Value.ShouldBe(5 * Math.Log(1e4), 0.02 * 46);
    }

    [Theory]
    [InlineData(1e-3), InlineData(1e4)]
    public void TheSizeOfTheCellDoesNotMatter(double size)
    {
        RelaxationTrials.Case which = RelaxationTrials.Standards[1];
        Spectrum small = which.Spectrum(0.003, seed: 4);
        RelaxationFit fit = Fit(small), scaled = Fit(new Spectrum("scaled", small.Frequency, [.. small.Impedance.Select(z => z * size)]));
        for (int k = 0; k < fit.Peaks.Count; k++)
        {
            scaled.Peaks[k].Tau.Value.ShouldBe(fit.Peaks[k].Tau.Value, 1e-4 * fit.Peaks[k].Tau.Value);
            scaled.Peaks[k].Resistance.Value.ShouldBe(fit.Peaks[k].Resistance.Value * size, 1e-4 * fit.Peaks[k].Resistance.Value * size);
        }
    }

    [Fact]
    public void TooFewPointsForShapesLeaveTheDensity() =>
        RelaxationFitter.Refine(RelaxationSolver.Solve(Spectra.Of(w => 10 + Spectra.Zarc(w, 50, 1e-2, 0.8), Spectra.Frequencies(1e4, 0.1, 5)))).ShouldBeNull();
}
