using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Regression;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Fading;

/// <summary>Rates of fade as numbers, tables and pictures: one result a sample, and one of all together.</summary>
public static class FadeReport
{
    private const double MilliampereHourPerGram = 3600;
    private const string PercentPerThroughput = "%/(mAh/g)";

    /// <summary>The results of samples; with two or more that of all together comes first, and with ψ the law of fade against ψ.</summary>
    /// <param name="samples">The samples.</param>
    /// <exception cref="InputException">ψ is given for samples that do not tell the law.</exception>
    public static IReadOnlyList<LaboratoryResult> Of(IReadOnlyList<FadeSample> samples)
    {
        var results = Require.NotEmpty(samples).Select(Of).ToList();
        if (samples.Count > 1) results.Insert(0, Together(samples));
        return results;
    }

    private static LaboratoryResult Of(FadeSample sample)
    {
        Fade fade = sample.Fade;
        double first = sample.Track.Capacity[0];
        var numbers = new List<NamedEstimate>
        {
            new("fade per cycle", fade.PerCycle, QuantityKinds.Fraction, "%"),
            new("energy fade per cycle", fade.EnergyPerCycle, QuantityKinds.Fraction, "%"),
        };
        if (sample.PerThroughput is { } perMass && sample.EnergyPerThroughput is { } energyPerMass)
        {
            numbers.Add(new("fade per throughput", perMass, QuantityKinds.FadePerThroughput, PercentPerThroughput));
            numbers.Add(new("energy fade per throughput", energyPerMass, QuantityKinds.FadePerThroughput, PercentPerThroughput));
        }
        else
        {
            numbers.Add(new("fade per throughput of one capacity", fade.PerThroughput.Times(first), QuantityKinds.Fraction, "%"));
            numbers.Add(new("energy fade per throughput of one capacity", fade.EnergyPerThroughput.Times(first), QuantityKinds.Fraction, "%"));
        }
        if (sample.Evenness is { } psi) numbers.Add(new("ψ", psi, QuantityKinds.Ratio));
        FadeTrack track = sample.Track;
        (double[] passed, string label) = Throughput(sample);
        var warnings = new List<string>(sample.Warnings);
        double following = fade.ResidualCorrelation, chance = 2 / Math.Sqrt(track.Count);
        if (following > chance)
            warnings.Add(FormattableString.Invariant($"the residuals of the capacity follow each other (correlation {following:f2} between neighbours): a curved fade, a slow drift of the temperature or noise with a memory. The intervals take them as independent and are too narrow, by a factor of about {Math.Sqrt((1 + following) / (1 - Math.Min(following, 0.99))):f1}."));
        return new LaboratoryResult("fade", sample.Name, numbers,
        [
            new("Fade", [
                Curves("fade-cycles", "Fade per cycle", "Cycle", track.Number, track),
                Curves("fade-throughput", "Fade against throughput", label, passed, track),
            ]),
            new("How it was found", [new BulletList([
                $"Straight lines by least squares through the discharges of cycles {fade.FirstCycle} to {fade.LastCycle}; rates are relative to the value of the line at the first of them (as figure 5b of Yari et al. 2020).",
                "Throughput is the charge passed in both directions since the start of the test, to the end of each discharge.",
                "The intervals come from the scatter about the lines, taken as independent from cycle to cycle.",
            ])]),
        ], warnings);
    }

    private static LaboratoryResult Together(IReadOnlyList<FadeSample> samples)
    {
        var numbers = new List<NamedEstimate>();
        var warnings = new List<string>();
        var blocks = new List<ReportBlock> { Rates(samples), Overlay(samples) };
        var words = new List<string> { "Relative energy of each sample is over the value of its line at its first cycle." };
        if (samples.All(s => s.Evenness is not null))
        {
            var laws = new List<IReadOnlyList<string>>();
            Law("fade per cycle", "Fade per cycle / %", QuantityKinds.Fraction, "%", s => s.Fade.PerCycle, laws);
            if (samples.All(s => s.Mass is not null)) Law("energy fade per throughput", $"Energy fade per throughput / {PercentPerThroughput}", QuantityKinds.FadePerThroughput, PercentPerThroughput, s => s.EnergyPerThroughput!.Value, laws);
            else Law("energy fade per cycle", "Energy fade per cycle / %", QuantityKinds.Fraction, "%", s => s.Fade.EnergyPerCycle, laws);
            blocks.Add(new Table("Fade against ψ", [TableColumn.Words("rate"), TableColumn.Words("at ψ = 0.5"), new("B"), new("growth by 0.01 of ψ", "%"), new("scatter over errors")], laws, "± is half of the 95 % interval."));
            words.Add("The law is r = A e^(B (ψ − ½)), fitted by least squares to the rates themselves, each weighted with its own error and that of its ψ. The errors of A and B come from the scatter of the samples about the law, with samples less two degrees of freedom.");
        }
        return new LaboratoryResult("fade", "all samples", numbers, [new("All samples", blocks), new("How they were compared", [new BulletList(words)])], warnings);

        void Law(string name, string axis, QuantityKind kind, string unit, Func<FadeSample, Estimate> rate, List<IReadOnlyList<string>> rows)
        {
            FadeLaw law = FadeLaw.Fit([.. samples.Select(s => s.Evenness!.Value)], [.. samples.Select(rate)]);
            var even = new NamedEstimate($"{name} at ψ = 0.5", law.AtEven, kind, unit);
            numbers.Add(even);
            numbers.Add(new($"B of {name}", law.Steepness, QuantityKinds.Ratio));
            rows.Add([name, LaboratoryFiles.Text(even), CycleReport.Both(law.Steepness), CycleReport.Both(law.GrowthPer(0.01).Times(100)), CycleReport.Text(law.Excess, 2)]);
            if (law.ExcessChance < 0.01)
                warnings.Add(FormattableString.Invariant($"{name}: the samples scatter about the law {law.Excess:f1} times as much as their own errors say: they differ in more than ψ, or the law is not exponential. The intervals are those of this scatter."));
            blocks.Add(Picture(samples, law, name, axis, kind.ToUnit(1, unit), rate));
        }
    }

