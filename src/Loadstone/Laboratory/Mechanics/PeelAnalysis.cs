using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>Peel strength of one strip: the mean force per width over the middle of the travel.</summary>
/// <param name="Trace">The trace.</param>
/// <param name="From">Where the window begins [m or s].</param>
/// <param name="To">Where it ends.</param>
/// <param name="Strength">Mean of the force per width in the window [N/m]; its error knows that neighbouring forces follow each other.</param>
/// <param name="Deviation">Standard deviation of the force in the window: of stick-slip and noise [N/m].</param>
/// <param name="Low">Force per width that 5 % of the window lie below [N/m].</param>
/// <param name="High">Force per width that 95 % of the window lie below [N/m].</param>
/// <param name="CorrelationLength">Travel over which forces follow each other [m or s].</param>
/// <param name="Warnings">What makes the strength less sure.</param>
public sealed record PeelAnalysis(
    PeelTrace Trace, double From, double To, Estimate Strength, double Deviation, double Low, double High, double CorrelationLength, IReadOnlyList<string> Warnings)
{
    private const double LeastKept = 0.5, StrongDrift = 0.1, DriftConfidence = 0.99;
    private const int FewestPoints = 8;

    /// <summary>The window that Park et al. use (2025): 20 to 80 % of the separated range.</summary>
    public static QuantityRange Middle { get; } = new(0.2, 0.8);

    /// <summary>Peel energy per area, G = (F/b)(1 − cos θ) [J/m²], of a strip that does not stretch (R. S. Rivlin, Paint Technol. 9, 215 (1944)).</summary>
    /// <param name="angle">Angle of peel θ [rad].</param>
    public Estimate Energy(double angle) => Strength.Times(1 - Math.Cos(angle));

    /// <summary>Analyses a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="window">Which shares of the separated range count.</param>
    /// <exception cref="InputException">Too few points lie in the window, or the force was about zero in most of it.</exception>
    public static PeelAnalysis Of(PeelTrace trace, QuantityRange window)
    {
        ArgumentNullException.ThrowIfNull(trace);
        double start = trace.Travel[0], length = trace.Travel.Max() - start, from = start + window.Low * length, to = start + window.High * length;
        int[] inside = [.. Enumerable.Range(0, trace.Travel.Count).Where(i => trace.Travel[i] >= from && trace.Travel[i] <= to)];
        if (inside.Length < FewestPoints) throw new InputException($"{inside.Length} points of {trace.Sample} lie between {Place(from)} and {Place(to)}; expected {FewestPoints} or more.", file: trace.Source);
        double[] force = [.. inside.Select(i => trace.Force[i])];
        List<string> warnings = [.. trace.Warnings];
        IReadOnlyList<(int First, int Last)> slips = SlipFinder.Find(force);
        bool[] slipped = new bool[force.Length];
        foreach ((int first, int last) in slips)
        {
            warnings.Add($"the force drops to about zero from {Place(trace.Travel[inside[first]])} to {Place(trace.Travel[inside[last]])}: the strip slipped or tore there, and these points were left out.");
            Array.Fill(slipped, true, first, last - first + 1);
        }
        double[] kept = [.. force.Where((_, k) => !slipped[k])];
        if (kept.Length < Math.Max(FewestPoints, LeastKept * force.Length) || !(kept.Average() > 0))
            throw new InputException($"the force of {trace.Sample} is about zero in {force.Length - kept.Length} of {force.Length} points between {Place(from)} and {Place(to)}: the strip slipped, and no plateau is left.", file: trace.Source);
        CorrelatedMean mean = CorrelatedMean.Of(kept);
        if (mean.IsShort) warnings.Add("the window holds fewer than four stretches of ten correlation lengths: the force wanders so slowly that the error of its mean may be too small.");
        Drift(kept, warnings);
        double spacing = (to - from) / Math.Max(inside.Length - 1, 1);
        return new PeelAnalysis(trace, from, to, mean.Mean, mean.Deviation, SlipFinder.Quantile(kept, 0.05), SlipFinder.Quantile(kept, 0.95), mean.CorrelationLength * spacing, warnings);

        string Place(double at) => PeelTrace.Place(at, trace.IsTime);
    }

    // The error of the slope grows with the root of the correlation length about the line.
    private static void Drift(double[] force, List<string> warnings)
    {
        double length = CorrelatedMean.Of(force, alongTrend: true).CorrelationLength;
        StraightLine line = StraightLine.Fit([.. Enumerable.Range(0, force.Length).Select(i => (double)i / force.Length)], force);
        var slope = new Estimate(line.Slope.Value, line.Slope.StandardError * Math.Sqrt(length), Math.Max(force.Length / length - 2, 1));
        double drift = slope.Value / line.At(0.5).Value;
        if (Math.Abs(drift) > StrongDrift && Math.Abs(slope.Value) > slope.HalfWidth(DriftConfidence))
            warnings.Add(FormattableString.Invariant($"the force changes by {drift * 100:+0;−0} % over the window: one mean does not tell the whole strip."));
    }
}
