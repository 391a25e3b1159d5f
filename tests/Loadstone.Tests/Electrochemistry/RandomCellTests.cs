using Loadstone.Electrochemistry;

namespace Loadstone.Tests.Electrochemistry;

public class RandomCellTests
{
    /// <summary>
    /// Cells drawn at random, thick, dense, cold and badly conducting ones among them: every protocol must end as its words say or
    /// with a physical reason, without NaN, and lithium must be kept.
    /// </summary>
    [Fact]
    public void Whatever_the_cell_a_protocol_ends_with_a_reason()
    {
        int simulated = 0;
        for (int seed = 0; seed < 150; seed++)
        {
            if (RandomDesigns.Draw(seed) is not { } design) continue;
            SimulationResult result = new Simulation(design.Cell, RandomDesigns.Mesh, stateOfCharge: design.StateOfCharge).Run(design.Protocol);
            StepResult last = result.Steps[^1];
            last.End.ShouldNotBe(StepEnd.SolverStopped, $"seed {seed}: {last.EndText}");
            last.End.ShouldNotBe(StepEnd.TimeLimit, $"seed {seed}: {last.EndText}");
            result.Steps.ShouldAllBe(s => s.Series.Voltage.All(double.IsFinite), $"seed {seed}");
            result.LithiumDrift.ShouldBeLessThan(1e-9, $"seed {seed}");
            simulated++;
        }
        simulated.ShouldBeGreaterThan(120);
    }

    /// <summary>
    /// A cold cell at constant power whose current grows without bound as it comes to the greatest power that it can give: the solver
    /// must not be blamed for what the cell cannot do.
    /// </summary>
    [Fact]
    public void A_power_that_goes_out_of_reach_on_the_way_is_told()
    {
        RandomDesign design = RandomDesigns.Draw(9250).ShouldNotBeNull();
        StepResult step = new Simulation(design.Cell, RandomDesigns.Mesh, stateOfCharge: design.StateOfCharge).Run(design.Protocol).Steps[^1];
        step.End.ShouldBe(StepEnd.PowerOutOfReach);
        step.EndTime.ShouldBe(16.2597, 0.01);
    }

    /// <summary>
    /// Fine particles beside a badly conducting solid: the rows of charge are linear, so that whatever a solution leaves in them is
    /// round-off. If the elimination lost digits there, current would leak in every time step, and lithium with it.
    /// </summary>
    [Fact]
    public void Particles_that_exchange_much_more_charge_than_flows_lose_none()
    {
        RandomDesign design = RandomDesigns.Draw(302).ShouldNotBeNull();
        var simulation = new Simulation(design.Cell, RandomDesigns.Mesh, stateOfCharge: design.StateOfCharge);
        simulation.Run(design.Protocol).LithiumDrift.ShouldBeLessThan(1e-12);
    }
}
