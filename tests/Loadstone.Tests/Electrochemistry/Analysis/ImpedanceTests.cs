using System.Numerics;
using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Analysis;
using Loadstone.Electrodes;
using Loadstone.Numerics;

namespace Loadstone.Tests.Electrochemistry.Analysis;

public class ImpedanceTests
{
    private static readonly ImpedanceSettings _noDoubleLayer = new() { DoubleLayerCapacitance = 0 };
    private static readonly MeshSettings _small = new() { Negative = 4, Separator = 3, Positive = 5, Radial = 5 };

    /// <summary>A wrong sign or a lost term in the linearisation would show against differences of the residual, under load above all.</summary>
    [Theory]
    [InlineData("full", 0)]
    [InlineData("full", 2)]
    [InlineData("half", 0)]
    [InlineData("half", 1.5)]
    public void The_fast_solution_is_that_of_the_whole_matrix(string kind, double rate)
    {
        Cell cell = Cells(kind);
        CellState state = After(cell, rate, _small);
        double[] frequencies = Impedance.Frequencies(1e-4, 1e4, 9);

        ImpedanceSpectrum spectrum = Impedance.Of(cell, state, frequencies, _noDoubleLayer, _small);
        Complex[] whole = DenseImpedance.Of(cell, state, _small, frequencies);

        for (int i = 0; i < frequencies.Length; i++) Distance(spectrum.Impedance[i], whole[i]).ShouldBeLessThan(1e-6, $"{frequencies[i]} Hz");
    }

    /// <summary>Double layers short the reactions out: what is left are two conductors side by side, cell for cell.</summary>
    [Fact]
    public void High_frequencies_see_the_conductors_alone()
    {
        Layer layer = TestCells.Layer(60e-6, TestCells.Material());
        // With t₊ all but 1 the half cell before the lithium, which has no salt of its own, has no diffusion potential.
        Cell cell = TestCells.Half(layer) with
        {
            Electrolyte = TestCells.Electrolyte(concentrationDependent: false) with { TransferenceNumber = new ConstantFunction(1 - 1e-9) },
        };
        var mesh = new MeshSettings { Separator = 4, Positive = 12, Radial = 6 };
        double kappa = 0.9 * layer.TransportEfficiency.Mean, sigma = 1, h = 5e-6;
        // Between the outermost centres both conduct; before the first only the electrolyte does, behind the last only the solid.
        double expected = 25e-6 / (0.9 * 0.3) + h / 2 / kappa + (60e-6 - h) / (kappa + sigma) + h / 2 / sigma + 1e-4;

        Complex z = Impedance.Of(cell, 0.5, [1e12], mesh: mesh).ArealImpedance[0];

        z.Real.ShouldBe(expected, 1e-6 * expected);
        z.Imaginary.ShouldBe(0, 1e-6 * expected);
    }

    /// <summary>At rest the cell is a capacitor: the slope of its equilibrium potential against charge.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    public void Low_frequencies_see_the_slope_of_the_equilibrium_potential(double doubleLayer)
    {
        Layer layer = TestCells.Layer(60e-6, TestCells.Material());
        Cell cell = TestCells.Half(layer);
        const double h = 1e-5, frequency = 1e-9;
        double perCharge = (CellBalance.PotentialsAt(cell, 0.5 + h).Positive - CellBalance.PotentialsAt(cell, 0.5 - h).Positive)
            / (2 * h * CellBalance.CapacityPerArea(cell));
        // The double layer is charged beside the particles, 0.2 F/m² on 3 ε/R against 5e8 C/m³ per volt.
        double surface = 60e-6 * 3 * 0.55 / 5e-6;

        Complex z = Impedance.Of(cell, 0.5, [frequency], new ImpedanceSettings { DoubleLayerCapacitance = doubleLayer }).ArealImpedance[0];

        (-1 / (2 * Math.PI * frequency * z.Imaginary)).ShouldBe(1 / perCharge + doubleLayer * surface, 1e-6 / perCharge);
    }

    /// <summary>
    /// One layer of particles with nothing else in the way: charge transfer and the finite diffusion impedance of a sphere,
    /// tanh √s/(√s − tanh √s) with s = iωR²/D (Jacobsen, West, Electrochim. Acta 40, 255 (1995)).
    /// </summary>
    [Fact]
    public void Spheres_diffuse_as_the_closed_solution_says()
    {
        const double radius = 5e-6, diffusivity = 1e-14, thickness = 1e-6;
        IntercalationMaterial material = TestCells.Material(diffusivity: diffusivity, ocp: "4.3 - 0.9*x");
        Layer layer = TestCells.Layer(thickness, material, radius, conductivity: 1e3);
        Cell cell = TestCells.Half(layer) with
        {
            Lithium = new LithiumElectrode { Thickness = 1e-4, ExchangeCurrentDensity = new ConstantFunction(1e9) },
            Electrolyte = TestCells.Electrolyte(concentrationDependent: false) with { Conductivity = new ConstantFunction(1e6), Diffusivity = new ConstantFunction(1) },
            Positive = new Electrode { Layers = [layer] },
        };
        double theta = CellBalance.StoichiometryAt(material, CellBalance.PotentialsAt(cell, 0.5).Positive);
        double transfer = PhysicalConstants.Gas * cell.Temperature / PhysicalConstants.Faraday / (3 * Math.Sqrt(theta * (1 - theta)));
        double surface = thickness * 3 * 0.55 / radius;
        double[] frequencies = Impedance.Frequencies(1e-6, 0.1, 11);

        ImpedanceSpectrum spectrum = Impedance.Of(cell, 0.5, frequencies, _noDoubleLayer, new MeshSettings { Separator = 2, Positive = 2, Radial = 80 });

        for (int i = 0; i < frequencies.Length; i++)
        {
            Complex root = Complex.Sqrt(new Complex(0, 2 * Math.PI * frequencies[i] * radius * radius / diffusivity));
            // tanh overflows for large arguments, where it is 1.
            Complex tanh = root.Real > 300 ? 1 : Complex.Tanh(root);
            Complex diffusion = 0.9 * radius / (PhysicalConstants.Faraday * diffusivity * 49_000) * tanh / (root - tanh);
            Distance(spectrum.ArealImpedance[i], (transfer + diffusion) / surface).ShouldBeLessThan(1e-3, $"{frequencies[i]} Hz");
        }
    }

