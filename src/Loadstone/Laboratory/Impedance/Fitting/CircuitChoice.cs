using System.Globalization;
using Loadstone.Laboratory.Impedance.Circuits;

namespace Loadstone.Laboratory.Impedance.Fitting;

/// <summary>The circuit that describes a spectrum best among several, and why.</summary>
/// <param name="Best">The chosen fit.</param>
/// <param name="Fits">All fits, the best first by Schwarz's criterion.</param>
/// <param name="Reason">Why it was chosen, in words.</param>
public sealed record CircuitChoice(CircuitFit Best, IReadOnlyList<CircuitFit> Fits, string Reason)
{
    private const double Indifferent = 6;

    // A circuit whose parameters are all determined is not worth missing the spectrum for.
    private const double MuchWorse = 3, Negligible = 0.01;
    private const int Simplifications = 3;

    private static readonly Circuit[] Plain = Parsed(
        "R0-p(R1,CPE1)", "R0-p(R1,CPE1)-p(R2,CPE2)", "R0-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)", "R0-G1", "R0-p(R1,CPE1)-G1",
        "R0-p(R1-W1,CPE1)", "R0-p(R1,CPE1)-p(R2-W1,CPE2)",
        "R0-p(R1,CPE1)-Ws1", "R0-p(R1,CPE1)-p(R2,CPE2)-Ws1");

    private static readonly Circuit[] Tailed = Parsed(
        "R0-CPE1", "R0-TLM1", "R0-p(R1,CPE1)-CPE2", "R0-p(R1,CPE1)-TLM1", "R0-p(R1,CPE1)-W1", "R0-p(R1,CPE1)-Wo1",
        "R0-p(R1,CPE1)-p(R2,CPE2)-W1", "R0-p(R1,CPE1)-p(R2,CPE2)-Wo1", "R0-p(R1,CPE1)-p(R2,CPE2)-CPE3",
        "R0-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)-W1");

    private static readonly Circuit[] InductivePlain = WithInductance(Plain), InductiveTailed = WithInductance(Tailed);

