using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Tests.Electrochemistry;

public class StepTemperatureTests
{
    private static readonly MeshSettings _coarse = new() { Separator = 3, Positive = 6, Radial = 6 };

    private static Cell CellAt(double temperature) =>
        TestCells.Half(TestCells.Layer(60e-6, TestCells.Material() with { ExchangeActivationEnergy = 50e3, DiffusivityActivationEnergy = 30e3 })) with { Temperature = temperature };

    private static SimulationResult Run(Cell cell, params string[] lines) => new Simulation(cell, _coarse).Run(ProtocolParser.ParseAll(lines, "warm"));

    /// <summary>A step at a temperature is the step of a cell at that temperature; the next step without one is at the cell's own again.</summary>
    [Fact]
    public void A_step_at_a_temperature_is_that_of_a_cell_at_it()
    {
        SimulationResult said = Run(CellAt(298.15), "Discharge at 1C for 10 min at 45 °C", "Rest for 1 h");
        StepResult warm = Run(CellAt(318.15), "Discharge at 1C for 10 min").Steps[0], cool = Run(CellAt(298.15), "Discharge at 1C for 10 min").Steps[0];
        said.Steps[0].Series.Voltage[^1].ShouldBe(warm.Series.Voltage[^1], 1e-9);
        said.Steps[0].Series.Voltage[^1].ShouldBeGreaterThan(cool.Series.Voltage[^1] + 1e-3);
        said.Steps[1].Series.Temperature[^1].ShouldBe(298.15);
    }

    [Fact]
    public void A_cell_that_heats_by_itself_refuses_another_temperature()
    {
        Cell cell = CellAt(298.15) with { Thermal = new LumpedThermal { HeatCapacity = 0.1, HeatTransfer = 1e-3 } };
        Should.Throw<InputException>(() => Run(cell, "Rest for 1 h", "Rest for 1 h at 60 °C")).Message.ShouldContain("60 °C");
    }
}
