using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Tests.Electrochemistry;

public class JacobianTests
{
    private const double Leading = 3.7;

    public static TheoryData<string, string> Cases => new()
    {
        { "half", "current" }, { "half", "voltage" }, { "half", "power" },
        { "full", "current" }, { "full", "voltage" }, { "full", "resistance" },
        { "half, double layers", "current" }, { "half, double layers", "voltage" }, { "full, double layers", "power" },
    };

    /// <summary>
    /// The eliminated, factored Jacobian must undo what differences of the residual do: for random directions v,
    /// solving with J (F(y + hv) − F(y − hv))/2h has to give v back.
    /// </summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Solving_undoes_the_differences_of_the_residual(string kind, string held)
    {
        PorousElectrodeSystem system = System(kind, held);
        double[] y = Somewhere(system), slope = new double[y.Length];
        var random = new Random(3);
        for (int i = 0; i < slope.Length; i++) slope[i] = 1e-3 * (random.NextDouble() - 0.5);
        double[] scale = Scale(system), v = [.. scale.Select(s => s * (random.NextDouble() - 0.5))];

        const double h = 1e-5;
        double[] plus = new double[y.Length], minus = new double[y.Length], at = new double[y.Length];
        system.Residual(0, Moved(y, v, h), Moved(slope, v, Leading * h), plus);
        system.Residual(0, Moved(y, v, -h), Moved(slope, v, -Leading * h), minus);
        system.Residual(0, y, slope, at);
        double[] difference = [.. plus.Zip(minus, (a, b) => (a - b) / (2 * h))];
        system.Factor(Leading).ShouldBeTrue();
        system.Solve(difference);
        for (int i = 0; i < v.Length; i++)
        {
            // The temperature is given.
            if (i != system.Layout.Temperature) (difference[i] / scale[i]).ShouldBe(v[i] / scale[i], 2e-4, $"unknown {i}");
        }
    }

    /// <summary>
    /// At a start the rows of the double layers give way to "φ_s − φ_e stands still": with any residual, an iteration must leave that
    /// difference, and along directions that leave it must solve the other rows.
    /// </summary>
    [Theory]
    [InlineData("half, double layers", "current")]
    [InlineData("half, double layers", "voltage")]
    [InlineData("full, double layers", "resistance")]
    public void A_start_leaves_the_potential_across_double_layers(string kind, string held)
    {
        PorousElectrodeSystem system = System(kind, held);
        StateLayout layout = system.Layout;
        system.Frozen = true;
        double[] y = Somewhere(system), zero = new double[y.Length], scale = Scale(system), v = new double[y.Length];
        var random = new Random(5);
        for (int i = layout.ElectrolytePotential; i < layout.SolidPotential; i++)
        {
            v[i] = scale[i] * (random.NextDouble() - 0.5);
            v[i + layout.Cells] = system.Grid.DoubleLayer[i - layout.Cells] > 0 ? v[i] : scale[i] * (random.NextDouble() - 0.5);
        }
        for (int i = layout.Reaction; i < layout.Stoichiometry; i++) v[i] = scale[i] * (random.NextDouble() - 0.5);
        v[layout.Current] = 3;
        if (system.LithiumHasDoubleLayer) v[layout.LithiumReaction] = 2;

        const double h = 1e-5;
        double[] plus = new double[y.Length], minus = new double[y.Length], at = new double[y.Length];
        system.Residual(0, Moved(y, v, h), zero, plus);
        system.Residual(0, Moved(y, v, -h), zero, minus);
        system.Residual(0, y, zero, at);
        double[] difference = [.. plus.Zip(minus, (a, b) => (a - b) / (2 * h))];
        system.Factor(1).ShouldBeTrue();
        system.Solve(difference);
        system.Solve(at);

        for (int i = 0; i < v.Length; i++) (difference[i] / (scale[i] == 0 ? 1 : scale[i])).ShouldBe(v[i] / (scale[i] == 0 ? 1 : scale[i]), 2e-4, $"unknown {i}");
        for (int i = 0; i < layout.Cells; i++)
        {
            if (system.Grid.DoubleLayer[i] > 0) at[layout.SolidPotential + i].ShouldBe(at[layout.ElectrolytePotential + i], 1e-12);
        }
        if (system.LithiumHasDoubleLayer) at[layout.LithiumPotential].ShouldBe(0);
    }

