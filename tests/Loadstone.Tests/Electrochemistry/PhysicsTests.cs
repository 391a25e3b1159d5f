using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrodes;

namespace Loadstone.Tests.Electrochemistry;

/// <summary>Temperature, binder conduction, dry pores, particle sizes: each against a limit with a known answer.</summary>
public class PhysicsTests
{
    private static readonly MeshSettings _mesh = new() { Negative = 8, Separator = 4, Positive = 10, Radial = 8 };

    private static IntercalationMaterial Warm(IntercalationMaterial material) => material with
    {
        DiffusivityActivationEnergy = 30_000,
        ExchangeActivationEnergy = 40_000,
        EntropicCoefficient = TestCells.F("-2e-4 + 3e-4*x"),
    };

    private static Cell WarmCell(double temperature) => TestCells.Half(TestCells.Layer(60e-6, Warm(TestCells.Material()))) with
    {
        Temperature = temperature,
        Electrolyte = TestCells.Electrolyte() with { ConductivityActivationEnergy = 17_000, DiffusivityActivationEnergy = 17_000 },
        Lithium = TestCells.Lithium with { ExchangeActivationEnergy = 50_000 },
    };

    /// <summary>At rest only the entropic shift is seen: U(θ) + (T − T_ref) dU/dT(θ).</summary>
    [Fact]
    public void Open_circuit_voltage_follows_the_entropic_coefficient()
    {
        Cell cell = WarmCell(318.15);
        SimulationResult result = new Simulation(cell, _mesh, stateOfCharge: 0.5).Run(TestCells.For(0, 100));
        double theta = result.Steps[0].AtEnd.Particles[0].MeanStoichiometry[0];
        IntercalationMaterial material = cell.Positive.Layers[0].Particles[0].Material;
        result.Steps[0].Series.Voltage[^1].ShouldBe(material.OpenCircuitPotential.At(theta) + 20 * (-2e-4 + 3e-4 * theta), 1e-9);
    }

    [Fact]
    public void Warm_cells_give_more_and_cold_ones_less()
    {
        double Capacity(double temperature) => new Simulation(WarmCell(temperature), _mesh).Run(TestCells.Discharge(2, 3.5)).Steps[0].Charge;
        double cold = Capacity(273.15), room = Capacity(298.15), warm = Capacity(318.15);
        cold.ShouldBeLessThan(0.9 * room);
        warm.ShouldBeGreaterThan(room);
    }

    /// <summary>Without a way out, the heat stays: C ΔT is the energy that reaction and resistance did not give to the terminals.</summary>
    [Fact]
    public void Heat_that_cannot_leave_warms_the_cell_by_its_energy_balance()
    {
        Cell cell = WarmCell(298.15) with { Thermal = new LumpedThermal { HeatCapacity = 5, HeatTransfer = 0 } };
        IntercalationMaterial plain = TestCells.Material(diffusivity: 1e-11);
        cell = cell with { Positive = new Electrode { Layers = [TestCells.Layer(60e-6, plain)] } };
        StepResult step = new Simulation(cell, _mesh, Tolerances.Scaled(0.05)).Run(TestCells.For(1, 1500)).Steps[0];
        double start = CellBalance.StoichiometryAt(plain, cell.UpperCutOff), end = step.AtEnd.Particles[0].MeanStoichiometry.Average();
        double sites = cell.Positive.SitesPerArea * PhysicalConstants.Faraday * cell.Area;
        double chemical = 0;
        for (int i = 0; i < 2000; i++) chemical += sites * (end - start) / 2000 * plain.OpenCircuitPotential.At(start + (end - start) * (i + 0.5) / 2000);
        double warming = step.Series.Temperature[^1] - step.Series.Temperature[0];
        warming.ShouldBeGreaterThan(0.001);
        (5 * warming).ShouldBe(chemical - step.Energy, 0.02 * (chemical - step.Energy));
    }

    [Fact]
    public void A_cell_cools_to_its_surroundings_with_the_time_constant_of_its_heat()
    {
        Cell cell = WarmCell(308.15) with
        {
            Thermal = new LumpedThermal { HeatCapacity = 40, HeatTransfer = 0.1, AmbientTemperature = 298.15 },
        };
        StepResult step = new Simulation(cell, _mesh, Tolerances.Scaled(0.02)).Run(TestCells.For(0, 400)).Steps[0];
        step.Series.Temperature[^1].ShouldBe(298.15 + 10 * Math.Exp(-1), 2e-3);
    }

