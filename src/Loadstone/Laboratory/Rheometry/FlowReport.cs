using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Rheometry;

/// <summary>Flow curves as a result.</summary>
public static class FlowReport
{
    private const int CurvePoints = 120;

    /// <summary>The result of one curve.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="found">What it says.</param>
    public static LaboratoryResult Of(string sample, FlowAnalysis found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var numbers = new List<NamedEstimate>();
        if (found.LowShear is { } low) numbers.Add(new("viscosity at 0.1 s⁻¹", low, QuantityKinds.Viscosity));
        if (found.CoatingShear is { } window) numbers.Add(new("viscosity over 10–100 s⁻¹", window, QuantityKinds.Viscosity));
        if (found.ThinningIndex is { } index) numbers.Add(new("shear-thinning index", index, QuantityKinds.Ratio));
        foreach (FlowLawFit fit in found.Fits.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (fit.YieldStress is { } yield) numbers.Add(new($"yield stress ({fit.Name})", yield, QuantityKinds.Pressure, "Pa"));
        }
        double least = found.Curve.ShearRate.Min(), most = found.Curve.ShearRate.Max();
        string range = FormattableString.Invariant($"Fitted to {found.Curve.ShearRate.Count} points from {least:g4} to {most:g4} s⁻¹: the range belongs to each number, since no law holds over all rates. Least squares in ln τ.");
        return new LaboratoryResult("flow", sample, numbers, [new ReportSection("Flow curve", [new Paragraph(range), Laws(found), ViscosityPlot(sample, found), Deviations(sample, found), CassonPlot(sample, found)])], found.Warnings);
    }

    private static Table Laws(FlowAnalysis found) => new(
        "Flow laws", [TableColumn.Words("law"), TableColumn.Words("parameters"), new TableColumn("scatter of τ"), new TableColumn("AICc"), TableColumn.Words("")],
        [.. found.Fits.Select((fit, i) => (IReadOnlyList<string>)[
            fit.Name, string.Join(", ", fit.Parameters.Select(p => $"{p.Name} {LaboratoryFiles.Text(p)}")), FormattableString.Invariant($"{fit.Deviation * 100:g3} %"),
            FormattableString.Invariant($"{fit.Criterion:f1}"), fit.IsDetermined ? i == 0 ? "best" : "" : "not determined"])],
        "Consistency in Pa sⁿ. Akaike's criterion for small samples: less is better, and differences below 2 say little. A law is not determined where a parameter stands at a bound or is known to no better than itself.");

    private static Plot ViscosityPlot(string sample, FlowAnalysis found)
    {
        FlowCurve curve = found.Curve;
        double[] rates = Rates(curve);
        var series = new List<Series> { new("measured", curve.ShearRate, [.. curve.Stress.Select((t, i) => t / curve.ShearRate[i])], SeriesStyle.Points, 0) };
        foreach (FlowLawFit fit in found.Fits) series.Add(new(fit.Name, rates, [.. rates.Select(fit.Law.Viscosity)], fit == found.Fits[0] ? SeriesStyle.Line : SeriesStyle.Dashed));
        return new Plot($"{sample} viscosity", "Viscosity", new Axis("Shear rate / s⁻¹", Logarithmic: true), new Axis("Viscosity / Pa s", Logarithmic: true), series);
    }

    private static Plot Deviations(string sample, FlowAnalysis found) => new(
        $"{sample} deviations", "Measured over law", new Axis("Shear rate / s⁻¹", Logarithmic: true), new Axis("Deviation of the stress / %"),
        [.. found.Fits.Take(3).Select(fit => new Series(fit.Name, found.Curve.ShearRate, [.. found.Curve.Stress.Select((t, i) => (t / fit.Law.Stress(found.Curve.ShearRate[i]) - 1) * 100)], SeriesStyle.Points))]);

    // In roots Casson's law is a straight line, and its intercept the root of the yield stress.
    private static Plot CassonPlot(string sample, FlowAnalysis found)
    {
        FlowCurve curve = found.Curve;
        var series = new List<Series> { new("measured", [.. curve.ShearRate.Select(r => Math.Sqrt(r))], [.. curve.Stress.Select(t => Math.Sqrt(t))], SeriesStyle.Points, 0) };
        if (found.Fits.FirstOrDefault(f => f.Law is Slurry.Casson) is { } casson)
        {
            double end = Math.Sqrt(curve.ShearRate.Max());
            double[] roots = [.. Enumerable.Range(0, CurvePoints).Select(i => Math.Max(end * i / (CurvePoints - 1), 1e-6 * end))];
            series.Add(new("Casson", roots, [.. roots.Select(r => Math.Sqrt(casson.Law.Stress(r * r)))], SeriesStyle.Line, 1));
        }
        return new Plot($"{sample} casson", "Casson's plot", new Axis("√Shear rate / s^−½"), new Axis("√Shear stress / Pa^½"), series);
    }

    private static double[] Rates(FlowCurve curve)
    {
        double low = curve.ShearRate.Min(), high = curve.ShearRate.Max();
        return [.. Enumerable.Range(0, CurvePoints).Select(i => low * Math.Pow(high / low, i / (CurvePoints - 1.0)))];
    }
}
