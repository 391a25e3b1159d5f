using System.Globalization;
using Loadstone.Laboratory.Impedance.Circuits;
using Loadstone.Laboratory.Regression;

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
        (double[] error, double[,] correlation) = Errors(normal, free, Math.Sqrt(sum / (data - n)));
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

    private static (double[] Error, double[,] Correlation) Errors(double[] normal, bool[] free, double deviation)
    {
        int n = free.Length;
        double[,] inverse = NormalInverse.Of(normal, free).Inverse, correlation = new double[n, n];
        double[] error = new double[n];
        for (int i = 0; i < n; i++)
        {
            error[i] = free[i] ? deviation * Math.Sqrt(inverse[i, i]) : double.NaN;
            for (int j = 0; j < n; j++)
            {
                double between = inverse[i, j] / Math.Sqrt(inverse[i, i] * inverse[j, j]);
                correlation[i, j] = i == j ? 1 : double.IsFinite(between) ? between : 0;
            }
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
            else if (!double.IsFinite(error[k]))
                yield return $"{parameter.Name} is not determined by the data: with others it can be changed so that the impedance stays as it is.";
            else if (!(error[k] < (problem.IsExponent[k] ? 0.3 : DoubtfulError)))
                yield return string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} is not determined by the data (standard error {Percent(error[k])}).");
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

    private static string Percent(double error) => error > 1000 ? "beyond any size" : string.Create(CultureInfo.InvariantCulture, $"{error * 100:f0} %");
}
