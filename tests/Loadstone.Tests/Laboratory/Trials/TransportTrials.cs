using System.Numerics;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Transport;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Transport measurements of known truth: the relaxation as the series of all modes, laws and spectra as closed forms.</summary>
internal static class TransportTrials
{
    public const double Diffusivity = 3e-10, Thickness = 100e-6, Tortuosity = 2.6;

    /// <summary>π² D/(τ L²).</summary>
    public const double Rate = Math.PI * Math.PI * Diffusivity / (Tortuosity * Thickness * Thickness);

    private static readonly double[] Temperatures = [.. Enumerable.Range(0, 13).Select(i => 233.15 + 10 * i)];

    private static readonly double[] RelaxationTimes = [.. Enumerable.Range(0, 600).Select(i => 8 / Rate * i / 599)];
    private static readonly double[] RelaxationVoltages = [.. RelaxationTimes.Select(Voltage)];

    /// <summary>The trials by name.</summary>
    public static IReadOnlyList<(string Name, Func<int, Trial> Trial)> All { get; } =
    [
        ("restricted diffusion, tortuosity", Relaxation),
        ("Vogel–Tammann–Fulcher, activation energy", Vogel),
        ("Arrhenius, activation energy", Arrhenius),
        ("blocking cell, resistance", Resistance),
        ("blocking cell, time between relaxations", TransportTime),
    ];

    /// <summary>Voltage of a separator after a long polarisation: odd modes with amplitudes as 1/n², about an offset.</summary>
    public static double Voltage(double time)
    {
        double sum = 0;
        for (int n = 1; n < 200; n += 2) sum += Math.Exp(-n * n * Rate * time) / (n * n);
        return 0.5e-3 + 10e-3 * sum;
    }

    /// <summary>Tortuosity of a separator, 600 points over eight relaxation times, 10 µV of noise.</summary>
    public static Trial Relaxation(int seed)
    {
        const double noise = 10e-6;
        double[] t = RelaxationTimes, v = Noisy(RelaxationVoltages, noise, seed);
        RestrictedDiffusionResult found = RestrictedDiffusion.Analyse(t, v, [new MeasuredLayer(Estimate.Exact(Thickness), Estimate.Exact(0.41))], Estimate.Exact(Diffusivity));
        double start = Math.Log(1 / ExponentialDecay.Contamination) / (8 * Rate);
        double[] window = [.. t.Where(x => x >= start)];
        double bound = Coverage.Bound([[.. window.Select(x => Math.Exp(-Rate * x) / noise)], [.. window.Select(x => -10e-3 * x * Math.Exp(-Rate * x) / noise)], [.. window.Select(_ => 1 / noise)]], 1);
        return new Trial(found.Tortuosity, Tortuosity, Tortuosity * bound / Rate);
    }

    /// <summary>Conductivities by the law with B = 900 K and T₀ = 170 K from −40 to 80 °C, 1 % of noise.</summary>
    public static Trial Vogel(int seed)
    {
        const double b = 900, zero = 170, noise = 0.01;
        double[] logs = Noisy([.. Temperatures.Select(t => 3 - Math.Log(t) / 2 - b / (t - zero))], noise, seed);
        ConductivityLaws laws = ConductivityFit.Fit(new ConductivityPoints("trial", Temperatures, [.. logs.Select(l => Math.Exp(l))]));
        double bound = Coverage.Bound([[.. Temperatures.Select(_ => 1 / noise)], [.. Temperatures.Select(t => -1 / (t - zero) / noise)], [.. Temperatures.Select(t => -b / ((t - zero) * (t - zero)) / noise)]], 1);
        return new Trial(laws.Vogel!.ActivationEnergy, b * PhysicalConstants.Gas, bound * PhysicalConstants.Gas);
    }

    /// <summary>Conductivities by Arrhenius' law with 35 kJ/mol, 3 % of noise.</summary>
    public static Trial Arrhenius(int seed)
    {
        const double energy = 35e3, noise = 0.03;
        double[] x = [.. Temperatures.Select(t => 1 / (PhysicalConstants.Gas * t))];
        double[] logs = Noisy([.. x.Select(v => 12 - energy * v)], noise, seed);
        ConductivityLaws laws = ConductivityFit.Fit(new ConductivityPoints("trial", Temperatures, [.. logs.Select(l => Math.Exp(l))]));
        return new Trial(laws.Arrhenius.ActivationEnergy, energy, Coverage.Bound([[.. x.Select(_ => 1 / noise)], [.. x.Select(v => -v / noise)]], 1));
    }

