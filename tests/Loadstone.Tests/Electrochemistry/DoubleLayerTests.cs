using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Analysis;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Reduced;
using Loadstone.Electrodes;
using Loadstone.Numerics;

namespace Loadstone.Tests.Electrochemistry;

public class DoubleLayerTests
{
    private const double Capacitance = 0.2;

    private static readonly MeshSettings _mesh = new() { Negative = 8, Separator = 4, Positive = 8, Radial = 10 };

    /// <summary>Ions that double layers take and give must be counted: over pulses, holds and rests nothing may be lost or made.</summary>
    [Theory]
    [InlineData("half")]
    [InlineData("full")]
    public void Lithium_and_charge_are_kept(string kind)
    {
        Cell cell = Cells(kind).WithDoubleLayers(Capacitance);
        var simulation = new Simulation(cell, _mesh, stateOfCharge: 0.7);
        double before = simulation.Lithium, solid = InParticles(cell, simulation);
        SimulationResult result = simulation.Run(Pulses(cell));

        result.IsComplete.ShouldBeTrue();
        result.LithiumDrift.ShouldBeLessThan(1e-9);
        simulation.Lithium.ShouldBe(before, 1e-9 * before);
        // What went through the terminals is what the positive side took up, in its particles and its double layers.
        double passed = result.Steps.Sum(step => step.Charge) / cell.Area;
        double taken = InParticles(cell, simulation) - solid;
        taken.ShouldBe(passed, 1e-9 * Math.Max(1, solid));
    }

    /// <summary>Before anything has reacted a current charges double layers alone: all of the change of voltage is ohmic.</summary>
    [Theory]
    [InlineData("half")]
    [InlineData("full")]
    public void A_step_of_current_leaves_the_potential_across_the_double_layers(string kind)
    {
        Cell cell = Cells(kind).WithDoubleLayers(Capacitance);
        var simulation = new Simulation(cell, _mesh, stateOfCharge: 0.7);
        var system = new PorousElectrodeSystem(cell, _mesh, Tolerances.Default);
        foreach (double rate in (double[])[2, -1, 0])
        {
            double[] before = [.. simulation.State.Unknowns], y = [.. before];
            system.Control = new CellControl(new Control.CRate(rate), cell.Area, cell.OneC);
            new ConsistentStart(system).Solve(0, y).ShouldBeTrue();

            y[system.Layout.Current].ShouldBe(rate * cell.OneC / cell.Area, 1e-9);
            for (int i = 0; i < system.Layout.Cells; i++)
            {
                if (system.Grid.DoubleLayer[i] == 0) continue;
                int e = system.Layout.ElectrolytePotential + i, s = system.Layout.SolidPotential + i;
                (y[s] - y[e]).ShouldBe(before[s] - before[e], 1e-12);
            }
            for (int k = 0; k < system.Layout.Particles; k++) y[system.Layout.Reaction + k].ShouldBe(before[system.Layout.Reaction + k], 1e-4);
            if (system.LithiumHasDoubleLayer) y[system.Layout.LithiumPotential].ShouldBe(before[system.Layout.LithiumPotential]);
            simulation.Run(TestCells.For(rate, 0.02));
        }
    }

    /// <summary>A kept state must go on as if nothing had been between, also in the middle of charging the double layers.</summary>
    [Theory]
    [InlineData("half")]
    [InlineData("full")]
    public void A_kept_state_goes_on_exactly(string kind)
    {
        Cell cell = Cells(kind).WithDoubleLayers(Capacitance);
        Simulation first = new(cell, _mesh, stateOfCharge: 0.7), second = new(cell, _mesh, stateOfCharge: 0.4);
        first.Run(TestCells.For(2, 3e-3));
        second.Restore(first.State);

        SimulationResult a = first.Run(TestCells.For(-1, 10)), b = second.Run(TestCells.For(-1, 10));

        b.Steps[0].Series.Voltage.ShouldBe(a.Steps[0].Series.Voltage);
        second.State.Unknowns.ShouldBe(first.State.Unknowns);
    }

