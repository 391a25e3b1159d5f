using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Rheometry;

/// <summary>What a flow curve says.</summary>
/// <param name="Curve">The points that counted.</param>
/// <param name="Fits">Each law, the best first: those whose parameters the data fix, by Akaike's criterion, then the others.</param>
/// <param name="LowShear">η at the low rate [Pa s], read from the points about it; null where they do not reach it.</param>
/// <param name="CoatingShear">Geometric mean of η over the window of coating [Pa s]; null where the points do not cover it.</param>
/// <param name="ThinningIndex">Mean d ln τ/d ln γ̇ over that window: 1 is Newtonian, less is shear thinning; null likewise.</param>
/// <param name="Warnings">What makes the numbers less sure.</param>
public sealed record FlowAnalysis(FlowCurve Curve, IReadOnlyList<FlowLawFit> Fits, Estimate? LowShear, Estimate? CoatingShear, Estimate? ThinningIndex, IReadOnlyList<string> Warnings)
{
    /// <summary>Fewest points of a flow curve: those of a law with two parameters and an error.</summary>
    public const int FewestPoints = 4;

    /// <summary>Shear rate of a slurry at rest in its pot, as J. K. Park et al. take it [1/s].</summary>
    public const double LowRate = 0.1;

    /// <summary>Shear rates in a coater's gap after J. K. Park et al. [1/s].</summary>
    public const double WindowLow = 10, WindowHigh = 100;

    private const double LocalFactor = 4, NotableHysteresis = 0.05;

    /// <summary>Analyses a curve.</summary>
    /// <exception cref="InputException">The rates span less than a factor of three.</exception>
    public static FlowAnalysis Of(FlowCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        double[] rate = [.. curve.ShearRate], stress = [.. curve.Stress];
        double least = rate.Min(), most = rate.Max();
        if (most < 3 * least)
            throw new InputException(FormattableString.Invariant($"the shear rates reach from {least:g3} to {most:g3} s⁻¹; expected a factor of three or more, better three decades."), file: curve.Source);
        FlowLawFit[] fits = [.. FlowModel.All.Where(m => rate.Length >= m.Low.Length + 2).Select(m => FlowLawFit.Of(m, rate, stress))
            .OrderBy(f => f.IsDetermined ? 0 : 1).ThenBy(f => f.Criterion)];
        (Estimate? window, Estimate? index) = Window(rate, stress);
        return new FlowAnalysis(curve, fits, Viscosity(curve, LowRate), window, index, [.. curve.Warnings, .. Notes(curve, fits)]);
    }

    /// <summary>η at a rate [Pa s] from the points within a factor of four about it; null where they do not reach it.</summary>
    public static Estimate? Viscosity(FlowCurve curve, double rate)
    {
        ArgumentNullException.ThrowIfNull(curve);
        if (LocalLogFit.Of(curve.ShearRate, curve.Stress, rate, LocalFactor) is not { } fit) return null;
        double viscosity = Math.Exp(fit[0].Value) / rate;
        return fit[0].Through(viscosity, viscosity);
    }

    // Over a window of half-width w about its middle, u² has the mean w²/3 and odd powers none; the mean slope is that between the ends.
    private static (Estimate? Viscosity, Estimate? Index) Window(double[] rate, double[] stress)
    {
        if (rate.Min() > WindowLow * 1.05 || rate.Max() < WindowHigh / 1.05) return (null, null);
        double middle = Math.Sqrt(WindowLow * WindowHigh), half = Math.Log(WindowHigh / WindowLow) / 2;
        double[] viscosity = [.. stress.Select((t, i) => t / rate[i])];
        if (LocalLogFit.Of(rate, viscosity, middle, Math.Exp(half) * 1.3) is not { } fit) return (null, null);
        int terms = fit.Coefficients.Count;
        Estimate mean = fit.Combination([.. Enumerable.Range(0, terms).Select(k => k % 2 == 1 ? 0 : Math.Pow(half, k) / (k + 1))]);
        Estimate slope = fit.Combination([.. Enumerable.Range(0, terms).Select(k => k % 2 == 0 ? 0 : Math.Pow(half, k - 1))]);
        return (mean.Through(Math.Exp(mean.Value), Math.Exp(mean.Value)), slope with { Value = slope.Value + 1 });
    }

    private static IEnumerable<string> Notes(FlowCurve curve, FlowLawFit[] fits)
    {
        double loop = curve.Hysteresis;
        if (Math.Abs(loop) > NotableHysteresis)
            yield return FormattableString.Invariant($"the stress on the way up is {(Math.Exp(loop) - 1) * 100:+0.#;−0.#} % off that on the way down: the liquid's structure changed while it was measured; choose one way with --ramp up or --ramp down.");
        double least = curve.Stress.Min();
        foreach (FlowLawFit fit in fits)
        {
            if (fit.YieldStress is not { } yield) continue;
            (double low, double high) = yield.Interval();
            if (double.IsNaN(yield.StandardError) || low <= 0)
                yield return FormattableString.Invariant($"{fit.Name}: the data show no yield stress{(high > 0 ? FormattableString.Invariant($"; it is below {high:g2} Pa") : "")}.");
            else if (yield.Value < least / 2)
                yield return FormattableString.Invariant($"{fit.Name}: the yield stress of {yield.Value:g3} Pa lies below half of the smallest stress that was measured, {least:g3} Pa: it is extrapolated, and another law would give another one.");
        }
        if (fits.Length > 0 && !fits[0].IsDetermined) yield return "the data fix the parameters of no law.";
        double lag = Follow(curve, fits[0]);
        if (lag > 0.6) yield return FormattableString.Invariant($"the points follow each other about the {fits[0].Name} law (correlation of neighbours {lag:f2}): no law describes this liquid to its scatter, and the intervals are too narrow.");
    }

    // Correlation of neighbouring residuals in order of the rate.
    private static double Follow(FlowCurve curve, FlowLawFit fit)
    {
        double[] r = [.. Enumerable.Range(0, curve.ShearRate.Count).OrderBy(i => curve.ShearRate[i]).Select(i => Math.Log(curve.Stress[i] / fit.Law.Stress(curve.ShearRate[i])))];
        // Residuals of rounding alone say nothing.
        return r.Length < 8 || r.Sum(v => v * v) < 1e-12 * r.Length ? 0 : ResidualPattern.Following(r);
    }
}