    private static Table Rates(IReadOnlyList<FadeSample> samples) => new("Rates of fade",
        [
            TableColumn.Words("sample"), new("ψ"), new("cycles"), new("capacity per cycle", "%"), new("energy per cycle", "%"),
            new("capacity per throughput", PercentPerThroughput), new("energy per throughput", PercentPerThroughput), new("residual correlation"),
        ],
        [.. samples.Select(s => (IReadOnlyList<string>)
        [
            s.Name, s.Evenness is { } psi ? CycleReport.Both(psi) : "–", $"{s.Fade.FirstCycle}–{s.Fade.LastCycle}", CycleReport.Both(s.Fade.PerCycle.Times(100)), CycleReport.Both(s.Fade.EnergyPerCycle.Times(100)),
            s.PerThroughput is { } q ? CycleReport.Both(q.Times(100 * MilliampereHourPerGram)) : "–", s.EnergyPerThroughput is { } e ? CycleReport.Both(e.Times(100 * MilliampereHourPerGram)) : "–",
            CycleReport.Text(s.Fade.ResidualCorrelation, 2),
        ])],
        "± is half of the 95 % interval.");

    private static Plot Picture(IReadOnlyList<FadeSample> samples, FadeLaw law, string name, string axis, double scale, Func<FadeSample, Estimate> rate)
    {
        FadeSample[] ordered = [.. samples.OrderBy(s => s.Evenness!.Value.Value)];
        double[] psi = [.. ordered.Select(s => s.Evenness!.Value.Value)];
        double[] grid = [.. Enumerable.Range(0, 61).Select(k => psi[0] + (psi[^1] - psi[0]) * k / 60)];
        var series = new List<Series>
        {
            new("samples", psi, [.. ordered.Select(s => scale * rate(s).Value)], SeriesStyle.Points, 0),
            new("A e^(B (ψ − ½))", grid, [.. grid.Select(x => scale * law.At(x))], SeriesStyle.Line, 0),
        };
        // Error bars as one broken line: the drawing knows lines and points.
        List<double> barX = [], barY = [];
        foreach (FadeSample sample in ordered)
        {
            (double low, double high) = rate(sample).Interval();
            barX.AddRange([sample.Evenness!.Value.Value, sample.Evenness!.Value.Value, sample.Evenness!.Value.Value]);
            barY.AddRange([scale * low, scale * high, double.NaN]);
        }
        series.Add(new("95 % intervals", barX, barY, SeriesStyle.Line, 1));
        return new Plot($"law-{name}", $"{char.ToUpperInvariant(name[0])}{name[1..]} against ψ", new Axis("Evenness ψ"), new Axis(axis), series,
            string.Join(", ", ordered.Select(s => $"{s.Name} at {CycleReport.Text(s.Evenness!.Value.Value, 3)}")) + ".");
    }

    private static Plot Overlay(IReadOnlyList<FadeSample> samples)
    {
        bool perMass = samples.All(s => s.Mass is not null);
        return new Plot("fade-samples", "Energy of discharges against throughput", new Axis(perMass ? "Charge passed / mAh/g" : "Charge passed / first capacity"), new Axis("Energy / %"),
        [
            .. samples.Select((s, k) =>
            {
                double unit = perMass ? s.Mass!.Value.Value * MilliampereHourPerGram : s.Track.Capacity[0];
                double first = StraightLine.Fit(s.Track.Number, s.Track.Energy).At(s.Track.Number[0]).Value;
                return new Series(s.Name, [.. s.Track.Throughput.Select(q => q / unit)], [.. s.Track.Energy.Select(e => 100 * e / first)], SeriesStyle.Points, k);
            }),
        ]);
    }

    private static Plot Curves(string stem, string title, string label, double[] x, FadeTrack track)
    {
        var series = new List<Series>();
        foreach ((string name, double[] y, int color) in ((string, double[], int)[])[("capacity", track.Capacity, 0), ("energy", track.Energy, 1)])
        {
            StraightLine line = StraightLine.Fit(x, y);
            double first = line.At(x[0]).Value;
            series.Add(new(name, x, [.. y.Select(v => 100 * v / first)], SeriesStyle.Points, color));
            series.Add(new($"{name}, line", [x[0], x[^1]], [100, 100 * line.At(x[^1]).Value / first], SeriesStyle.Line, color));
        }
        return new Plot(stem, title, new Axis(label), new Axis("Of the line at its first cycle / %"), series);
    }

    private static (double[] Passed, string Label) Throughput(FadeSample sample) => sample.Mass is { } mass
        ? ([.. sample.Track.Throughput.Select(q => q / mass.Value / MilliampereHourPerGram)], "Charge passed / mAh/g")
        : ([.. sample.Track.Throughput.Select(q => q / sample.Track.Capacity[0])], "Charge passed / first capacity");
}
