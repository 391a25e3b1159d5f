using Loadstone.Laboratory;
using Loadstone.Laboratory.Diffraction;
using Loadstone.Laboratory.Peaks;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Spectra, traces and powder patterns of known truth, from formulas of their own, with counted events or white noise.</summary>
internal static class PeakTrials
{
    private const double Constant = 12;

    private static readonly double[] Shifts = [.. Enumerable.Range(0, 241).Select(i => 400 + 1.25 * i)];

    // Constant and slope of the line, then position, area, width and Lorentz part of each peak: the second of them an area over the first's.
    private static readonly double[] Single = [400, 0.3, 553, 60_000, 40, 0.5], Pair = [400, 0.3, 475, 0.7, 52, 0.5, 560, 60_000, 44, 0.5];

    /// <summary>Middle of the step and its height.</summary>
    public const double StepMiddle = -21, StepHeight = 0.12;

    /// <summary>Area of the melting peak [W/g °C]: 12 J/g at 10 K/min.</summary>
    public const double MeltingArea = 2;

    /// <summary>The cell of the patterns.</summary>
    public static (double A, double C) Cell { get; } = (2.872e-10, 14.2e-10);

    /// <summary>Areas of the lines [counts °].</summary>
    public static IReadOnlyDictionary<string, double> LineAreas { get; } = new Dictionary<string, double>
    {
        ["(003)"] = 900, ["(101)"] = 300, ["(006)"] = 70, ["(012)"] = 120, ["(104)"] = 640, ["(015)"] = 110, ["(107)"] = 90, ["(018)"] = 110, ["(110)"] = 170, ["(113)"] = 110,
    };

    /// <summary>The trials by name.</summary>
    public static IReadOnlyList<(string Name, Func<int, Trial> Trial)> All { get; } =
    [
        ("peaks, position in counts", seed => Fitted(seed, 2, p => p.Position)),
        ("peaks, area in counts", seed => Fitted(seed, 3, p => p.Area)),
        ("peaks, width in counts", seed => Fitted(seed, 4, p => p.Width)),
        ("peaks, height in white noise", White),
        ("peaks, ratio of overlapping areas in counts", Ratio),
        ("peaks, midpoint of a step", seed => new(StepAnalysis.Of(Step(seed), (-60, 20)).Midpoint, StepMiddle)),
        ("peaks, height of a step", seed => new(StepAnalysis.Of(Step(seed), (-60, 20)).Height, StepHeight)),
        ("peaks, area under a trace", seed => new(AreaAnalysis.Of(Melting(seed), (35, 85)).Area, MeltingArea)),
        ("xrd, 3 d003", seed => new(Analysed(seed, displacement: 0).BasalC, Cell.C)),
        ("xrd, c", seed => new(Analysed(seed).Lattice!.C, Cell.C)),
        ("xrd, a", seed => new(Analysed(seed).Lattice!.A, Cell.A)),
        ("xrd, (003)/(104)", seed => new(Analysed(seed).OrderingRatio!.Value, LineAreas["(003)"] / LineAreas["(104)"])),
    ];

    /// <summary>A pseudo-Voigt of a given area.</summary>
    public static double Voigt(double x, double position, double area, double width, double mixing)
    {
        double gauss = Math.Sqrt(4 * Math.Log(2) / Math.PI) / width * Math.Exp(-4 * Math.Log(2) * Math.Pow((x - position) / width, 2));
        double lorentz = 2 / Math.PI * width / (width * width + 4 * Math.Pow(x - position, 2));
        // The Lorentz part η is one of heights: areas of both parts at one height differ.
        double lorentzArea = mixing * Math.PI / 2, gaussArea = (1 - mixing) * Math.Sqrt(Math.PI / Math.Log(2)) / 2;
        return area * (lorentzArea * lorentz + gaussArea * gauss) / (lorentzArea + gaussArea);
    }

    /// <summary>A trace of values over Raman shifts, counted or as they are.</summary>
    public static Trace Spectrum(Func<double, double> signal, int? seed, string unit = "counts")
    {
        double[] clean = [.. Shifts.Select(signal)];
        return Trace.Of("trial", "trial", new TraceAxis("Raman shift", "cm⁻¹"), new TraceAxis("Intensity", unit), Shifts, seed is { } s ? Counted(clean, s) : clean);
    }

    /// <summary>A step of an error function on two tangents of their own slopes, heat flow over temperature.</summary>
    public static Trace Step(int? seed, double middle = StepMiddle, double noise = 0.0008)
    {
        double[] x = [.. Enumerable.Range(0, 401).Select(i => middle - 49 + 0.25 * i)];
        double[] clean = [.. x.Select(t => -0.3 - 0.0008 * t + (StepHeight + 0.0002 * (t - middle)) * (1 + SpecialFunctions.Erf((t - middle) / 5)) / 2)];
        return Trace.Of("trial", "trial", new TraceAxis("Temperature", "°C"), new TraceAxis("Heat flow", "W/g"), x, seed is { } s ? TransportTrials.Noisy(clean, noise, s) : clean);
    }

