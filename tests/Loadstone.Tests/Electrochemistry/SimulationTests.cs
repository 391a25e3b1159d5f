using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrodes;

namespace Loadstone.Tests.Electrochemistry;

public class SimulationTests
{
    private static readonly MeshSettings _coarse = new() { Negative = 8, Separator = 4, Positive = 8, Radial = 8 };

    private static Protocol Busy(double upper, double lower) => new("busy",
    [
        Step(new Control.CRate(1), null, new StopCondition.Voltage(lower)),
        Step(new Control.Rest(), 600),
        Step(new Control.CRate(-0.5), null, new StopCondition.Voltage(upper)),
        Step(new Control.Voltage(upper), null, new StopCondition.CRate(0.05)),
        Step(new Control.Power(5e-3), 300),
        Step(new Control.Resistance(900), 300),
        Step(new Control.CurrentTable([0, 10, 20, 60], [0.002, 0.006, -0.003, 0.004], "table"), null),
        Step(new Control.Rest(), 60),
    ]);

    private static ProtocolStep Step(Control control, double? duration, params StopCondition[] until) => new(control.ToString(), control, duration, until);

    public static TheoryData<bool> Both => [true, false];

    /// <summary>Lithium goes nowhere: particles, salt and lithium metal together must stay constant over every kind of step.</summary>
    [Theory]
    [MemberData(nameof(Both))]
    public void Lithium_is_kept_over_every_kind_of_step(bool full)
    {
        Cell cell = full ? TestCells.Full() : TestCells.Half(TestCells.Layer(60e-6, TestCells.Material(diffusivityLaw: "2e-14*(1.2 - x)")));
        SimulationResult result = new Simulation(cell, _coarse).Run(Busy(cell.UpperCutOff, cell.LowerCutOff));
        result.Steps.ShouldAllBe(s => s.EndedAsAsked, result.Steps[^1].EndText);
        result.Steps.Count.ShouldBe(8);
        result.LithiumDrift.ShouldBeLessThan(1e-12);
    }

    /// <summary>Charge that the terminals see is lithium that the positive electrode takes up.</summary>
    [Fact]
    public void Charge_is_the_lithium_that_moved()
    {
        Layer layer = TestCells.Layer(60e-6, TestCells.Material());
        Cell cell = TestCells.Half(layer);
        var simulation = new Simulation(cell, _coarse);
        StepResult step = simulation.Run(TestCells.Discharge(0.5, 3.5)).Steps[0];
        double start = CellBalance.StoichiometryAt(layer.Particles[0].Material, cell.UpperCutOff);
        double taken = step.AtEnd.Particles[0].MeanStoichiometry.Average() - start;
        (step.Charge / cell.Area / PhysicalConstants.Faraday).ShouldBe(taken * layer.SitesPerArea, 1e-12);
    }

    /// <summary>Two layers that are equal are one layer: on the same mesh the answers agree to round-off.</summary>
    [Fact]
    public void Equal_layers_give_the_single_layer_answer()
    {
        Layer whole = TestCells.Layer(80e-6, TestCells.Material());
        Layer half = TestCells.Layer(40e-6, TestCells.Material());
        MeshSettings mesh = new() { Positive = 20, Separator = 6, Radial = 10 };
        StepResult one = new Simulation(TestCells.Half(whole), mesh).Run(TestCells.Discharge(1, 3.5)).Steps[0];
        StepResult two = new Simulation(TestCells.Half(half, half), mesh).Run(TestCells.Discharge(1, 3.5)).Steps[0];
        two.EndTime.ShouldBe(one.EndTime, 1e-9 * one.EndTime);
        two.Series.Voltage.Count.ShouldBe(one.Series.Voltage.Count);
        for (int i = 0; i < one.Series.Voltage.Count; i++) two.Series.Voltage[i].ShouldBe(one.Series.Voltage[i], 1e-9);
    }

    [Fact]
    public void Two_equal_particle_classes_give_the_answer_of_one()
    {
        var material = TestCells.Material();
        Layer one = TestCells.Layer(80e-6, material);
        var split = new Layer("split", 80e-6, 0.35, Math.Pow(0.35, 1.5), 1,
        [
            new ParticleClass { Material = material, Radius = 5e-6, VolumeFraction = 0.2 },
            new ParticleClass { Material = material, Radius = 5e-6, VolumeFraction = 0.35 },
        ]);
        double a = new Simulation(TestCells.Half(one), _coarse).Run(TestCells.Discharge(1, 3.5)).Steps[0].EndTime;
        double b = new Simulation(TestCells.Half(split), _coarse).Run(TestCells.Discharge(1, 3.5)).Steps[0].EndTime;
        b.ShouldBe(a, 1e-9 * a);
    }

    [Fact]
    public void A_cell_at_rest_stays_at_its_open_circuit_voltage()
    {
        Cell cell = TestCells.Full();
        SimulationResult result = new Simulation(cell, _coarse, stateOfCharge: 0.6).Run(TestCells.For(0, 1e5));
        (double negative, double positive) = CellBalance.PotentialsAt(cell, 0.6);
        result.Steps[0].Series.Voltage.ShouldAllBe(v => Math.Abs(v - (positive - negative)) < 1e-9);
        result.Statistics.Steps.ShouldBeLessThan(100);
    }

