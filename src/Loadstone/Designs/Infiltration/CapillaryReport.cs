using System.Globalization;
using System.Text;
using Loadstone.Laboratory;
using Loadstone.Quantities;
using Loadstone.Reports;
using Loadstone.Wetting;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Designs.Infiltration;

/// <summary>A study of capillary filling as a result.</summary>
public static class CapillaryReport
{
    private const double Scale = 4e6; // pixels a metre

    /// <summary>The result.</summary>
    /// <param name="study">The study.</param>
    /// <param name="surfaceTension">σ [N/m].</param>
    public static LaboratoryResult Of(CapillaryStudy study, double surfaceTension)
    {
        ArgumentNullException.ThrowIfNull(study);
        bool isForced = study.Fillings.Any(f => double.IsFinite(f.BreakthroughCurvature));
        var numbers = new List<NamedEstimate>
        {
            new(isForced ? "saturation at breakthrough" : "saturation at rest", study.Saturation, QuantityKinds.Fraction),
            new("air trapped", study.TrappedShare, QuantityKinds.Fraction),
        };
        if (isForced) numbers.Add(new("pressure at breakthrough", study.BreakthroughCurvature.Times(surfaceTension), QuantityKinds.Pressure, "kPa"));
        numbers.Add(new("porosity of the bed", study.Porosity, QuantityKinds.Fraction));
        string words = FormattableString.Invariant($"{study.Beds.Count} random beds, {study.Beds[0].Width * 1e6:g4} × {study.Beds[0].Height * 1e6:g4} µm each, filled from above by the meniscus that needs the least pressure (no viscosity, Ca → 0). At a forced flux the saturation at breakthrough is also the time of breakthrough over the time that would fill all pores. Air is taken as incompressible.");
        var pressure = new Plot($"{study.Name} pressure", "Pressure over saturation", new Axis("Saturation / %"), new Axis("p liquid − p air / kPa"),
            [.. study.Fillings.Take(5).Select((filling, i) => new Series($"seed {i + 1}", [.. filling.Steps.Select(s => s.Saturation * 100)], [.. filling.Steps.Select(s => s.Curvature * surfaceTension / 1e3)]))]);
        return new LaboratoryResult("wet", study.Name, numbers, [new ReportSection("Capillary filling", [new Paragraph(words), Seeds(study, surfaceTension), Picture(study), pressure])], []);
    }

    private static Table Seeds(CapillaryStudy study, double surfaceTension) => new("Beds",
        [new TableColumn("bed"), new TableColumn("porosity", "%"), new TableColumn("saturation at the end", "%"), new TableColumn("air trapped", "%"), new TableColumn("pressure at breakthrough", "kPa"), new TableColumn("bursts, touches, overlaps")],
        [.. study.Fillings.Select((f, i) => (IReadOnlyList<string>)[
            FormattableString.Invariant($"{i + 1}"), FormattableString.Invariant($"{study.Beds[i].Porosity * 100:f2}"), FormattableString.Invariant($"{f.Saturation * 100:f2}"), FormattableString.Invariant($"{f.TrappedShare * 100:f2}"),
            double.IsNaN(f.BreakthroughCurvature) ? "–" : FormattableString.Invariant($"{f.BreakthroughCurvature * surfaceTension / 1e3:f2}"),
            FormattableString.Invariant($"{Count(f, FillingCause.Burst)}, {Count(f, FillingCause.Touch)}, {Count(f, FillingCause.Overlap)}")])]);

    private static int Count(CapillaryFilling filling, FillingCause cause) => filling.Steps.Count(step => step.Cause == cause);

    // The first bed at the end: pores that filled are blue, the earlier the darker; trapped air is red.
    private static Drawing Picture(CapillaryStudy study)
    {
        DiscBed bed = study.Beds[0];
        CapillaryFilling filling = study.Fillings[0];
        double width = bed.Width * Scale, height = bed.Height * Scale;
        var svg = new StringBuilder();
        string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
        var order = new Dictionary<int, double>();
        for (int i = 0; i < filling.Steps.Count; i++)
        {
            foreach (int pore in filling.Steps[i].Pores) order[pore] = (double)i / filling.Steps.Count;
        }
        for (int pore = 0; pore < filling.Outlines.Count; pore++)
        {
            string color = order.TryGetValue(pore, out double when) ? FormattableString.Invariant($"hsl(205,70%,{30 + 45 * when:f0}%)") : filling.IsTrapped[pore] ? "#d55e00" : "#f0f0f0";
            svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"{color}\" d=\"M{string.Join('L', filling.Outlines[pore].Select(p => $"{Number(p.X * Scale)} {Number(height - p.Y * Scale)}"))}Z\"/>\n");
        }
        foreach (Disc disc in bed.Discs) svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Number(disc.X * Scale)}\" cy=\"{Number(height - disc.Y * Scale)}\" r=\"{Number(disc.Radius * Scale)}\" fill=\"#555\"/>\n");
        return new Drawing($"{study.Name} bed", "First bed at the end", $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Number(width)}" height="{Number(height)}" viewBox="0 0 {Number(width)} {Number(height)}" role="img">
            <title>First bed at the end</title>
            <desc>Discs with the pores between them: wet ones, and those whose air is trapped</desc>
            <rect width="100%" height="100%" fill="#fff"/>
            {svg}</svg>

            """, "Electrolyte comes from above: blue pores are wet, the darker the earlier; trapped air is orange, air that could still leave is light.");
    }
}
