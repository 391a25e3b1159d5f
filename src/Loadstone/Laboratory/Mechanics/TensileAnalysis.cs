using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>Numbers of a tensile test.</summary>
/// <param name="Curve">The curve.</param>
/// <param name="Modulus">Slope of the stretch that counts as elastic [Pa].</param>
/// <param name="ElasticRange">Its strains.</param>
/// <param name="Zero">Strain at which the line through it has no stress: all strains count from there (toe compensation as of ASTM D638, annex A1).</param>
/// <param name="Strength">Greatest stress [Pa].</param>
/// <param name="BreakStrain">Strain at the last point before the break, from <paramref name="Zero"/> on.</param>
/// <param name="Toughness">Area below the curve to the break [J/m³], the toe replaced by the line.</param>
/// <param name="BreakIndex">Last point before the break.</param>
/// <param name="IsBroken">Whether the curve ends in a break; otherwise elongation and toughness are lower bounds.</param>
/// <param name="Warnings">What makes the numbers less sure.</param>
public sealed record TensileAnalysis(
    TensileCurve Curve, Estimate Modulus, QuantityRange ElasticRange, Estimate Zero, Estimate Strength, Estimate BreakStrain, Estimate Toughness,
    int BreakIndex, bool IsBroken, IReadOnlyList<string> Warnings)
{
    private const int FewestPoints = 8;
    private const double LargeShift = 0.1, Knoll = 0.025;

    /// <summary>Analyses a curve.</summary>
    /// <param name="curve">A curve with stresses.</param>
    /// <param name="elastic">Strains of the elastic stretch as measured; null to find the steepest straight one.</param>
    /// <exception cref="InputException">There are no stresses, no break-free part, or no straight stretch.</exception>
    public static TensileAnalysis Of(TensileCurve curve, QuantityRange? elastic = null)
    {
        ArgumentNullException.ThrowIfNull(curve);
        (IReadOnlyList<double> strain, IReadOnlyList<double> stress) = (curve.Strain, curve.Stress);
        if (stress.Count == 0 || !(stress.Max() > 0)) throw new InputException("the file holds no stress above 0; expected a column of stress or force.", file: curve.Source);
        List<string> warnings = [.. curve.Warnings];
        int? found = BreakFinder.Find(stress);
        int end = found ?? stress.Count - 1;
        if (found is null) warnings.Add("the curve ends without a break: elongation and toughness are lower bounds.");
        CheckOrder(curve, end);
        if (end < FewestPoints) throw new InputException($"the stress breaks down after {end + 1} points; expected {FewestPoints + 1} or more before the break.", file: curve.Source);

        double noise = Noise(stress, end);
        (int first, int last, double endError) = elastic is { } range ? Inside(curve, range, end) : ElasticRegion.Find(strain, stress, end, noise)
            ?? throw new InputException("no stretch of the curve is straight; expected one, or its strains by --modulus \"0.05..0.25 %\".", file: curve.Source);
        StraightLine line = ElasticRegion.Line(strain, stress, first, last);
        if (!(line.Slope.Value > 0)) throw new InputException(FormattableString.Invariant($"the stress does not rise between strains of {strain[first] * 100:g4} and {strain[last] * 100:g4} %; expected the elastic stretch there."), file: curve.Source);
        Estimate zero = line.Crossing(0);
        double length = strain[end] - zero.Value;
        if (!(length > 0)) throw new InputException("the line through the elastic stretch reaches no stress only beyond the break; expected another stretch by --modulus.", file: curve.Source);
        if (Math.Abs(zero.Value - strain[0]) > LargeShift * length)
            warnings.Add(FormattableString.Invariant($"the zero of strain was moved from {strain[0] * 100:g3} to {zero.Value * 100:g3} %, more than a tenth of the elongation: slack, a preload, or a curve without an elastic stretch."));
        Estimate modulus = Scaled(line.Slope with { StandardError = double.Hypot(line.Slope.StandardError, endError) }, curve.GaugeError, curve.AreaError);
        // The break lies between the last point before it and the next one.
        double spacing = found is null ? 0 : strain[Math.Min(end + 1, strain.Count - 1)] - strain[end];
        double elongationError = Math.Max(0, spacing) / Math.Sqrt(12);
        Estimate elongation = Scaled(ErrorPropagation.Carry(length, (zero, -1), (new Estimate(0, elongationError), 1)), curve.GaugeError);
        Estimate toughness = Area(strain, stress, first, end, line, zero, noise);
        toughness = Scaled(ErrorPropagation.Carry(toughness.Value, (toughness, 1), (new Estimate(0, elongationError * stress[end]), 1)), curve.GaugeError, curve.AreaError);
        return new TensileAnalysis(curve, modulus, new QuantityRange(strain[first], strain[last]), zero, Scaled(Top(strain, stress, end, noise), curve.AreaError), elongation, toughness, end, found is not null, warnings);
    }

    // Strains of a machine rise; an extensometer that slips does not.
    private static void CheckOrder(TensileCurve curve, int end)
    {
        double most = curve.Strain[0], span = Math.Abs(curve.Strain[end] - curve.Strain[0]);
        for (int i = 1; i <= end; i++)
        {
            if (curve.Strain[i] < most - 0.05 * span)
                throw new InputException(FormattableString.Invariant($"the strain falls from {most * 100:g4} to {curve.Strain[i] * 100:g4} % at point {i + 1}, before the break; expected one pull to break."), file: curve.Source);
            most = Math.Max(most, curve.Strain[i]);
        }
    }

    private static ElasticStretch Inside(TensileCurve curve, QuantityRange range, int end)
    {
        int[] points = [.. Enumerable.Range(0, end + 1).Where(i => range.Holds(curve.Strain[i]))];
        return points.Length >= 3 ? new ElasticStretch(points[0], points[^1], 0)
            : throw new InputException(FormattableString.Invariant($"{points.Length} points lie between strains of {range.Low * 100:g4} and {range.High * 100:g4} %; expected three or more."), file: curve.Source);
    }

    // The greatest single value of a noisy curve lies too high: a parabola through its neighbourhood does not.
    private static Estimate Top(IReadOnlyList<double> strain, IReadOnlyList<double> stress, int end, double noise)
    {
        int top = Enumerable.Range(0, end + 1).MaxBy(i => stress[i]);
        int half = Math.Max(FewestPoints / 2, (int)(Knoll * end)), first = Math.Max(0, Math.Min(top - half, end - 2 * half)), last = Math.Min(end, Math.Max(top + half, first + 2 * half));
        double middle = strain[top], scale = Math.Max(strain[last] - strain[first], double.Epsilon);
        double[] u = [.. Enumerable.Range(first, last - first + 1).Select(i => (strain[i] - middle) / scale)];
        if (u.Length < FewestPoints || u.Distinct().Count() < 4) return new Estimate(stress[top], double.NaN, 0);
        LinearLeastSquares fit = LinearLeastSquares.Fit([.. Enumerable.Range(first, u.Length).Select(i => stress[i])], [.. u.Select(_ => 1.0)], u, [.. u.Select(v => v * v)]);
        double At(double v) => fit.Coefficients[0] + v * (fit.Coefficients[1] + v * fit.Coefficients[2]);
        double place = At(u[0]) > At(u[^1]) ? u[0] : u[^1];
        double vertex = fit.Coefficients[2] < 0 ? Math.Clamp(-fit.Coefficients[1] / (2 * fit.Coefficients[2]), u[0], u[^1]) : place;
        if (At(vertex) > At(place)) place = vertex;
        // A sharp yield point is no parabola.
        return fit.Scatter > 4 * noise ? new Estimate(stress[top], noise) : fit.Combination([1, place, place * place]);
    }

    private static Estimate Area(IReadOnlyList<double> strain, IReadOnlyList<double> stress, int first, int end, StraightLine line, Estimate zero, double noise)
    {
        double foot = line.At(strain[first]).Value, area = Math.Max(0, foot) * Math.Max(0, strain[first] - zero.Value) / 2, weights = 0;
        for (int i = first + 1; i <= end; i++) area += (stress[i] + stress[i - 1]) / 2 * (strain[i] - strain[i - 1]);
        for (int i = first; i <= end; i++)
        {
            double weight = ((i < end ? strain[i + 1] - strain[i] : 0) + (i > first ? strain[i] - strain[i - 1] : 0)) / 2;
            weights += weight * weight;
        }
        // The triangle of the toe ends where the line does: its area is foot²/2E.
        double toe = foot > 0 ? foot * zero.StandardError : 0;
        return new Estimate(area, double.Hypot(noise * Math.Sqrt(weights), toe), end - first);
    }

    // Third differences leave the noise of neighbouring points alone, 20 σ²; their median magnitude is 0.6745 standard deviations, whatever single
    // spoilt points and edges do.
    private static double Noise(IReadOnlyList<double> stress, int end)
    {
        double[] sizes = [.. Enumerable.Range(3, Math.Max(end - 2, 1)).Select(i => Math.Abs(stress[i] - 3 * stress[i - 1] + 3 * stress[i - 2] - stress[i - 3]))];
        return SlipFinder.Quantile(sizes, 0.5) / (0.6745 * Math.Sqrt(20));
    }

    private static Estimate Scaled(Estimate estimate, params ReadOnlySpan<double> errors)
    {
        Estimate all = estimate;
        foreach (double error in errors)
        {
            if (error > 0) all = ErrorPropagation.Carry(all.Value, (all, 1), (new Estimate(1, error), all.Value));
        }
        return all;
    }
}
