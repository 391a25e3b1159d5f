namespace Loadstone.Laboratory.Mechanics;

/// <summary>Strength over a part of the depth.</summary>
/// <param name="From">Upper end of the part [m].</param>
/// <param name="To">Lower end [m].</param>
/// <param name="Strength">Mean force over width [N/m].</param>
public sealed record DepthStrength(double From, double To, Estimate Strength);

/// <summary>
/// Strengths of a SAICAS test: horizontal force over blade width, P = F_h/w (Jeong et al. 2025, eqn 2), while the blade goes down through the coating
/// (cutting: its cohesion) and while it follows the foil (peeling: its adhesion).
/// </summary>
/// <param name="Trace">The trace.</param>
/// <param name="CutRange">Depths that the cutting strength is averaged over [m].</param>
/// <param name="Cutting">Mean cutting strength over those depths [N/m].</param>
/// <param name="PeelRange">Part of the way that the peeling strength is averaged over; null where the blade never follows the foil.</param>
/// <param name="Peeling">Mean peeling strength [N/m]; null likewise.</param>
/// <param name="PeelDepth">Depth at which it peels [m]; NaN likewise.</param>
/// <param name="PeelSpread">Standard deviation of the peeling force over its mean; NaN likewise.</param>
/// <param name="Profile">Cutting strength against depth.</param>
/// <param name="Warnings">What makes the strengths less sure.</param>
public sealed record SaicasAnalysis(SaicasTrace Trace, QuantityRange CutRange, Estimate Cutting, QuantityRange? PeelRange, Estimate? Peeling, double PeelDepth, double PeelSpread,
    IReadOnlyList<DepthStrength> Profile, IReadOnlyList<string> Warnings)
{
    private const int Parts = 8, FewestPoints = 8;
    private const double Edge = 0.1;

    /// <summary>Analyses a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="cut">Depths of cutting [m]; null for 10 to 90 % of the final depth.</param>
    /// <param name="peel">Way of peeling; null for what follows the end of the way down, less its first tenth.</param>
    /// <exception cref="InputException">Too few points lie in a range.</exception>
    public static SaicasAnalysis Of(SaicasTrace trace, QuantityRange? cut = null, QuantityRange? peel = null)
    {
        ArgumentNullException.ThrowIfNull(trace);
        List<string> warnings = [.. trace.Warnings];
        int count = trace.Depth.Count, bottom = Descent.End(trace.Way, trace.Depth);
        double foil = bottom < count ? trace.Depth.Skip(bottom).Average() : trace.Depth.Max();
        QuantityRange cutting = cut ?? new QuantityRange(Edge * foil, (1 - Edge) * foil);
        int[] cutPoints = [.. Enumerable.Range(0, bottom).Where(i => cutting.Holds(trace.Depth[i]))];
        if (cutPoints.Length < FewestPoints) throw new InputException($"{cutPoints.Length} points of the way down lie between {Micrometres(cutting.Low)} and {Micrometres(cutting.High)}; expected {FewestPoints} or more.", file: trace.Source);
        Estimate strength = Mean(trace, cutPoints, true, "cutting", warnings).Mean;

        QuantityRange? peeling = peel;
        if (peel is null && bottom < count) peeling = new QuantityRange(trace.Way[bottom] + Edge * (trace.Way[^1] - trace.Way[bottom]), trace.Way[^1]);
        if (peeling is null) warnings.Add("the depth grows to the end: the blade never follows the foil, and there is no peeling strength.");
        CorrelatedMean? mean = null;
        double depth = double.NaN;
        if (peeling is { } range)
        {
            int[] points = [.. Enumerable.Range(0, count).Where(i => range.Holds(trace.Way[i]))];
            if (points.Length < FewestPoints) throw new InputException($"{points.Length} points lie in the range of peeling; expected {FewestPoints} or more.", file: trace.Source);
            mean = Mean(trace, points, false, "peeling", warnings);
            depth = points.Average(i => trace.Depth[i]);
        }
        return new SaicasAnalysis(trace, cutting, strength, peeling, mean?.Mean, depth, mean is null ? double.NaN : mean.Deviation / mean.Mean.Value, [.. Along(trace, cutPoints, cutting)], warnings);
    }

    private static CorrelatedMean Mean(SaicasTrace trace, int[] points, bool alongTrend, string what, List<string> warnings)
    {
        double[] force = [.. points.Select(i => trace.Force[i])];
        foreach ((int first, int last) in SlipFinder.Find(force))
        {
            warnings.Add($"{what}: the force drops to about zero between {Micrometres(trace.Depth[points[first]])} and {Micrometres(trace.Depth[points[last]])} deep{(trace.HasWay ? FormattableString.Invariant($", {trace.Way[points[first]] * 1e3:g4} to {trace.Way[points[last]] * 1e3:g4} mm along") : "")}: a piece broke out or the blade came free; it stays in the mean.");
        }
        CorrelatedMean mean = CorrelatedMean.Of(force, alongTrend);
        if (mean.IsShort) warnings.Add($"{what}: fewer than four stretches of ten correlation lengths: the force wanders so slowly that the error of its mean may be too small.");
        return mean;
    }

    private static IEnumerable<DepthStrength> Along(SaicasTrace trace, int[] points, QuantityRange range)
    {
        double step = (range.High - range.Low) / Parts;
        for (int k = 0; k < Parts; k++)
        {
            (double from, double to) = (range.Low + k * step, range.Low + (k + 1) * step);
            double[] force = [.. points.Where(i => trace.Depth[i] >= from && (trace.Depth[i] < to || k == Parts - 1)).Select(i => trace.Force[i])];
            if (force.Length > 0) yield return new DepthStrength(from, to, CorrelatedMean.Of(force, true).Mean);
        }
    }

    private static string Micrometres(double depth) => FormattableString.Invariant($"{depth * 1e6:g4} µm");
}
