using System.Globalization;
using System.Numerics;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Impedance.Validity;

/// <summary>
/// The linear Kramers–Kronig test (M. Schönleber, D. Klotz, E. Ivers-Tiffée, Electrochim. Acta 131, 20, 2014): a chain of RC pairs with
/// fixed time constants, a resistor, a capacitor and an inductor in series fit any spectrum of a linear, causal, steady system; what
/// they cannot fit was not one.
/// </summary>
/// <param name="Pairs">Number M of RC pairs: the smallest, of two a decade or more, whose μ is no longer above 0.85.</param>
/// <param name="Mu">μ = 1 − Σ|R_k below 0| / Σ|R_k above 0|: near 1 underfitted, near 0 overfitted.</param>
/// <param name="Frequency">Frequencies [Hz].</param>
/// <param name="Real">(Z′ − Z′_fit)/|Z|.</param>
/// <param name="Imaginary">(Z″ − Z″_fit)/|Z|.</param>
public sealed record KramersKronigTest(int Pairs, double Mu, IReadOnlyList<double> Frequency, IReadOnlyList<double> Real, IReadOnlyList<double> Imaginary)
{
    // A depressed arc makes some R_k negative long before there are pairs enough to follow it.
    private const double LeastPerDecade = 2;
    private const double Overfit = 0.85;
    private const double Noticeable = 0.01;
    private const int RunThatIsNoAccident = 4;

    /// <summary>Root mean square of both parts' deviations, as a share of |Z|.</summary>
    public double Deviation => Math.Sqrt(Real.Concat(Imaginary).Average(r => r * r));

    /// <summary>The frequencies [Hz] at which four or more neighbours deviate to one side by more than 1 % and three times the usual; from high to low.</summary>
    public IReadOnlyList<double> Violations { get; } = Runs(Frequency, Real, Imaginary);

    /// <summary>Whether there are none.</summary>
    public bool IsConsistent => Violations.Count == 0;

    /// <summary>The verdict in words.</summary>
    public string Verdict => IsConsistent
        ? string.Create(CultureInfo.InvariantCulture, $"Consistent with a linear, steady system: {Pairs} RC pairs leave {Deviation * 100:g2} % without a trend (μ = {Mu:f2}).")
        : string.Create(CultureInfo.InvariantCulture, $"Not consistent with a linear, steady system from {Violations[^1]:g3} to {Violations[0]:g3} Hz: deviations of up to {Largest() * 100:g2} % go one way there (μ = {Mu:f2}, {Pairs} RC pairs). The cell may have drifted, or the amplitude was too large.");

    /// <summary>Tests a spectrum.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <exception cref="InputException">It has fewer than five points.</exception>
    public static KramersKronigTest Of(Spectrum spectrum)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        int most = Math.Min(spectrum.Count, 2 * spectrum.Count - 4);
        if (spectrum.Count < 5) throw new InputException($"{spectrum.Count} points are too few for a Kramers–Kronig test; expected at least 5.", file: spectrum.Source);
        double decades = Math.Log10(spectrum.Frequency[0] / spectrum.Frequency[^1]);
        for (int pairs = Math.Clamp((int)Math.Ceiling(LeastPerDecade * decades), 1, spectrum.Count / 2); ; pairs++)
        {
            KramersKronigTest test = With(spectrum, pairs);
            if (test.Mu <= Overfit || pairs == most) return test;
        }
    }

    private static KramersKronigTest With(Spectrum spectrum, int pairs)
    {
        int points = spectrum.Count, rows = 2 * points, unknowns = pairs + 3;
        double fast = 1 / (2 * Math.PI * spectrum.Frequency[0]), slow = 1 / (2 * Math.PI * spectrum.Frequency[^1]);
        double[] taus = [.. Enumerable.Range(0, pairs).Select(k => pairs == 1 ? Math.Sqrt(fast * slow) : fast * Math.Pow(slow / fast, (double)k / (pairs - 1)))];
        double[] columns = new double[rows * unknowns], b = new double[rows], x = new double[unknowns];
        for (int i = 0; i < points; i++)
        {
            double omega = 2 * Math.PI * spectrum.Frequency[i], w = 1 / Math.Max(Complex.Abs(spectrum.Impedance[i]), double.Epsilon);
            (b[i], b[points + i]) = (w * spectrum.Impedance[i].Real, w * spectrum.Impedance[i].Imaginary);
            columns[i] = w;
            columns[rows + points + i] = w * omega * fast;
            columns[2 * rows + points + i] = -w / (omega * slow);
            for (int k = 0; k < pairs; k++)
            {
                double u = omega * taus[k], share = w / (1 + u * u);
                (columns[(k + 3) * rows + i], columns[(k + 3) * rows + points + i]) = (share, -share * u);
            }
        }
        double[] matrix = [.. columns], left = [.. b];
        Dense.LeastSquares(matrix, rows, unknowns, left, x);
        for (int k = 0; k < unknowns; k++) Dense.Add(-x[k], columns.AsSpan(k * rows, rows), b);
        double positive = 0, negative = 0;
        for (int k = 3; k < unknowns; k++)
        {
            if (x[k] < 0) negative -= x[k];
            else positive += x[k];
        }
        return new KramersKronigTest(pairs, positive > 0 ? 1 - negative / positive : 1 - negative, spectrum.Frequency, b[..points], b[points..]);
    }

    private double Largest() => Frequency.Select((f, i) => Violations.Contains(f) ? Math.Max(Math.Abs(Real[i]), Math.Abs(Imaginary[i])) : 0).Max();

    private static List<double> Runs(IReadOnlyList<double> frequency, params ReadOnlySpan<IReadOnlyList<double>> parts)
    {
        var found = new SortedSet<double>();
        foreach (IReadOnlyList<double> part in parts)
        {
            double threshold = Math.Max(Noticeable, 3 * part.Select(Math.Abs).Order().ElementAt(part.Count / 2));
            int run = 0;
            for (int i = 0; i <= part.Count; i++)
            {
                bool beyond = i < part.Count && Math.Abs(part[i]) > threshold;
                if (beyond && (run == 0 || part[i] * part[i - 1] > 0))
                {
                    run++;
                    continue;
                }
                if (run >= RunThatIsNoAccident)
                {
                    for (int k = i - run; k < i; k++) found.Add(frequency[k]);
                }
                run = beyond ? 1 : 0;
            }
        }
        return [.. found.Reverse()];
    }
}
