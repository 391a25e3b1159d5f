using Loadstone.Laboratory;
using Loadstone.Laboratory.Cycling;
using Loadstone.Materials;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>Slow voltage curves by closed forms, with noise on the voltage.</summary>
internal static class CurveTrials
{
    public const double Top = 3.72, PositiveCapacity = 5, NegativeCapacity = 4.6, Lithium = 5.1;
    private const double PeakWidth = 0.03, Noise = 2e-4, ModeNoise = 1e-3;
    private const double Charged = 0.93; // x at the charged end
    private const double Discharged = 0.03; // x at the discharged end

    public static readonly HalfCellCurve Positive = Of("nmc811"), Negative = Of("graphite");

    /// <summary>Position, height and area of a symmetric peak of dQ/dV on a flat ground: one coulomb.</summary>
    public static IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)> Peak(int seed)
    {
        DifferentialCurve curve = DifferentialCurve.CapacityByVoltage(PeakCurve(Noise, seed), 8e-3);
        DifferentialPeak peak = DifferentialPeak.Find(curve).MinBy(p => Math.Abs(p.Position.Value - Top))!;
        yield return ("position of a peak", peak.Position, Top, double.NaN);
        yield return ("height of a peak", peak.Height, Smooth.Value.Height.Value, double.NaN);
        yield return ("area of a peak", peak.Area, 1, double.NaN);
    }

    /// <summary>The same of a peak with a smaller one beside it, whose valley does not come down to the ground.</summary>
    public static IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)> Shoulder(int seed)
    {
        DifferentialPeak peak = Highest(ShoulderCurve(Noise, seed)), truth = SmoothShoulder.Value;
        yield return ("position of a peak beside another", peak.Position, truth.Position.Value, double.NaN);
        yield return ("height of a peak beside another", peak.Height, truth.Height.Value, double.NaN);
        yield return ("area of a peak beside another", peak.Area, truth.Area.Value, double.NaN);
    }

    private static readonly Lazy<DifferentialPeak> SmoothShoulder = new(() => Highest(ShoulderCurve(0, 1)));

    private static DifferentialPeak Highest(VoltageCurve curve) => DifferentialPeak.Find(DifferentialCurve.CapacityByVoltage(curve, 8e-3)).MaxBy(p => p.Height.Value)!;

    // What the bandwidth leaves of the peak without noise: errors do not hold what it rounds off.
    private static readonly Lazy<DifferentialPeak> Smooth = new(() => DifferentialPeak.Find(DifferentialCurve.CapacityByVoltage(PeakCurve(0, 1), 8e-3))[0]);

    /// <summary>Q = 0.3 (V − 3.4) + (1 + tanh((V − top)/w))/2, turned round by bisection: rows are even in charge.</summary>
    public static VoltageCurve PeakCurve(double noise, int seed) => Noisy(PeakCharges, PeakVoltages, noise, seed);

    private static VoltageCurve ShoulderCurve(double noise, int seed) => Noisy(ShoulderCharges, ShoulderVoltages, noise, seed);

    private static VoltageCurve Noisy(double[] charge, double[] voltage, double noise, int seed)
    {
        var random = new Random(seed);
        return new VoltageCurve(Direction.Charge, charge, [.. voltage.Select(v => v + (noise > 0 ? Normal.Sample(random, 0, noise) : 0))], [.. charge.Select(_ => -1.0)]);
    }

    private static double PeakCharge(double v) => 0.3 * (v - 3.4) + (1 + Math.Tanh((v - Top) / PeakWidth)) / 2;

    private static double ShoulderCharge(double v) => PeakCharge(v) + 0.2 * (1 + Math.Tanh((v - Top - 0.15) / PeakWidth));

    private static readonly double[] PeakCharges = Even(PeakCharge), PeakVoltages = Inverse(PeakCharge, PeakCharges);
    private static readonly double[] ShoulderCharges = Even(ShoulderCharge), ShoulderVoltages = Inverse(ShoulderCharge, ShoulderCharges);

    private static double[] Even(Func<double, double> charge) => [.. Enumerable.Range(0, 3000).Select(k => charge(3.4) + k / 2999.0 * (charge(4.1) - charge(3.4)))];

    private static double[] Inverse(Func<double, double> charge, double[] targets) => [.. targets.Select(target =>
    {
        (double low, double high) = (3.3, 4.2);
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (charge(middle) < target) low = middle;
            else high = middle;
        }
        return low;
    })];

    /// <summary>Capacities of both electrodes and the lithium between them, from a slow discharge with 1 mV of noise.</summary>
    public static IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)> Modes(int seed)
    {
        ModeFit fit = ModeFitter.Fit(Discharge(PositiveCapacity, NegativeCapacity, Lithium, ModeNoise, seed), Positive, Negative);
        yield return ("positive capacity", fit.PositiveCapacity, PositiveCapacity, Bounds[0]);
        yield return ("negative capacity", fit.NegativeCapacity, NegativeCapacity, Bounds[1]);
        yield return ("cyclable lithium", fit.Inventory, Lithium, Bounds[2]);
    }

    /// <summary>What an aged cell has lost, from its curve and that of the fresh cell, with noise of their own.</summary>
    public static IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)> Losses(int seed)
    {
        ModeFit fresh = ModeFitter.Fit(Discharge(PositiveCapacity, NegativeCapacity, Lithium, ModeNoise, seed), Positive, Negative);
        ModeFit aged = ModeFitter.Fit(Discharge(Aged[0], Aged[1], Aged[2], ModeNoise, seed + 1_000_000), Positive, Negative, near: fresh);
        DegradationModes lost = DegradationModes.Between(fresh, aged);
        yield return Loss("LAM positive", lost.PositiveMaterial, 0);
        yield return Loss("LAM negative", lost.NegativeMaterial, 1);
        yield return Loss("LLI", lost.LithiumInventory, 2);
    }

    private static readonly double[] Fresh = [PositiveCapacity, NegativeCapacity, Lithium], Aged = [4.8, 4.14, 4.7];

    private static (string Name, Estimate Estimate, double Truth, double Bound) Loss(string name, Estimate lost, int which)
    {
        double kept = Aged[which] / Fresh[which];
        return (name, lost, 1 - kept, kept * Math.Sqrt(Math.Pow(Bounds[which] / Fresh[which], 2) + Math.Pow(AgedBounds[which] / Aged[which], 2)));
    }

    /// <summary>A discharge of a cell whose electrodes hold the lithium between them: x falls evenly, y has the rest.</summary>
    public static VoltageCurve Discharge(double positive, double negative, double lithium, double noise, int seed, double resistance = 0, (HalfCellCurve Positive, HalfCellCurve Negative)? electrodes = null)
    {
        var random = new Random(seed);
        double charge = negative * (Charged - Discharged);
        double[] given = [.. Enumerable.Range(0, 500).Select(k => charge * k / 499)];
        return new VoltageCurve(Direction.Discharge, given,
            [.. given.Select(q => Voltage(q, positive, negative, lithium, Charged, electrodes ?? (Positive, Negative)) - 0.1 * resistance + (noise > 0 ? Normal.Sample(random, 0, noise) : 0))], [.. given.Select(_ => 0.1)]);
    }

    private static double Voltage(double q, double positive, double negative, double lithium, double charged, (HalfCellCurve Positive, HalfCellCurve Negative) electrodes)
    {
        double x = charged - q / negative, y = (lithium - x * negative) / positive;
        return electrodes.Positive.Potential.At(y) - electrodes.Negative.Potential.At(x);
    }

    // Least errors of (C_p, C_n, lithium) with x at the charged end unknown too, by differences of the closed form.
    private static readonly double[] Bounds = CramerRao(Fresh), AgedBounds = CramerRao(Aged);

    private static double[] CramerRao(double[] cell)
    {
        double[] truth = [.. cell, Charged];
        double charge = cell[1] * (Charged - Discharged);
        Matrix<double> information = Matrix<double>.Build.Dense(4, 4);
        for (int k = 0; k < 500; k++)
        {
            double q = charge * k / 499;
            Vector<double> row = Vector<double>.Build.Dense(4, a =>
            {
                double[] up = [.. truth], down = [.. truth];
                (up[a], down[a]) = (up[a] + 1e-6, down[a] - 1e-6);
                return (Voltage(q, up[0], up[1], up[2], up[3], (Positive, Negative)) - Voltage(q, down[0], down[1], down[2], down[3], (Positive, Negative))) / 2e-6;
            });
            information += row.OuterProduct(row) / (ModeNoise * ModeNoise);
        }
        return [.. information.Inverse().Diagonal().Select(Math.Sqrt)];
    }

    private static HalfCellCurve Of(string material)
    {
        SourcedFunction potential = Catalogue.Default.Find<ActiveMaterial>(material).OpenCircuitPotential;
        return new HalfCellCurve(material, potential.Function, potential.Domain.Low, potential.Domain.High);
    }
}
