using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Resistance;

/// <summary>
/// Finds the resistivity of a composite and the resistance of its interface from potentials at its surface: least squares in ln ρ, ln R and a common
/// offset, with exact derivatives.
/// </summary>
public static class ProbeInversion
{
    private const int FewestPins = 4;
    private const double LowestResistivity = 1e-8, HighestResistivity = 1e5; // Ω m
    private const double LowestInterface = 1e-13, HighestInterface = 1e4; // Ω m²
    private const double Misfit = 0.02;
    private const double OneSided = 1.645; // standard normal, 95 %

    /// <summary>Fits one reading.</summary>
    /// <param name="reading">The potentials.</param>
    /// <param name="coating">Thickness, foil and contacts.</param>
    /// <exception cref="InputException">There are fewer than four pins, or the potentials do not fall away from the pin where the current enters.</exception>
    public static ProbeFit Fit(ProbeReading reading, CoatingOnFoil coating) => Fit(reading, new ProbeModel(coating, reading));

    /// <summary>Fits one reading with a model of its pins.</summary>
    /// <param name="reading">The potentials.</param>
    /// <param name="model">Model of the same pins.</param>
    /// <exception cref="InputException">There are fewer than four pins, or the potentials do not fall away from the pin where the current enters.</exception>
    public static ProbeFit Fit(ProbeReading reading, ProbeModel model)
    {
        int n = reading.Resistance.Count;
        if (n < FewestPins) throw new InputException($"potentials of {n} pins are too few; expected {FewestPins} or more for two resistances and an offset.", file: reading.Source);
        double[] weight = [.. Enumerable.Range(0, n).Select(i => reading.Uncertainty is { } u ? 1 / u[i] : 1)];
        LeastSquaresFit fit = Minimise(Start(reading, model, weight), LowestInterface, HighestInterface);
        // What R no longer changes still fixes ρ.
        if (double.IsNaN(fit.Covariance[1, 1])) fit = Minimise([.. fit.Parameters], Math.Exp(fit.Parameters[1]), Math.Exp(fit.Parameters[1]));
        double resistivity = Math.Exp(fit.Parameters[0]), interfaceResistance = Math.Exp(fit.Parameters[1]);
        double[] fitted = [.. model.Evaluate(resistivity, interfaceResistance).Select(v => v + fit.Parameters[2])];
        double scatter = Math.Sqrt(fit.SumOfSquares / fit.DegreesOfFreedom);
        Estimate? atZero = fit.AtBound[1] && interfaceResistance < 1 ? AtZero(reading, model, weight, fit.Parameters) : null;
        double? limit = atZero is { } none ? none.Value + OneSided * none.StandardError : null;
        List<string> warnings = Identifiability.Of(fit, limit);
        double range = reading.Resistance.Max() - reading.Resistance.Min();
        double rms = Math.Sqrt(fitted.Select((v, i) => Math.Pow(v - reading.Resistance[i], 2)).Average());
        if (rms > Misfit * range) warnings.Add(FormattableString.Invariant($"the layers miss the potentials by {rms / range * 100:g3} % of their range: thickness, positions of the pins or the assumption of an even coating is wrong."));
        return new ProbeFit(reading, Exponential(fit.Parameter(0)), atZero ?? Exponential(fit.Parameter(1)), fit.Parameter(2), fitted, scatter, fit.Correlation(0, 1), limit, warnings);

        LeastSquaresFit Minimise(double[] start, double lowest, double highest) => LeastSquares.Minimise((p, _) => Residuals(reading, model, weight, p), start,
            [Math.Log(LowestResistivity), Math.Log(lowest), double.NegativeInfinity], [Math.Log(HighestResistivity), Math.Log(highest), double.PositiveInfinity]);
    }

    private static Estimate Exponential(Estimate logarithm) => logarithm.Through(Math.Exp(logarithm.Value), Math.Exp(logarithm.Value));

    private static ResidualPoint Residuals(ProbeReading reading, ProbeModel model, double[] weight, double[] p)
    {
        int n = weight.Length;
        double[] r = new double[n], byResistivity = new double[n], byInterface = new double[n];
        model.Evaluate(Math.Exp(p[0]), Math.Exp(p[1]), r, byResistivity, byInterface);
        for (int i = 0; i < n; i++)
        {
            r[i] = (r[i] + p[2] - reading.Resistance[i]) * weight[i];
            byResistivity[i] *= weight[i];
            byInterface[i] *= weight[i];
        }
        return new ResidualPoint(r, [byResistivity, byInterface, weight]);
    }

    // For each ratio of R and ρ, ρ and the offset follow from a straight line.
    private static double[] Start(ProbeReading reading, ProbeModel model, double[] weight)
    {
        double[] measured = [.. reading.Resistance], squares = [.. weight.Select(w => w * w)];
        double best = double.PositiveInfinity;
        double[] start = [];
        foreach ((double ratio, double[] shape) in model.Shapes)
        {
            if (shape.Max() - shape.Min() <= 0) continue;
            StraightLine line = StraightLine.Fit(shape, measured, squares);
            if (!(line.Slope.Value > 0) || line.ResidualDeviation >= best) continue;
            // Where the shape is next to nothing, so that it takes more than any coating's resistivity to meet the data, it is no shape.
            double resistivity = ProbeModel.ShapeResistivity * line.Slope.Value;
            if (!(resistivity > LowestResistivity && resistivity < HighestResistivity)) continue;
            (best, start) = (line.ResidualDeviation, [Math.Log(resistivity), Math.Log(Math.Clamp(resistivity * ratio, LowestInterface, HighestInterface)), line.Intercept.Value]);
        }
        return start.Length > 0 ? start : throw new InputException("the potentials do not fall away from the pin where the current enters; expected the sign of the current and the roles of the pins to agree with them.", file: reading.Source);
    }

    // R itself, other than its logarithm, has an error at 0.
    private static Estimate AtZero(ProbeReading reading, ProbeModel model, double[] weight, IReadOnlyList<double> p)
    {
        ResidualPoint point = Residuals(reading, model, weight, [.. p]);
        double lowest = Math.Exp(p[1]);
        var line = LinearLeastSquares.Fit([.. point.Residuals.Select(r => -r)], point.Derivatives![0], [.. point.Derivatives[1].Select(d => d / lowest)], weight);
        return line[1] with { Value = Math.Max(0, line[1].Value) };
    }
}
