using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Sensitivity;
using Loadstone.Formats.Json;
using Loadstone.Laboratory;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Designs.Fitting;

/// <summary>How a design is laid beside a measurement.</summary>
public sealed record FitOptions
{
    /// <summary>Paths that are set to other values first.</summary>
    public IReadOnlyList<DesignOverride> Overrides { get; init; } = [];

    /// <summary>The variant, or null for the document as it stands.</summary>
    public string? Variant { get; init; }

    /// <summary>Resolution, or null for the document's.</summary>
    public MeshSettings? Mesh { get; init; }

    /// <summary>State of charge at the start, at rest.</summary>
    public double StateOfCharge { get; init; } = 1;

    /// <summary>Most iterations.</summary>
    public int Iterations { get; init; } = 40;
}

/// <summary>Simulates a measured current on a design, and fits parameters of the design to the measured voltage.</summary>
public static class DesignFit
{
    private const double Unfixed = 1e-6, Correlated = 0.95, Systematic = 0.5;

    // The voltage of a run is exact to some 10 µV; a smaller fall of the sum is that error's. The fit before the mesh is known to a
    // fraction of the error need not be nearer than that.
    private const double Gain = 1e-6, RoughGain = 1e-3;

    /// <summary>Simulates a measurement with a design as it stands.</summary>
    /// <param name="path">File of the design document.</param>
    /// <param name="run">The measurement.</param>
    /// <param name="options">How; null for the standard.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The document cannot be used.</exception>
    public static ModelComparison Compare(string path, MeasuredRun run, FitOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new FitOptions();
        return Compare(Model(path, options, []), run, [], cancellation);
    }

    /// <summary>Fits parameters to the measured voltage, all points counting alike.</summary>
    /// <param name="path">File of the design document.</param>
    /// <param name="run">The measurement.</param>
    /// <param name="vary">What is varied, as <see cref="FitParameter"/> reads it.</param>
    /// <param name="options">How; null for the standard.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The document or a parameter cannot be used, or the design cannot follow the current at the start of the fit.</exception>
    public static FitOutcome Run(string path, MeasuredRun run, IReadOnlyList<string> vary, FitOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new FitOptions();
        if (vary.Count == 0) throw new InputException("nothing is varied; expected one parameter or more.", file: "--vary");
        Cell original = Model(path, options, []).Build([]).Cell;
        PlacedObject document = (PlacedObject)PlacedJsonReader.ReadFile(path);
        FitParameter[] parameters = [.. vary.Select(text => FitParameter.Parse(text, document, [.. CellParameter.Of(original), .. CellParameter.OfLayers(original)], options.StateOfCharge))];
        if (parameters.GroupBy(p => p.Name).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new InputException($"{twice.Key} is varied twice; expected each parameter once.", file: "--vary");
        if (run.Voltage.Count <= parameters.Length) throw new InputException($"{run.Voltage.Count} points cannot fix {parameters.Length} parameters; expected more points.", file: run.Source);

        DesignModel model = Model(path, options, parameters);
        double[] start = [.. parameters.Select(p => p.Start)];
        ModelComparison before = Compare(model, run, start, cancellation);
        if (before.End is { } end) throw new InputException($"the design cannot follow the measured current at the start of the fit: {end}; expected a start, a state of charge or an area that can.", file: run.Source);
        LeastSquaresFit rough = Minimise(Inside(parameters, start), run.Voltage, RoughGain);
        // A mesh shifts a curve nearly alike wherever the parameters stand: what it costs near the minimum is laid on the data, and a
        // second fit finds what a mesh without end would.
        double[]? cost = model.MeshError(run, Outside(parameters, rough.Parameters), cancellation);
        LeastSquaresFit fit = ResidualCorrelation.Widen(cost is null ? rough : Minimise(rough.Parameters, [.. run.Voltage.Select((v, i) => v + cost[i])], Gain));
        double[] found = Outside(parameters, fit.Parameters);
        Cell fitted = model.Build(found).Cell;
        FittedParameter[] values = [.. parameters.Select((p, i) => Fitted(p, fit, i, found[i], fitted))];
        return new FitOutcome
        {
            Design = original.Name,
            Parameters = values,
            Before = before,
            After = new ModelComparison(run, [.. run.Voltage.Select((v, i) => v + fit.Residuals[i])], null),
            MeshError = cost is null ? double.NaN : cost.Max(Math.Abs),
            Fit = fit,
            Warnings = [.. run.Notes, .. Warnings(values, fit, cost is not null)],
        };

        LeastSquaresFit Minimise(IReadOnlyList<double> from, IReadOnlyList<double> voltage, double gain) => LeastSquares.Minimise(
            (p, _) => Residuals(model, run, voltage, parameters, p, cancellation), from,
            Inside(parameters, [.. parameters.Select(p => p.Low)]), Inside(parameters, [.. parameters.Select(p => p.High)]), options.Iterations, gain);
    }

    private static DesignModel Model(string path, FitOptions options, IReadOnlyList<FitParameter> parameters) =>
        new(path, options.Overrides, options.Variant, options.Mesh, options.StateOfCharge, parameters);

    private static ModelComparison Compare(DesignModel model, MeasuredRun run, IReadOnlyList<double> values, CancellationToken cancellation)
    {
        (double[] voltage, SimulationResult result) = model.Simulate(run, values, cancellation);
        return new ModelComparison(run, voltage, result.IsComplete ? null : $"in step {result.Steps.Count}, {result.Steps[^1].Step.Text}, {result.Steps[^1].EndText}");
    }

    // A step into values that make no cell, or none that can follow the current, is a step too far.
    private static ResidualPoint Residuals(DesignModel model, MeasuredRun run, IReadOnlyList<double> target, FitParameter[] parameters, double[] p, CancellationToken cancellation)
    {
        try
        {
            (double[] voltage, double[][] derivatives) = model.Linearised(run, Outside(parameters, p), cancellation);
            return new ResidualPoint([.. voltage.Select((v, i) => v - target[i])], derivatives);
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is InputException or ArgumentException))
        {
            return TooFar(run, parameters);
        }
        catch (Exception e) when (e is InputException or ArgumentException)
        {
            return TooFar(run, parameters);
        }
    }

