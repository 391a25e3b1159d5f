using System.Globalization;
using Loadstone.Laboratory.Impedance.Circuits;

namespace Loadstone.Laboratory.Impedance.Fitting;

/// <summary>Errors, correlations and information criteria of a fit, and what it does not determine.</summary>
internal static class FitStatistics
{
    // Weighted sums of squares below this per datum are round-off: they must not decide between circuits.
    private const double LeastVariance = 1e-18;
    private const double DoubtfulError = 1, DoubtfulCorrelation = 0.995;

    internal static CircuitFit Of(Circuit circuit, Spectrum spectrum, SpectrumWeighting weighting, CircuitProblem problem, double[] u)
    {
        int n = u.Length, data = problem.Residuals;
        double[] normal = new double[n * n], gradient = new double[n];
        double sum = problem.Evaluate(u, normal, gradient);
        bool[] free = [.. Enumerable.Range(0, n).Select(k => !problem.IsExponent[k] || (u[k] > problem.Lower(k, 0) && u[k] < problem.Upper(k, 0)))];
        (double[] error, double[,] correlation) = Errors(normal, n, free, Math.Sqrt(sum / (data - n)));
        double[] values = [.. u.Select((v, k) => problem.ToValue(k, v))];
        Estimate[] estimates = [.. values.Select((v, k) => new Estimate(v, problem.IsExponent[k] ? error[k] : error[k] * v, data - n))];
        double criterion = data * Math.Log(Math.Max(sum / data, LeastVariance));
        int counted = n + 1;
        return new CircuitFit(
            circuit, spectrum, weighting, estimates, correlation, problem.Model(values), Math.Sqrt(sum / (data - n)),
            data > counted + 1 ? criterion + 2.0 * counted * data / (data - counted - 1) : double.PositiveInfinity,
            criterion + counted * Math.Log(data),
            [.. Doubts(circuit, spectrum, problem, values, error, correlation, free)]);
    }

    // The matrix is scaled to a unit diagonal, so that its inverse tells correlations whatever the units.
    private static (double[] Error, double[,] Correlation) Errors(double[] normal, int n, bool[] free, double deviation)
    {
        double[] scale = new double[n], scaled = new double[n * n];
        for (int i = 0; i < n; i++) scale[i] = free[i] && normal[i * n + i] > 0 ? 1 / Math.Sqrt(normal[i * n + i]) : 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++) scaled[i * n + j] = scaled[j * n + i] = normal[i * n + j] * scale[i] * scale[j];
            scaled[i * n + i] = 1;
        }
        double[]? inverse = Dense.Inverse(scaled, n);
        double[] error = new double[n];
        double[,] correlation = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            error[i] = inverse is null || scale[i] == 0 ? double.NaN : deviation * scale[i] * Math.Sqrt(inverse[i * n + i]);
            for (int j = 0; j < n; j++)
                correlation[i, j] = i == j ? 1 : inverse is null || scale[i] * scale[j] == 0 ? 0 : inverse[i * n + j] / Math.Sqrt(inverse[i * n + i] * inverse[j * n + j]);
        }
        return (error, correlation);
    }

    private static IEnumerable<string> Doubts(Circuit circuit, Spectrum spectrum, CircuitProblem problem, double[] values, double[] error, double[,] correlation, bool[] free)
    {
        int n = values.Length;
        for (int k = 0; k < n; k++)
        {
            CircuitParameter parameter = circuit.Parameters[k];
            if (!free[k])
                yield return string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} stands at the end of its range ({values[k]:g3}); its error and those of what hangs together with it cannot be said.");
            else if (!(error[k] < (problem.IsExponent[k] ? 0.3 : DoubtfulError)))
                yield return string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} is not determined by the data (standard error {error[k] * 100:g2} %).");
            if (parameter.Law.Symbol == "τ" && !(values[k] * 2 * Math.PI * spectrum.Frequency[^1] < 10 && values[k] * 2 * Math.PI * spectrum.Frequency[0] > 0.1))
                yield return string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} = {values[k]:g3} s lies beyond the frequencies that were measured.");
        }
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                bool ofOne = circuit.Parameters[i].Element == circuit.Parameters[j].Element;
                if (!ofOne && Math.Abs(correlation[i, j]) > DoubtfulCorrelation)
                    yield return string.Create(CultureInfo.InvariantCulture, $"{circuit.Parameters[j].Name} and {circuit.Parameters[i].Name} can hardly be told apart (correlation {correlation[i, j]:f3}).");
            }
        }
    }
}
