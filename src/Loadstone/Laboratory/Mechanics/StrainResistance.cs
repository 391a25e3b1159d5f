using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>How the resistance of a specimen grows as it is drawn.</summary>
/// <param name="Rest">Resistance without strain, R₀ [Ω].</param>
/// <param name="GaugeFactor">d(R/R₀)/dε without strain.</param>
/// <param name="Strain">Upper end of the strains that were fitted.</param>
/// <param name="RatioThere">R/R₀ there.</param>
/// <param name="From">Lowest strain that was fitted.</param>
public sealed record StrainResistance(Estimate Rest, Estimate GaugeFactor, double Strain, Estimate RatioThere, double From)
{
    private const int FewestPoints = 6;

    /// <summary>Strains up to which the change is read unless a person says otherwise: 20 %, as in Energy Environ. Sci. 18, 7514 (2025), Fig. S13.</summary>
    public static QuantityRange Small { get; } = new(0, 0.2);

    /// <summary>A parabola through the resistances of small strains, in whatever order they come.</summary>
    /// <param name="curve">A curve with resistances.</param>
    /// <param name="range">The strains.</param>
    /// <exception cref="InputException">Fewer than six points lie there, or the resistance is not above 0.</exception>
    public static StrainResistance Of(TensileCurve curve, QuantityRange range)
    {
        ArgumentNullException.ThrowIfNull(curve);
        IReadOnlyList<double> all = curve.Resistance ?? throw new ArgumentException("The curve holds no resistances.", nameof(curve));
        int[] points = [.. Enumerable.Range(0, all.Count).Where(i => range.Holds(curve.Strain[i]) && double.IsFinite(all[i]))];
        if (points.Length < FewestPoints || points.Select(i => curve.Strain[i]).Distinct().Count() < 4)
            throw new InputException(FormattableString.Invariant($"{points.Length} resistances lie between strains of {range.Low * 100:g4} and {range.High * 100:g4} %; expected {FewestPoints} or more."), file: curve.Source);
        foreach (int i in points)
        {
            if (!(all[i] > 0)) throw new InputException(FormattableString.Invariant($"the resistance is {all[i]:g4} Ω at a strain of {curve.Strain[i] * 100:g4} %; expected one above 0."), file: curve.Source);
        }
        double[] strain = [.. points.Select(i => curve.Strain[i])];
        LinearLeastSquares fit = LinearLeastSquares.Fit([.. points.Select(i => all[i])], [.. strain.Select(_ => 1.0)], strain, [.. strain.Select(e => e * e)]);
        double rest = fit.Coefficients[0], end = strain.Max(), there = rest + end * (fit.Coefficients[1] + end * fit.Coefficients[2]), factor = fit.Coefficients[1] / rest;
        Estimate slope = fit.Combination([-factor / rest, 1 / rest, 0]), ratio = fit.Combination([(1 - there / rest) / rest, end / rest, end * end / rest]);
        Estimate gauge = slope with { Value = factor };
        if (curve.GaugeError > 0) gauge = ErrorPropagation.Carry(factor, (gauge, 1), (new Estimate(1, curve.GaugeError), factor));
        return new StrainResistance(fit[0], gauge, end, ratio with { Value = there / rest }, strain.Min());
    }
}
