using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Peaks;

/// <summary>Peaks, steps and areas as results.</summary>
public static class PeakReport
{
    private const int CurvePoints = 600;

    /// <summary>The peaks of one trace, with ratios and distances.</summary>
    /// <param name="found">The peaks.</param>
    /// <param name="ratios">Pairs whose ratios are told.</param>
    /// <param name="distances">Pairs whose distances are told.</param>
    public static LaboratoryResult Of(PeakAnalysis found, IReadOnlyList<PeakPair> ratios, IReadOnlyList<PeakPair> distances)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(ratios);
        ArgumentNullException.ThrowIfNull(distances);
        Trace trace = found.Trace;
        var numbers = new List<NamedEstimate>();
        foreach (FittedPeak peak in found.Peaks)
        {
            numbers.Add(new($"{peak.Name} position", peak.Position, InX(trace)));
            numbers.Add(new($"{peak.Name} height", peak.Height, InY(trace)));
            numbers.Add(new($"{peak.Name} width", peak.Width, InX(trace)));
            numbers.Add(new($"{peak.Name} area", peak.Area, OfArea(trace)));
        }
        foreach (PeakPair pair in ratios)
        {
            if (pair.In(found) is not ({ } above, { } below)) continue;
            numbers.Add(new($"{pair.Name} by area", above.Over(below), QuantityKinds.Ratio));
            numbers.Add(new($"{pair.Name} by height", above.Over(below, byHeight: true), QuantityKinds.Ratio));
        }
        foreach (PeakPair pair in distances)
        {
            if (pair.In(found) is ({ } from, { } to)) numbers.Add(new($"{pair.First} less {pair.Second}", from.DistanceFrom(to), InX(trace)));
        }
        string words = $"Baseline: {found.Settings.Baseline.Description}. Shape: {Words(found.Settings.Shape)}. Points weighted {(found.IsCounted ? "as counts (variance equal to the fitted signal)" : "alike")}; errors from the scatter about the fit.";
        return new LaboratoryResult("peaks", trace.Sample, numbers, [new ReportSection("Peaks", [new Paragraph(words), Table(found), Plot(found), Residuals(found)])], found.Warnings);
    }

    /// <summary>Peaks, one row each.</summary>
    public static Table Table(PeakAnalysis found)
    {
        ArgumentNullException.ThrowIfNull(found);
        (string x, string y) = (found.Trace.X.Unit, found.Trace.Y.Unit);
        return new Table("Peaks", [TableColumn.Words("peak"), new("position", x), new("height", y), new("width", x), new("area", AreaUnit(found.Trace)), new("η"), new("skew"), new("significance")],
            [.. found.Peaks.Select(p => (IReadOnlyList<string>)[
                p.Name, Plain(p.Position), Plain(p.Height), Plain(p.Width), Plain(p.Area), p.Mixing is { } mixing ? Plain(mixing) : "–", p.Skew is { } skew ? Plain(skew) : "–",
                FormattableString.Invariant($"{p.Significance:g3}")])],
            "Width: full width at half of the height. η: Lorentz part. Significance: height over its standard error. Numbers without ± stand at a bound.");
    }

    /// <summary>The trace, its baseline, its fit and its peaks.</summary>
    public static Plot Plot(PeakAnalysis found)
    {
        ArgumentNullException.ThrowIfNull(found);
        Trace trace = found.Trace;
        double[] below = [.. trace.Abscissa.Select(_ => double.NaN)], curve = [.. below];
        foreach (PeakGroup group in found.Groups)
        {
            for (int k = 0; k < group.Curve.Count; k++)
            {
                int i = group.First + k;
                double taken = found.Below?[i] ?? 0;
                below[i] = taken + group.Below(trace.Abscissa[i]);
                curve[i] = taken + group.Curve[k];
            }
        }
        var series = new List<Series>
        {
            new("measured", trace.Abscissa, trace.Signal, SeriesStyle.Points, 0),
            new("fit", trace.Abscissa, curve, SeriesStyle.Line, 1),
            new("baseline", trace.Abscissa, found.Below is null ? below : found.Below, SeriesStyle.Dashed, 2),
        };
        if (found.Peaks.Count <= 6) series.AddRange(found.Groups.SelectMany(g => g.Peaks.Select((peak, k) => Alone(found, g, peak, 3 + k))));
        return new Plot($"{trace.Sample} peaks", "Peaks", new Axis(trace.X.Label), new Axis(trace.Y.Label), series);
    }

    /// <summary>What the fit leaves, over the standard deviation of each point.</summary>
    public static Plot Residuals(PeakAnalysis found)
    {
        ArgumentNullException.ThrowIfNull(found);
        Trace trace = found.Trace;
        List<double> x = [], y = [];
        foreach (PeakGroup group in found.Groups)
        {
            double scale = Math.Sqrt(group.Fit.SumOfSquares / group.Fit.DegreesOfFreedom);
            for (int k = 0; k < group.Curve.Count; k++)
            {
                x.Add(trace.Abscissa[group.First + k]);
                y.Add(-group.Fit.Residuals[k] / scale);
            }
        }
        return new Plot($"{trace.Sample} residuals", "Residuals", new Axis(trace.X.Label, trace.Abscissa[0], trace.Abscissa[^1]), new Axis("(measured − fit) / standard deviation"), [new Series("", x, y, SeriesStyle.Points, 0)]);
    }

    /// <summary>A step as a result.</summary>
    public static LaboratoryResult OfStep(StepAnalysis found)
    {
        ArgumentNullException.ThrowIfNull(found);
        Trace trace = found.Trace;
        double low = trace.Abscissa[0], high = trace.Abscissa[^1];
        double[] x = [.. Enumerable.Range(0, CurvePoints).Select(i => low + (high - low) * i / (CurvePoints - 1))];
        double[] Inside(double from, double to, Func<double, double> line) => [.. x.Select(v => v >= from && v <= to ? line(v) : double.NaN)];
        double middle = (found.Before.At(found.Midpoint.Value) + found.After.At(found.Midpoint.Value)) / 2;
        var plot = new Plot($"{trace.Sample} step", "Step", new Axis(trace.X.Label), new Axis(trace.Y.Label),
            [
                new Series("measured", trace.Abscissa, trace.Signal, SeriesStyle.Line, 0),
                new Series("tangent before", x, Inside(found.BeforeRange.Low, found.End.Value, found.Before.At), SeriesStyle.Dashed, 1),
                new Series("tangent after", x, Inside(found.Onset.Value, found.AfterRange.High, found.After.At), SeriesStyle.Dashed, 2),
                new Series("onset, midpoint, end", [found.Onset.Value, found.Midpoint.Value, found.End.Value], [found.Before.At(found.Onset.Value), middle, found.After.At(found.End.Value)], SeriesStyle.Points, 3),
            ]);
        string words = FormattableString.Invariant($"Midpoint: the trace crosses half-way between the tangents, laid from {found.BeforeRange.Low:g5} to {found.BeforeRange.High:g5} and from {found.AfterRange.Low:g5} to {found.AfterRange.High:g5} {trace.X.Unit}.");
        return new LaboratoryResult("peaks", trace.Sample,
            [
                new("midpoint", found.Midpoint, InX(trace)), new("onset", found.Onset, InX(trace)), new("end", found.End, InX(trace)), new("step height", found.Height, InY(trace)),
            ],
            [new ReportSection("Step", [new Paragraph(words), plot])], found.Warnings);
    }

    /// <summary>An area as a result.</summary>
    /// <param name="found">The area.</param>
    /// <param name="heat">The heat that it is [J/kg or J], or null where heating rate or units do not tell.</param>
    public static LaboratoryResult OfArea(AreaAnalysis found, NamedEstimate? heat = null)
    {
        ArgumentNullException.ThrowIfNull(found);
        Trace trace = found.Trace;
        int from = trace.IndexOf(found.Range.Low), to = trace.IndexOf(found.Range.High) - 1;
        double[] x = [.. Enumerable.Range(from, to - from + 1).Select(i => trace.Abscissa[i])];
        var plot = new Plot($"{trace.Sample} area", "Area", new Axis(trace.X.Label), new Axis(trace.Y.Label),
            [new Series("measured", trace.Abscissa, trace.Signal, SeriesStyle.Line, 0), new Series("line below the area", x, [.. x.Select(found.Line.At)], SeriesStyle.Dashed, 1)]);
        NamedEstimate[] numbers = [new("area", found.Area, OfArea(trace)), .. heat is null ? (NamedEstimate[])[] : [heat]];
        string words = FormattableString.Invariant($"Trapezoids from {found.Range.Low:g6} to {found.Range.High:g6} {trace.X.Unit} above the straight line through the outer 15 % of the range on either side.");
        return new LaboratoryResult("peaks", trace.Sample, numbers, [new ReportSection("Area", [new Paragraph(words), plot])], found.Warnings);
    }

    /// <summary>Numbers of samples over depth, time or the like.</summary>
    /// <param name="all">The series, over one abscissa.</param>
    public static LaboratoryResult OfSeries(IReadOnlyList<RatioSeries> all)
    {
        string against = Require.NotEmpty(all)[0].Against.Name;
        NamedEstimate[] slopes = [.. all.Where(s => s.Line is not null).Select(s => new NamedEstimate($"slope of {s.Name} over {against}", s.Line!.Slope, WrittenUnit.Kind("slope", SlopeUnit(s))))];
        return new LaboratoryResult("peaks", $"all over {against}", slopes, [.. all.Select(Section)], []);
    }

    private static ReportSection Section(RatioSeries series)
    {
        string axis = series.Unit.Length == 0 ? series.Name : $"{series.Name} / {series.Unit}", heading = $"{series.Name} over {series.Against.Name}";
        double[] x = [.. series.Points.Select(p => p.Place)];
        double[] Ends(double sign) => [.. series.Points.Select(p => p.Value.Value + sign * p.Value.HalfWidth())];
        var drawn = new List<Series> { new("measured", x, [.. series.Points.Select(p => p.Value.Value)], SeriesStyle.Points, 0), new("lower end, 95 %", x, Ends(-1), SeriesStyle.Dashed, 2), new("upper end, 95 %", x, Ends(1), SeriesStyle.Dashed, 2) };
        string words = "Fewer than three samples: no line.";
        if (series.Line is { } line)
        {
            drawn.Add(new("straight line", [x[0], x[^1]], [line.At(x[0]).Value, line.At(x[^1]).Value], SeriesStyle.Line, 1));
            words = FormattableString.Invariant($"Straight line weighed by the errors of the points; a slope of this size or more comes by chance with a probability of {line.SlopeChance:g2}.");
        }
        var table = new Table(series.Name, [TableColumn.Words("sample"), new(series.Against.Name, series.Against.Unit), new(series.Name, series.Unit)],
            [.. series.Points.Select(p => (IReadOnlyList<string>)[p.Sample, FormattableString.Invariant($"{p.Place:g5}"), Plain(p.Value)])]);
        return new ReportSection(heading, [new Paragraph(words), table, new Plot($"{series.Name} series", heading, new Axis(series.Against.Label), new Axis(axis), drawn)]);
    }

    private static string SlopeUnit(RatioSeries series) => series.Against.Unit.Length == 0 ? series.Unit : $"{(series.Unit.Length == 0 ? "1" : series.Unit)}/{series.Against.Unit}";

    /// <summary>Kind of the abscissa's numbers.</summary>
    internal static QuantityKind InX(Trace trace) => WrittenUnit.Kind(trace.X.Name, trace.X.Unit);

    private static QuantityKind InY(Trace trace) => WrittenUnit.Kind(trace.Y.Name, trace.Y.Unit);

    private static QuantityKind OfArea(Trace trace) => WrittenUnit.Kind("area", AreaUnit(trace));

    private static string AreaUnit(Trace trace) => string.Join(' ', new[] { trace.Y.Unit, trace.X.Unit }.Where(u => u.Length > 0));

    /// <summary>An estimate as text without its unit.</summary>
    internal static string Plain(Estimate estimate) => LaboratoryFiles.Text(new NamedEstimate("", estimate, QuantityKinds.Ratio));

    private static Series Alone(PeakAnalysis found, PeakGroup group, FittedPeak peak, int color)
    {
        double[] x = [.. group.Curve.Select((_, k) => found.Trace.Abscissa[group.First + k])];
        return new Series(peak.Name, x, [.. x.Select((v, k) => peak.At(v) + group.Below(v) + (found.Below?[group.First + k] ?? 0))], SeriesStyle.Line, color);
    }

    private static string Words(PeakShape shape) => shape switch
    {
        PeakShape.Gaussian => "Gaussian",
        PeakShape.Lorentzian => "Lorentzian",
        PeakShape.PseudoVoigt => "pseudo-Voigt",
        _ => "pseudo-Voigt with its own half-width on either side",
    };
}
