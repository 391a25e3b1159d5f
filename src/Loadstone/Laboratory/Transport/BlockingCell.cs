using System.Numerics;
using Loadstone.Laboratory.Impedance;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Transport;

/// <summary>What the spectrum of an ion conductor between blocking electrodes says.</summary>
/// <param name="Resistance">Resistance of the conductor [Ω].</param>
/// <param name="HasArc">Whether its own capacitance shows, as an arc at high frequency.</param>
/// <param name="ChargeRelaxation">Charge relaxation time τ_c = 1/ω at the top of the arc [s]; null without one.</param>
/// <param name="DielectricRelaxation">Dielectric relaxation time τ_D = 1/ω at the largest loss tangent Z′/(−Z″), where the electrodes begin to polarise [s]; null without an arc.</param>
/// <param name="TransportTime">τ_D − τ_c: the time in which mobile ions reach the electrode [s]; null without an arc.</param>
/// <param name="Fit">The fit behind them; residuals relative to |Z|, real parts first.</param>
/// <param name="Model">The model in each point [Ω].</param>
public sealed record BlockingCellResult(
    Estimate Resistance, bool HasArc, Estimate? ChargeRelaxation, Estimate? DielectricRelaxation, Estimate? TransportTime, LeastSquaresFit Fit, IReadOnlyList<Complex> Model);

/// <summary>
/// Reads a spectrum of a blocking cell by a model rather than by the eye: resistance in series with a constant-phase element of the
/// electrodes and the leads' inductance, or with the conductor's own capacitance beside its resistance where the data show the arc
/// (Akaike's criterion decides). For the arc Z = R/(1 + R Q_b (iω)^a) + 1/(Q_e (iω)^b); with ideal capacitances τ_c = R C_b and
/// τ_D = R √(C_b (C_b + C_e)) (electrode polarisation; Klein, Zhang, Dou, Jones, Colby, Runt, J. Chem. Phys. 124, 144903 (2006)).
/// </summary>
public static class BlockingCell
{
    private const int FewestPoints = 6;
    private const double ClearlyBetter = 10; // of Akaike's criterion
    private const double GradientStep = 1e-5;

    /// <summary>Reads a spectrum.</summary>
    /// <exception cref="InputException">It has fewer than six points, or no resistance can be told from it.</exception>
    public static BlockingCellResult Analyse(Spectrum spectrum)
    {
        if (spectrum.Count < FewestPoints) throw new InputException($"the spectrum has {spectrum.Count} points; expected {FewestPoints} or more of a blocking cell.", file: spectrum.Source);
        double[] omega = [.. spectrum.Frequency.Select(f => 2 * Math.PI * f)];
        Complex[] z = [.. spectrum.Impedance];
        double resistance = Intercept(z);
        if (!(resistance > 0)) throw new InputException("no point has a real part above 0; expected the spectrum of an ion conductor between blocking electrodes.", file: spectrum.Source);
        LeastSquaresFit spike = Fit(omega, z, Spike, SpikeStart(omega, z, resistance), [-60, -60, 0.3, -60], [60, 60, 1, 0]);
        LeastSquaresFit? arc = spectrum.Count > FewestPoints ? BestArc(omega, z) : null;
        bool hasArc = arc is not null && arc.Criterion < spike.Criterion - ClearlyBetter && TopWithin(arc, omega);
        LeastSquaresFit fit = hasArc ? arc! : spike;
        Func<double[], double, Complex> model = hasArc ? Arc : Spike;
        double[] p = [.. fit.Parameters];
        Complex[] curve = [.. omega.Select(w => model(p, w))];
        Estimate r = fit.Parameter(0).Through(Math.Exp(p[0]), Math.Exp(p[0]));
        if (!hasArc) return new BlockingCellResult(r, false, null, null, null, fit, curve);
        return new BlockingCellResult(r, true, Of(fit, ChargeTime), Of(fit, LossTime), Of(fit, q => LossTime(q) - ChargeTime(q)), fit, curve);
    }

    /// <summary>Conductivity σ = L/(R A) [S/m], with the errors of all three.</summary>
    /// <param name="resistance">R [Ω].</param>
    /// <param name="thickness">L [m].</param>
    /// <param name="area">A [m²].</param>
    public static Estimate Conductivity(Estimate resistance, Estimate thickness, Estimate area)
    {
        double sigma = thickness.Value / (resistance.Value * area.Value);
        double relative = new[] { resistance, thickness, area }.Sum(e => e.StandardError == 0 ? 0 : Math.Pow(e.StandardError / e.Value, 2));
        return new Estimate(sigma, sigma * Math.Sqrt(relative), resistance.DegreesOfFreedom);
    }