    /// <summary>A direction along the temperature alone must come back as itself and touch nothing else.</summary>
    [Fact]
    public void Solving_undoes_a_change_of_temperature()
    {
        Cell cell = TestCells.Full() with
        {
            Electrolyte = TestCells.Electrolyte() with { ConductivityActivationEnergy = 17_000, DiffusivityActivationEnergy = 20_000 },
            Thermal = new LumpedThermal { HeatCapacity = 3, HeatTransfer = 0.01 },
        };
        var system = new PorousElectrodeSystem(cell, new MeshSettings { Negative = 5, Separator = 3, Positive = 7, Radial = 6 }, Tolerances.Default)
        {
            Control = new CellControl(new Control.CRate(1), cell.Area, cell.OneC),
        };
        double[] y = Somewhere(system), slope = new double[y.Length], scale = Scale(system), v = new double[y.Length];
        v[system.Layout.Temperature] = 1;
        const double h = 1e-3;
        double[] plus = new double[y.Length], minus = new double[y.Length], at = new double[y.Length];
        system.Residual(0, Moved(y, v, h), Moved(slope, v, Leading * h), plus);
        system.Residual(0, Moved(y, v, -h), Moved(slope, v, -Leading * h), minus);
        system.Residual(0, y, slope, at);
        double[] difference = [.. plus.Zip(minus, (a, b) => (a - b) / (2 * h))];
        system.Factor(Leading).ShouldBeTrue();
        system.Solve(difference);
        difference[system.Layout.Temperature].ShouldBe(1, 1e-5);
        for (int i = 0; i < system.Layout.Charge; i++) (difference[i] / scale[i]).ShouldBe(0, 1e-4, $"unknown {i}");
    }

    [Fact]
    public void A_time_step_allocates_nothing()
    {
        PorousElectrodeSystem system = System("full", "current");
        double[] y = Somewhere(system), slope = new double[y.Length], r = new double[y.Length];
        system.Residual(0, y, slope, r);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            system.Residual(0, y, slope, r);
            system.Factor(Leading);
            system.Solve(r);
        }
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static PorousElectrodeSystem System(string kind, string held)
    {
        Cell cell = kind.StartsWith("half", StringComparison.Ordinal) ? TestCells.Half(TestCells.Layer(60e-6, TestCells.Material(film: 1e-4))) : TestCells.Full();
        if (kind.EndsWith("double layers", StringComparison.Ordinal)) cell = cell.WithDoubleLayers(0.2);
        Control control = held switch
        {
            "voltage" => new Control.Voltage(3.6),
            "power" => new Control.Power(0.01),
            "resistance" => new Control.Resistance(300),
            _ => new Control.CRate(1),
        };
        return new PorousElectrodeSystem(cell, new MeshSettings { Negative = 5, Separator = 3, Positive = 7, Radial = 6 }, Tolerances.Default)
        {
            Control = new CellControl(control, cell.Area, cell.OneC),
        };
    }

    // A state away from equilibrium, with every coefficient's slope at work.
    private static double[] Somewhere(PorousElectrodeSystem system)
    {
        StateLayout layout = system.Layout;
        var random = new Random(11);
        var y = new double[layout.Size];
        for (int i = 0; i < layout.Cells; i++)
        {
            y[i] = 700 + 600 * random.NextDouble();
            y[layout.ElectrolytePotential + i] = -0.2 + 0.1 * random.NextDouble();
            bool separator = i >= system.Grid.NegativeCount && i < system.Grid.PositiveStart;
            y[layout.SolidPotential + i] = separator ? 0 : i < system.Grid.NegativeCount ? 0.01 * random.NextDouble() : 3.7 + 0.05 * random.NextDouble();
        }
        for (int k = 0; k < layout.Particles; k++) y[layout.Reaction + k] = 4 * (random.NextDouble() - 0.5);
        for (int i = layout.Stoichiometry; i < layout.Current; i++) y[i] = 0.3 + 0.3 * random.NextDouble();
        y[layout.Current] = 30;
        y[layout.Temperature] = 298.15;
        if (system.LithiumHasDoubleLayer) (y[layout.LithiumPotential], y[layout.LithiumReaction]) = (0.03, 20);
        return y;
    }

    private static double[] Scale(PorousElectrodeSystem system)
    {
        StateLayout layout = system.Layout;
        var scale = new double[layout.Size];
        Array.Fill(scale, 100, 0, layout.Cells);
        Array.Fill(scale, 0.05, layout.ElectrolytePotential, 2 * layout.Cells);
        Array.Fill(scale, 1, layout.Reaction, layout.Particles);
        Array.Fill(scale, 0.05, layout.Stoichiometry, layout.Particles * layout.Shells);
        scale[layout.Current] = 10;
        scale[layout.Charge] = scale[layout.Energy] = 100;
        // The temperature is given: it has no direction of its own.
        scale[layout.Temperature] = 0;
        if (system.LithiumHasDoubleLayer) (scale[layout.LithiumPotential], scale[layout.LithiumReaction]) = (0.05, 10);
        return scale;
    }

    private static double[] Moved(double[] y, double[] v, double by) => [.. y.Zip(v, (a, b) => a + by * b)];
}
