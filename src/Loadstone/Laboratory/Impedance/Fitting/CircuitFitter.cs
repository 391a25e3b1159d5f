using Loadstone.Laboratory.Impedance.Circuits;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Impedance.Fitting;

/// <summary>Fits circuits to spectra by complex nonlinear least squares (Macdonald and Garber 1977), from starts that the data give.</summary>
public static class CircuitFitter
{
    private const int Starts = 16, Enough = 3;
    private const double Same = 1e-3;

    // Five e-foldings at once leave the region in which the linearisation says anything.
    private static readonly DescentLimits Roughly = new(40, 1e-5, Longest: 5, LeastScale: 1e-9), Finely = Roughly with { Steps = 300, Gain = 1e-13 };

    /// <summary>Fits a circuit.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="circuit">The circuit.</param>
    /// <param name="weighting">What the points count for.</param>
    /// <exception cref="InputException">There are fewer data than parameters.</exception>
    public static CircuitFit Fit(Spectrum spectrum, Circuit circuit, SpectrumWeighting weighting = SpectrumWeighting.Modulus)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        ArgumentNullException.ThrowIfNull(circuit);
        return Fit(spectrum, circuit, weighting, SpectrumFeatures.Of(spectrum));
    }

    internal static CircuitFit Fit(Spectrum spectrum, Circuit circuit, SpectrumWeighting weighting, SpectrumFeatures features)
    {
        int n = circuit.Parameters.Count;
        if (2 * spectrum.Count <= n)
            throw new InputException($"{spectrum.Count} points cannot determine the {n} parameters of {circuit.Text}; expected at least {n / 2 + 1} points or a smaller circuit.", file: spectrum.Source);
        var problem = new CircuitProblem(circuit, spectrum, weighting);
        double[] best = [];
        double least = double.PositiveInfinity;
        int agreeing = 0;

        // A minimum in which several starts end is believed.
        for (int variant = 0; variant < Starts && agreeing < Enough; variant++)
        {
            double[] u = CircuitStart.Of(circuit, spectrum, features, variant);
            for (int k = 0; k < n; k++) u[k] = problem.ToUnknown(k, u[k]);
            double sum = Descend(problem, u, Roughly);
            if (!(sum < double.PositiveInfinity)) continue;
            if (sum < least * (1 - Same)) agreeing = 1;
            else if (sum < least * (1 + Same)) agreeing++;
            if (sum >= least) continue;
            (least, best) = (sum, u);
        }
        if (best.Length == 0) throw new InputException($"{circuit.Text} could not be fitted from any start.", file: spectrum.Source);
        Descend(problem, best, Finely);
        for (int k = 0; k < n; k++) best[k] = problem.ToValue(k, best[k]);
        CircuitOrder.FastFirst(circuit.Root, best);
        for (int k = 0; k < n; k++) best[k] = problem.ToUnknown(k, best[k]);
        return FitStatistics.Of(circuit, spectrum, weighting, problem, best);
    }

    private static double Descend(CircuitProblem problem, double[] u, DescentLimits limits)
    {
        Span<double> low = stackalloc double[u.Length], high = stackalloc double[u.Length];
        for (int k = 0; k < u.Length; k++) (low[k], high[k]) = (problem.Lower(k, u[k]), problem.Upper(k, u[k]));
        return LevenbergMarquardt.Minimise(problem, u, low, high, limits).Sum;
    }
}
