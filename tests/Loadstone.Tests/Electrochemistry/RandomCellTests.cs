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
}
