using Loadstone.Laboratory.Regression;
using Loadstone.Slurry;

namespace Loadstone.Laboratory.Rheometry;

/// <summary>
/// A flow law as a fit sees it: residuals in ln τ, since a rheometer's errors are a share of what it reads, and their derivatives. The
/// parameters are a yield stress (or its root) from 0 up, logarithms of what is positive, and exponents as they are.
/// </summary>
internal abstract class FlowModel
{
    /// <summary>Its name.</summary>
    internal abstract string Name { get; }

    internal abstract double[] Low { get; }

    internal abstract double[] High { get; }

    /// <summary>The law with some parameters.</summary>
    internal abstract FlowLaw Law(IReadOnlyList<double> p);

    /// <summary>Parameters to start from, the likely ones among them.</summary>
    internal abstract IEnumerable<double[]> Starts(double[] rate, double[] stress);

    /// <summary>ln τ at a rate, and its derivative by each parameter.</summary>
    internal abstract double LogStress(IReadOnlyList<double> p, double rate, Span<double> derivatives);

    /// <summary>All laws, the simplest first.</summary>
    internal static IReadOnlyList<FlowModel> All { get; } = [new PowerModel(), new CassonModel(), new HerschelBulkleyModel(), new PlateauModel(isCross: true), new PlateauModel(isCross: false)];

    /// <summary>Residuals and derivatives for the least-squares code.</summary>
    internal ResidualPoint Residuals(double[] p, double[] rate, double[] stress)
    {
        double[] r = new double[rate.Length];
        double[][] rows = [.. p.Select(_ => new double[rate.Length])];
        Span<double> d = stackalloc double[p.Length];
        for (int i = 0; i < rate.Length; i++)
        {
            r[i] = LogStress(p, rate[i], d) - Math.Log(stress[i]);
            for (int k = 0; k < p.Length; k++) rows[k][i] = d[k];
        }
        return new ResidualPoint(r, rows);
    }

    private sealed class PowerModel : FlowModel
    {
        internal override string Name => "power law";

        internal override double[] Low => [double.NegativeInfinity, 0.01];

        internal override double[] High => [double.PositiveInfinity, 5];

        internal override FlowLaw Law(IReadOnlyList<double> p) => new PowerLaw(Math.Exp(p[0]), p[1]);

        internal override IEnumerable<double[]> Starts(double[] rate, double[] stress) => [PowerOf(rate, stress, 0)];

        internal override double LogStress(IReadOnlyList<double> p, double rate, Span<double> derivatives)
        {
            (derivatives[0], derivatives[1]) = (1, Math.Log(rate));
            return p[0] + p[1] * derivatives[1];
        }
    }

    private sealed class CassonModel : FlowModel
    {
        internal override string Name => "Casson";

        internal override double[] Low => [0, double.NegativeInfinity];

        internal override double[] High => [double.PositiveInfinity, double.PositiveInfinity];

        internal override FlowLaw Law(IReadOnlyList<double> p) => new Casson(p[0] * p[0], Math.Exp(2 * p[1]));

        internal override IEnumerable<double[]> Starts(double[] rate, double[] stress)
        {
            StraightLine line = StraightLine.Fit([.. rate.Select(r => Math.Sqrt(r))], [.. stress.Select(t => Math.Sqrt(t))], [.. stress.Select(t => 1 / t)]);
            double slope = Math.Max(line.Slope.Value, 1e-3 * Math.Sqrt(stress.Max() / rate.Max()));
            return [[Math.Max(line.Intercept.Value, 0.1 * Math.Sqrt(stress.Min())), Math.Log(slope)]];
        }

        internal override double LogStress(IReadOnlyList<double> p, double rate, Span<double> derivatives)
        {
            double viscous = Math.Exp(p[1]) * Math.Sqrt(rate), root = p[0] + viscous;
            (derivatives[0], derivatives[1]) = (2 / root, 2 * viscous / root);
            return 2 * Math.Log(root);
        }
    }

    private sealed class HerschelBulkleyModel : FlowModel
    {
        internal override string Name => "Herschel–Bulkley";