    /// <summary>
    /// A coating with a flat potential and no resistance but that of its particles' surface is a resistance beside a capacitance, at small current:
    /// the overpotential rises with RC.
    /// </summary>
    [Fact]
    public void A_pure_double_layer_relaxes_with_its_time_constant()
    {
        Cell cell = Flat(TestCells.Material(exchange: 2, ocp: "3.8 - 1e-6*x", film: 3e-3) with { MaximumConcentration = 1e9, DoubleLayerCapacitance = Capacitance });
        var mesh = new MeshSettings { Separator = 2, Positive = 2, Radial = 4 };
        double surface = 3 * 0.55 / 5e-6 * 60e-6, small = 0.3;
        double thermal = PhysicalConstants.Gas * 298.15 / PhysicalConstants.Faraday;
        double resistance = 3e-3 + thermal / (2 * Math.Sqrt(0.25)), tau = resistance * Capacitance;
        double[] times = [.. Enumerable.Range(1, 12).Select(i => 0.4 * i * tau)];

        StepResult step = Run(cell, mesh, Tolerances.Scaled(1e-5), 0.5, new Control.Current(small * cell.Area), times[^1], times);

        double[] over = [.. step.Snapshots.Select(p => p.SolidPotential[^1] - p.ElectrolytePotential[^1])];
        double rest = 3.8 - 5e-7;
        for (int i = 0; i < over.Length; i++)
        {
            double expected = -small / surface * resistance * (1 - Math.Exp(-times[i] / tau));
            (over[i] - rest).ShouldBe(expected, 2e-4 * Math.Abs(small / surface * resistance), $"{times[i]} s");
        }
    }

    /// <summary>
    /// Soon after a step of voltage a blocking porous electrode with a good solid is a transmission line: the current falls as
    /// ΔV √(κ C a/(π t)) (de Levie, Electrochim. Acta 8, 751 (1963)).
    /// </summary>
    [Fact]
    public void A_blocking_electrode_is_a_transmission_line()
    {
        const double capacitance = 5, thickness = 100e-6;
        IntercalationMaterial material = TestCells.Material(exchange: 1e-9, ocp: "3.8 - 0.01*x") with { DoubleLayerCapacitance = capacitance };
        Cell cell = TestCells.Half(TestCells.Layer(thickness, material, conductivity: 1e5)) with
        {
            Electrolyte = TestCells.Electrolyte(concentrationDependent: false) with { TransferenceNumber = new ConstantFunction(1 - 1e-9) },
            // Next to nothing before the electrode: separator, lithium and contact.
            Separator = new Separator { Thickness = 1e-7, Porosity = 0.99, TransportEfficiency = 0.99 },
            Lithium = new LithiumElectrode { Thickness = 250e-6, ExchangeCurrentDensity = new ConstantFunction(1e7) },
            LowerCutOff = 3.7905, UpperCutOff = 3.7995,
        };
        cell = cell with { Positive = cell.Positive with { ContactResistance = 0 } };
        var mesh = new MeshSettings { Separator = 2, Positive = 400, Radial = 3 };
        double kappa = 0.9 * Math.Pow(0.35, 1.5), volumetric = capacitance * 3 * 0.55 / 5e-6, jump = 1e-3;
        double whole = thickness * thickness * volumetric / kappa;
        double[] times = [.. ((double[])[0.01, 0.02, 0.04, 0.08]).Select(share => share * whole)];
        double rest = 3.795;

        StepResult step = Run(cell, mesh, Tolerances.Scaled(1e-4), 0.5, new Control.Voltage(rest - jump), times[^1], times);

        foreach ((Profiles p, double t) in step.Snapshots.Zip(times))
        {
            double expected = jump * Math.Sqrt(kappa * volumetric / (Math.PI * t));
            p.CurrentDensity.ShouldBe(expected, 0.01 * expected, $"{t} s");
        }
    }

