using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Voltammetry;

/// <summary>What a linear sweep into oxidation says.</summary>
/// <param name="Onset">Potential at which the current density passes the threshold for good [V]; null where it never does.</param>
/// <param name="TangentOnset">Potential at which the tangent of the steepest part meets the background [V]; null where the current does not rise.</param>
/// <param name="Density">Current densities of the sweep, oxidation positive [A/m²].</param>
/// <param name="AtPotentials">Current densities at the potentials that were asked for [A/m²]; null beyond the sweep.</param>
public sealed record OnsetResult(Estimate? Onset, Estimate? TangentOnset, double[] Density, IReadOnlyList<(double Potential, Estimate? Density)> AtPotentials);

/// <summary>
/// Onset and currents of a linear sweep. Two rules, both told: the threshold rule takes the lowest potential above which the current density,
/// a straight line through the points within ± reach, never again falls below the threshold; the tangent rule meets the background (a straight
/// line over the lowest third of the sweep) with the tangent at the largest slope.
/// </summary>
public static class OxidationOnset
{
    /// <summary>Threshold of the current density unless another is asked for: 10 µA/cm² [A/m²].</summary>
    public const double StandardThreshold = 0.1;

    /// <summary>Distance within which points are taken together [V].</summary>
    public const double StandardReach = 0.02;

    private const double BackgroundShare = 1.0 / 3;

    /// <summary>Analyses a sweep.</summary>
    /// <param name="sweep">The sweep; one that falls is read from its low end.</param>
    /// <param name="area">Area of the electrode [m²].</param>
    /// <param name="threshold">Threshold [A/m²].</param>
    /// <param name="potentials">Potentials at which the current density is asked for [V].</param>
    /// <param name="reach">Distance within which points are taken together [V].</param>
    public static OnsetResult Analyse(Sweep sweep, double area, double threshold = StandardThreshold, IReadOnlyList<double>? potentials = null, double reach = StandardReach)
    {
        double[] e = [.. sweep.Potential], j = [.. sweep.Current.Select(i => i / area)];
        if (!sweep.IsAnodic)
        {
            Array.Reverse(e);
            Array.Reverse(j);
        }
        return new OnsetResult(Threshold(e, j, threshold, reach), Tangent(e, j, reach), [.. sweep.Current.Select(i => i / area)],
            [.. (potentials ?? []).Select(p => (p, LocalCurve.Value(e, j, p, reach)))]);
    }

    private static Estimate? Threshold(double[] e, double[] j, double threshold, double reach)
    {
        // From above: the last potential whose smoothed density is below the threshold.
        for (double at = e[^1] - reach; at > e[0] + reach; at -= reach / 4)
        {
            if (LocalCurve.Line(e, j, at, reach) is not { } line || line.At(at).Value >= threshold) continue;
            if (at >= e[^1] - 1.25 * reach) return null;
            Estimate crossing = line.Crossing(threshold);
            // The line of the crossing itself, not of the point below it.
            for (int i = 0; i < 5 && LocalCurve.Line(e, j, crossing.Value, reach) is { Slope.Value: > 0 } near; i++) crossing = near.Crossing(threshold);
            return crossing.Value > e[0] && crossing.Value < e[^1] ? crossing : null;
        }
        return null;
    }

    private static Estimate? Tangent(double[] e, double[] j, double reach)
    {
        double span = e[^1] - e[0];
        if (LocalCurve.Line(e, j, e[0] + span * BackgroundShare / 2, span * BackgroundShare / 2) is not { } background) return null;
        StraightLine? steepest = null;
        double where = 0;
        for (double at = e[0] + reach; at <= e[^1] - reach; at += reach / 2)
        {
            if (LocalCurve.Line(e, j, at, reach) is not { } line || (steepest is not null && line.Slope.Value <= steepest.Slope.Value)) continue;
            (steepest, where) = (line, at);
        }
        double rise = (steepest?.Slope.Value ?? 0) - background.Slope.Value;
        if (steepest is null || !(rise > 5 * Math.Max(steepest.Slope.StandardError, background.Slope.StandardError))) return null;
        double gap = steepest.At(where).Value - background.At(where).Value, onset = where - gap / rise;
        // Errors of both lines where they meet, over the angle between them.
        double error = Math.Sqrt(Math.Pow(steepest.At(onset).StandardError, 2) + Math.Pow(background.At(onset).StandardError, 2)) / rise;
        return onset > e[0] && onset < e[^1] ? new Estimate(onset, error, steepest.DegreesOfFreedom) : null;
    }
}
