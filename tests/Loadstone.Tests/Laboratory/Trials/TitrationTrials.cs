using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Titration;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>One pulse of a titration of a sphere by the closed form of its surface concentration, with noise on the voltage.</summary>
internal static class TitrationTrials
{
    public const double Radius = 5e-6, Diffusivity = 1e-14, Current = 1e-3, Resistance = 20;
    private const double Pulse = 20, Every = 0.1, Rest = 4000, Slope = 0.4; // V per unit of surface concentration below
    private const double Noise = 1e-4;

    // tan λ = λ: one root in each (nπ, (n + ½)π). 4000 of them leave 1e-5 of the surface at the first row.
    private static readonly double[] Roots = [.. Enumerable.Range(1, 4000).Select(n =>
    {
        double top = (n + 0.5) * Math.PI, x = top - 1 / top;
        for (int k = 0; k < 30; k++) x = n * Math.PI + Math.Atan(x);
        return x;
    })];

    /// <summary>Diffusivity, jump resistance and resistance at 10 s of a pulse.</summary>
    public static IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)> Run(int seed)
    {
        TestTrace trace = Trace(Noise, seed);
        GittPulse pulse = GittPulse.Find(trace, Radius)[0];
        yield return ("diffusivity", pulse.Diffusivity(Radius / 3), Diffusivity, DiffusivityBound);
        yield return ("resistance before diffusion", pulse.FittedResistance, Resistance, double.NaN);
        PulseResistance resistance = PulseResistance.Find(trace, [10])[0];
        yield return ("resistance at 10 s", resistance.At[0], (3.8 - VoltageAt(10)) / Current, double.NaN);
    }

    /// <summary>Rest, pulse, rest; 10 rows a second under current.</summary>
    public static TestTrace Trace(double noise, int seed)
    {
        var random = new Random(seed);
        return TestTrace.Of(new Recording("titration",
        [
            (RecordColumns.TestTime, [.. Rows.Select(r => r.Time)]), (RecordColumns.Current, [.. Rows.Select(r => r.Current)]),
            (RecordColumns.Voltage, [.. Rows.Select(r => r.Voltage + (noise > 0 ? Normal.Sample(random, 0, noise) : 0))]),
        ]));
    }

    private static readonly List<(double Time, double Voltage, double Current)> Rows = Exact();

    private static List<(double Time, double Voltage, double Current)> Exact()
    {
        var rows = new List<(double Time, double Voltage, double Current)>();
        for (int k = 0; k <= 200; k++) rows.Add((2.0 * k, 3.8, 0));
        double start = rows[^1].Time;
        for (int k = 1; k <= Pulse / Every; k++) rows.Add((start + Every * k, VoltageAt(Every * k), Current));
        double end = rows[^1].Time;
        for (int k = 1; k <= Rest / 10; k++) rows.Add((end + 10 * k, RelaxedAt(10.0 * k), 0));
        return rows;
    }

    private static double VoltageAt(double t) => 3.8 - Current * Resistance - Slope * Surface(t);

    private static double RelaxedAt(double t) => 3.8 - Slope * (Surface(Pulse + t) - Surface(t));

    // Crank (1975), eqn 6.45: surface of a sphere under unit flux from rest, in units of flux R/D.
    private static double Surface(double time)
    {
        double scaled = Diffusivity * time / (Radius * Radius), sum = 3 * scaled + 0.2;
        foreach (double root in Roots) sum -= 2 * Math.Exp(-root * root * scaled) / (root * root);
        return sum;
    }

    // Least error of D where level, slope in √t, slope in t and both rest voltages are unknown: the information of all rows.
    private static readonly double DiffusivityBound = Bound();

    private static double Bound()
    {
        double[] t = [.. Enumerable.Range(1, (int)(Pulse / Every)).Select(k => Every * k)];
        Matrix<double> design = Matrix<double>.Build.Dense(t.Length, 3, (i, k) => Math.Pow(t[i], k / 2.0));
        double slope = Noise * Math.Sqrt((design.Transpose() * design).Inverse()[1, 1]);
        double truth = Slope * 2 * Math.Sqrt(Diffusivity / Math.PI) / Radius, step = Slope * 3 * Diffusivity * Pulse / (Radius * Radius);
        // The end of a straight line through twenty rows has the variance (4n − 2)/(n(n + 1)) of one; there are two rests.
        double rests = Noise * Math.Sqrt(2 * 78.0 / 420);
        return 2 * Diffusivity * Math.Sqrt(slope * slope / (truth * truth) + rests * rests / (step * step));
    }
}
