using Loadstone.Laboratory.Regression;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Resistance;

/// <summary>Multi-point measurements of a coating on a foil as results.</summary>
public static class ProbeReport
{
    private const string ArealUnit = "Ω cm²";
    private const int CurvePoints = 160;

    /// <summary>A sample.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="sample">What its spots say.</param>
    public static LaboratoryResult Of(string name, ProbeSample sample)
    {
        NamedEstimate[] numbers =
        [
            new("composite resistivity", sample.Resistivity, QuantityKinds.Resistivity),
            new("interface resistance", sample.InterfaceResistance, QuantityKinds.ArealResistance, ArealUnit),
            new("through-plane resistance of the composite", sample.Resistivity.Times(sample.Coating.Thickness), QuantityKinds.ArealResistance, ArealUnit),
        ];
        string words = FormattableString.Invariant($"Composite of {sample.Coating.Thickness * 1e6:g4} µm on an interface on a foil of {sample.Coating.Foil.Thickness * 1e6:g4} µm and {sample.Coating.Foil.Resistivity * 1e8:g4} µΩ cm, taken as infinitely wide. ")
            + FormattableString.Invariant($"Current reaches the foil over √(R L/ρ) = {sample.TransferLength * 1e6:g3} µm where the interface resists more than the composite; the sample must be many times as wide.");
        ReportSection[] sections = [new("Potentials", [new Paragraph(words), .. Spots(sample), Potentials(name, sample), Deviations(name, sample)]), new("Section", [SectionMap.Draw(name, sample), SectionMap.Depths(name, sample)])];
        return new LaboratoryResult("resistance", name, numbers, sections, sample.Warnings);
    }

    /// <summary>A sample beside another one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="referenceName">Name of the one it is compared with.</param>
    /// <param name="reference">That one.</param>
    public static LaboratoryResult Comparison(string name, ProbeSample sample, string referenceName, ProbeSample reference)
    {
        var numbers = new List<NamedEstimate>
        {
            new("difference in composite resistivity", Difference(s => s.Resistivity), QuantityKinds.Resistivity),
            new("ratio of composite resistivities", ErrorPropagation.Quotient(sample.Resistivity, reference.Resistivity), QuantityKinds.Ratio),
            new("difference in interface resistance", Difference(s => s.InterfaceResistance), QuantityKinds.ArealResistance, ArealUnit),
        };
        if (reference.InterfaceResistance.Value > 0) numbers.Add(new("ratio of interface resistances", ErrorPropagation.Quotient(sample.InterfaceResistance, reference.InterfaceResistance), QuantityKinds.Ratio));
        string[] words = [Verdict("composite resistivity", numbers[0].Estimate), Verdict("interface resistance", numbers[2].Estimate)];
        return new LaboratoryResult("resistance", $"{name} − {referenceName}", numbers, [new ReportSection("Comparison", [new BulletList(words)])], []);

        Estimate Difference(Func<ProbeSample, Estimate> which) => ErrorPropagation.Carry(which(sample).Value - which(reference).Value, (which(sample), 1), (which(reference), -1));
    }

    private static string Verdict(string what, Estimate difference)
    {
        (double low, double high) = difference.Interval();
        if (double.IsNaN(low)) return $"{what}: the difference has no interval; expected several spots or fits of both samples.";
        return low > 0 || high < 0 ? $"{what}: the 95 % interval of the difference does not hold 0." : $"{what}: the 95 % interval of the difference holds 0; the samples may be alike.";
    }

