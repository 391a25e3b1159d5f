using Loadstone.Laboratory.Resistance;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Resistance;

public class LayerKernelTests
{
    private const double Thickness = 71e-6, Resistivity = 0.1, Interface = 1e-4;

    private static readonly double[] Distances = [40e-6, 0.1e-3, 0.2e-3, 0.4e-3, 0.8e-3, 1.6e-3, 4e-3, 9e-3];

    /// <summary>Stacks from an interface that hardly counts to one that lets little through, and a foil as bad as a coating.</summary>
    public static TheoryData<double, double, double> Stacks => new()
    {
        { 0.1, 1e-4, 2.65e-8 },
        { 0.1, 1e-7, 2.65e-8 },
        { 0.01, 1e-2, 2.65e-8 },
        { 10, 1e-4, 2.65e-8 },
        { 0.1, 1e-4, 1e-3 },
        { 0.1, 1e-5, 0.05 },
    };

    /// <summary>Differences of potentials would be off by more than 1e-8 of the near field if the quadrature left oscillations or scales out.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public void Quadrature_is_the_sum_of_modes(double resistivity, double interfaceResistance, double foilResistivity)
    {
        FoilSheet foil = FoilSheet.Aluminium with { Resistivity = foilResistivity };
        var modes = new LayerModes(Thickness, resistivity, interfaceResistance, foil, Distances[0]);
        double[] u = Potentials(Thickness, foil, Distances, resistivity, interfaceResistance);
        double near = modes.At(Distances[0]) - modes.At(Distances[^1]);
        for (int i = 0; i < u.Length; i++) (u[i] - u[^1]).ShouldBe(modes.At(Distances[i]) - modes.At(Distances[^1]), 1e-8 * near, $"r = {Distances[i]}");
    }

    /// <summary>A finer rule would move what the usual one gives by more than 0.1 % of it if that were not converged.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public void Finer_rule_changes_nothing(double resistivity, double interfaceResistance, double foilResistivity)
    {
        FoilSheet foil = FoilSheet.Aluminium with { Resistivity = foilResistivity };
        double[] u = Potentials(Thickness, foil, Distances, resistivity, interfaceResistance);
        double[] fine = Potentials(Thickness, foil, Distances, resistivity, interfaceResistance, rule: new HankelRule(14, 12, 30));
        for (int i = 0; i < u.Length; i++) u[i].ShouldBe(fine[i], 1e-8 / Distances[i]);
    }

    /// <summary>φ = I ρ/(2π r) near a contact on anything thick (Valdes 1954).</summary>
    [Fact]
    public void Thick_coating_is_a_half_space()
    {
        double[] u = Potentials(1, FoilSheet.Aluminium, [1e-4, 1e-3], 0.1, 1e-4);
        (u[0] - u[1]).ShouldBe(1e4 - 1e3, 1e-3 * 9e3);
    }

    /// <summary>φ = −I ρ/(2π L) ln r on a thin film on an insulator, from a distance of a few thicknesses on.</summary>
    [Fact]
    public void Thin_film_on_an_insulator_gives_the_logarithm()
    {
        double[] u = Potentials(Thickness, null, [4e-4, 1e-3, 9e-3], 0.1, 0);
        (u[0] - u[1]).ShouldBe(Math.Log(2.5) / Thickness, 1e-5 / Thickness);
        (u[1] - u[2]).ShouldBe(Math.Log(9) / Thickness, 1e-8 / Thickness);
    }

    /// <summary>No interface resistance on a perfect foil: images of the other sign at each even multiple of L.</summary>
    [Fact]
    public void Perfect_foil_gives_alternating_images()
    {
        FoilSheet foil = FoilSheet.Aluminium with { Resistivity = 1e-20 };
        double[] r = [20e-6, 60e-6, 150e-6, 300e-6], u = Potentials(Thickness, foil, r, 0.1, 1e-20);
        for (int i = 0; i < r.Length; i++)
        {
            double sum = 1 / r[i];
            const int count = 20000;
            for (int n = 1; n <= count; n++) sum += (n % 2 == 0 ? 2 : -2) * (n == count ? 0.5 : 1) / Math.Sqrt(r[i] * r[i] + 4.0 * n * n * Thickness * Thickness);
            u[i].ShouldBe(sum, 1e-8 / r[i]);
        }
    }

    /// <summary>An interface that lets nothing through makes the foil an insulator.</summary>
    [Fact]
    public void Large_interface_resistance_is_an_insulator()
    {
        double[] on = Potentials(Thickness, FoilSheet.Aluminium, Distances, 0.1, 1e5), off = Potentials(Thickness, null, Distances, 0.1, 0);
        for (int i = 0; i < Distances.Length; i++) (on[i] - on[^1]).ShouldBe(off[i] - off[^1], 1e-6 * off[0]);
    }

