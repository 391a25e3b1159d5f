using System.Numerics;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Impedance.Relaxation;

/// <summary>
/// A distribution of relaxation times with the terms beside it. Errors are those of the Gaussian posterior that the smoothing stands for
/// (Wahba 1983), linearised about the non-negative solution; bands are cut at zero.
/// </summary>
public sealed class RelaxationDistribution
{
    private const double LeastPeak = 0.01;
    private readonly double[]? _covariance;
    private readonly double[] _x;
    private readonly double _spacing;

    internal RelaxationDistribution(
        Spectrum spectrum, RelaxationKernel kernel, double[] x, double[]? covariance, double variance, double freedom, LowFrequencyTail tail, double smoothing, Complex[] impedance)
    {
        (Spectrum, Tail, Smoothing, Impedance) = (spectrum, tail, smoothing, impedance);
        (_covariance, _x, Variance, DegreesOfFreedom, _spacing, Kernel) = (covariance, x, variance, freedom, kernel.Spacing, kernel);
        Tau = [.. kernel.LogTau.Select(Math.Exp)];
        Density = x[RelaxationKernel.Extra..];
        OhmicResistance = Single(0, 1);
        Inductance = Single(1, kernel.InductanceScale);
        TailStrength = tail == LowFrequencyTail.None ? Estimate.Exact(0) : Single(2, kernel.TailScale);
        PolarisationResistance = Area(_ => 1);
        Peaks = FindPeaks();
    }

    internal RelaxationKernel Kernel { get; }

    /// <summary>Variance of a weighted datum about the distribution.</summary>
    internal double Variance { get; }

    /// <summary>Data less those that the distribution takes up.</summary>
    internal double DegreesOfFreedom { get; }

    /// <summary>The spectrum.</summary>
    public Spectrum Spectrum { get; }

    /// <summary>Time constants τ = 1/(2πf) [s], rising, evenly spaced in ln τ.</summary>
    public IReadOnlyList<double> Tau { get; }

    /// <summary>γ(ln τ) [Ω], of 0 or more; its integral over ln τ is the polarisation resistance.</summary>
    public IReadOnlyList<double> Density { get; }

    /// <summary>Resistance at high frequency R∞ [Ω].</summary>
    public Estimate OhmicResistance { get; }

    /// <summary>Inductance L [H].</summary>
    public Estimate Inductance { get; }

    /// <summary>What goes on below the lowest frequency.</summary>
    public LowFrequencyTail Tail { get; }

    /// <summary>Its strength: 1/C [1/F] or σ [Ω s^-½].</summary>
    public Estimate TailStrength { get; }

    /// <summary>Resistance of all arcs [Ω]: the integral of γ, and the sum of the peaks.</summary>
    public Estimate PolarisationResistance { get; }

    /// <summary>λ, relative to the mean weight of the data.</summary>
    public double Smoothing { get; }

    /// <summary>Impedance of all terms [Ω] at the spectrum's frequencies.</summary>
    public IReadOnlyList<Complex> Impedance { get; }

    /// <summary>The peaks from fast to slow; their areas, from valley to valley, add up to the polarisation resistance; peaks below 1 % of it count to their neighbours.</summary>
    public IReadOnlyList<RelaxationPeak> Peaks { get; }

    /// <summary>γ [Ω] at a time constant [s], linear in ln τ between the nodes and zero outside.</summary>
    public double DensityAt(double tau)
    {
        double place = (Math.Log(tau) - Math.Log(Tau[0])) / _spacing, below = Math.Floor(place);
        return below < -1 || below > Density.Count ? 0 : At((int)below) + (place - below) * (At((int)below + 1) - At((int)below));
    }

    /// <summary>Credible band of γ [Ω] at each time constant.</summary>
    /// <param name="probability">Its probability.</param>
    public IReadOnlyList<(double Low, double High)> Band(double probability = 0.95) =>
    [
        .. Density.Select((g, m) =>
        {
            double half = Single(m + RelaxationKernel.Extra, 1).HalfWidth(probability);
            return (Math.Max(g - half, 0), g + half);
        }),
    ];

    /// <summary>Resistance [Ω] of the time constants in a band.</summary>
    public Estimate Area(RelaxationBand band)
    {
        ArgumentNullException.ThrowIfNull(band);
        double from = Math.Log(band.From), to = Math.Log(band.To);
        return Area(m => HatBelow((to - Math.Log(Tau[m])) / _spacing) - HatBelow((from - Math.Log(Tau[m])) / _spacing));
    }

    // ∫ of the hat between −1 and 1 up to s; 1 from its right end on.
    private static double HatBelow(double s) => s switch { <= -1 => 0, <= 0 => (1 + s) * (1 + s) / 2, < 1 => 1 - (1 - s) * (1 - s) / 2, _ => 1 };