    /// <summary>A Gauss curve of <see cref="MeltingArea"/> on a line.</summary>
    public static Trace Melting(int? seed)
    {
        double[] x = [.. Enumerable.Range(0, 321).Select(i => 20 + 0.25 * i)];
        double[] clean = [.. x.Select(t => -0.25 - 0.0005 * t + Voigt(t, 60, MeltingArea, 8, 0))];
        return Trace.Of("trial", "trial", new TraceAxis("Temperature", "°C"), new TraceAxis("Heat flow", "W/g"), x, seed is { } s ? TransportTrials.Noisy(clean, 0.001, s) : clean);
    }

    /// <summary>A pattern of copper's doublet, with all angles off by a displacement.</summary>
    public static Pattern Powder(int? seed, double a, double c, double displacement = 0, double wavelength = 1.540598, double second = 1.544426, double step = 0.03)
    {
        double[] x = [.. Enumerable.Range(0, (int)(56 / step)).Select(i => 14 + step * i)], clean = [.. x.Select(v => 120 + 600 / v)];
        foreach (Reflection r in Reflection.Layered)
        {
            double inverse = 4.0 / 3 * (r.H * r.H + r.H * r.K + r.K * r.K) / (a * a) + r.L * r.L / (c * c);
            foreach ((double lambda, double share) in ((double, double)[])[(wavelength * 1e-10, 1), (second * 1e-10, 0.5)])
            {
                double theta = Math.Asin(lambda * Math.Sqrt(inverse) / 2), at = 2 * theta * 180 / Math.PI + displacement * Math.Cos(theta), width = 0.12 + 0.001 * at;
                for (int i = 0; i < x.Length; i++) clean[i] += share * Voigt(x[i], at, LineAreas[r.Name], width, 0.5);
            }
        }
        var trace = Trace.Of("trial", "trial", new TraceAxis("2θ", "°"), new TraceAxis("Intensity", "counts"), x, seed is { } s ? Counted(clean, s) : clean);
        return new Pattern(trace, Radiation.Copper);
    }

    /// <summary>Poisson's counts of expectations.</summary>
    public static double[] Counted(double[] expected, int seed)
    {
        var random = new Random(seed);
        return [.. expected.Select(v => (double)Poisson.Sample(random, v))];
    }

    private static XrdAnalysis Analysed(int seed, double displacement = 0.02) => XrdAnalysis.Of(Powder(seed, Cell.A, Cell.C, displacement), new XrdSettings(Radiation.Copper));

    private static double Model(double[] p, double x)
    {
        double sum = p[0] + p[1] * (x - 550);
        for (int k = 2; k < p.Length; k += 4) sum += Voigt(x, p[k], k + 4 < p.Length ? p[k + 1] * p[k + 5] : p[k + 1], p[k + 2], p[k + 3]);
        return sum;
    }

    private static Trial Fitted(int seed, int parameter, Func<FittedPeak, Estimate> number)
    {
        Trace trace = Spectrum(x => Model(Single, x), seed);
        var found = PeakAnalysis.Of(trace, new PeakSettings { Windows = [new PeakWindow("A1g", 520, 590)], Range = (400, 701) });
        return new(number(found.Peaks[0]), Single[parameter], Bound(Single, parameter));
    }

    private static Trial Ratio(int seed)
    {
        Trace trace = Spectrum(x => Model(Pair, x), seed);
        var found = PeakAnalysis.Of(trace, new PeakSettings { Windows = [new PeakWindow("Eg", 450, 500), new PeakWindow("A1g", 535, 590)], Range = (400, 701) });
        return new(found.Peaks[0].Over(found.Peaks[1]), Pair[3], Bound(Pair, 3));
    }

    // A Gauss curve of the height 300 on a line.
    private static Trial White(int seed)
    {
        double[] p = [400, 0.3, 553, 300, 40];
        double Gauss(double[] q, double x) => q[0] + q[1] * (x - 550) + q[3] * Math.Exp(-4 * Math.Log(2) * Math.Pow((x - q[2]) / q[4], 2));
        double[] noisy = TransportTrials.Noisy([.. Shifts.Select(x => Gauss(p, x))], Constant, seed);
        var trace = Trace.Of("trial", "trial", new TraceAxis("Raman shift", "cm⁻¹"), new TraceAxis("Intensity", "a.u."), Shifts, noisy);
        var found = PeakAnalysis.Of(trace, new PeakSettings { Windows = [new PeakWindow("A1g", 520, 590)], Shape = PeakShape.Gaussian, Range = (400, 701) });
        return new(found.Peaks[0].Height, 300, Coverage.Bound(Derivatives(p, Gauss, _ => Constant), 3));
    }

    private static double Bound(double[] p, int parameter) => Coverage.Bound(Derivatives(p, Model, x => Math.Sqrt(Model(p, x))), parameter);

    private static double[][] Derivatives(double[] p, Func<double[], double, double> model, Func<double, double> deviation) =>
        [.. p.Select((value, k) => (double[])[.. Shifts.Select(x =>
        {
            double h = 1e-5 * Math.Max(Math.Abs(value), 1e-2);
            double[] up = [.. p], down = [.. p];
            up[k] += h;
            down[k] -= h;
            return (model(up, x) - model(down, x)) / (2 * h) / deviation(x);
        })])];
}