    private static ResidualPoint TooFar(MeasuredRun run, FitParameter[] parameters) =>
        new([.. run.Voltage.Select(_ => double.PositiveInfinity)], [.. parameters.Select(_ => new double[run.Voltage.Count])]);

    // The fit steps in logarithms of what cannot be 0. A factor's engine derivative is by its logarithm as well.
    private static double[] Inside(FitParameter[] parameters, double[] values) => [.. values.Select((v, i) => parameters[i].IsLogarithmic ? Math.Log(v) : v)];

    private static double[] Outside(FitParameter[] parameters, IReadOnlyList<double> values) =>
        [.. values.Select((v, i) => Math.Clamp(parameters[i].IsLogarithmic ? Math.Exp(v) : v, parameters[i].Low, parameters[i].High))];

    private static FittedParameter Fitted(FitParameter parameter, LeastSquaresFit fit, int index, double value, Cell cell)
    {
        Estimate estimate = fit.Parameter(index).Through(value, parameter.IsLogarithmic ? value : 1);
        string text = parameter.Cell is null
            ? parameter.Text(value, 5)
            : ((IReadOnlyList<CellParameter>)[.. CellParameter.Of(cell), .. CellParameter.OfLayers(cell)]).FirstOrDefault(p => p.Name == parameter.Name)?.Value ?? "";
        return new FittedParameter(parameter, estimate, fit.AtBound[index], text);
    }

    private static IEnumerable<string> Warnings(FittedParameter[] values, LeastSquaresFit fit, bool isMeshCorrected)
    {
        if (!fit.Converged) yield return FormattableString.Invariant($"the fit had not settled after {fit.Iterations} iterations.");
        foreach (FittedParameter value in values)
        {
            if (value.IsAtBound) yield return $"{value.Parameter.Name} stands at a bound ({value.Text}): the data want it beyond, or do not speak of it; it has no error.";
            else if (!double.IsFinite(value.Estimate.StandardError)) yield return $"{value.Parameter.Name} cannot be told from these data.";
            else if (value.Parameter.IsLogarithmic && value.Estimate.HalfWidth() > Math.Abs(value.Estimate.Value)) yield return $"{value.Parameter.Name} is hardly told by these data: its 95 % interval is as wide as itself.";
        }
        if (fit.Conditioning < Unfixed) yield return FormattableString.Invariant($"some combination of the parameters leaves the voltage as it is (conditioning {fit.Conditioning:g2}): vary fewer, or add data of another kind.");
        for (int i = 0; i < values.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double correlation = fit.Correlation(i, j);
                if (Math.Abs(correlation) > Correlated)
                    yield return FormattableString.Invariant($"{values[j].Parameter.Name} and {values[i].Parameter.Name} cannot be told apart well (correlation {correlation:f3}).");
            }
        }
        double following = ResidualPattern.Following(fit.Residuals);
        if (following > Systematic) yield return FormattableString.Invariant($"the residuals follow each other (correlation {following:f2}): the model may miss the curve in ways that no value mends; the intervals are widened as if {ResidualCorrelation.IndependentShare(fit.Residuals) * fit.Residuals.Count:g2} of {fit.Residuals.Count} points were independent.");
        if (!isMeshCorrected) yield return "the fitted design cannot follow the current on a mesh twice as fine: the values still hold the error of the mesh.";
    }
}
