using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrodes;
using Loadstone.Tests.Electrochemistry;

namespace Loadstone.Tests.Cells;

public class CellBalanceTests
{
    /// <summary>Published rest states of the LG M50 (the reference's own summary): stoichiometries at 100 and 0 %.</summary>
    [Fact]
    public void Rest_states_of_Chen2020_are_the_published_ones()
    {
        Cell cell = ParameterSetCell.Load("chen2020");
        RestState full = CellBalance.RestAt(cell, 1), empty = CellBalance.RestAt(cell, 0);
        full.NegativeStoichiometry!.Value.ShouldBe(0.9106180466524116, 1e-7);
        full.PositiveStoichiometry!.Value.ShouldBe(0.2638452245913282, 1e-7);
        empty.NegativeStoichiometry!.Value.ShouldBe(0.026345790270645777, 1e-7);
        empty.PositiveStoichiometry!.Value.ShouldBe(0.8539746746300468, 1e-7);
        (full.PositivePotential - full.NegativePotential).ShouldBe(4.2, 1e-9);
    }

    /// <summary>What the rest states differ by is the capacity between them, whatever the state of charge.</summary>
    [Fact]
    public void Lithium_between_rest_states_is_the_capacity()
    {
        Cell cell = ParameterSetCell.Load("marquis2019");
        double moved = CellBalance.RestAt(cell, 0.8).NegativeStoichiometry!.Value - CellBalance.RestAt(cell, 0.3).NegativeStoichiometry!.Value;
        (moved * cell.Negative!.SitesPerArea * PhysicalConstants.Faraday).ShouldBe(0.5 * CellBalance.CapacityPerArea(cell), 1e-6 * CellBalance.CapacityPerArea(cell));
    }

    /// <summary>Where a plateau makes the potential say nothing, the content of lithium must still be right.</summary>
    [Fact]
    public void A_plateau_does_not_blur_the_content_of_lithium()
    {
        IntercalationMaterial flat = TestCells.Material("flat", ocp: "0.2 - 1e-9*x + 1.3*exp(-40*x)");
        Cell cell = TestCells.Full() with { Negative = new Electrode { Layers = [TestCells.Layer(50e-6, flat, 8e-6, 0.3, 0.6, 50)] } };
        double content = new Simulation(cell, stateOfCharge: 1).Lithium - new Simulation(cell, stateOfCharge: 0).Lithium;
        content.ShouldBe(0, 1e-9);
    }

    /// <summary>Two materials in one electrode rest at one potential.</summary>
    [Fact]
    public void A_blend_rests_at_one_potential()
    {
        IntercalationMaterial a = TestCells.Material("a"), b = TestCells.Material("b", ocp: "4.2 - 0.6*x");
        var layer = new Layer("blend", 60e-6, 0.3, 0.2, 1,
            [new ParticleClass { Material = a, Radius = 5e-6, VolumeFraction = 0.3 }, new ParticleClass { Material = b, Radius = 3e-6, VolumeFraction = 0.2 }]);
        Cell cell = TestCells.Half(layer);
        RestState rest = CellBalance.RestAt(cell, 0.4);
        rest.PositiveStoichiometry.ShouldBeNull();
        foreach (IntercalationMaterial material in new[] { a, b })
        {
            material.OpenCircuitPotential.At(rest.StoichiometryOf(material, inNegative: false)).ShouldBe(rest.PositivePotential, 1e-9);
        }
    }
}
