namespace Loadstone.Laboratory.Impedance.Porous;

/// <summary>
/// How far an electrolyte has come, from the ohmic resistance against the time of rest: ions cross wetted area only, so the wetted
/// fraction is the resistance when wet over the resistance now, both without the leads.
/// </summary>
/// <param name="Time">Times of rest [s], rising.</param>
/// <param name="Resistance">Ohmic resistance at each [Ω].</param>
/// <param name="WettedFraction">Wetted fraction at each.</param>
/// <param name="Settled">Time of the first spectrum from which on all stay within 5 % of wet [s]; null where the last but one has not.</param>
public sealed record WettingCurve(IReadOnlyList<double> Time, IReadOnlyList<Estimate> Resistance, IReadOnlyList<Estimate> WettedFraction, double? Settled)
{
    private const double Near = 0.05;

    /// <summary>The curve of some spectra.</summary>
    /// <param name="time">Time of rest of each [s]; in any order, all different.</param>
    /// <param name="resistance">Ohmic resistance of each [Ω].</param>
    /// <param name="leads">Resistance that is no electrolyte's [Ω].</param>
    /// <exception cref="InputException">There are fewer than two, two of one time, or the leads exceed a resistance.</exception>
    public static WettingCurve Of(IReadOnlyList<double> time, IReadOnlyList<Estimate> resistance, double leads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(resistance.Count, time.Count);
        if (time.Count < 2) throw new InputException("a wetting curve needs the spectra of two or more times of rest.");
        int[] order = [.. Enumerable.Range(0, time.Count).OrderBy(i => time[i])];
        double[] t = [.. order.Select(i => time[i])];
        Estimate[] r = [.. order.Select(i => resistance[i])];
        if (t.Distinct().Count() < t.Length) throw new InputException("two spectra have the same time of rest; expected one a time.");
        if (r.Min(e => e.Value) <= leads) throw new InputException(FormattableString.Invariant($"the leads' {leads:g4} Ω exceed an ohmic resistance of {r.Min(e => e.Value):g4} Ω."));
        Estimate wet = r[^1];
        Estimate[] fraction = [.. r.Select((e, i) => i == r.Length - 1 ? Estimate.Exact(1) : Ratio(wet, e, leads))];
        int from = r.Length - 1;
        while (from > 0 && Math.Abs(fraction[from - 1].Value - 1) <= Near) from--;
        return new WettingCurve(t, r, fraction, from < r.Length - 1 ? t[from] : null);
    }

    private static Estimate Ratio(Estimate wet, Estimate now, double leads)
    {
        double top = wet.Value - leads, bottom = now.Value - leads, ratio = top / bottom;
        double a = wet.StandardError / top, b = now.StandardError / bottom;
        return new Estimate(ratio, ratio * Math.Sqrt(a * a + b * b), Math.Min(wet.DegreesOfFreedom, now.DegreesOfFreedom));
    }
}
