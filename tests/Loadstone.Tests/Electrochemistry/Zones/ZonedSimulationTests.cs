using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Zones;

namespace Loadstone.Tests.Electrochemistry.Zones;

public class ZonedSimulationTests
{
    private static readonly MeshSettings Mesh = new() { Negative = 8, Separator = 5, Positive = 10, Radial = 8 };

    private static Cell Half(double porosity = 0.35, double conductivity = 1, double thickness = 60e-6) =>
        TestCells.Half(TestCells.Layer(thickness, TestCells.Material(), porosity: porosity, conductivity: conductivity));

    private static Protocol Cycle => ProtocolParser.ParseAll(
        ["Discharge at 1C until 3.5 V", "Rest for 10 minutes", "Charge at 0.5C until 4.05 V", "Hold at 4.05 V until C/20", "Discharge at 8 mW for 3 minutes"], "cycle");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Equal_zones_are_one_cell(bool full)
    {
        Cell cell = full ? TestCells.Full() : Half();
        Protocol protocol = full
            ? ProtocolParser.ParseAll(["Discharge at 0.5C until 3.1 V", "Rest for 5 minutes", "Charge at 0.3C until 3.7 V"], "cycle") : Cycle;
        SimulationResult one = new Simulation(cell, Mesh).Run(protocol);
        ZonedResult zones = new ZonedSimulation(new ZonedCell([new("a", 0.2, cell), new("b", 0.5, cell), new("c", 0.3, cell)]), Mesh).Run(protocol);

        zones.Whole.IsComplete.ShouldBe(one.IsComplete);
        zones.Whole.Steps.Count.ShouldBe(one.Steps.Count);
        for (int i = 0; i < one.Steps.Count; i++)
        {
            StepResult a = one.Steps[i], b = zones.Whole.Steps[i];
            b.End.ShouldBe(a.End);
            b.EndTime.ShouldBe(a.EndTime, 1e-9 * a.EndTime);
            b.Charge.ShouldBe(a.Charge, 1e-9 * Math.Max(1, Math.Abs(a.Charge)));
            b.Energy.ShouldBe(a.Energy, 1e-9 * Math.Max(1, Math.Abs(a.Energy)));
            b.Series.Voltage[^1].ShouldBe(a.Series.Voltage[^1], 1e-9);
            foreach (ZoneStep zone in zones.Zones[i]) zone.Charge.ShouldBe(zone.AreaShare * a.Charge, 1e-9 * Math.Max(1, Math.Abs(a.Charge)));
        }
    }

    [Fact]
    public void Zones_share_the_current_and_lose_no_lithium()
    {
        // A dense, a well wired and a poorly wired zone: nothing is alike but the voltage.
        var cell = new ZonedCell([new("dense", 0.3, Half(0.25)), new("good", 0.5, Half(0.45, 5)), new("poor", 0.2, Half(0.35, 0.01, 90e-6))]);
        var simulation = new ZonedSimulation(cell, Mesh);
        ZonedResult result = simulation.Run(Cycle);
        result.Whole.IsComplete.ShouldBeTrue();
        result.Whole.LithiumDrift.ShouldBeLessThan(1e-9);
        for (int i = 0; i < result.Zones.Count; i++)
        {
            StepResult whole = result.Whole.Steps[i];
            result.Zones[i].Sum(zone => zone.Charge).ShouldBe(whole.Charge, 1e-11);
            result.Zones[i].Sum(zone => zone.CurrentAtEnd).ShouldBe(whole.Series.Current[^1], 1e-11);
        }
        // While the cell discharges the poorly wired zone gives less than its share of the sites; at rest it goes on giving to the others.
        IReadOnlyList<ZoneStep> discharge = result.Zones[0], rest = result.Zones[1];
        double Sites(int z) => cell.Zones[z].AreaShare * cell.Zones[z].Cell.Positive.SitesPerArea;
        (discharge[2].Charge / Sites(2)).ShouldBeLessThan(0.9 * discharge[1].Charge / Sites(1));
        rest[2].Charge.ShouldBeGreaterThan(0);
        (rest[0].Charge + rest[1].Charge).ShouldBe(-rest[2].Charge, 1e-11);
    }

    [Fact]
    public void Zones_at_a_slow_current_give_what_they_hold()
    {
        // So slowly that all zones follow the equilibrium: each gives its own capacity between the cut-offs.
        var cell = new ZonedCell([new("thin", 0.6, Half(thickness: 40e-6)), new("thick", 0.4, Half(thickness: 80e-6))]);
        ZonedResult result = new ZonedSimulation(cell, Mesh).Run(TestCells.Discharge(0.002, 3.5));
        for (int z = 0; z < 2; z++)
        {
            double capacity = CellBalance.CapacityPerArea(cell.Zones[z].Cell) * cell.Area * cell.Zones[z].AreaShare;
            result.Zones[0][z].Charge.ShouldBe(capacity, 2e-3 * capacity);
        }
    }

    [Fact]
    public void Zones_rest_at_one_voltage_at_any_state_of_charge()
    {
        Cell poor = TestCells.Full();
        Cell rich = poor with { CyclableLithium = 1.15 };
        var cell = new ZonedCell([new("poor", 0.5, poor), new("rich", 0.5, rich)]);
        IReadOnlyList<RestState> rests = cell.RestAt(0.4);
        double Voltage(int z) => rests[z].PositivePotential - rests[z].NegativePotential;
        Voltage(0).ShouldBe(Voltage(1), 1e-9);
        // Nothing drives a current between zones that rest at one voltage.
        var simulation = new ZonedSimulation(cell, Mesh, stateOfCharge: 0.4);
        ZonedResult result = simulation.Run(ProtocolParser.ParseAll(["Rest for 1 hour"], "rest"));
        result.Zones[0][0].Charge.ShouldBe(0, 1e-7);
    }

    [Fact]
    public void Zones_that_do_not_belong_together_are_refused()
    {
        Cell cell = Half();
        Should.Throw<InputException>(() => new ZonedCell([new("a", 0.5, cell), new("b", 0.4, cell)])).Message.ShouldContain("90 %");
        Should.Throw<InputException>(() => new ZonedCell([new("a", 1.5, cell), new("b", -0.5, cell)])).Message.ShouldContain("above 0 %");
        Should.Throw<ArgumentException>(() => new ZonedCell([new("a", 0.5, cell), new("b", 0.5, cell with { OneC = 1 })]));
        Should.Throw<InputException>(() => new ZonedCell([new("a", 1, cell with { Thermal = new LumpedThermal { HeatCapacity = 1, HeatTransfer = 1, AmbientTemperature = 298.15 } })]));
    }
}
