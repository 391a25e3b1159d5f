using Loadstone.Laboratory.Regression;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Cycling;

/// <summary>dQ/dV and dV/dQ as numbers, tables and pictures.</summary>
public static class DifferentialReport
{
    private const double MilliampereHour = 3.6;
    private const int MostCurves = 4, MostRows = 40;

    /// <summary>The result of one sample.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="analysis">Its derivatives.</param>
    /// <param name="bands">Names of peaks.</param>
    public static LaboratoryResult Of(string sample, DifferentialAnalysis analysis, IReadOnlyList<PeakBand> bands)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(bands);
        var numbers = new List<NamedEstimate> { new("half cycles", Estimate.Exact(analysis.Halves.Count), QuantityKinds.Ratio) };
        var warnings = new List<string>(analysis.Warnings);
        foreach (PeakBand band in bands)
        {
            (int Cycle, DifferentialPeak Peak)[] found = [.. Followed(analysis, band)];
            if (found.Length == 0)
            {
                warnings.Add($"no peak stands between {band.Low:g4} and {band.High:g4} V for {band.Name}.");
                continue;
            }
            numbers.Add(new($"{band.Name} position, first", found[0].Peak.Position, QuantityKinds.Voltage, "V"));
            numbers.Add(new($"{band.Name} area, first", found[0].Peak.Area, QuantityKinds.Charge, "mAh"));
            if (found.Length < 2) continue;
            numbers.Add(new($"{band.Name} shift", Difference(found[^1].Peak.Position, found[0].Peak.Position), QuantityKinds.Voltage, "mV"));
            numbers.Add(new($"{band.Name} height, last over first", ErrorPropagation.Quotient(found[^1].Peak.Height, found[0].Peak.Height), QuantityKinds.Fraction, "%"));
        }
        return new LaboratoryResult("dqdv", sample, numbers,
            [
                new("dQ/dV", [Overlay(analysis), .. Positions(analysis, bands), Peaks(analysis, bands)]),
                new("dV/dQ", [Inverse(analysis)]),
                new("How it was found", [new BulletList([
                    $"Q(V) of the held current, smoothed by local cubics with Gaussian weights of {analysis.Bandwidth * 1e3:g3} mV standard deviation (the bandwidth); dV/dQ likewise with 1 % of the charge.",
                    "A peak's top is where the curvature of Q vanishes; its height is that of the smoothed curve, lower than that of a peak narrower than the bandwidth; its area is the charge above the level of its higher foot, the middle of the flattest stretch of six bandwidths beside it, or the lowest point of a valley that stands out of the noise. A name goes to the highest peak of its band in the first cycle, and then to the nearest one from cycle to cycle.",
                    "Where rows stand further apart than the bandwidth there is no derivative, and the curve has a gap.",
                    "Errors come from the scatter of the rows about the local cubics; they do not hold what the bandwidth rounds off.",
                ])]),
            ], warnings);
    }

    // The highest peak of the band in the first cycle that has one, thereafter the one nearest to it, from cycle to cycle.
    private static IEnumerable<(int Cycle, DifferentialPeak Peak)> Followed(DifferentialAnalysis analysis, PeakBand band)
    {
        DifferentialPeak? before = null;
        foreach (DifferentialHalf half in analysis.Halves)
        {
            if (band.Find(half.Peaks, before) is not { } peak) continue;
            before = peak;
            yield return (half.Cycle, peak);
        }
    }

    private static Estimate Difference(Estimate a, Estimate b) => ErrorPropagation.Carry(a.Value - b.Value, (a, 1), (b, -1));

    private static Plot Overlay(DifferentialAnalysis analysis)
    {
        int count = analysis.Halves.Count, curves = Math.Min(MostCurves, count);
        return new Plot("dqdv", "Differential capacity", new Axis("Voltage / V"), new Axis("dQ/dV / mAh/V"),
        [
            .. Enumerable.Range(0, curves).Select(k => analysis.Halves[curves == 1 ? 0 : k * (count - 1) / (curves - 1)])
                .Select(h => new Series($"cycle {h.Cycle}", h.Curve.X, [.. h.Curve.Slope.Select(g => g / MilliampereHour)])),
        ]);
    }

    private static IEnumerable<Plot> Positions(DifferentialAnalysis analysis, IReadOnlyList<PeakBand> bands)
    {
        if (analysis.Halves.Count < 2) yield break;
        yield return new Plot("peaks", "Positions of the peaks", new Axis("Cycle"), new Axis("Voltage / V"),
        [
            .. bands.Select(band => (band.Name, Found: Followed(analysis, band).ToArray())).Where(b => b.Found.Length > 0)
                .Select(b => new Series(b.Name, [.. b.Found.Select(p => (double)p.Cycle)], [.. b.Found.Select(p => p.Peak.Position.Value)], SeriesStyle.LineAndPoints)),
        ]);
        yield return new Plot("heights", "Heights of the peaks", new Axis("Cycle"), new Axis("dQ/dV at the top / mAh/V", 0),
        [
            .. bands.Select(band => (band.Name, Found: Followed(analysis, band).ToArray())).Where(b => b.Found.Length > 0)
                .Select(b => new Series(b.Name, [.. b.Found.Select(p => (double)p.Cycle)], [.. b.Found.Select(p => p.Peak.Height.Value / MilliampereHour)], SeriesStyle.LineAndPoints)),
        ]);
    }

    private static Table Peaks(DifferentialAnalysis analysis, IReadOnlyList<PeakBand> bands)
    {
        int stride = (analysis.Halves.Count + MostRows - 1) / MostRows;
        var rows = new List<IReadOnlyList<string>>();
        (string Name, HashSet<DifferentialPeak> Peaks)[] followed = [.. bands.Select(b => (b.Name, Followed(analysis, b).Select(f => f.Peak).ToHashSet()))];
        foreach (DifferentialHalf half in analysis.Halves.Where((_, k) => k % stride == 0 || k == analysis.Halves.Count - 1))
        {
            foreach (DifferentialPeak peak in half.Peaks)
            {
                string? name = followed.FirstOrDefault(f => f.Peaks.Contains(peak)).Name;
                if (name is null && !ReferenceEquals(half, analysis.Halves[0]) && !ReferenceEquals(half, analysis.Halves[^1])) continue;
                rows.Add([$"{half.Cycle}", name ?? "", CycleReport.Both(peak.Position), CycleReport.Both(peak.Height.Times(1 / MilliampereHour)), CycleReport.Both(peak.Area.Times(1 / MilliampereHour))]);
            }
        }
        return new Table("Peaks", [new("cycle"), TableColumn.Words("name"), new("position", "V"), new("height", "mAh/V"), new("area", "mAh")], rows, "± is half of the 95 % interval. Peaks without a name are listed for the first and the last cycle alone.");
    }

    private static Plot Inverse(DifferentialAnalysis analysis) => new("dvdq", "Differential voltage", new Axis("Charge / mAh"), new Axis("|dV/dQ| / V/mAh", 0),
    [
        .. analysis.Inverse.Select(h => new Series($"cycle {h.Cycle}", [.. h.Curve.X.Select(q => q / MilliampereHour)], [.. h.Curve.Slope.Select(s => Math.Abs(s) * MilliampereHour)])),
    ]);
}
