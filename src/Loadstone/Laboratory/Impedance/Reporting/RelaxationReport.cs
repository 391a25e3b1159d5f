using System.Globalization;
using Loadstone.Laboratory.Impedance.Relaxation;
using Loadstone.Laboratory.Impedance.Validity;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Impedance.Reporting;

/// <summary>Distributions of relaxation times as results.</summary>
public static class RelaxationReport
{
    internal static readonly Axis Tau = new("τ = 1/(2πf) / s", Logarithmic: true);

    /// <summary>Peaks, bands and pictures of one distribution.</summary>
    /// <param name="sample">Name of the sample.</param>
    /// <param name="found">The distribution.</param>
    /// <param name="fit">Shapes behind its peaks, or null where none were found.</param>
    /// <param name="bands">Bands with names.</param>
    /// <param name="test">The Kramers–Kronig test.</param>
    /// <param name="warnings">What reading the spectrum told.</param>
    public static LaboratoryResult Of(
        string sample, RelaxationDistribution found, RelaxationFit? fit, IReadOnlyList<RelaxationBand> bands, KramersKronigTest test, IReadOnlyList<string> warnings)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(bands);
        bool refined = fit is { IsAdequate: true };
        IReadOnlyList<RelaxationPeak> peaks = PeaksOf(found, fit);
        string terms = string.Create(CultureInfo.InvariantCulture, $"λ = {found.Smoothing:g3} of the mean weight; inductance {(refined ? fit!.Inductance : found.Inductance).Value:g3} H; below the lowest frequency {TailText(found.Tail, refined ? fit!.TailStrength.Value : found.TailStrength.Value)}.");
        var blocks = new List<ReportBlock>
        {
            new Paragraph(terms), new Paragraph(RelaxationTables.Reason(fit)),
            Picture(found, peaks), PeakTable("Peaks", peaks, bands, refined ? null : "Resistances reach from valley to valley and add up to the polarisation resistance."),
        };
        if (refined) blocks.Add(PeakTable("Peaks of the density", found.Peaks, bands, "As the smoothing shows them; those that are not significant cannot be told from noise, or belong to the flank of another."));
        if (fit is not null) blocks.Add(RelaxationTables.Candidates(fit));
        NamedEstimate[] numbers =
        [
            new("ohmic resistance", refined ? fit!.OhmicResistance : found.OhmicResistance, QuantityKinds.Resistance, "Ω"),
            new("polarisation resistance", refined ? fit!.PolarisationResistance : found.PolarisationResistance, QuantityKinds.Resistance, "Ω"),
            .. bands.Select(b => new NamedEstimate(b.Name, found.Area(b), QuantityKinds.Resistance, "Ω")),
            .. Named(peaks, bands),
        ];
        string[] told = test.IsConsistent ? [.. warnings] : [.. warnings, test.Verdict];
        return new LaboratoryResult("drt", sample, numbers,
        [
            new ReportSection("Relaxation times", blocks),
            new ReportSection("Spectrum", SpectrumPlots.Of(found.Spectrum, refined ? fit!.Impedance : found.Impedance, refined ? "of the peaks" : "of the distribution")),
            SpectrumPlots.Of(test),
        ], told);
    }

    /// <summary>The peaks that stand: those of the shapes where they describe the spectrum, else those of the density.</summary>
    public static IReadOnlyList<RelaxationPeak> PeaksOf(RelaxationDistribution found, RelaxationFit? fit)
    {
        ArgumentNullException.ThrowIfNull(found);
        return fit is { IsAdequate: true } ? fit.Peaks : found.Peaks;
    }

    private static Plot Picture(RelaxationDistribution found, IReadOnlyList<RelaxationPeak> peaks)
    {
        IReadOnlyList<(double Low, double High)> credible = found.Band();
        double[] places = [.. peaks.Where(p => p.IsSignificant).Select(p => p.Tau.Value)];
        return new Plot("drt", "Distribution of relaxation times", Tau, new Axis("γ / Ω"),
        [
            new Series("γ", found.Tau, found.Density, SeriesStyle.Line, 0),
            new Series("95 % from", found.Tau, [.. credible.Select(b => b.Low)], SeriesStyle.Dashed, 1),
            new Series("95 % to", found.Tau, [.. credible.Select(b => b.High)], SeriesStyle.Dashed, 1),
            new Series("peaks", places, [.. places.Select(found.DensityAt)], SeriesStyle.Points, 2),
        ], "Its area over ln τ is the polarisation resistance. The band is the Gaussian posterior's, linearised about the non-negative solution. Dots: significant peaks.");
    }

    private static Table PeakTable(string title, IReadOnlyList<RelaxationPeak> peaks, IReadOnlyList<RelaxationBand> bands, string? note) => new(title,
        [new("τ", "s"), new("± 95 %", "s"), new("f", "Hz"), new("resistance", "Ω"), new("± 95 %", "Ω"), TableColumn.Words("shape"), new("α"), TableColumn.Words("significant"), TableColumn.Words("band")],
        [
            .. peaks.Select(p => (IReadOnlyList<string>)
            [
                Number(p.Tau.Value), Number(p.Tau.HalfWidth(), 2), Number(1 / (2 * Math.PI * p.Tau.Value)), Number(p.Resistance.Value), Number(p.Resistance.HalfWidth(), 2),
                RelaxationTables.Name(p.Shape), p.Exponent is { } exponent ? Number(exponent.Value) : "", p.IsSignificant ? "yes" : "no",
                bands.FirstOrDefault(b => b.Holds(p))?.Name ?? "",
            ]),
        ], note);

    // Peaks by their band, the largest of each; by their number where there are no bands.
    private static IEnumerable<NamedEstimate> Named(IReadOnlyList<RelaxationPeak> peaks, IReadOnlyList<RelaxationBand> bands)
    {
        RelaxationPeak[] significant = [.. peaks.Where(p => p.IsSignificant)];
        if (bands.Count > 0)
        {
            foreach (RelaxationBand band in bands)
            {
                if (significant.Where(band.Holds).MaxBy(p => p.Resistance.Value) is not { } peak) continue;
                yield return new NamedEstimate($"{band.Name} τ", peak.Tau, QuantityKinds.Time, "s");
                yield return new NamedEstimate($"{band.Name} peak", peak.Resistance, QuantityKinds.Resistance, "Ω");
            }
            yield break;
        }
        for (int k = 0; k < significant.Length; k++)
        {
            yield return new NamedEstimate(string.Create(CultureInfo.InvariantCulture, $"peak {k + 1} τ"), significant[k].Tau, QuantityKinds.Time, "s");
            yield return new NamedEstimate(string.Create(CultureInfo.InvariantCulture, $"peak {k + 1} resistance"), significant[k].Resistance, QuantityKinds.Resistance, "Ω");
        }
    }

    private static string TailText(LowFrequencyTail tail, double strength) => tail switch
    {
        LowFrequencyTail.Capacitance when strength > 0 => string.Create(CultureInfo.InvariantCulture, $"a capacitance of {1 / strength:g4} F"),
        LowFrequencyTail.Warburg when strength > 0 => string.Create(CultureInfo.InvariantCulture, $"diffusion with σ = {strength:g4} Ω s^-½"),
        _ => "nothing",
    };

    private static string Number(double value, int digits = 4) => double.IsFinite(value) ? NumberText.Format(value, digits) : "–";
}
