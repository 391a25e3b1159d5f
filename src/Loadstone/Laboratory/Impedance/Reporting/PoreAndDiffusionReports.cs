using System.Globalization;
using Loadstone.Laboratory.Impedance.Diffusion;
using Loadstone.Laboratory.Impedance.Porous;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Impedance.Reporting;

/// <summary>Warburg lines, tortuosities and wetting curves as results.</summary>
public static class PoreAndDiffusionReports
{
    private const int CurvePoints = 100;

    /// <summary>A Warburg line.</summary>
    /// <param name="sample">Name of the sample.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="line">The line.</param>
    /// <param name="diffusivity">Diffusion coefficient [m²/s], or null.</param>
    /// <param name="warnings">What reading told.</param>
    public static LaboratoryResult Of(string sample, Spectrum spectrum, WarburgLine line, Estimate? diffusivity, IReadOnlyList<string> warnings)
    {
        double[] x = [.. spectrum.Frequency.Select(f => 1 / Math.Sqrt(2 * Math.PI * f))];
        double[] ends = [1 / Math.Sqrt(2 * Math.PI * line.To), 1 / Math.Sqrt(2 * Math.PI * line.From)];
        var plot = new Plot("warburg", "Impedance against ω^-½", new Axis("ω^-½ / s^½"), new Axis("impedance / Ω"),
        [
            new Series("Z′", x, [.. spectrum.Impedance.Select(z => z.Real)], SeriesStyle.Points, 0),
            new Series("−Z″", x, [.. spectrum.Impedance.Select(z => -z.Imaginary)], SeriesStyle.Points, 1),
            new Series("line of Z′", ends, [.. ends.Select(e => line.Resistance.Value + line.Coefficient.Value * e)], SeriesStyle.Line, 0),
        ]);
        NamedEstimate[] numbers =
        [
            new("Warburg coefficient (Ω s^-½)", line.Coefficient, QuantityKinds.Ratio),
            new("resistance before diffusion", line.Resistance, QuantityKinds.Resistance, "Ω"),
            .. diffusivity is { } d ? (NamedEstimate[])[new("diffusion coefficient", d, QuantityKinds.Diffusivity, "cm²/s")] : [],
        ];
        string words = string.Create(CultureInfo.InvariantCulture, $"{line.Points} points from {line.From:g3} to {line.To:g3} Hz.");
        return new LaboratoryResult("warburg", sample, numbers, [new ReportSection("Diffusion line", [new Paragraph(words), plot])], warnings);
    }

    /// <summary>A tortuosity.</summary>
    /// <param name="sample">Name of the sample.</param>
    /// <param name="found">The tortuosity and the fit that gave it.</param>
    /// <param name="warnings">What reading told.</param>
    public static LaboratoryResult Of(string sample, BlockingTortuosity found, IReadOnlyList<string> warnings) => new("tortuosity", sample,
    [
        new("ionic resistance of an electrode", found.IonicResistance, QuantityKinds.Resistance, "Ω"),
        new("MacMullin number", found.MacMullin, QuantityKinds.Ratio),
        new("tortuosity", found.Tortuosity, QuantityKinds.Ratio),
    ],
    [new ReportSection("Spectrum", SpectrumPlots.Of(found.Fit.Spectrum, found.Fit.Impedance, found.Fit.Circuit.Text))],
    [.. warnings, .. found.Fit.Doubts]);

    /// <summary>A wetting curve.</summary>
    /// <param name="sample">Name of the sample.</param>
    /// <param name="curve">The curve.</param>
    /// <param name="reference">What counts as wet, in words.</param>
    /// <param name="warnings">What reading told.</param>
    public static LaboratoryResult Of(string sample, WettingCurve curve, string reference, IReadOnlyList<string> warnings)
    {
        double[] hours = [.. curve.Time.Select(t => t / 3600)];
        var table = new Table("Wetting", [new("rest", "h"), new("ohmic resistance", "Ω"), new("± 95 %", "Ω"), new("wetted fraction", "%"), new("± 95 %", "%")],
        [
            .. hours.Select((h, i) => (IReadOnlyList<string>)
            [
                NumberText.Format(h, 4), NumberText.Format(curve.Resistance[i].Value, 5), NumberText.Format(curve.Resistance[i].HalfWidth(), 2),
                NumberText.Format(100 * curve.WettedFraction[i].Value, 4), NumberText.Format(100 * curve.WettedFraction[i].HalfWidth(), 2),
            ]),
        ], reference);
        var series = new List<Series> { new("measured", hours, [.. curve.WettedFraction.Select(f => 100 * f.Value)], curve.Law is null ? SeriesStyle.LineAndPoints : SeriesStyle.Points, 0) };
        var numbers = new List<NamedEstimate>
        {
            new("ohmic resistance when wet", curve.Wet, QuantityKinds.Resistance, "Ω"),
            new("wetted fraction at first", curve.WettedFraction[0], QuantityKinds.Fraction, "%"),
            new("settled within 5 % after", Estimate.Exact(curve.Settled ?? double.NaN), QuantityKinds.Time, "h"),
        };
        if (curve.Law is { } law)
        {
            double[] along = [.. Enumerable.Range(0, CurvePoints).Select(i => curve.Time[0] + (curve.Time[^1] - curve.Time[0]) * i / (CurvePoints - 1))];
            series.Add(new Series("1 − a exp(−t/τ)", [.. along.Select(t => t / 3600)], [.. along.Select(t => 100 * law.At(t))], SeriesStyle.Line, 1));
            numbers.Insert(1, new NamedEstimate("time constant of wetting", law.TimeConstant, QuantityKinds.Time, "h"));
        }
        var plot = new Plot("wetting", "Wetted fraction", new Axis("rest / h"), new Axis("wetted fraction / %"), series);
        string[] told = curve.Settled is null ? [.. warnings, "no spectrum but what counts as wet lies within 5 % of it; the cell may not be wet yet."] : [.. warnings];
        return new LaboratoryResult("wetting", sample, numbers, [new ReportSection("Wetting", [table, plot])], told);
    }
}