    [Fact]
    public void Lithium_is_kept_while_the_cell_warms()
    {
        Cell cell = TestCells.Full() with { Thermal = new LumpedThermal { HeatCapacity = 0.5, HeatTransfer = 0.001 } };
        SimulationResult result = new Simulation(cell, _mesh).Run(TestCells.Discharge(1, 3.2));
        result.LithiumDrift.ShouldBeLessThan(1e-12);
        result.Steps[0].Series.Temperature[^1].ShouldBeGreaterThan(298.2);
    }

    /// <summary>A binder that conducts well takes the place of the pores: salt hardly moves and the electrode gives more.</summary>
    [Fact]
    public void Binder_conduction_relieves_the_pores()
    {
        Layer pores = TestCells.Layer(150e-6, TestCells.Material(diffusivity: 1e-13), porosity: 0.2, active: 0.6);
        Layer both = pores with { BinderConductivity = 0.5 };
        StepResult without = new Simulation(TestCells.Half(pores), _mesh).Run(TestCells.Discharge(1.5, 3.5)).Steps[0];
        SimulationResult result = new Simulation(TestCells.Half(both), _mesh).Run(TestCells.Discharge(1.5, 3.5));
        result.Steps[0].Charge.ShouldBeGreaterThan(1.1 * without.Charge);
        result.LithiumDrift.ShouldBeLessThan(1e-12);
        Spread(result.Steps[0]).ShouldBeLessThan(0.7 * Spread(without));

        static double Spread(StepResult step) => step.AtEnd.SaltConcentration.Max() - step.AtEnd.SaltConcentration.Min();
    }

    /// <summary>Half of the pores dry is half of the particles gone: at a crawl the capacity halves.</summary>
    [Fact]
    public void Dry_pores_take_their_particles_out()
    {
        Layer wet = TestCells.Layer(60e-6, TestCells.Material());
        Layer half = wet with { WettedFraction = 0.5 };
        double all = new Simulation(TestCells.Half(wet), _mesh).Run(TestCells.Discharge(0.002, 3.5)).Steps[0].Charge;
        double some = new Simulation(TestCells.Half(half), _mesh).Run(TestCells.Discharge(0.001, 3.5)).Steps[0].Charge;
        some.ShouldBe(all / 2, 2e-3 * all);
    }

    /// <summary>Classes keep the volume and the surface of the distribution, and a narrow distribution gives the answer of one size.</summary>
    [Fact]
    public void Size_classes_keep_volume_and_surface()
    {
        IntercalationMaterial material = TestCells.Material();
        IReadOnlyList<ParticleClass> classes = ParticleSizeDistribution.LogNormal(material, 0.5, 4e-6, 0.4, 8);
        classes.Sum(c => c.VolumeFraction.Mean).ShouldBe(0.5, 1e-12);
        // Mean of 1/R over volume of a log-normal distribution: exp(σ²/2)/median.
        classes.Sum(c => c.VolumeFraction.Mean / c.Radius).ShouldBe(0.5 / 4e-6 * Math.Exp(0.08), 2e-3 * 0.5 / 4e-6);
        classes.Select(c => c.Radius).ShouldBeInOrder();
        ParticleSizeDistribution.LogNormal(material, 0.5, 4e-6, 0, 8).Single().Radius.ShouldBe(4e-6, 1e-10);
    }

    /// <summary>40 µm of lithium hold 8.25 mAh/cm²; a foil that holds less than the cathode takes ends the discharge where it is gone.</summary>
    [Fact]
    public void Thin_lithium_ends_the_discharge_where_it_is_used_up()
    {
        (TestCells.Lithium with { Thickness = 40e-6 }).Capacity.ShouldBe(8.25 * 36e3, 0.01 * 36e3);
        Cell cell = TestCells.Half(TestCells.Layer(60e-6, TestCells.Material())) with { Lithium = TestCells.Lithium with { Thickness = 5e-6 } };
        var simulation = new Simulation(cell, _mesh);
        StepResult step = simulation.Run(TestCells.Discharge(0.2, 3.5)).Steps[0];
        step.End.ShouldBe(StepEnd.LithiumExhausted);
        (step.Charge / cell.Area).ShouldBe(cell.Lithium.Capacity, 1e-9 * cell.Lithium.Capacity);
        simulation.Run(TestCells.Discharge(-0.2, 4.0)).Steps[0].End.ShouldBe(StepEnd.Voltage);
    }
}