    /// <summary>R = 40 Ω with leads of 0.3 µH and electrodes of 20 µF s^(α − 1), α = 0.93; 0.5 % of noise in each part.</summary>
    public static Trial Resistance(int seed)
    {
        const double noise = 0.005;
        double[] truth = [Math.Log(40), Math.Log(20e-6), 0.93, Math.Log(0.3e-6 / 40)], omega = Frequencies(1e6, 10, 51);
        static Complex Model(double[] p, double w) =>
            Math.Exp(p[0]) * (1 + Complex.ImaginaryOne * w * Math.Exp(p[3])) + 1 / (Math.Exp(p[1]) * Complex.Pow(new Complex(0, w), p[2]));
        BlockingCellResult found = BlockingCell.Analyse(NoisySpectrum(omega, w => Model(truth, w), noise, seed));
        return new Trial(found.Resistance, 40, 40 * Coverage.Bound(Derivatives(truth, omega, Model, noise), 0));
    }

    /// <summary>
    /// A cold polymer, 200 kΩ beside a constant-phase element of 60 pF s^(−0.03) before electrodes of 3 µF s^(−0.05); the truth of the time
    /// between its relaxations is searched on a fine grid of frequencies.
    /// </summary>
    public static Trial TransportTime(int seed)
    {
        BlockingCellResult found = BlockingCell.Analyse(NoisySpectrum(Frequencies(1e7, 0.5, 60), Polymer, 0.005, seed));
        return new Trial(found.TransportTime!.Value, PolymerTransportTime.Value);
    }

    private const double PolymerResistance = 2e5, PolymerCapacity = 6e-11, PolymerExponent = 0.97;

    private static Complex Polymer(double w) =>
        PolymerResistance / (1 + PolymerResistance * PolymerCapacity * Complex.Pow(new Complex(0, w), PolymerExponent)) + 1 / (3e-6 * Complex.Pow(new Complex(0, w), 0.95));

    private static readonly Lazy<double> PolymerTransportTime = new(() =>
    {
        double best = 0, at = 0;
        for (double x = Math.Log(1); x < Math.Log(1e5); x += 1e-5)
        {
            Complex z = Polymer(Math.Exp(x));
            if (z.Imaginary < 0 && z.Real / -z.Imaginary > best) (best, at) = (z.Real / -z.Imaginary, x);
        }
        return Math.Exp(-at) - Math.Pow(PolymerResistance * PolymerCapacity, 1 / PolymerExponent);
    });

    private static double[] Frequencies(double high, double low, int count) =>
        [.. Enumerable.Range(0, count).Select(i => 2 * Math.PI * high * Math.Pow(low / high, i / (count - 1.0)))];

    /// <summary>A spectrum of a formula; the noise of each part is a share of the modulus.</summary>
    public static Spectrum NoisySpectrum(double[] omega, Func<double, Complex> model, double noise, int seed)
    {
        var random = new Random(seed);
        return new Spectrum("trial", [.. omega.Select(w => w / (2 * Math.PI))], [.. omega.Select(w =>
        {
            Complex z = model(w);
            return z + noise * z.Magnitude * new Complex(Normal(random), Normal(random));
        })]);
    }

    // Derivatives of both parts by each parameter, over their deviations.
    private static double[][] Derivatives(double[] truth, double[] omega, Func<double[], double, Complex> model, double noise) => [.. truth.Select((_, k) =>
    {
        const double h = 1e-6;
        double[] above = [.. truth], below = [.. truth];
        above[k] += h;
        below[k] -= h;
        Complex[] d = [.. omega.Select(w => (model(above, w) - model(below, w)) / (2 * h * noise * model(truth, w).Magnitude))];
        return (double[])[.. d.Select(z => z.Real), .. d.Select(z => z.Imaginary)];
    })];

    /// <summary>Values with independent normal noise of one size.</summary>
    public static double[] Noisy(double[] values, double deviation, int seed)
    {
        var random = new Random(seed);
        return [.. values.Select(v => v + deviation * Normal(random))];
    }

    // Box and Muller (1958).
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