    /// <summary>A fit would walk the wrong way, and its errors would be wrong, if the derivatives were.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public void Derivatives_are_those_of_the_potential(double resistivity, double interfaceResistance, double foilResistivity)
    {
        FoilSheet foil = FoilSheet.Aluminium with { Resistivity = foilResistivity };
        const double h = 1e-4;
        var kernel = new LayerKernel(Thickness, foil, Distances);
        double[] u = new double[Distances.Length], byResistivity = new double[u.Length], byInterface = new double[u.Length];
        kernel.Evaluate(resistivity, interfaceResistance, u, byResistivity, byInterface);
        double[] more = Potentials(Thickness, foil, Distances, resistivity * Math.Exp(h), interfaceResistance), less = Potentials(Thickness, foil, Distances, resistivity * Math.Exp(-h), interfaceResistance);
        double[] above = Potentials(Thickness, foil, Distances, resistivity, interfaceResistance * Math.Exp(h)), below = Potentials(Thickness, foil, Distances, resistivity, interfaceResistance * Math.Exp(-h));
        for (int i = 0; i < u.Length; i++)
        {
            byResistivity[i].ShouldBe((more[i] - less[i]) / (2 * h), 1e-6 / Distances[i] + 1e-7 * u[0]);
            byInterface[i].ShouldBe((above[i] - below[i]) / (2 * h), 1e-6 / Distances[i] + 1e-7 * u[0]);
        }
    }

    /// <summary>
    /// Finite volumes in r and z, which know nothing of transforms, meet the potential within 0.1 % of the voltage from the nearest distance to the farthest.
    /// </summary>
    [Theory]
    [InlineData(0.1, 1e-4)]
    [InlineData(0.1, 1e-6)]
    [InlineData(0.01, 2e-4)]
    public void Finite_volumes_agree(double resistivity, double interfaceResistance)
    {
        double[] r = [60e-6, 0.1e-3, 0.2e-3, 0.4e-3, 0.8e-3, 1.6e-3];
        double[] u = Potentials(Thickness, FoilSheet.Aluminium, r, resistivity, interfaceResistance);
        var volumes = new AxisymmetricVolumes(Thickness, resistivity, interfaceResistance, FoilSheet.Aluminium);
        for (int i = 0; i < r.Length; i++) (u[i] - u[^1]).ShouldBe(volumes.At(r[i]) - volumes.At(r[^1]), 1e-3 * (u[0] - u[^1]), $"r = {r[i]}");
    }

    /// <summary>From ten radii on a disc is a point; nearer it lies higher than the point's half space by asin.</summary>
    [Fact]
    public void Disc_is_a_point_from_afar()
    {
        double[] r = [30e-6, 0.3e-3, 1e-3], point = Potentials(Thickness, FoilSheet.Aluminium, r, Resistivity, Interface);
        double[] disc = Potentials(Thickness, FoilSheet.Aluminium, r, Resistivity, Interface, contactRadius: 25e-6);
        (disc[0] - point[0]).ShouldBe(Math.Asin(25.0 / 30) / 25e-6 - 1 / 30e-6, 0.05 * 8e3);
        (disc[1] / point[1]).ShouldBe(1, 5e-3);
        (disc[2] / point[2]).ShouldBe(1, 5e-3);
    }

    /// <summary>
    /// Inside the layers: at the surface the same potential, and the current through the interface, (φ⁺ − φ⁻)/R, is all that entered.
    /// </summary>
    [Fact]
    public void Sections_end_at_the_surface_and_pass_all_current()
    {
        var coating = new CoatingOnFoil { Thickness = Thickness };
        double[] r = [.. Enumerable.Range(0, 400).Select(i => 2e-6 * Math.Pow(3e-3 / 2e-6, i / 399.0))];
        double[] surface = Potentials(Thickness, FoilSheet.Aluminium, r, Resistivity, Interface), top = DepthKernel.Composite(coating, Resistivity, Interface, r, 0);
        double[] above = DepthKernel.Composite(coating, Resistivity, Interface, r, Thickness), below = DepthKernel.Foil(coating, Resistivity, Interface, r);
        double current = 0;
        for (int i = 0; i < r.Length; i++)
        {
            top[i].ShouldBe(surface[i], 1e-9 / r[i]);
            // ∫ j 2πr dr in ln r by the trapezoid rule; φ is ρ/(2π) u.
            if (i > 0) current += Math.Log(r[i] / r[i - 1]) / 2 * Resistivity / Interface * ((above[i] - below[i]) * r[i] * r[i] + (above[i - 1] - below[i - 1]) * r[i - 1] * r[i - 1]);
        }
        current.ShouldBe(1, 1e-3);
    }

    private static double[] Potentials(double thickness, FoilSheet? foil, double[] r, double resistivity, double interfaceResistance, double contactRadius = 0, HankelRule? rule = null)
    {
        double[] u = new double[r.Length];
        new LayerKernel(thickness, foil, r, contactRadius, rule).Evaluate(resistivity, interfaceResistance, u, new double[r.Length], new double[r.Length]);
        return u;
    }
}