    /// <summary>Circuits that batteries' spectra are usually described by: arcs, diffusion, porous and blocking electrodes; with an inductance where the spectrum has one.</summary>
    /// <param name="spectrum">The spectrum.</param>
    public static IReadOnlyList<Circuit> Candidates(Spectrum spectrum)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        bool inductive = spectrum.Count > 0 && spectrum.Impedance[0].Imaginary > 0;
        bool tailed = Tails.Find(spectrum) != LowFrequencyTail.None;
        return [.. Plain, .. tailed ? Tailed : [], .. inductive ? InductivePlain : [], .. inductive && tailed ? InductiveTailed : []];
    }

    /// <summary>
    /// Fits all candidates and chooses by Schwarz's criterion: of those whose parameters the data determine, the one with the fewest
    /// parameters within 6 of the smallest (Kass and Raftery 1995: "strong" from there). Where none of these comes within three times the
    /// smallest deviation, or 1 %, all are considered. Unless candidates are given, the best determined circuit and
    /// those that are better are tried without what the data do not want as well: a constant-phase element whose exponent may be 1 as a
    /// capacitor, no ohmic resistance where it vanishes.
    /// </summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="weighting">What the points count for.</param>
    /// <param name="candidates">The circuits, or null for <see cref="Candidates"/>.</param>
    /// <exception cref="InputException">There are too few points for any of them.</exception>
    public static CircuitChoice Of(Spectrum spectrum, SpectrumWeighting weighting = SpectrumWeighting.Modulus, IReadOnlyList<Circuit>? candidates = null)
    {
        IReadOnlyList<Circuit> tried = candidates ?? Candidates(spectrum);
        Circuit[] possible = [.. tried.Where(c => 2 * spectrum.Count > c.Parameters.Count + 2)];
        if (possible.Length == 0)
            throw new InputException($"{spectrum.Count} points are too few to fit a circuit; expected at least {tried.Min(c => c.Parameters.Count) / 2 + 2}.", file: spectrum.Source);
        SpectrumFeatures features = SpectrumFeatures.Of(spectrum);
        var found = new List<CircuitFit>(possible.Select(c => CircuitFitter.Fit(spectrum, c, weighting, features)));
        for (int round = 0; candidates is null && round < Simplifications; round++)
        {
            double least = found.Where(f => f.IsIdentified).Select(f => f.Bic).DefaultIfEmpty(double.PositiveInfinity).Min();
            string[] simpler = [.. found.Where(f => f.Bic <= least).SelectMany(Simpler).Distinct().Where(text => found.TrueForAll(f => f.Circuit.Text != text))];
            if (simpler.Length == 0) break;
            found.AddRange(simpler.Select(text => CircuitFitter.Fit(spectrum, Circuit.Parse(text), weighting, features)));
        }
        CircuitFit[] fits = [.. found.OrderBy(f => f.Bic)];
        double closest = fits.Min(f => f.Deviation), enough = Math.Max(MuchWorse * closest, weighting == SpectrumWeighting.Modulus ? Negligible : 0);
        CircuitFit[] sure = [.. fits.Where(f => f.IsIdentified)];
        CircuitFit[] considered = sure.Any(f => f.Deviation <= enough) ? sure : fits;
        CircuitFit best = considered.Where(f => f.Bic <= considered[0].Bic + Indifferent).OrderBy(f => f.Parameters.Count).ThenBy(f => f.Bic).First();
        return new CircuitChoice(best, fits, Why(best, fits, sure));
    }

    private static IEnumerable<string> Simpler(CircuitFit fit)
    {
        Circuit circuit = fit.Circuit;
        for (int k = 0; k < circuit.Parameters.Count; k++)
        {
            (string element, Estimate estimate) = (circuit.Parameters[k].Element, fit.Parameters[k]);
            if (circuit.Parameters[k].Law.IsExponent && (estimate.Value >= 1 || estimate.Interval().High >= 1) && element.StartsWith("CPE", StringComparison.Ordinal))
                yield return circuit.Text.Replace(element, "C" + element[3..], StringComparison.Ordinal);
            if (element == "R0" && !(estimate.StandardError < estimate.Value) && circuit.Text.Contains("R0-", StringComparison.Ordinal))
                yield return circuit.Text.Replace("R0-", "", StringComparison.Ordinal);
        }
    }

    private static string Why(CircuitFit best, CircuitFit[] fits, CircuitFit[] sure)
    {
        string of = $"{best.Circuit.Text} was chosen from {fits.Length} circuits";
        if (sure.Length == 0) return $"{of} by its BIC, though the data determine all parameters of none of them.";
        if (!best.IsIdentified)
            return string.Create(CultureInfo.InvariantCulture, $"{of} by its BIC though not determined ({best.Doubts[0].TrimEnd('.')}): the best determined one, {sure[0].Circuit.Text}, leaves {sure[0].Deviation / best.Deviation:f1} times the deviation.");
        CircuitFit? next = fits.FirstOrDefault(f => f != best && f.IsIdentified);
        CircuitFit first = fits[0];
        string text = next is null
            ? $"{of}: it is the only one whose parameters the data determine."
            : next.Bic >= best.Bic
                ? string.Create(CultureInfo.InvariantCulture, $"{of}: of the {sure.Length} whose parameters the data determine it has the smallest BIC, {next.Bic - best.Bic:f1} below {next.Circuit.Text}.")
                : string.Create(CultureInfo.InvariantCulture, $"{of}: it has the fewest parameters of those within {Indifferent} of the smallest BIC ({next.Circuit.Text} is {best.Bic - next.Bic:f1} lower with {next.Parameters.Count} parameters for {best.Parameters.Count}).");
        return first == best || first.IsIdentified ? text : string.Create(CultureInfo.InvariantCulture, $"{text} {first.Circuit.Text} lies closer (BIC {best.Bic - first.Bic:f1} lower) but is not determined: {first.Doubts[0]}");
    }

    private static Circuit[] Parsed(params ReadOnlySpan<string> texts)
    {
        var circuits = new Circuit[texts.Length];
        for (int i = 0; i < circuits.Length; i++) circuits[i] = Circuit.Parse(texts[i]);
        return circuits;
    }

    private static Circuit[] WithInductance(Circuit[] circuits) => [.. circuits.Select(c => Circuit.Parse("L0-" + c.Text))];
}