    private static IEnumerable<ReportBlock> Spots(ProbeSample sample)
    {
        yield return new Table("Spots",
            [
                TableColumn.Words("spot"), new TableColumn("pins"), new TableColumn("resistivity", "Ω cm"), new TableColumn("± 95 %", "Ω cm"), new TableColumn("interface resistance", ArealUnit), new TableColumn("± 95 %", ArealUnit),
                new TableColumn("correlation"), new TableColumn("scatter", "Ω"),
            ],
            [.. sample.Spots.Select(spot => (IReadOnlyList<string>)[
                spot.Reading.Spot.Length > 0 ? spot.Reading.Spot : "–", $"{spot.Reading.Pins.Count}", Shown(spot.Resistivity.Value * 100), Width(spot.Resistivity.HalfWidth() * 100),
                Shown(spot.InterfaceResistance.Value * 1e4), Width(spot.InterfaceResistance.HalfWidth() * 1e4), Width(spot.Correlation), Width(spot.Scatter)])],
            "Each spot's interval is that of its own scatter; the correlation is that of the errors of ln ρ and ln R.");
    }

    // Potentials are drawn over the distance from the entrance of the current; on a line, the model is drawn between the pins.
    private static Plot Potentials(string name, ProbeSample sample)
    {
        var series = new List<Series>();
        for (int k = 0; k < sample.Spots.Count; k++)
        {
            ProbeFit fit = sample.Spots[k];
            string label = sample.Spots.Count > 1 ? $" {fit.Reading.Spot}" : "";
            double[] distance = [.. fit.Reading.Pins.Select(p => p.DistanceTo(fit.Reading.In) * 1e3)];
            series.Add(new("measured" + label, distance, [.. fit.Reading.Resistance.Select(v => v - fit.Offset.Value)], SeriesStyle.Points, k));
            if (IsLine(fit.Reading)) series.Add(Curve("fit" + label, fit, sample, k));
            else series.Add(new("fit" + label, distance, [.. fit.Fitted.Select(v => v - fit.Offset.Value)], SeriesStyle.Points, k + sample.Spots.Count));
        }
        return new Plot($"{name} potentials", "Potential over distance from the entrance of the current", new Axis("Distance / mm"), new Axis("V/I / Ω"), series);
    }

    private static bool IsLine(ProbeReading reading) =>
        reading.Pins.Append(reading.Out ?? reading.In).All(p => Math.Abs(p.Y - reading.In.Y) < 1e-12 && p.X > reading.In.X - 1e-12);

    private static Series Curve(string label, ProbeFit fit, ProbeSample sample, int color)
    {
        double first = fit.Reading.Pins.Min(p => p.X), last = fit.Reading.Pins.Max(p => p.X);
        double end = fit.Reading.Out is { } exit && last < exit.X ? last : double.PositiveInfinity;
        // Closely spaced where the potential is steep: at both ends.
        double[] x = [.. Enumerable.Range(0, CurvePoints).Select(i => double.IsFinite(end)
            ? first + (last - first) * (1 - Math.Cos(Math.PI * i / (CurvePoints - 1.0))) / 2
            : fit.Reading.In.X + (first - fit.Reading.In.X) * Math.Pow((last - fit.Reading.In.X) / (first - fit.Reading.In.X), i / (CurvePoints - 1.0)))];
        var model = new ProbeModel(sample.Coating, fit.Reading with { Pins = [.. x.Select(v => new ProbePin(v, fit.Reading.In.Y))], Resistance = x, Uncertainty = null });
        return new Series(label, [.. x.Select(v => (v - fit.Reading.In.X) * 1e3)], model.Evaluate(fit.Resistivity.Value, fit.InterfaceResistance.Value), SeriesStyle.Line, color);
    }

    private static Plot Deviations(string name, ProbeSample sample) => new($"{name} deviations", "Measured less fitted", new Axis("Distance / mm"), new Axis("V/I / mΩ"),
        [.. sample.Spots.Select((fit, k) => new Series(sample.Spots.Count > 1 ? fit.Reading.Spot : "deviation",
            [.. fit.Reading.Pins.Select(p => p.DistanceTo(fit.Reading.In) * 1e3)], [.. fit.Reading.Resistance.Select((v, i) => (v - fit.Fitted[i]) * 1e3)], SeriesStyle.Points, k))]);

    private static string Shown(double value) => double.IsFinite(value) ? NumberText.Format(value, 4) : "–";

    private static string Width(double value) => double.IsFinite(value) ? NumberText.Format(value, 2) : "–";
}
