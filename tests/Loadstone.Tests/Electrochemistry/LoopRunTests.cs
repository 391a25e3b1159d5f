using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Tests.Electrochemistry;

public class LoopRunTests
{
    private static readonly MeshSettings _coarse = new() { Negative = 6, Separator = 3, Positive = 6, Radial = 6 };

    private static SimulationResult Run(Cell cell, params string[] lines) => new Simulation(cell, _coarse).Run(ProtocolParser.ParseAll(lines, "loop"));

    private static SimulationResult Run(params string[] lines) => Run(TestCells.Full(), lines);

    /// <summary>A loop is the same as its steps written one below the other.</summary>
    [Fact]
    public void A_loop_is_its_steps_written_out()
    {
        string[] cycle = ["Discharge at 1C until 3.0 V", "Charge at 1C until 3.8 V"];
        SimulationResult loop = Run($"Repeat 2 times: {cycle[0]}; {cycle[1]}"), written = Run([.. cycle, .. cycle]);
        loop.Steps.Select(step => step.EndTime).ShouldBe(written.Steps.Select(step => step.EndTime));
        loop.IsComplete.ShouldBeTrue();
    }

    /// <summary>A voltage ends a loop in the middle of a pulse, and what follows the loop is still run.</summary>
    [Fact]
    public void A_voltage_ends_a_loop_at_once()
    {
        SimulationResult result = Run("Repeat 100 times until 3.3 V: Discharge at 1C for 5 min; Rest for 5 min", "Rest for 1 min");
        StepResult last = result.Steps[^2];
        last.End.ShouldBe(StepEnd.Voltage);
        last.Series.Voltage[^1].ShouldBe(3.3, 1e-9);
        last.LoopEnd.ShouldNotBeNull();
        result.Steps[^1].Step.Text.ShouldBe("Rest for 1 min");
        result.Steps.Take(result.Steps.Count - 2).ShouldAllBe(step => step.LoopEnd == null);
        result.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void Time_and_charge_end_a_loop_at_once()
    {
        SimulationResult timed = Run("Rest for 100 s", "Repeat 100 times for 1000 s: Discharge at C/5 for 300 s; Rest for 60 s");
        timed.Steps[^1].EndTime.ShouldBe(1100, 1e-9);
        timed.Steps[^1].LoopEnd!.ShouldContain("1000 s");
        SimulationResult counted = Run("Repeat 100 times until 1 mAh: Discharge at C/2 for 300 s; Rest for 60 s");
        counted.Steps.Sum(step => step.Charge).ShouldBe(3.6, 1e-9);
        counted.Steps[^1].End.ShouldBe(StepEnd.Charge);
    }

    /// <summary>Each discharge is shorter than the one before because little is charged between them; the loop ends after the first cycle below half.</summary>
    [Fact]
    public void Capacity_ends_a_loop_after_its_cycle()
    {
        Cell cell = TestCells.Full();
        SimulationResult result = Run(cell, "Repeat 20 times until 50 % capacity: Discharge at 1C until 3.0 V; Charge at 1C for 1 min or until 3.8 V");
        double[] capacities = [.. result.Steps.Where(step => step.Charge > 0).Select(step => step.Charge)];
        capacities.Length.ShouldBe(2);
        capacities[1].ShouldBeLessThan(0.5 * capacities[0]);
        result.Steps[^1].LoopEnd!.ShouldStartWith("cycle 2 gave");
        result.Steps.Count.ShouldBe(4);
    }

    /// <summary>The outer loop's condition ends the inner loop with it.</summary>
    [Fact]
    public void An_outer_loop_takes_the_inner_one_along()
    {
        SimulationResult result = Run("Repeat 10 times for 500 s: (Repeat 10 times: Rest for 100 s; Discharge at C/20 for 60 s); Rest for 1 h");
        result.Steps[^1].EndTime.ShouldBe(500, 1e-9);
        result.Steps.Count.ShouldBe(7);
    }

    [Fact]
    public void Salt_ends_a_step_where_it_is_least()
    {
        StepResult step = Run("Discharge at 3C until 2 V or 850 mol/m³ electrolyte").Steps[0];
        step.End.ShouldBe(StepEnd.SaltConcentration);
        step.AtEnd.SaltConcentration.Min().ShouldBe(850, 1e-6);
        step.EndedAsAsked.ShouldBeTrue();
    }

    /// <summary>More power than the cell can give at any voltage has no solution: that is a reason, no failure of the solver.</summary>
    [Fact]
    public void Power_beyond_the_cell_ends_with_that_reason()
    {
        StepResult limited = Run("Discharge at 1 W until 3.0 V").Steps[0];
        limited.End.ShouldBe(StepEnd.MetAtStart);
        limited.EndText.ShouldContain("less than the 1 W asked for");
        Run("Discharge at 1 W for 1 h").Steps[0].End.ShouldBe(StepEnd.PowerOutOfReach);
    }

    /// <summary>A step that cannot begin leaves the cell as it was.</summary>
    [Fact]
    public void A_step_that_cannot_begin_changes_nothing()
    {
        var simulation = new Simulation(TestCells.Full(), _coarse);
        CellState before = simulation.State;
        simulation.Run(ProtocolParser.ParseAll(["Discharge at 1 W for 1 h"], "too much"));
        simulation.State.Unknowns.ShouldBe(before.Unknowns);
    }
}
