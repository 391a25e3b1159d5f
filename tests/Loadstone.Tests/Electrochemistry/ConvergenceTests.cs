using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrodes;

namespace Loadstone.Tests.Electrochemistry;

public class ConvergenceTests
{
    private static readonly Tolerances _tight = Tolerances.Scaled(0.002);

    /// <summary>
    /// A sphere under constant flux has a closed solution (Crank, The Mathematics of Diffusion, eq. 6.45). In an electrode so
    /// thin and conductive that every particle gets the same flux, the surface stoichiometry must approach it at second order.
    /// </summary>
    [Fact]
    public void Second_order_in_r_against_the_closed_solution_of_a_sphere()
    {
        const double radius = 5e-6, diffusivity = 1e-14, thickness = 1e-6, active = 0.55;
        IntercalationMaterial material = TestCells.Material(diffusivity: diffusivity);
        Cell cell = TestCells.Half(TestCells.Layer(thickness, material, radius, active: active, conductivity: 1e4)) with
        {
            Electrolyte = TestCells.Electrolyte(concentrationDependent: false),
        };
        double start = CellBalance.StoichiometryAt(material, cell.UpperCutOff);
        double seconds = 0.08 * radius * radius / diffusivity;
        double flux = 3e-5 / cell.Area / (3 * active / radius * thickness);
        double exact = start + flux * radius / (PhysicalConstants.Faraday * diffusivity * material.MaximumConcentration)
            * SphereSurface(0.08);

        int[] shells = [8, 16, 32, 64];
        double[] errors = [.. shells.Select(n =>
        {
            var simulation = new Simulation(cell, new MeshSettings { Positive = 2, Separator = 2, Radial = n }, _tight);
            SimulationResult result = simulation.Run(TestCells.For(3e-5 / cell.OneC, seconds));
            return Math.Abs(result.Steps[0].AtEnd.Particles[0].SurfaceStoichiometry.Average() - exact);
        })];
        for (int i = 1; i < errors.Length; i++)
        {
            Math.Log2(errors[i - 1] / errors[i]).ShouldBeGreaterThan(1.9, $"errors {string.Join(", ", errors)}");
        }
    }

    /// <summary>Two layers with jumps in every coefficient: voltages on meshes refined by two must approach each other at second order.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Second_order_in_x_across_layers(bool full)
    {
        Cell cell = full ? TestCells.Full() : TestCells.Half(
            TestCells.Layer(60e-6, TestCells.Material("coarse", 8e-15), 6e-6, 0.30, 0.6, 0.05, "bottom"),
            TestCells.Layer(60e-6, TestCells.Material("fine", 2e-14), 3e-6, 0.45, 0.45, 0.2, "top"));
        int[] counts = [10, 20, 40, 80, 160];
        double[] voltages = [.. counts.Select(n =>
        {
            var simulation = new Simulation(cell, new MeshSettings { Negative = n, Separator = n / 2, Positive = n, Radial = 8 }, _tight);
            return simulation.Run(TestCells.For(0.8, 600)).Steps[0].Series.Voltage[^1];
        })];
        double[] changes = [.. voltages.Zip(voltages.Skip(1), (a, b) => Math.Abs(a - b))];
        for (int i = 1; i < changes.Length; i++)
        {
            Math.Log2(changes[i - 1] / changes[i]).ShouldBeGreaterThan(1.85, $"changes {string.Join(", ", changes)} V");
        }
    }

    /// <summary>
    /// The resistance of a porous electrode before anything is depleted, with linear kinetics, is known (Newman, Tobias,
    /// J. Electrochem. Soc. 109, 1183 (1962); Euler, Nonnenmacher, Electrochim. Acta 2, 268 (1960)).
    /// </summary>
    [Fact]
    public void First_moment_meets_the_closed_resistance_of_a_porous_electrode()
    {
        const double thickness = 100e-6, sigma = 0.08, radius = 5e-6, active = 0.55, exchange = 2, porosity = 0.35;
        IntercalationMaterial material = TestCells.Material(diffusivity: 1e-6, exchange: exchange);
        Cell cell = TestCells.Half(TestCells.Layer(thickness, material, radius, porosity, active, sigma)) with
        {
            Electrolyte = TestCells.Electrolyte(concentrationDependent: false),
        };
        const double current = 1e-3;
        var simulation = new Simulation(cell, new MeshSettings { Positive = 400, Separator = 400, Radial = 3 });
        double voltage = simulation.Run(TestCells.For(current * cell.Area / cell.OneC, 1e-6)).Steps[0].Series.Voltage[0];

        double f = PhysicalConstants.Gas * cell.Temperature / PhysicalConstants.Faraday;
        double theta = CellBalance.StoichiometryAt(material, cell.UpperCutOff);
        double kappa = 0.9 * Math.Pow(porosity, 1.5), i0 = exchange * Math.Sqrt(theta * (1 - theta));
        double nu = thickness * Math.Sqrt(3 * active / radius * i0 / f * (1 / kappa + 1 / sigma));
        double electrode = thickness / (kappa + sigma)
            * (1 + (2 + (sigma / kappa + kappa / sigma) * Math.Cosh(nu)) / (nu * Math.Sinh(nu)));
        double others = cell.Separator.Thickness / (0.9 * cell.Separator.TransportEfficiency) + 1e-4 + f / 15;
        ((cell.UpperCutOff - voltage) / current).ShouldBe(electrode + others, 1e-4 * (electrode + others));
    }

    [Fact]
    public void Voltage_error_follows_the_tolerance_of_the_time_stepping()
    {
        Cell cell = TestCells.Full();
        double End(double factor) => new Simulation(cell, null, Tolerances.Scaled(factor)).Run(TestCells.Discharge(1, 3.0)).Steps[0].EndTime;
        double exact = End(0.002);
        Math.Abs(End(1) / exact - 1).ShouldBeLessThan(2e-5);
        Math.Abs(End(0.05) / exact - 1).ShouldBeLessThan(2e-6);
    }

    // 3τ + 1/5 − 2 Σ exp(−λ²τ)/λ² with tan λ = λ.
    private static double SphereSurface(double tau)
    {
        double sum = 0;
        for (int n = 1; n <= 200; n++)
        {
            double low = n * Math.PI, high = (n + 0.5) * Math.PI - 1e-12;
            double root = low;
            for (int i = 0; i < 200; i++)
            {
                root = (low + high) / 2;
                if (Math.Sin(root) - root * Math.Cos(root) > 0 == (n % 2 == 1)) low = root;
                else high = root;
            }
            sum += Math.Exp(-root * root * tau) / (root * root);
        }
        return 3 * tau + 0.2 - 2 * sum;
    }
}
