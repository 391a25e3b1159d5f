using Loadstone.Laboratory.Regression;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.DepthProfiles;

/// <summary>An interphase by its ions as a result: times, and thicknesses where the sputter rate is known.</summary>
public static class CeiReport
{
    /// <summary>The result of one profile.</summary>
    /// <param name="sample">Name of the sample.</param>
    /// <param name="found">What the signals say.</param>
    /// <param name="rate">Sputter rate of that instrument [m/s], or null where it is not known.</param>
    public static LaboratoryResult Of(string sample, CeiAnalysis found, Estimate? rate)
    {
        ArgumentNullException.ThrowIfNull(found);
        (string Name, Estimate? Time)[] parts = [("outer CEI", found.Outer), ("inner CEI", found.Inner), ("whole CEI", found.Total)];
        var numbers = new List<NamedEstimate>();
        foreach ((string name, Estimate? time) in parts)
        {
            if (time is not { } t) continue;
            numbers.Add(new($"{name}, sputter time", t, QuantityKinds.Time));
            if (rate is { } r) numbers.Add(new($"{name}, thickness", ErrorPropagation.Product(t, r), QuantityKinds.Length, "nm"));
        }
        if (found.InnerShare is { } share) numbers.Add(new("inner share", share, QuantityKinds.Fraction));
        string[] warnings = [.. found.Warnings, .. rate is null ? (string[])["no sputter rate of this instrument is given (--sputter-rate); there are sputter times and no thicknesses."] : []];
        var rule = new Paragraph(FormattableString.Invariant(
            $"Outer part: to the maximum of PO₂⁻. Inner part: from there to the crossing of PO₂⁻ and Ni⁻, each over its maximum. Signals smoothed by cubics with weights of {found.Bandwidth:g3} s; errors from the scatter about them, which goes with the root of a signal."));
        return new LaboratoryResult("cei", sample, numbers, [new ReportSection("Interphase", [rule, Picture(sample, found, rate)])], warnings);
    }

    private static Plot Picture(string sample, CeiAnalysis found, Estimate? rate)
    {
        IonProfile profile = found.Profile;
        double scale = rate is { } r ? r.Value * 1e9 : 1;
        double[] x = [.. profile.Times.Select(t => t * scale)];
        double peak = Height(profile.Interphase, found.SmoothInterphase), full = Height(profile.Bulk, found.SmoothBulk);
        List<Series> series =
        [
            new("PO₂⁻", x, [.. profile.Interphase.Select(v => v / peak)], SeriesStyle.Points, 0), new("PO₂⁻, smoothed", x, found.SmoothInterphase, SeriesStyle.Line, 0),
            new("Ni⁻", x, [.. profile.Bulk.Select(v => v / full)], SeriesStyle.Points, 1), new("Ni⁻, smoothed", x, found.SmoothBulk, SeriesStyle.Line, 1),
        ];
        foreach ((string name, IReadOnlyList<double> signal) in profile.Others)
        {
            double largest = signal.Where(double.IsFinite).DefaultIfEmpty(0).Max();
            if (largest > 0) series.Add(new(name, x, [.. signal.Select(v => v / largest)], SeriesStyle.Line));
        }
        series.Add(new("end of the outer part", [found.Outer.Value * scale, found.Outer.Value * scale], [0, 1], SeriesStyle.Dashed));
        if (found.Total is { } total) series.Add(new("end of the inner part", [total.Value * scale, total.Value * scale], [0, 1], SeriesStyle.Dashed));
        return new Plot($"{sample} ions", "Secondary ions over sputtering", new Axis(rate is null ? "Sputter time / s" : "Depth / nm"), new Axis("Signal over its maximum"), series);
    }

    // The height that the smoothed curve was divided by.
    private static double Height(IReadOnlyList<double> raw, IReadOnlyList<double> smooth) => raw.Sum() / smooth.Sum();
}
