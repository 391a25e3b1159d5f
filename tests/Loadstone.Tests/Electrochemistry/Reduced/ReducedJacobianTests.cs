using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;
using Loadstone.Electrochemistry.Reduced;

namespace Loadstone.Tests.Electrochemistry.Reduced;

public class ReducedJacobianTests
{
    private const double Leading = 3.7;

    public static TheoryData<ReducedModel, bool, string> Cases => new()
    {
        { ReducedModel.Spm, true, "current" }, { ReducedModel.Spm, false, "power" },
        { ReducedModel.Spme, true, "voltage" }, { ReducedModel.Spme, true, "power" },
        { ReducedModel.Spme, false, "current" }, { ReducedModel.Spme, false, "resistance" },
    };

    /// <summary>A wrong entry of the eliminated Jacobian would not give a direction back from its difference of the residual.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Solving_undoes_the_differences_of_the_residual(ReducedModel model, bool full, string held)
    {
        Cell cell = full ? TestCells.Full() : TestCells.Half(
            TestCells.Layer(40e-6, TestCells.Material(film: 1e-4)), TestCells.Layer(30e-6, TestCells.Material("top", diffusivityLaw: "2e-14*(1.2 - x)")));
        Control control = held switch
        {
            "voltage" => new Control.Voltage(3.6),
            "power" => new Control.Power(0.01),
            "resistance" => new Control.Resistance(300),
            _ => new Control.CRate(1),
        };
        var system = new ReducedSystem(cell, model, new MeshSettings { Negative = 4, Separator = 3, Positive = 5, Radial = 6 }, Tolerances.Default)
        {
            Control = new CellControl(control, cell.Area, cell.OneC),
        };
        ReducedLayout layout = system.Layout;
        var random = new Random(5);
        double[] y = new double[layout.Size], scale = new double[layout.Size];
        for (int i = 0; i < layout.Size; i++)
        {
            (y[i], scale[i]) = i switch
            {
                _ when i < layout.Reaction => (700 + 600 * random.NextDouble(), 100),
                _ when i < layout.Negative => (4 * (random.NextDouble() - 0.5), 1),
                _ when i < layout.Current => (3.5 + 0.1 * random.NextDouble(), 0.05),
                _ when i == layout.Current => (30.0, 10),
                _ when i < layout.Charge => (0.3 + 0.3 * random.NextDouble(), 0.05),
                _ => (0.0, 100),
            };
        }
        double[] slope = [.. y.Select(_ => 1e-3 * (random.NextDouble() - 0.5))], v = [.. scale.Select(s => s * (random.NextDouble() - 0.5))];

        const double h = 1e-5;
        double[] plus = new double[y.Length], minus = new double[y.Length], at = new double[y.Length];
        system.Residual(0, Moved(y, v, h), Moved(slope, v, Leading * h), plus);
        system.Residual(0, Moved(y, v, -h), Moved(slope, v, -Leading * h), minus);
        system.Residual(0, y, slope, at);
        double[] difference = [.. plus.Zip(minus, (a, b) => (a - b) / (2 * h))];
        system.Factor(Leading).ShouldBeTrue();
        system.Solve(difference);
        for (int i = 0; i < v.Length; i++) (difference[i] / scale[i]).ShouldBe(v[i] / scale[i], 1e-5, $"unknown {i}");
    }

    private static double[] Moved(double[] y, double[] v, double by) => [.. y.Zip(v, (a, b) => a + by * b)];
}
