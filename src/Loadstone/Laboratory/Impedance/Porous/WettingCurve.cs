namespace Loadstone.Laboratory.Impedance.Porous;

/// <summary>
/// How far an electrolyte has come, from the ohmic resistance against the time of rest: ions cross wetted area only, so the wetted
/// fraction is the resistance when wet over the resistance now, both without the leads.
/// </summary>
/// <param name="Time">Times of rest [s], rising.</param>
/// <param name="Resistance">Ohmic resistance at each [Ω].</param>
/// <param name="Wet">Ohmic resistance when wet [Ω].</param>
/// <param name="WettedFraction">Wetted fraction at each.</param>
/// <param name="Settled">Time of the first spectrum from which on all stay within 5 % of wet [s]; null where none but the one that counts as wet does.</param>
/// <param name="Law">The law that gave the wet resistance, or null where it is the last one or was given.</param>
public sealed record WettingCurve(
    IReadOnlyList<double> Time, IReadOnlyList<Estimate> Resistance, Estimate Wet, IReadOnlyList<Estimate> WettedFraction, double? Settled, WettingLaw? Law)
{
    private const double Near = 0.05;

    /// <summary>The curve of some spectra, the last of which counts as wet unless the wet resistance is given.</summary>
    /// <param name="time">Time of rest of each [s]; in any order, all different.</param>
    /// <param name="resistance">Ohmic resistance of each [Ω].</param>
    /// <param name="leads">Resistance that is no electrolyte's [Ω].</param>
    /// <param name="wet">Ohmic resistance when wet, with the leads [Ω]; null for that of the last spectrum.</param>
    /// <exception cref="InputException">There are fewer than two, two of one time, or the leads exceed a resistance.</exception>
    public static WettingCurve Of(IReadOnlyList<double> time, IReadOnlyList<Estimate> resistance, double leads = 0, Estimate? wet = null)
    {
        (double[] t, Estimate[] r) = Sorted(time, resistance, leads);
        if (wet is { } given && !(given.Value > leads)) throw new InputException(FormattableString.Invariant($"the wet resistance of {given.Value:g4} Ω does not exceed the leads' {leads:g4} Ω."));
        return With(t, r, leads, wet ?? r[^1], isLast: wet is null, null);
    }

    /// <summary>The curve of some spectra, the wet resistance being what they tend to by <see cref="WettingLaw"/>.</summary>
    /// <param name="time">Time of rest of each [s]; in any order, all different.</param>
    /// <param name="resistance">Ohmic resistance of each [Ω].</param>
    /// <param name="leads">Resistance that is no electrolyte's [Ω].</param>
    /// <exception cref="InputException">There are fewer than four, two of one time, the leads exceed a resistance, or the resistances do not tell where they tend to.</exception>
    public static WettingCurve Extrapolated(IReadOnlyList<double> time, IReadOnlyList<Estimate> resistance, double leads = 0)
    {
        (double[] t, Estimate[] r) = Sorted(time, resistance, leads);
        WettingLaw law = WettingLaw.Fit(t, r, leads);
        return With(t, r, leads, law.Wet, isLast: false, law);
    }

    private static (double[] Time, Estimate[] Resistance) Sorted(IReadOnlyList<double> time, IReadOnlyList<Estimate> resistance, double leads)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(resistance.Count, time.Count);
        if (time.Count < 2) throw new InputException("a wetting curve needs the spectra of two or more times of rest.");
        int[] order = [.. Enumerable.Range(0, time.Count).OrderBy(i => time[i])];
        double[] t = [.. order.Select(i => time[i])];
        Estimate[] r = [.. order.Select(i => resistance[i])];
        if (t.Distinct().Count() < t.Length) throw new InputException("two spectra have the same time of rest; expected one a time.");
        if (r.Min(e => e.Value) <= leads) throw new InputException(FormattableString.Invariant($"the leads' {leads:g4} Ω exceed an ohmic resistance of {r.Min(e => e.Value):g4} Ω."));
        return (t, r);
    }

    private static WettingCurve With(double[] t, Estimate[] r, double leads, Estimate wet, bool isLast, WettingLaw? law)
    {
        IReadOnlyList<Estimate> fraction = law?.WettedFraction ?? [.. r.Select((e, i) => isLast && i == r.Length - 1 ? Estimate.Exact(1) : Ratio(wet, e, leads))];
        int from = r.Length;
        while (from > 0 && Math.Abs(fraction[from - 1].Value - 1) <= Near) from--;
        return new WettingCurve(t, r, wet, fraction, from < (isLast ? r.Length - 1 : r.Length) ? t[from] : null, law);
    }

    private static Estimate Ratio(Estimate wet, Estimate now, double leads)
    {
        double top = wet.Value - leads, bottom = now.Value - leads, ratio = top / bottom;
        double a = wet.StandardError / top, b = now.StandardError / bottom;
        return new Estimate(ratio, ratio * Math.Sqrt(a * a + b * b), Math.Min(wet.DegreesOfFreedom, now.DegreesOfFreedom));
    }
}
