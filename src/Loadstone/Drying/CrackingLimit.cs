namespace Loadstone.Drying;

/// <summary>
/// Largest loading that dries without cracks. The thickness is that of the bare packing (<see cref="ParticlePacking"/>) times a
/// power of the binder content, whose constant is calibrated on a binder's own observations, since no theory gives it: a soft
/// binder relaxes the stress and makes the crack dear. Of a coating whose layers dry together the whole counts, as it does for
/// a layer on a dried one that softens. Immutable.
/// </summary>
public sealed class CrackingLimit
{
    private const double RoundOff = 1e-9;

    private readonly double _loadingOfBinderAlone; // the limit extrapolated to a content of 1
    private readonly ParticlePacking _reference;

    private CrackingLimit(CrackingData data, double loading, double exponent, ParticlePacking reference) =>
        (Data, _loadingOfBinderAlone, ContentExponent, _reference) = (data, loading, exponent, reference);

    /// <summary>What it was calibrated on.</summary>
    public CrackingData Data { get; }

    /// <summary>Power of the binder content.</summary>
    public double ContentExponent { get; }

    /// <summary>Binder contents between which the limit was observed.</summary>
    public (double Low, double High) ObservedContents => (Data.Points.Min(p => p.BinderFraction), Data.Points.Max(p => p.BinderFraction));

    /// <summary>
    /// What kind of observation the limit stands on: where it is not <see cref="CrackingObservation.Limit"/>, the true limit lies
    /// above (crack-free) or below (cracked) the calculated one.
    /// </summary>
    public CrackingObservation Basis => Data.Points.First(p => p.Fitted).Observation;

    /// <summary>The limit of a built-in set of observations; <see cref="CrackingData.Names"/> lists them.</summary>
    public static CrackingLimit Of(string binder) => Calibrate(CrackingData.Load(binder));

    /// <summary>Calibrates on the points that are there to be fitted, by least squares of the logarithms.</summary>
    /// <exception cref="ArgumentException">No point is to be fitted, or all have one content and no exponent is given.</exception>
    public static CrackingLimit Calibrate(CrackingData data)
    {
        CrackingPoint[] points = [.. data.Points.Where(p => p.Fitted)];
        if (points.Length == 0) throw new ArgumentException("At least one observation must be there to be fitted.", nameof(data));
        double x = points.Average(p => Math.Log(p.BinderFraction)), y = points.Average(p => Math.Log(p.Loading));
        double spread = points.Sum(p => Square(Math.Log(p.BinderFraction) - x));
        double exponent = data.ContentExponent?.Value ?? (spread > 0
            ? points.Sum(p => (Math.Log(p.BinderFraction) - x) * (Math.Log(p.Loading) - y)) / spread
            : throw new ArgumentException("Observations at one binder content need an exponent.", nameof(data)));
        return new CrackingLimit(data, Math.Exp(y - exponent * x), exponent, new ParticlePacking { Radius = data.ParticleRadius.Value });

        static double Square(double value) => value * value;
    }

    /// <summary>Largest active loading without cracks [kg/m²].</summary>
    /// <param name="binderFraction">Mass of binder per mass of solids.</param>
    /// <param name="packing">The particles; null for those of the observations.</param>
    public double CriticalLoading(double binderFraction, ParticlePacking? packing = null) =>
        _loadingOfBinderAlone * Math.Pow(Require.Within(binderFraction, 0, 1, "(fraction)"), ContentExponent)
        * (packing is null ? 1 : packing.CriticalThickness / _reference.CriticalThickness);

    /// <summary>Judges a coating.</summary>
    /// <param name="loading">Active mass per area of all layers that are on the foil when it dries [kg/m²].</param>
    /// <param name="binderFraction">Mass of binder per mass of solids, the mean of these layers.</param>
    /// <param name="packing">The particles; null for those of the observations.</param>
    public CrackingAssessment Assess(double loading, double binderFraction, ParticlePacking? packing = null)
    {
        Require.Positive(loading, "kg/m²");
        double critical = CriticalLoading(binderFraction, packing);
        (double low, double high) = ObservedContents;
        // A limit that was fitted on this very loading comes back to round-off.
        DryingWarning? warning = loading <= critical * (1 + RoundOff) ? null : new DryingWarning("loading above the cracking limit", FormattableString.Invariant(
            $"{loading * 100:f1} mg/cm² is above the {critical * 100:f1} mg/cm² that {Data.Title} carries at {binderFraction * 100:g3} % binder without cracks; expected at most that, or at least {BinderFor(loading, packing) * 100:g3} % binder."));
        return new CrackingAssessment(loading, critical, binderFraction < low || binderFraction > high, warning);
    }

    /// <summary>Binder content from which on a loading dries without cracks; above 1 where none does.</summary>
    /// <param name="loading">Active mass per area [kg/m²].</param>
    /// <param name="packing">The particles; null for those of the observations.</param>
    public double BinderFor(double loading, ParticlePacking? packing = null) =>
        Math.Pow(Require.Positive(loading, "kg/m²") / CriticalLoading(1, packing), 1 / ContentExponent);
}

/// <summary>A loading against its cracking limit.</summary>
/// <param name="Loading">Active mass per area [kg/m²].</param>
/// <param name="CriticalLoading">The largest one without cracks [kg/m²].</param>
/// <param name="Extrapolated">True when the binder content lies outside what was observed.</param>
/// <param name="Warning">What to say where the loading is above its limit, otherwise null.</param>
public sealed record CrackingAssessment(double Loading, double CriticalLoading, bool Extrapolated, DryingWarning? Warning)
{
    /// <summary>Limit over loading; below 1 the coating cracks.</summary>
    public double Margin => CriticalLoading / Loading;
}