    /// <summary>
    /// Cause before effect: the imaginary part follows from the real one,
    /// Z″(ω) = (2ω/π) ∫ (Z′(x) − Z′(ω))/(x² − ω²) dx, but for the capacitor that the cell is at last.
    /// </summary>
    [Fact]
    public void Real_and_imaginary_parts_belong_together()
    {
        Cell cell = TestCells.Full();
        const int points = 4000;
        double[] frequencies = Impedance.Frequencies(1e-8, 1e9, points);
        Complex[] z = [.. Impedance.Of(cell, 0.5, frequencies).ArealImpedance];
        double capacitor = z[0].Imaginary * frequencies[0], step = Math.Log(frequencies[1] / frequencies[0]);
        for (int k = 1500; k <= 2800; k += 65)
        {
            double omega = frequencies[k], sum = 0;
            for (int i = 0; i < points; i++)
            {
                // At the pole the integrand goes on smoothly; its value is the mean of its neighbours'.
                if (i == k) continue;
                double x = frequencies[i], weight = i is 0 or points - 1 ? 0.5 : Math.Abs(i - k) == 1 ? 1.5 : 1;
                sum += weight * x * (z[i].Real - z[k].Real) / (x * x - omega * omega);
            }
            double imaginary = 2 * omega / Math.PI * sum * step + capacitor / omega;
            imaginary.ShouldBe(z[k].Imaginary, 2e-3 * Complex.Abs(z[k]), $"{omega} Hz");
        }
    }

    [Fact]
    public void Leads_stand_in_series_and_frequencies_may_come_in_any_number_and_order()
    {
        Cell cell = TestCells.Full();
        double[] frequencies = [1e3, 1, 50, 1e-2, 7, 0.3, 2e4];
        var leads = new ImpedanceSettings { SeriesResistance = 0.02, SeriesInductance = 1e-7 };

        ImpedanceSpectrum bare = Impedance.Of(cell, 0.5, frequencies), led = Impedance.Of(cell, 0.5, frequencies, leads);

        for (int i = 0; i < frequencies.Length; i++)
        {
            Complex difference = led.Impedance[i] - bare.Impedance[i];
            difference.Real.ShouldBe(0.02, 1e-12 + 1e-12 * bare.Impedance[i].Magnitude);
            difference.Imaginary.ShouldBe(2 * Math.PI * frequencies[i] * 1e-7, 1e-12 + 1e-12 * bare.Impedance[i].Magnitude);
            Impedance.Of(cell, 0.5, [frequencies[i]]).Impedance[0].ShouldBe(bare.Impedance[i]);
        }
    }

    [Fact]
    public void What_cannot_be_a_frequency_or_a_state_is_refused()
    {
        Cell cell = TestCells.Full();
        Should.Throw<ArgumentException>(() => Impedance.Of(cell, 0.5, [1, 0]));
        Should.Throw<ArgumentException>(() => Impedance.Of(cell, 0.5, [double.NaN]));
        Should.Throw<ArgumentException>(() => Impedance.Of(cell, After(cell, 0, _small), [1]));
        Should.Throw<ArgumentException>(() => new ImpedanceSettings { DoubleLayerCapacitance = -1 });
        Should.Throw<InputException>(() => Impedance.Of(cell, 1.2, [1]));
    }

    internal static Cell Cells(string kind) => kind == "full" ? TestCells.Full() : TestCells.Half(
        TestCells.Layer(30e-6, TestCells.Material(film: 1e-4), name: "bottom"),
        TestCells.Layer(30e-6, TestCells.Material("fine", 2e-14, diffusivityLaw: "2e-14*(1.2 - x)"), 3e-6, 0.45, 0.45, name: "top") with { BinderConductivity = 0.02, WettedFraction = 0.9 });

    internal static CellState After(Cell cell, double rate, MeshSettings mesh)
    {
        var simulation = new Simulation(cell, mesh, stateOfCharge: 0.8);
        if (rate > 0) simulation.Run(TestCells.For(rate, 300));
        return simulation.State;
    }

    internal static double Distance(Complex a, Complex b) => Complex.Abs(a - b) / Complex.Abs(b);
}
