using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Titration;

/// <summary>One step of a galvanostatic intermittent titration (Weppner and Huggins, J. Electrochem. Soc. 124, 1569 (1977)).</summary>
/// <param name="Pulse">The pulse.</param>
/// <param name="RestVoltage">Voltage at the end of the rest before it [V].</param>
/// <param name="StepChange">ΔE_s, change of the rest voltage over the pulse [V].</param>
/// <param name="TransientChange">ΔE_t, change from the first row under current to the last [V], as read from two rows.</param>
/// <param name="RootSlope">dE/d√t at the start of the pulse [V/√s], from V = a + b √t + c t.</param>
/// <param name="JumpResistance">Resistance from the first row under current [Ω].</param>
/// <param name="FittedResistance">Resistance from the fit's value at the switch, before any diffusion [Ω].</param>
/// <param name="Unrelaxed">What the voltage would still move in a tenth of the rest, over ΔE_s.</param>
public sealed record GittPulse(
    CurrentPulse Pulse, Estimate RestVoltage, Estimate StepChange, double TransientChange, Estimate RootSlope,
    Estimate JumpResistance, Estimate FittedResistance, double Unrelaxed)
{
    private const int FewestRows = 8;

    // Rows before this share of the pulse hold charging of double layers and the instrument's own rise.
    private const double Skipped = 0.02;

    /// <summary>
    /// Diffusivity D = (4/π) (L ΔE_s/(τ dE/d√t))² [m²/s]: Weppner and Huggins' D = 4/(πτ) L² (ΔE_s/ΔE_t)² with ΔE_t = √τ dE/d√t, its
    /// straight line in √t told from curvature by the term c t.
    /// </summary>
    /// <param name="length">Diffusion length L = V/S [m]: a third of the radius for spheres.</param>
    public Estimate Diffusivity(double length)
    {
        double root = length * StepChange.Value / (Pulse.Duration * RootSlope.Value), value = 4 / Math.PI * root * root;
        double step = StepChange.StandardError / StepChange.Value, slope = RootSlope.StandardError / RootSlope.Value;
        double variance = step * step + slope * slope;
        double freedom = variance * variance / (Math.Pow(step, 4) / StepChange.DegreesOfFreedom + Math.Pow(slope, 4) / RootSlope.DegreesOfFreedom);
        return new Estimate(value, 2 * value * Math.Sqrt(variance), variance > 0 ? freedom : RootSlope.DegreesOfFreedom);
    }

    /// <summary>Diffusivity from the first and the last row of the pulse alone, as papers print the equation [m²/s].</summary>
    /// <param name="length">Diffusion length [m].</param>
    public double DiffusivityFromEnds(double length)
    {
        double root = length * StepChange.Value / TransientChange;
        return 4 / (Math.PI * Pulse.Duration) * root * root;
    }

    /// <summary>The titration steps of a test: pulses between two rests. Pulses of too few rows are left out.</summary>
    /// <param name="trace">The test.</param>
    /// <param name="radius">Radius of spheres [m], whose curvature is then followed one term further; or null.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static IReadOnlyList<GittPulse> Find(TestTrace trace, double? radius = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        CurrentPulse[] pulses = [.. CurrentPulse.Find(trace).Where(p => p.AfterFirst >= 0)];
        if (pulses.Length == 0) throw new InputException("no pulse stands between two rests; expected a titration: pulse, rest, pulse, rest.", file: trace.Source);
        GittPulse[] found = [.. pulses.Select(p => Of(trace, p, radius)).OfType<GittPulse>()];
        return found.Length > 0 ? found : throw new InputException($"the pulses have fewer than {FewestRows} rows each; expected more, to tell diffusion from resistance.", file: trace.Source);
    }

    private static GittPulse? Of(TestTrace trace, CurrentPulse pulse, double? radius)
    {
        Segment segment = pulse.Segment;
        double first = Skipped * pulse.Duration;
        int[] rows = [.. Enumerable.Range(segment.First, segment.Last - segment.First + 1).Where(k => trace.Time[k] - pulse.Start >= first)];
        if (rows.Length < FewestRows) return null;
        double[] t = [.. rows.Select(k => trace.Time[k] - pulse.Start)], v = [.. rows.Select(k => trace.Voltage[k])], ones = new double[t.Length];
        Array.Fill(ones, 1);
        LinearLeastSquares fit = LinearLeastSquares.Fit(v, ones, [.. t.Select(Math.Sqrt)], t);
        RestVoltage before = Titration.RestVoltage.AtEnd(trace, pulse.RestFirst, pulse.RestLast), after = Titration.RestVoltage.AtEnd(trace, pulse.AfterFirst, pulse.AfterLast);
        Estimate step = Difference(after.Value, before.Value, fit.Scatter);
        // The surface of a sphere under constant flux goes as 2√(T/π) + T + (4/3)√(T³/π) + …, T = Dt/R²: the first and the third term
        // have one coefficient, which D itself settles; the second is left to the fit, with what else is linear in time.
        for (int pass = 0; pass < 3 && radius is { } r; pass++)
        {
            double root = r / 3 * step.Value / (pulse.Duration * fit.Coefficients[1]), third = 2.0 / 3 * (4 / Math.PI * root * root) / (r * r);
            fit = LinearLeastSquares.Fit(v, ones, [.. t.Select(x => Math.Sqrt(x) * (1 + third * x))], t);
        }
        double current = segment.Current, rest = trace.Time[pulse.AfterLast] - trace.Time[pulse.AfterFirst];
        return new GittPulse(pulse, before.Value, step, trace.Voltage[segment.Last] - trace.Voltage[segment.First], fit[1],
            new Estimate((before.Value.Value - trace.Voltage[segment.First]) / current, Math.Sqrt(2) * fit.Scatter / Math.Abs(current), fit.DegreesOfFreedom),
            Difference(before.Value, fit[0], fit.Scatter).Times(1 / current),
            Math.Abs(after.Drift * 0.1 * rest / step.Value));
    }

    // A rest of few rows tells no scatter: then that of the pulse is taken.
    private static Estimate Difference(Estimate a, Estimate b, double scatter)
    {
        double first = double.IsNaN(a.StandardError) ? scatter : a.StandardError, second = double.IsNaN(b.StandardError) ? scatter : b.StandardError;
        double x = first * first, y = second * second;
        double freedom = (x + y) * (x + y) / (x * x / Math.Max(1, a.DegreesOfFreedom) + y * y / Math.Max(1, b.DegreesOfFreedom));
        return new Estimate(a.Value - b.Value, Math.Sqrt(x + y), x + y > 0 ? freedom : double.PositiveInfinity);
    }
}