    /// <summary>With ever smaller double layers the model without them must come out, and from the first order in the capacitance.</summary>
    [Theory]
    [InlineData("half")]
    [InlineData("full")]
    public void Ever_smaller_double_layers_leave_the_model_without(string kind)
    {
        Cell cell = Cells(kind);
        double Voltage(Cell c) => Run(c, _mesh, Tolerances.Scaled(4e-3), 0.7, new Control.CRate(1), 30, []).Series.Voltage[^1];
        double without = Voltage(cell), usual = Math.Abs(Voltage(cell.WithDoubleLayers(Capacitance)) - without);
        Voltage(cell.WithDoubleLayers(0)).ShouldBe(without);
        Math.Abs(Voltage(cell.WithDoubleLayers(1e-6)) - without).ShouldBeLessThan(Math.Min(3e-7, usual / 10));
    }

    /// <summary>The terms stay a sum while part of the current charges double layers, from the first instant on.</summary>
    [Theory]
    [InlineData("half")]
    [InlineData("full")]
    public void The_breakdown_adds_up(string kind)
    {
        Cell cell = Cells(kind).WithDoubleLayers(Capacitance);
        double[] times = [0, 1e-5, 1e-3, 5e-3, 0.1, 2];
        StepResult step = Run(cell, _mesh, Tolerances.Default, 0.7, new Control.CRate(2), 3, times);
        foreach (Profiles p in step.Snapshots)
        {
            PolarisationBreakdown breakdown = PolarisationBreakdown.Of(cell, p, _mesh);
            breakdown.Whole.Total.ShouldBe(breakdown.Total, 1e-9);
            At(step.Series, p.Time).ShouldBe(breakdown.Voltage, 6e-5);
        }
        PolarisationBreakdown first = PolarisationBreakdown.Of(cell, step.Snapshots[0], _mesh);
        first.Whole.ChargeTransfer.ShouldBe(0, 1e-6, "nothing reacts yet");
        Math.Abs(first.Whole.Film).ShouldBeLessThan(1e-9);
    }

    /// <summary>
    /// Charging double layers stores energy: what leaves the cell, its heat and what it stores, ½CΔφ² in double layers and U in the
    /// lithium of particles with a flat potential, add to nothing.
    /// </summary>
    [Theory]
    [InlineData(2e-4)]
    [InlineData(0.05)]
    public void A_charged_double_layer_is_no_heat(double seconds)
    {
        const double heatCapacity = 1e-6;
        Cell cell = Flat(TestCells.Material(ocp: "3.8 - 1e-6*x", film: 1e-3)).WithDoubleLayers(Capacitance) with { Thermal = new LumpedThermal { HeatCapacity = heatCapacity, HeatTransfer = 0 } };
        var simulation = new Simulation(cell, _mesh, Tolerances.Scaled(1e-3), 0.5);
        var system = new PorousElectrodeSystem(cell, _mesh, Tolerances.Default);
        double Stored(IReadOnlyList<double> y)
        {
            StateLayout layout = system.Layout;
            double sum = 0.5 * Capacitance * y[layout.LithiumPotential] * y[layout.LithiumPotential];
            for (int i = 0; i < layout.Cells; i++)
            {
                double across = y[layout.SolidPotential + i] - y[layout.ElectrolytePotential + i];
                sum += 0.5 * system.Grid.DoubleLayer[i] * across * across;
            }
            return sum + heatCapacity / cell.Area * y[layout.Temperature];
        }
        double before = Stored(simulation.State.Unknowns), solid = InParticles(cell, simulation, doubleLayers: false);
        SimulationResult result = simulation.Run(TestCells.For(3, seconds));

        double taken = 3.8 * (InParticles(cell, simulation, doubleLayers: false) - solid), rise = simulation.State.Unknowns[system.Layout.Temperature] - cell.Temperature;
        double given = result.Steps[0].Energy / cell.Area;
        double heat = heatCapacity / cell.Area * rise;
        heat.ShouldBeGreaterThan(0);
        (taken - (Stored(simulation.State.Unknowns) - before)).ShouldBe(given, 2e-3 * heat);
    }

