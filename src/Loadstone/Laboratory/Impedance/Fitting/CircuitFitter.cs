using Loadstone.Laboratory.Impedance.Circuits;

namespace Loadstone.Laboratory.Impedance.Fitting;

/// <summary>Fits circuits to spectra by complex nonlinear least squares (Macdonald and Garber 1977), from starts that the data give.</summary>
public static class CircuitFitter
{
    private const int Starts = 16, Enough = 3, FirstSteps = 40, LastSteps = 300;
    private const double Roughly = 1e-5, Finely = 1e-13, Same = 1e-3;

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
            double sum = LevenbergMarquardt.Minimise(problem, u, FirstSteps, Roughly);
            if (!(sum < double.PositiveInfinity)) continue;
            if (sum < least * (1 - Same)) agreeing = 1;
            else if (sum < least * (1 + Same)) agreeing++;
            if (sum >= least) continue;
            (least, best) = (sum, u);
        }
        if (best.Length == 0) throw new InputException($"{circuit.Text} could not be fitted from any start.", file: spectrum.Source);
        LevenbergMarquardt.Minimise(problem, best, LastSteps, Finely);
        for (int k = 0; k < n; k++) best[k] = problem.ToValue(k, best[k]);
        CircuitOrder.FastFirst(circuit.Root, best);
        for (int k = 0; k < n; k++) best[k] = problem.ToUnknown(k, best[k]);
        return FitStatistics.Of(circuit, spectrum, weighting, problem, best);
    }
}
