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
    /// parameters within 6 of the smallest (Kass and Raftery 1995: "strong" from there).
    /// </summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="weighting">What the points count for.</param>
    /// <param name="candidates">The circuits, or null for <see cref="Candidates"/>.</param>
    /// <exception cref="InputException">There are too few points for any of them.</exception>
    public static CircuitChoice Of(Spectrum spectrum, SpectrumWeighting weighting = SpectrumWeighting.Modulus, IReadOnlyList<Circuit>? candidates = null)
    {
        candidates ??= Candidates(spectrum);
        Circuit[] possible = [.. candidates.Where(c => 2 * spectrum.Count > c.Parameters.Count + 2)];
        if (possible.Length == 0)
            throw new InputException($"{spectrum.Count} points are too few to fit a circuit; expected at least {candidates.Min(c => c.Parameters.Count) / 2 + 2}.", file: spectrum.Source);
        SpectrumFeatures features = SpectrumFeatures.Of(spectrum);
        CircuitFit[] fits = [.. possible.Select(c => CircuitFitter.Fit(spectrum, c, weighting, features)).OrderBy(f => f.Bic)];
        CircuitFit[] sure = [.. fits.Where(f => f.IsIdentified)];
        CircuitFit[] considered = sure.Length > 0 ? sure : fits;
        CircuitFit best = considered.Where(f => f.Bic <= considered[0].Bic + Indifferent).OrderBy(f => f.Parameters.Count).ThenBy(f => f.Bic).First();
        return new CircuitChoice(best, fits, Why(best, fits, sure.Length));
    }

    private static string Why(CircuitFit best, CircuitFit[] fits, int sure)
    {
        string of = $"{best.Circuit.Text} was chosen from {fits.Length} circuits";
        if (sure == 0) return $"{of} by its BIC, though the data determine all parameters of none of them.";
        CircuitFit? next = fits.FirstOrDefault(f => f != best && f.IsIdentified);
        CircuitFit first = fits[0];
        string text = next is null
            ? $"{of}: it is the only one whose parameters the data determine."
            : next.Bic >= best.Bic
                ? string.Create(CultureInfo.InvariantCulture, $"{of}: of the {sure} whose parameters the data determine it has the smallest BIC, {next.Bic - best.Bic:f1} below {next.Circuit.Text}.")
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