        internal override double[] Low => [0, double.NegativeInfinity, 0.05];

        internal override double[] High => [double.PositiveInfinity, double.PositiveInfinity, 3];

        internal override FlowLaw Law(IReadOnlyList<double> p) => new HerschelBulkley(p[0], Math.Exp(p[1]), p[2]);

        // With the yield stress taken off, the rest is a power law.
        internal override IEnumerable<double[]> Starts(double[] rate, double[] stress)
        {
            double least = stress.Min();
            foreach (double share in (double[])[0.3, 0.7, 0.95])
            {
                double[] rest = PowerOf(rate, stress, share * least);
                yield return [share * least, rest[0], Math.Clamp(rest[1], 0.1, 2)];
            }
        }

        internal override double LogStress(IReadOnlyList<double> p, double rate, Span<double> derivatives)
        {
            double viscous = Math.Exp(p[1] + p[2] * Math.Log(rate)), stress = p[0] + viscous;
            (derivatives[0], derivatives[1], derivatives[2]) = (1 / stress, viscous / stress, viscous / stress * Math.Log(rate));
            return Math.Log(stress);
        }
    }

    // Cross and Carreau: ln η₀, ln(η₀/η_∞), ln λ, and m or n.
    private sealed class PlateauModel(bool isCross) : FlowModel
    {
        private const double MostDecades = 14;

        internal override string Name => isCross ? "Cross" : "Carreau";

        internal override double[] Low => [double.NegativeInfinity, 0, double.NegativeInfinity, 0.02];

        internal override double[] High => [double.PositiveInfinity, MostDecades, double.PositiveInfinity, 1];

        internal override FlowLaw Law(IReadOnlyList<double> p)
        {
            double zero = Math.Exp(p[0]), high = Math.Exp(p[0] - p[1]), time = Math.Exp(p[2]);
            return isCross ? new Cross(zero, high, time, p[3]) : new CarreauYasuda(zero, high, time, p[3]);
        }

        internal override IEnumerable<double[]> Starts(double[] rate, double[] stress)
        {
            double[] viscosity = [.. stress.Select((t, i) => Math.Log(t / rate[i]))];
            double top = viscosity.Max(), span = Math.Max(top - viscosity.Min(), 0.1), slow = -Math.Log(rate.Max()), fast = -Math.Log(rate.Min());
            foreach (double share in (double[])[0.15, 0.4, 0.65, 0.9])
            {
                foreach (double exponent in isCross ? (double[])[0.9, 0.6] : [0.2, 0.5]) yield return [top + 0.1, span + 0.3, slow + share * (fast - slow), exponent];
            }
        }

        internal override double LogStress(IReadOnlyList<double> p, double rate, Span<double> derivatives)
        {
            double zero = Math.Exp(p[0]), high = Math.Exp(p[0] - p[1]), x = p[2] + Math.Log(rate);
            double share, byTime, byExponent;
            if (isCross)
            {
                double u = Math.Exp(p[3] * x);
                share = 1 / (1 + u);
                (byTime, byExponent) = (-p[3] * u * share * share, -x * u * share * share);
            }
            else
            {
                double u = Math.Exp(2 * x), log = Math.Log(1 + u);
                share = Math.Exp((p[3] - 1) / 2 * log);
                (byTime, byExponent) = ((p[3] - 1) * u / (1 + u) * share, share * log / 2);
            }
            double viscosity = high + (zero - high) * share;
            derivatives[0] = 1;
            derivatives[1] = -high * (1 - share) / viscosity;
            derivatives[2] = (zero - high) * byTime / viscosity;
            derivatives[3] = (zero - high) * byExponent / viscosity;
            return Math.Log(viscosity * rate);
        }
    }

    // ln K and n of what lies above a yield stress.
    private static double[] PowerOf(double[] rate, double[] stress, double yield)
    {
        StraightLine line = StraightLine.Fit([.. rate.Select(r => Math.Log(r))], [.. stress.Select(t => Math.Log(Math.Max(t - yield, 1e-3 * t)))]);
        return [line.Intercept.Value, line.Slope.Value];
    }
}