    // ln R, ln Q, exponent, ln(L/R) of leads.
    private static Complex Spike(double[] p, double w) => Math.Exp(p[0]) * (1 + Complex.ImaginaryOne * w * Math.Exp(p[3])) + 1 / (Math.Exp(p[1]) * Power(w, p[2]));

    // ln R, ln Q_b, exponent, ln Q_e, exponent.
    private static Complex Arc(double[] p, double w) => Conductor(p, w) + 1 / (Math.Exp(p[3]) * Power(w, p[4]));

    private static Complex Conductor(double[] p, double w) => Math.Exp(p[0]) / (1 + Math.Exp(p[0] + p[1]) * Power(w, p[2]));

    private static Complex Power(double w, double exponent) => Complex.FromPolarCoordinates(Math.Pow(w, exponent), exponent * Math.PI / 2);

    private static double ChargeTime(double[] p) => Math.Exp((p[0] + p[1]) / p[2]);

    // The largest Z′/(−Z″) below the top of the arc, by golden section in ln ω.
    private static double LossTime(double[] p)
    {
        double Loss(double x)
        {
            Complex z = Arc(p, Math.Exp(x));
            return Math.Atan2(z.Real, -z.Imaginary);
        }
        const double golden = 0.6180339887498949;
        double top = -Math.Log(ChargeTime(p)), low = top - 25, high = top;
        double a = high - golden * (high - low), b = low + golden * (high - low), fa = Loss(a), fb = Loss(b);
        while (high - low > 1e-10)
        {
            if (fa > fb) (high, b, fb, a) = (b, a, fa, b - golden * (b - low));
            else (low, a, fa, b) = (a, b, fb, a + golden * (high - a));
            if (b == high || a == low) break;
            (fa, fb) = (Loss(a), Loss(b));
        }
        return Math.Exp(-(low + high) / 2);
    }

    private static Estimate Of(LeastSquaresFit fit, Func<double[], double> time)
    {
        double[] p = [.. fit.Parameters], gradient = new double[p.Length];
        for (int i = 0; i < p.Length; i++)
        {
            if (fit.AtBound[i]) continue;
            double h = GradientStep * Math.Max(1, Math.Abs(p[i]));
            double[] above = [.. p], below = [.. p];
            above[i] += h;
            below[i] -= h;
            gradient[i] = (time(above) - time(below)) / (2 * h);
        }
        return fit.Function(time(p), gradient);
    }

    private static bool TopWithin(LeastSquaresFit arc, double[] omega)
    {
        double top = 1 / ChargeTime([.. arc.Parameters]);
        return top < omega[0] * 3 && top > omega[^1];
    }

    // The real part where the imaginary one is smallest beside it.
    private static double Intercept(Complex[] z)
    {
        double best = double.PositiveInfinity, resistance = 0;
        foreach (Complex one in z)
        {
            double share = Math.Abs(one.Imaginary) / one.Real;
            if (one.Real > 0 && share < best) (best, resistance) = (share, one.Real);
        }
        return resistance;
    }

    private static double[] SpikeStart(double[] omega, Complex[] z, double resistance)
    {
        double reactance = Math.Max(-z[^1].Imaginary, 1e-3 * resistance);
        return [Math.Log(resistance), -Math.Log(reactance * Math.Pow(omega[^1], 0.9)), 0.9, Math.Log(1e-3 / omega[0])];
    }

    private static LeastSquaresFit? BestArc(double[] omega, Complex[] z)
    {
        LeastSquaresFit? best = null;
        double resistance = Intercept(z), reactance = Math.Max(-z[^1].Imaginary, 1e-3 * resistance);
        // The arc may lie anywhere in the upper part of the range.
        for (int k = 0; k < 4; k++)
        {
            double top = omega[Math.Min(z.Length - 1, k * z.Length / 5)];
            double[] start = [Math.Log(resistance), -Math.Log(resistance * Math.Pow(top, 0.95)), 0.95, -Math.Log(reactance * Math.Pow(omega[^1], 0.9)), 0.9];
            LeastSquaresFit fit = Fit(omega, z, Arc, start, [-60, -80, 0.3, -60, 0.3], [60, 60, 1, 60, 1]);
            if (best is null || fit.SumOfSquares < best.SumOfSquares) best = fit;
        }
        return best;
    }

    private static LeastSquaresFit Fit(double[] omega, Complex[] z, Func<double[], double, Complex> model, double[] start, double[] low, double[] high) =>
        LeastSquares.Minimise(LeastSquares.WithDifferences(p =>
        {
            double[] r = new double[2 * z.Length];
            for (int i = 0; i < z.Length; i++)
            {
                Complex difference = (model(p, omega[i]) - z[i]) / z[i].Magnitude;
                (r[i], r[z.Length + i]) = (difference.Real, difference.Imaginary);
            }
            return r;
        }), start, low, high, 200);
}