    /// <summary>Very slow discharge gives the whole window between the rest states.</summary>
    [Theory]
    [MemberData(nameof(Both))]
    public void Slow_discharge_approaches_the_capacity_at_rest(bool full)
    {
        Cell cell = full ? TestCells.Full() : TestCells.Half(TestCells.Layer(60e-6, TestCells.Material()));
        StepResult step = new Simulation(cell, _coarse).Run(TestCells.Discharge(0.002, cell.LowerCutOff)).Steps[0];
        (step.Charge / cell.Area).ShouldBe(CellBalance.CapacityPerArea(cell), 5e-3 * CellBalance.CapacityPerArea(cell));
        step.End.ShouldBe(StepEnd.Voltage);
    }

    [Fact]
    public void The_last_row_is_the_event_itself()
    {
        StepResult step = new Simulation(TestCells.Full(), _coarse).Run(TestCells.Discharge(1, 3.1)).Steps[0];
        step.Series.Voltage[^1].ShouldBe(3.1, 1e-9);
        step.Series.Time[^1].ShouldBe(step.EndTime);
        step.Series.Charge[^1].ShouldBe(step.Charge, 1e-12);
    }

    /// <summary>Straight lines between the rows must stay within 0.05 mV of the curve, seen against the same run with rows every 0.1 s.</summary>
    [Fact]
    public void Rows_are_dense_enough_for_straight_lines()
    {
        Cell cell = TestCells.Full();
        TimeSeries sparse = new Simulation(cell, _coarse).Run(TestCells.Discharge(2, 3.0)).Steps[0].Series;
        Protocol closeRows = TestCells.Discharge(2, 3.0);
        closeRows = closeRows with { Steps = [closeRows.Steps[0] with { Period = 0.1 }] };
        TimeSeries dense = new Simulation(cell, _coarse).Run(closeRows).Steps[0].Series;
        dense.Time.Count.ShouldBeGreaterThan(sparse.Time.Count);
        for (int i = 0; i < dense.Time.Count; i++)
        {
            Series.At(sparse, dense.Time[i]).ShouldBe(dense.Voltage[i], 5e-5);
        }
    }

    [Fact]
    public void A_kept_state_goes_on_exactly()
    {
        Cell cell = TestCells.Full();
        var first = new Simulation(cell, _coarse);
        first.Run(TestCells.For(1, 500));
        CellState kept = first.State;
        double direct = first.Run(TestCells.For(1, 300)).Steps[0].Series.Voltage[^1];
        var second = new Simulation(cell, _coarse);
        second.Restore(kept);
        second.Run(TestCells.For(1, 300)).Steps[0].Series.Voltage[^1].ShouldBe(direct);
        Should.Throw<ArgumentException>(() => new Simulation(cell).Restore(kept));
    }

    [Fact]
    public void A_cut_off_that_is_passed_at_once_is_told_and_passes_nothing()
    {
        StepResult step = new Simulation(TestCells.Full(), _coarse).Run(TestCells.Discharge(60, 3.7)).Steps[0];
        step.End.ShouldBe(StepEnd.MetAtStart);
        step.EndText.ShouldContain("V at once");
        step.Charge.ShouldBe(0);
    }

    /// <summary>Pores that carry almost nothing run out of salt; with no voltage limit the step must end with that reason, not with NaN.</summary>
    [Fact]
    public void Hopeless_currents_end_with_a_reason()
    {
        Cell cell = TestCells.Half(TestCells.Layer(200e-6, TestCells.Material(), porosity: 0.2, active: 0.7));
        StepResult step = new Simulation(cell, _coarse).Run(TestCells.For(20, 3600)).Steps[0];
        step.EndedAsAsked.ShouldBeFalse();
        step.End.ShouldBeOneOf(StepEnd.ElectrolyteDepleted, StepEnd.ParticlesFull, StepEnd.SolverStopped);
        step.EndText.ShouldNotBeEmpty();
        step.Series.Voltage.ShouldAllBe(v => double.IsFinite(v));
    }

    [Fact]
    public void Cancelling_stops_between_time_steps()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() =>
            new Simulation(TestCells.Full(), _coarse).Run(TestCells.Discharge(1, 3), cancellation: source.Token));
    }

    [Fact]
    public void Snapshots_are_taken_at_the_times_asked_for()
    {
        StepResult step = new Simulation(TestCells.Full(), _coarse).Run(TestCells.For(1, 100), snapshotTimes: [10, 50, 200]).Steps[0];
        step.Snapshots.Select(p => p.Time).ShouldBe([10, 50]);
    }

    [Fact]
    public void A_full_cell_without_lithium_inventory_is_refused() =>
        Should.Throw<InputException>(() => new Simulation(TestCells.Full() with { CyclableLithium = null }));

    [Fact]
    public void A_cell_that_cannot_rest_at_its_cut_off_is_refused() =>
        Should.Throw<InputException>(() => new Simulation(TestCells.Full() with { UpperCutOff = 9 })).Message.ShouldContain("cannot rest");
}