    private Estimate Single(int column, double scale)
    {
        int n = _x.Length;
        double error = _covariance is null ? double.NaN : Math.Sqrt(Variance * Math.Max(_covariance[column * n + column], 0));
        return new Estimate(_x[column] * scale, error * scale, DegreesOfFreedom);
    }

    private Estimate Area(Func<int, double> share)
    {
        int n = _x.Length;
        double[] weight = new double[n];
        for (int m = 0; m < Density.Count; m++) weight[m + RelaxationKernel.Extra] = share(m) * _spacing;
        double sum = Dense.Dot(weight, _x), spread = 0;
        for (int i = 0; i < n && _covariance is not null; i++)
        {
            if (weight[i] != 0) spread += weight[i] * Dense.Dot(_covariance.AsSpan(i * n, n), weight);
        }
        return new Estimate(sum, _covariance is null ? double.NaN : Math.Sqrt(Variance * Math.Max(spread, 0)), DegreesOfFreedom);
    }

    private List<RelaxationPeak> FindPeaks()
    {
        int n = Density.Count;
        var tops = Enumerable.Range(0, n).Where(m => At(m) > 0 && At(m) >= At(m - 1) && At(m) > At(m + 1)).ToList();
        while (tops.Count > 0)
        {
            int[] valleys = [-1, .. Enumerable.Range(1, tops.Count - 1).Select(k => Enumerable.Range(tops[k - 1], tops[k] - tops[k - 1] + 1).MinBy(At)), n];
            double Share(int k, int m) => m < valleys[k] || m > valleys[k + 1] ? 0 : m == valleys[k] || m == valleys[k + 1] ? 0.5 : 1;
            Estimate[] areas = [.. Enumerable.Range(0, tops.Count).Select(k => Area(m => Share(k, m)))];
            int least = Enumerable.Range(0, tops.Count).MinBy(k => areas[k].Value);
            if (areas[least].Value >= LeastPeak * PolarisationResistance.Value || tops.Count == 1)
            {
                bool Stands(int k) => areas[k].Interval().Low > 0 && Rises(tops[k], valleys[k]) && Rises(tops[k], valleys[k + 1]);
                return [.. tops.Select((m, k) => new RelaxationPeak(RelaxationShape.Density, Top(m), areas[k], null, Stands(k)))];
            }
            tops.RemoveAt(least);
        }
        return [];
    }

    private double At(int m) => m < 0 || m >= Density.Count ? 0 : Density[m];

    // Whether the band of the height above a valley lies above zero.
    private bool Rises(int top, int valley) => Combined(At(top) - At(valley), (top, 1), (valley, -1)).Interval().Low > 0;

    // The vertex of the parabola through the logarithms of the three values about a maximum: exact for a bell.
    private Estimate Top(int m)
    {
        (double left, double middle, double right) = (At(m - 1), At(m), At(m + 1));
        double a = Math.Log(left), b = Math.Log(middle), c = Math.Log(right), bend = a - 2 * b + c, sum = left + middle + right;
        if (!(left > 0 && right > 0))
        {
            double mean = (right - left) / sum;
            return Shifted(Combined(_spacing * mean, (m - 1, -_spacing * (1 + mean) / sum), (m, -_spacing * mean / sum), (m + 1, _spacing * (1 - mean) / sum)));
        }
        if (!(bend < 0)) return new Estimate(Tau[m], double.NaN, DegreesOfFreedom);
        double half = 0.5 * _spacing / bend, skew = (a - c) / bend;
        return Shifted(Combined(half * (a - c), (m - 1, half * (1 - skew) / left), (m, 2 * half * skew / middle), (m + 1, -half * (1 + skew) / right)));

        Estimate Shifted(Estimate log) => log.Through(Tau[m] * Math.Exp(log.Value), Tau[m] * Math.Exp(log.Value));
    }

    // A value with the error that the nodes give it; nodes outside have none.
    private Estimate Combined(double value, params ReadOnlySpan<(int Node, double Slope)> slopes)
    {
        if (_covariance is null) return new Estimate(value, double.NaN, DegreesOfFreedom);
        double spread = 0;
        foreach ((int i, double si) in slopes)
        {
            if (i < 0 || i >= Density.Count) continue;
            foreach ((int j, double sj) in slopes)
            {
                if (j >= 0 && j < Density.Count) spread += si * sj * _covariance[(i + RelaxationKernel.Extra) * _x.Length + j + RelaxationKernel.Extra];
            }
        }
        return new Estimate(value, Math.Sqrt(Variance * Math.Max(spread, 0)), DegreesOfFreedom);
    }
}
