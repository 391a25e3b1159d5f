using Loadstone.Cells;
using Loadstone.Cells.Pouch;
using Loadstone.Quantities;

namespace Loadstone.Tests.Cells;

/// <summary>Figures that publications print of their balances, from their own inputs.</summary>
public class CapacityRatiosTests
{
    private static double Areal(double mAhPerGram, double mgPerSquareCentimetre) => mAhPerGram * 3600 * mgPerSquareCentimetre / 100; // C/m²

    private static CapacityRatios Lithium(double micrometres, double loading, double first, double reversible, double loss = 0) => new()
    {
        FirstCharge = Areal(first, loading), Reversible = Areal(reversible, loading),
        Negative = micrometres * 1e-6 / LithiumElectrode.MolarVolume * PhysicalConstants.Faraday, NegativeLoss = loss, IsLithium = true,
    };

    /// <summary>Energy Environ. Sci. 18, 7514 (2025): N/P 0.69 is that of the first charge (208/0.922 mAh/g), 0.79 that of the 10.5 mAh/cm² of the cell.</summary>
    [Fact]
    public void The_thin_lithium_pouch_has_its_printed_ratio_to_the_first_charge()
    {
        CapacityRatios ratios = Lithium(40, 52.3, 208 / 0.922, 208);
        ratios.ToFirstCharge.ShouldBe(0.69, 0.02);
        ratios.ToDischarge(QuantityKinds.ArealCapacity.Parse("10.5 mAh/cm²")).ShouldBe(0.79, 0.01);
        ratios.FirstCycleEfficiency.ShouldBe(0.922, 1e-9);
        ratios.Filling.ShouldBe(1); // below 1 by what it is named, and yet full
    }

    /// <summary>The same source: 100 µm of lithium against 22.1 to 86.1 mg/cm² are N/P 4.6 to 1.1.</summary>
    [Theory]
    [InlineData(22.1, 4.6, 4.5)]
    [InlineData(86.1, 1.15, 17.9)]
    public void The_loading_series_has_its_printed_ratios_and_capacities(double loading, double ratio, double areal)
    {
        CapacityRatios ratios = Lithium(100, loading, 208 / 0.922, 208);
        ratios.ToReversible.ShouldBe(ratio, 0.03 * ratio);
        QuantityKinds.ArealCapacity.ToUnit(ratios.Reversible, "mAh/cm²").ShouldBe(areal, 0.03 * areal);
    }

    /// <summary>Park et al.: 28, 30, 50 mg/cm² at 200 mAh/g against 6.2, 6.6 and 11 mAh/cm² are N/P 1.1.</summary>
    [Theory]
    [InlineData(28, 6.2)]
    [InlineData(30, 6.6)]
    [InlineData(50, 11)]
    public void The_silicon_cells_have_their_printed_ratio(double loading, double negative) => new CapacityRatios
    {
        FirstCharge = Areal(230, loading), Reversible = Areal(200, loading), Negative = negative * 36e3, NegativeLoss = 0.15, IsLithium = false,
    }.ToReversible.ShouldBe(1.1, 0.01);

    /// <summary>Park et al. print first-cycle efficiencies of 80.65 and 80.24 %: a positive electrode of 92 % needs a negative one that binds 19.4 and 19.8 %.</summary>
    [Theory]
    [InlineData(0.1935, 0.8065)]
    [InlineData(0.1976, 0.8024)]
    public void The_electrode_that_binds_more_says_the_first_cycle(double loss, double efficiency)
    {
        var ratios = new CapacityRatios { FirstCharge = 1, Reversible = 0.92, Negative = 1.1, NegativeLoss = loss, IsLithium = false };
        ratios.FirstCycleEfficiency.ShouldBe(efficiency, 1e-9);
        ratios.Excess.ShouldBe(efficiency - 0.92, 1e-9);
    }

    [Fact]
    public void The_least_lithium_just_fills_the_positive_electrode()
    {
        CapacityRatios thin = Lithium(0.2, 52.3, 225.6, 208, loss: 0.3);
        thin.Filling.ShouldBeLessThan(1);
        CapacityRatios enough = Lithium(thin.LeastLithium * 1e6, 52.3, 225.6, 208, loss: 0.3);
        enough.Excess.ShouldBe(0, 1e-9 * enough.Reversible);
        Lithium(0.2, 52.3, 225.6, 208).LeastLithium.ShouldBe(0); // the first charge brings enough
    }

    /// <summary>Park et al.: a slurry of 77 instead of 70 wt% saves about 30 % of the solvent.</summary>
    [Fact]
    public void Higher_solids_save_solvent()
    {
        SolventDemand.Saved(0.70, 0.77).ShouldBe(0.30, 0.005);
        SolventDemand.PerSolids(1).ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => SolventDemand.PerSolids(0));
    }
}