    /// <summary>What a reduced model leaves out must be said, not found out.</summary>
    [Fact]
    public void Reduced_models_refuse_what_they_do_not_follow()
    {
        Cell cell = TestCells.Full();
        Should.Throw<InputException>(() => new ReducedSimulation(cell.WithDoubleLayers(Capacitance), ReducedModel.Spme)).Message.ShouldContain("double layers");
        Cell heating = cell with { Thermal = new LumpedThermal { HeatCapacity = 1, HeatTransfer = 0.1 } };
        Should.Throw<InputException>(() => new ReducedSimulation(heating, ReducedModel.Spm)).Message.ShouldContain("heats by itself");
        new ReducedSimulation(cell.WithDoubleLayers(0), ReducedModel.Spm).Lithium.ShouldBeGreaterThan(0);
    }

    private static Cell Cells(string kind) => Analysis.ImpedanceTests.Cells(kind);

    // A half cell whose particles have one potential throughout, and whose electrolyte conducts lithium alone.
    private static Cell Flat(IntercalationMaterial material) => TestCells.Half(TestCells.Layer(60e-6, material, conductivity: 1e3)) with
    {
        Electrolyte = TestCells.Electrolyte(concentrationDependent: false) with { TransferenceNumber = new ConstantFunction(1 - 1e-9), Conductivity = new ConstantFunction(1e3) },
        LowerCutOff = 3.8 - 9e-7,
        UpperCutOff = 3.8 - 1e-7,
    };

    private static ProtocolStep Step(Control control, double seconds) => new("step", control, seconds, []);

    private static Protocol Pulses(Cell cell)
    {
        double hold = (cell.LowerCutOff + cell.UpperCutOff) / 2;
        return new Protocol("pulses",
        [
            Step(new Control.CRate(3), 0.01), Step(new Control.Rest(), 0.02), Step(new Control.CRate(-2), 60), Step(new Control.Rest(), 600),
            Step(new Control.Voltage(hold), 30), Step(new Control.Power(0.005), 20), Step(new Control.Resistance(2000), 20),
        ]);
    }

    private static StepResult Run(Cell cell, MeshSettings mesh, Tolerances tolerances, double stateOfCharge, Control control, double seconds, double[] snapshots) =>
        new Simulation(cell, mesh, tolerances, stateOfCharge).Run(new Protocol("step", [Step(control, seconds)]), snapshotTimes: snapshots).Steps[0];

    private static double At(TimeSeries series, double time)
    {
        int i = Enumerable.Range(0, series.Time.Count).First(k => series.Time[k] >= time);
        if (i == 0) return series.Voltage[0];
        double share = (time - series.Time[i - 1]) / (series.Time[i] - series.Time[i - 1]);
        return series.Voltage[i - 1] + share * (series.Voltage[i] - series.Voltage[i - 1]);
    }

    // Charge of the lithium in the positive electrode's particles, less what its double layers hold where they count [C/m²].
    private static double InParticles(Cell cell, Simulation simulation, bool doubleLayers = true)
    {
        var system = new PorousElectrodeSystem(cell, _mesh, Tolerances.Default);
        CellGrid grid = system.Grid;
        double[] y = [.. simulation.State.Unknowns];
        double sum = 0;
        for (int k = 0; k < grid.ParticleCount; k++)
        {
            if (grid.ParticleCell[k] < grid.PositiveStart) continue;
            sum += PhysicalConstants.Faraday * grid.Width[grid.ParticleCell[k]] * grid.ActiveFraction[k] * grid.MaximumConcentration[k]
                * LithiumInventory.MeanStoichiometry(system, y, k);
        }
        for (int i = grid.PositiveStart; doubleLayers && i < grid.Count; i++)
        {
            sum -= grid.DoubleLayer[i] * (y[system.Layout.SolidPotential + i] - y[system.Layout.ElectrolytePotential + i]);
        }
        return sum;
    }
}
