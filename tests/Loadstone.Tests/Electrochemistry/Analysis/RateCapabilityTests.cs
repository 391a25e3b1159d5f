using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Analysis;
using Loadstone.Materials;

namespace Loadstone.Tests.Electrochemistry.Analysis;

public class RateCapabilityTests
{
    [Fact]
    public void A_power_law_is_found_again_and_gamma_is_the_fall_at_twice_the_current()
    {
        double[] currents = [0.1, 0.3, 1, 4];

        RateCapability fit = RateCapability.Fit(currents, [.. currents.Select(i => 170 * Math.Pow(i, -0.37))]);

        fit.Alpha.ShouldBe(0.37, 1e-12);
        fit.Beta.ShouldBe(170, 1e-9);
        fit.Gamma.ShouldBe(fit.CapacityAt(2) / fit.CapacityAt(1), 1e-12);
        fit.Gamma.ShouldBe(Math.Pow(10, -Math.Log10(2) * 0.37), 1e-12);
        fit.GammaAsPrinted.ShouldBe(Math.Pow(0.301, 0.37), 1e-12);
    }

    [Fact]
    public void The_second_layer_gives_what_the_first_does_not()
    {
        double second = RateCapability.SecondLayerUtilisation(0.4 * 150 + 0.6 * 0.7 * 160, 0.4, 150, 160);
        second.ShouldBe(0.7, 1e-12);
        RateCapability.Evenness(150, 1, 150).ShouldBe(0.5);
        // A second layer used 1.4 times the first: Yari et al. 2020 give 0.417.
        RateCapability.Evenness(150, 1.4, 150).ShouldBe(0.417, 5e-4);
    }

    [Fact]
    public void What_cannot_be_fitted_is_refused()
    {
        Should.Throw<ArgumentException>(() => RateCapability.Fit([1], [100]));
        Should.Throw<ArgumentException>(() => RateCapability.Fit([1, 1], [100, 90]));
        Should.Throw<ArgumentException>(() => RateCapability.Fit([1, 2], [100, 0]));
        Should.Throw<ArgumentException>(() => PenetrationDepth.SaltDepletion(1000, 0.5, 1e-10, 1, 10));
    }

    /// <summary>6.2 mA/cm² with the transport of Nyman et al. (2008): figures of SI units gone wrong would be off by powers of ten.</summary>
    [Theory]
    [InlineData(0.55, 1.4, 146e-6)]
    [InlineData(0.25, 2, 46e-6)]
    public void Salt_reaches_as_deep_as_the_formula_says(double porosity, double tortuosity, double depth)
    {
        Electrolyte nyman = Catalogue.Default.Find<Electrolyte>("lipf6-ec-emc-3-7");
        double d = nyman.Diffusivity.Function.At(1000), t = nyman.TransferenceNumber.Function.At(1000);
        PenetrationDepth.SaltDepletion(1000, porosity / tortuosity, d, t, 62).ShouldBe(depth, 1e-6);
    }

    /// <summary>Charge that has passed is the mean of the utilisation; at the cut-offs at rest it is 0 and 1 everywhere.</summary>
    [Fact]
    public void Utilisation_counts_the_charge()
    {
        Cell cell = TestCells.Full();
        StepResult step = new Simulation(cell).Run(TestCells.Discharge(1, 3.2)).Steps[0];
        double passed = step.Charge / cell.Area / CellBalance.CapacityPerArea(cell);

        IReadOnlyList<UtilisationProfile> profiles = Utilisation.Of(cell, step.AtEnd);

        profiles.Count.ShouldBe(3);
        profiles[0].Values.Average().ShouldBe(passed, 1e-6);
        profiles[1].Material.ShouldBe("coarse");
        profiles[1].Values.Concat(profiles[2].Values).ShouldAllBe(u => u > 0 && u < 1.2);
        Utilisation.Of(cell, new Simulation(cell, stateOfCharge: 0).Run(TestCells.For(0, 1)).Steps[0].AtEnd)
            .SelectMany(p => p.Values).ShouldAllBe(u => Math.Abs(u - 1) < 1e-9);
    }
}
