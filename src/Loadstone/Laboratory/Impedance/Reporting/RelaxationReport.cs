using System.Globalization;
using Loadstone.Laboratory.Impedance.Relaxation;
using Loadstone.Laboratory.Impedance.Validity;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Impedance.Reporting;

/// <summary>Distributions of relaxation times as results.</summary>
public static class RelaxationReport
{
    private static readonly Axis Tau = new("τ = 1/(2πf) / s", Logarithmic: true);

    /// <summary>Peaks, bands and pictures of one distribution.</summary>
    /// <param name="sample">Name of the sample.</param>
    /// <param name="found">The distribution.</param>
    /// <param name="bands">Bands with names.</param>
    /// <param name="test">The Kramers–Kronig test.</param>
    /// <param name="warnings">What reading the spectrum told.</param>
    public static LaboratoryResult Of(string sample, RelaxationDistribution found, IReadOnlyList<RelaxationBand> bands, KramersKronigTest test, IReadOnlyList<string> warnings)
    {
        IReadOnlyList<(double Low, double High)> credible = found.Band();
        var picture = new Plot("drt", "Distribution of relaxation times", Tau, new Axis("γ / Ω"),
        [
            new Series("γ", found.Tau, found.Density, SeriesStyle.Line, 0),
            new Series("95 % from", found.Tau, [.. credible.Select(b => b.Low)], SeriesStyle.Dashed, 1),
            new Series("95 % to", found.Tau, [.. credible.Select(b => b.High)], SeriesStyle.Dashed, 1),
        ], "Its area over ln τ is the polarisation resistance. The band is the Gaussian posterior's, linearised about the non-negative solution.");
        var peaks = new Table("Peaks", [new("τ", "s"), new("f", "Hz"), new("resistance", "Ω"), new("± 95 %", "Ω"), TableColumn.Words("band")],
        [
            .. found.Peaks.Select(p => (IReadOnlyList<string>)
            [
                Number(p.Tau.Value), Number(1 / (2 * Math.PI * p.Tau.Value)), Number(p.Resistance.Value), Number(p.Resistance.HalfWidth()),
                bands.FirstOrDefault(b => b.From <= p.Tau.Value && p.Tau.Value < b.To)?.Name ?? "",
            ]),
        ], "Resistances reach from valley to valley and add up to the polarisation resistance.");
        string words = string.Create(CultureInfo.InvariantCulture, $"λ = {found.Smoothing:g3} of the mean weight; inductance {found.Inductance.Value:g3} H; below the lowest frequency {TailText(found)}.");
        NamedEstimate[] numbers =
        [
            new("ohmic resistance", found.OhmicResistance, QuantityKinds.Resistance, "Ω"),
            new("polarisation resistance", found.PolarisationResistance, QuantityKinds.Resistance, "Ω"),
            .. bands.Select(b => new NamedEstimate(b.Name, found.Area(b), QuantityKinds.Resistance, "Ω")),
        ];
        string[] told = test.IsConsistent ? [.. warnings] : [.. warnings, test.Verdict];
        return new LaboratoryResult("drt", sample, numbers,
        [
            new ReportSection("Relaxation times", [new Paragraph(words), picture, peaks]),
            new ReportSection("Spectrum", SpectrumPlots.Of(found.Spectrum, found.Impedance, "of the distribution")),
            SpectrumPlots.Of(test),
        ], told);
    }

    /// <summary>Distributions over each other, and the resistances of peaks or bands against the state of charge.</summary>
    /// <param name="found">The distributions.</param>
    /// <param name="stateOfCharge">State of charge of each.</param>
    /// <param name="bands">Bands with names.</param>
    public static ReportSection Map(IReadOnlyList<RelaxationDistribution> found, IReadOnlyList<double> stateOfCharge, IReadOnlyList<RelaxationBand> bands)
    {
        double[] percent = [.. stateOfCharge.Select(s => 100 * s)];
        var over = new Plot("drt-map", "Relaxation times over the state of charge", Tau, new Axis("γ / Ω"),
            [.. found.Select((d, i) => new Series(string.Create(CultureInfo.InvariantCulture, $"{percent[i]:g4} %"), d.Tau, d.Density))]);
        var places = new Plot("drt-peaks", "Peaks against the state of charge", new Axis("state of charge / %"), Tau with { },
            [new Series("peaks", [.. found.SelectMany((d, i) => d.Peaks.Select(_ => percent[i]))], [.. found.SelectMany(d => d.Peaks.Select(p => p.Tau.Value))], SeriesStyle.Points)]);
        var areas = new Plot("drt-bands", "Resistance against the state of charge", new Axis("state of charge / %"), new Axis("resistance / Ω"),
        [
            new Series("all", percent, [.. found.Select(d => d.PolarisationResistance.Value)], SeriesStyle.LineAndPoints),
            .. bands.Select(b => new Series(b.Name, percent, [.. found.Select(d => d.Area(b).Value)], SeriesStyle.LineAndPoints)),
        ]);
        return new ReportSection("Map over the state of charge", [over, places, areas]);
    }

    private static string TailText(RelaxationDistribution found) => found.Tail switch
    {
        LowFrequencyTail.Capacitance => string.Create(CultureInfo.InvariantCulture, $"a capacitance of {1 / found.TailStrength.Value:g4} F"),
        LowFrequencyTail.Warburg => string.Create(CultureInfo.InvariantCulture, $"diffusion with σ = {found.TailStrength.Value:g4} Ω s^-½"),
        _ => "nothing",
    };

    private static string Number(double value) => double.IsFinite(value) ? NumberText.Format(value, 4) : "–";
}
