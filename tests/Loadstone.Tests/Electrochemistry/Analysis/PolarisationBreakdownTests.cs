using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Analysis;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Numerics;

namespace Loadstone.Tests.Electrochemistry.Analysis;

public class PolarisationBreakdownTests
{
    private static readonly MeshSettings _mesh = new() { Negative = 8, Separator = 5, Positive = 9, Radial = 8 };

    /// <summary>A term forgotten, counted twice or with the wrong weight would leave a gap, in any cell, at any current, and at rest.</summary>
    [Theory]
    [InlineData("full")]
    [InlineData("half")]
    public void Terms_add_to_the_distance_from_equilibrium_at_any_time(string kind)
    {
        Cell cell = ImpedanceTests.Cells(kind);
        Protocol protocol = ProtocolParser.ParseAll(["Discharge at 2C for 8 min", "Rest for 30 min", "Charge at 1C for 5 min", "Discharge at C/10 for 10 min"], "steps");
        double[] times = [.. Enumerable.Range(1, 60).Select(i => i * 52.0)];
        SimulationResult result = new Simulation(cell, _mesh, stateOfCharge: 0.9).Run(protocol, snapshotTimes: times);

        var along = PolarisationBreakdown.Along(cell, result, _mesh);

        along.Count.ShouldBeGreaterThan(55);
        foreach ((_, PolarisationBreakdown at) in along)
        {
            at.Whole.Total.ShouldBe(at.Total, 1e-9, $"{at.Time} s");
            double.IsFinite(at.Total).ShouldBeTrue();
        }
        foreach (StepResult step in result.Steps)
        {
            PolarisationBreakdown end = PolarisationBreakdown.Of(cell, step.AtEnd, _mesh);
            end.Voltage.ShouldBe(step.Series.Voltage[^1], 1e-9);
            PolarisationBreakdown.Along(cell, step, _mesh)[^1].Charge.ShouldBe(step.Series.Charge[^1]);
        }
        // Two hours would be needed for the contents to be even; what is left after a rest is small but not nothing.
        PolarisationBreakdown rested = along.Last(a => a.Breakdown.Time <= result.Steps[1].EndTime).Breakdown;
        Math.Abs(rested.Whole.ElectrolyteOhmic).ShouldBeLessThan(1e-3);
    }

    [Theory]
    [InlineData("full")]
    [InlineData("half")]
    public void At_rest_nothing_is_lost(string kind)
    {
        Cell cell = ImpedanceTests.Cells(kind);
        Profiles rest = new Simulation(cell, _mesh, stateOfCharge: 0.5).Run(ProtocolParser.ParseAll(["Rest for 1 s"], "rest")).Steps[0].AtEnd;

        PolarisationBreakdown breakdown = PolarisationBreakdown.Of(cell, rest, _mesh);

        foreach (RegionPolarisation region in (RegionPolarisation[])[breakdown.Negative, breakdown.Separator, breakdown.Positive])
        {
            foreach ((string name, double value) in region.Terms) value.ShouldBe(0, 1e-9, name);
        }
    }

    [Fact]
    public void Every_loss_lowers_the_voltage_on_discharge_and_raises_it_on_charge()
    {
        Cell cell = TestCells.Full();
        foreach (int sign in (int[])[1, -1])
        {
            var simulation = new Simulation(cell, _mesh, stateOfCharge: 0.5);
            RegionPolarisation whole = PolarisationBreakdown.Of(cell, simulation.Run(TestCells.For(sign * 1.5, 120)).Steps[0].AtEnd, _mesh).Whole;
            foreach ((string name, double value) in whole.Terms) (sign * value).ShouldBeGreaterThan(0, name);
        }
    }

    /// <summary>Losses with a formula of their own: contact, films, the reaction at the lithium, salt that conducts well.</summary>
    [Fact]
    public void Simple_terms_have_their_closed_values()
    {
        const double current = 40, film = 3e-4;
        Cell cell = TestCells.Half(TestCells.Layer(20e-6, TestCells.Material(film: film), conductivity: 1e3)) with
        {
            Lithium = TestCells.Lithium with { FilmResistance = 2e-4, ExchangeCurrentDensity = new ConstantFunction(15) },
            Electrolyte = TestCells.Electrolyte(concentrationDependent: false) with { Diffusivity = new ConstantFunction(1e-6), Conductivity = new ConstantFunction(1e2) },
        };
        var step = new ProtocolStep("short", new Control.Current(current * cell.Area), 1, []);
        Profiles end = new Simulation(cell, _mesh, stateOfCharge: 0.5).Run(new Protocol("short", [step])).Steps[0].AtEnd;

        PolarisationBreakdown breakdown = PolarisationBreakdown.Of(cell, end, _mesh);

        double f = PhysicalConstants.Gas * cell.Temperature / PhysicalConstants.Faraday;
        breakdown.Positive.Contact.ShouldBe(current * 1e-4, 1e-9);
        breakdown.Negative.Film.ShouldBe(current * 2e-4, 1e-9);
        breakdown.Negative.ChargeTransfer.ShouldBe(2 * f * Math.Asinh(current / 30), 1e-9);
        breakdown.Separator.ElectrolyteOhmic.ShouldBe(current * 25e-6 / (1e2 * 0.3), 1e-9);
        // Solid and electrolyte conduct so well that the reaction is even.
        breakdown.Positive.Film.ShouldBe(film * current / (20e-6 * 3 * 0.55 / 5e-6), 1e-3 * breakdown.Positive.Film);
    }

    [Fact]
    public void Profiles_of_another_mesh_are_refused()
    {
        Cell cell = TestCells.Full();
        Profiles end = new Simulation(cell, _mesh).Run(TestCells.For(1, 1)).Steps[0].AtEnd;
        Should.Throw<ArgumentException>(() => PolarisationBreakdown.Of(cell, end));
    }
}
