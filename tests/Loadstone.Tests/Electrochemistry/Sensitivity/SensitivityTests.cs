using Loadstone.Cells;
using Loadstone.Designs.Building;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Sensitivity;
using Loadstone.Electrodes;

namespace Loadstone.Tests.Electrochemistry.Sensitivity;

public class SensitivityTests
{
    private static readonly MeshSettings _mesh = new() { Negative = 6, Separator = 4, Positive = 6, Radial = 8 };

    public static TheoryData<bool, double?> Cases => new() { { true, null }, { false, null }, { true, 900 }, { false, 900 } };

    /// <summary>What the factors give must be what two whole runs with a parameter a little larger and smaller give.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Sensitivities_are_differences_of_whole_runs(bool full, double? seconds)
    {
        Cell cell = full ? TestCells.Full() : TestCells.Half(TestCells.Layer(60e-6, TestCells.Material(diffusivityLaw: "2e-14*(1.2 - x)")));
        var step = new ProtocolStep("discharge", new Control.CRate(0.5), seconds, seconds is null ? [new StopCondition.Voltage(cell.LowerCutOff)] : []);
        Tolerances fine = Tolerances.Scaled(0.01);
        IReadOnlyList<CellParameter> parameters = CellParameter.Of(cell);
        SensitivityStep found = SensitivityAnalysis.Run(cell, new Protocol("p", [step]), parameters, _mesh, Tolerances.Scaled(0.1));
        double largest = found.Parameters.Max(p => Math.Abs(seconds is null ? p.Charge : p.Voltage));
        for (int i = 0; i < parameters.Count; i++)
        {
            const double h = 2e-3;
            StepResult a = Run(parameters[i].Scaled(cell, 1 + h)), b = Run(parameters[i].Scaled(cell, 1 - h));
            double expected = seconds is null ? (a.Charge - b.Charge) / (2 * h) : (a.Series.Voltage[^1] - b.Series.Voltage[^1]) / (2 * h);
            double actual = seconds is null ? found.Parameters[i].Charge : found.Parameters[i].Voltage;
            found.Parameters[i].Energy.ShouldBe((a.Energy - b.Energy) / (2 * h), 2e-3 * Math.Abs(a.Energy - b.Energy) / (2 * h) + 1e-3 * found.Parameters.Max(p => Math.Abs(p.Energy)), parameters[i].Name);
            actual.ShouldBe(expected, 2e-3 * Math.Abs(expected) + 1e-3 * largest, parameters[i].Name);
        }
        StepResult Run(Cell c) => new Simulation(c, _mesh, fine).Run(new Protocol("p", [step])).Steps[0];
    }

    /// <summary>What the command shows is at default tolerance and mesh: it must be right to 1 % of the largest there too.</summary>
    [Fact]
    public void Default_tolerances_are_tight_enough()
    {
        const double h = 2e-2;
        Cell cell = ParameterSetCell.Load("chen2020");
        Protocol discharge = ProtocolParser.ParseAll(["Discharge at 1C until 2.5 V"], "p");
        CellParameter[] parameters = [.. CellParameter.Of(cell).Where(p => p.Name is "positive thickness" or "positive particle radius")];
        parameters.Length.ShouldBe(2);
        SensitivityStep found = SensitivityAnalysis.Run(cell, discharge, parameters);
        double[] expected = [.. parameters.Select(p => (Run(p.Scaled(cell, 1 + h)) - Run(p.Scaled(cell, 1 - h))) / (2 * h))];
        double tolerance = 0.01 * expected.Max(Math.Abs);
        for (int i = 0; i < 2; i++) found.Parameters[i].Charge.ShouldBe(expected[i], tolerance, parameters[i].Name);

        double Run(Cell c) => new Simulation(c, tolerances: Tolerances.Scaled(0.01)).Run(discharge).Steps[0].Charge;
    }

    /// <summary>An end whose time the formulas do not follow would give wrong figures in silence.</summary>
    [Theory]
    [InlineData("a current", "Hold at 4.1 V until C/20")]
    [InlineData("a charge", "Discharge at 1C until 1 mAh")]
    [InlineData("a salt concentration", "Discharge at 1C until 2.5 V or 500 mol/m³ electrolyte")]
    [InlineData("2 steps", "Rest for 1 min", "Discharge at 1C until 2.5 V")]
    [InlineData("repeats", "Repeat 2 times: Discharge at 1C for 1 min")]
    public void What_cannot_be_answered_is_refused(string told, params string[] steps)
    {
        Protocol protocol = ProtocolParser.ParseAll(steps, "p");
        Should.Throw<InputException>(() => SensitivityAnalysis.Run(TestCells.Full(), protocol, [], _mesh)).Message.ShouldContain(told);
    }

    [Fact]
    public void A_cell_that_heats_by_itself_is_refused()
    {
        Cell cell = TestCells.Full() with { Thermal = new LumpedThermal { HeatCapacity = 1, HeatTransfer = 1 } };
        Protocol protocol = ProtocolParser.ParseAll(["Rest for 1 min"], "p");
        Should.Throw<InputException>(() => SensitivityAnalysis.Run(cell, protocol, [], _mesh)).Message.ShouldContain("heats by itself");
    }

    /// <summary>Lithium metal that runs out ends the step neither by voltage nor by time.</summary>
    [Fact]
    public void A_step_that_ends_otherwise_is_told()
    {
        Cell cell = TestCells.Half(TestCells.Layer(60e-6, TestCells.Material())) with { Lithium = TestCells.Lithium with { Thickness = 1e-6 } };
        Protocol protocol = ProtocolParser.ParseAll(["Discharge at C/2 until 3.5 V"], "p");
        Should.Throw<InputException>(() => SensitivityAnalysis.Run(cell, protocol, [], _mesh)).Message.ShouldContain("used up");
    }

    /// <summary>Two layers of the same thickness share 5 cells by a rounding that a parameter's small change may turn.</summary>
    [Fact]
    public void Layers_keep_their_cells_or_it_is_told()
    {
        Layer first = TestCells.Layer(30e-6, TestCells.Material("a")), second = TestCells.Layer(30e-6, TestCells.Material("b"), 3e-6);
        Cell cell = TestCells.Half(first, second);
        MeshSettings odd = _mesh with { Positive = 5 };
        Protocol protocol = ProtocolParser.ParseAll(["Discharge at C/2 for 1 min"], "p");
        CellParameter whole = CellParameter.Of(cell).Single(p => p.Name == "positive thickness");
        Should.NotThrow(() => SensitivityAnalysis.Run(cell, protocol, [whole], odd));

        CellParameter one = new("first layer", (c, s) => c with
        {
            Positive = c.Positive with { Layers = [TestCells.Layer(30e-6 * s, c.Positive.Layers[0].Particles[0].Material), second] },
        });
        Should.Throw<InputException>(() => SensitivityAnalysis.Run(cell, protocol, [one], odd)).Message.ShouldContain("first layer");
    }
}
