using System.Numerics;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Impedance.Relaxation;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Impedance;

public class RelaxationTests
{
    private static readonly double[] Sweep = Spectra.Frequencies(1e5, 1e-2, 60);

    /// <summary>Spectra whose distribution is known: arcs of (resistance, time constant).</summary>
    public static TheoryData<string, double[], double[]> Standards => new()
    {
        { "one arc", [50], [1e-2] },
        { "two arcs", [30, 20], [1e-3, 1] },
        { "RC pair", [25], [0.03] },
    };

    private static Complex Formula(string name, double w) => name switch
    {
        "one arc" => 10 + Spectra.Zarc(w, 50, 1e-2, 0.8),
        "two arcs" => 10 + Spectra.Zarc(w, 30, 1e-3, 0.8) + Spectra.Zarc(w, 20, 1, 0.8),
        "RC pair" => 10 + 25 / new Complex(1, w * 0.03),
        _ => 10 + 40 / Complex.Sqrt(new Complex(1, w * 0.1)),
    };

    [Theory]
    [MemberData(nameof(Standards))]
    public void StandardCasesHaveTheirPeaksAndAreas(string name, double[] resistances, double[] taus)
    {
        RelaxationDistribution found = RelaxationSolver.Solve(Spectra.Of(w => Formula(name, w), Sweep));
        found.PolarisationResistance.Value.ShouldBe(resistances.Sum(), 0.02 * resistances.Sum());
        RelaxationPeak[] peaks = [.. found.Peaks.OrderByDescending(p => p.Resistance.Value).Take(taus.Length).OrderBy(p => p.Tau.Value)];
        for (int k = 0; k < taus.Length; k++)
        {
            peaks[k].Tau.Value.ShouldBe(taus[k], 0.03 * taus[k]);
            peaks[k].Resistance.Value.ShouldBe(resistances[k], 0.02 * resistances[k]);
        }
        found.OhmicResistance.Value.ShouldBe(10, 0.05);
    }

    [Fact]
    public void TheDensityOfAGerischerElementHasItsAreaAndItsPeakBelowTheEdge()
    {
        // γ = (R/π)√(τ/(τ₀ − τ)) has no bound at τ₀ and is zero beyond: a smooth γ has its maximum below; the shape itself is found by RelaxationFitter.
        RelaxationDistribution found = RelaxationSolver.Solve(Spectra.Of(w => Formula("Gerischer", w), Sweep));
        found.PolarisationResistance.Value.ShouldBe(40, 0.02 * 40);
        found.Peaks.MaxBy(p => p.Resistance.Value)!.Tau.Value.ShouldBeInRange(0.075, 0.1);
    }

    [Fact]
    public void DensityOfAnArcIsThatOfColeAndCole()
    {
        RelaxationDistribution found = RelaxationSolver.Solve(Spectra.Of(w => Formula("one arc", w), Sweep));
        for (int m = 0; m < found.Tau.Count; m++)
        {
            if (found.Tau[m] is < 1e-4 or > 1) continue;
            double truth = 50 / (2 * Math.PI) * Math.Sin(0.2 * Math.PI) / (Math.Cosh(0.8 * Math.Log(found.Tau[m] / 1e-2)) - Math.Cos(0.2 * Math.PI));
            found.Density[m].ShouldBe(truth, 0.02 * 24.5);
        }
    }

    [Theory]
    [InlineData(SmoothingCriterion.GeneralisedCrossValidation), InlineData(SmoothingCriterion.ModifiedCrossValidation)]
    [InlineData(SmoothingCriterion.LCurve), InlineData(SmoothingCriterion.RealImaginary)]
    public void EveryCriterionKeepsTwoArcsApartInNoise(SmoothingCriterion criterion)
    {
        Spectrum spectrum = Spectra.Of(w => Formula("two arcs", w), Sweep, 0.005, seed: 2);
        RelaxationDistribution found = RelaxationSolver.Solve(spectrum, new RelaxationSettings { Criterion = criterion });
        found.Area(new RelaxationBand("fast", 1e-6, 0.03)).Value.ShouldBe(30, 1.5);
        found.Area(new RelaxationBand("slow", 0.03, 1e3)).Value.ShouldBe(20, 1.5);
        found.PolarisationResistance.Value.ShouldBe(50, 1);
    }

    [Fact]
    public void PeaksAndBandsAddUpToThePolarisationResistance()
    {
        RelaxationDistribution found = RelaxationSolver.Solve(Spectra.Of(w => Formula("two arcs", w), Sweep, 0.005, seed: 5));
        double total = found.PolarisationResistance.Value;
        found.Peaks.Sum(p => p.Resistance.Value).ShouldBe(total, 1e-9 * total);
        (found.Area(new RelaxationBand("a", 1e-12, 0.0123)).Value + found.Area(new RelaxationBand("b", 0.0123, 1e9)).Value).ShouldBe(total, 1e-9 * total);
    }

    [Fact]
    public void InductanceAndTailsAreModelled()
    {
        Spectrum diffusion = Spectra.Of(w => Formula("one arc", w) + new Complex(0, w * 2e-6) + new Complex(6, -6) / Math.Sqrt(w), Sweep);
        RelaxationDistribution found = RelaxationSolver.Solve(diffusion);
        found.Tail.ShouldBe(LowFrequencyTail.Warburg);
        found.Inductance.Value.ShouldBe(2e-6, 2e-8);
        found.TailStrength.Value.ShouldBe(6, 0.12);
        found.PolarisationResistance.Value.ShouldBe(50, 1);
        Spectrum blocking = Spectra.Of(w => Formula("one arc", w) + new Complex(0, -1 / (w * 0.3)), Sweep);
        found = RelaxationSolver.Solve(blocking);
        found.Tail.ShouldBe(LowFrequencyTail.Capacitance);
        (1 / found.TailStrength.Value).ShouldBe(0.3, 0.003);
        found.PolarisationResistance.Value.ShouldBe(50, 1);
    }

    [Fact]
    public void BandsHoldTheDensityWhereTheDataReach()
    {
        RelaxationDistribution found = RelaxationSolver.Solve(Spectra.Of(w => Formula("one arc", w), Sweep, 0.005, seed: 3));
        IReadOnlyList<(double Low, double High)> band = found.Band();
        int held = 0, count = 0;
        for (int m = 0; m < found.Tau.Count; m++)
        {
            if (found.Tau[m] is < 1e-5 or > 10) continue;
            double truth = 50 / (2 * Math.PI) * Math.Sin(0.2 * Math.PI) / (Math.Cosh(0.8 * Math.Log(found.Tau[m] / 1e-2)) - Math.Cos(0.2 * Math.PI));
            count++;
            if (band[m].Low <= truth && truth <= band[m].High) held++;
        }
        (held / (double)count).ShouldBeGreaterThan(0.85, "neighbours in τ err together, so one spectrum may miss a stretch");
    }

    [Fact]
    public void FewPointsAreToldApart()
    {
        Spectrum three = Spectra.Of(w => Formula("one arc", w), [100, 10, 1]);
        Should.Throw<InputException>(() => RelaxationSolver.Solve(three)).Message.ShouldContain("3 points");
        RelaxationSolver.Solve(Spectra.Of(w => Formula("one arc", w), Spectra.Frequencies(1e4, 0.1, 6))).PolarisationResistance.Value.ShouldBe(50, 15);
    }
}
