using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Sensitivity;

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
        SensitivityStep found = SensitivityAnalysis.Run(cell, step, parameters, _mesh, Tolerances.Scaled(0.1));
        double largest = found.Parameters.Max(p => Math.Abs(seconds is null ? p.Charge : p.Voltage));
        for (int i = 0; i < parameters.Count; i++)
        {
            const double h = 2e-3;
            StepResult a = Run(parameters[i].Scaled(cell, 1 + h)), b = Run(parameters[i].Scaled(cell, 1 - h));
            double expected = seconds is null ? (a.Charge - b.Charge) / (2 * h) : (a.Series.Voltage[^1] - b.Series.Voltage[^1]) / (2 * h);
            double actual = seconds is null ? found.Parameters[i].Charge : found.Parameters[i].Voltage;
            actual.ShouldBe(expected, 2e-3 * Math.Abs(expected) + 1e-3 * largest, parameters[i].Name);
        }
        StepResult Run(Cell c) => new Simulation(c, _mesh, fine).Run(new Protocol("p", [step])).Steps[0];
    }
}
