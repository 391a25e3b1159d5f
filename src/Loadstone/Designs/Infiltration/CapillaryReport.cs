using System.Text.Json.Nodes;
using Loadstone.Laboratory;
using Loadstone.Quantities;
using Loadstone.Reports;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Designs.Infiltration;

/// <summary>A study of capillary filling as a result.</summary>
public static class CapillaryReport
{
    private const int MostCurves = 5;

    /// <summary>The result.</summary>
    /// <param name="study">The study.</param>
    /// <param name="liquid">The liquid that filled its beds.</param>
    public static LaboratoryResult Of(CapillaryStudy study, CapillaryLiquid liquid)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(liquid);
        double surfaceTension = liquid.SurfaceTension;
        bool isForced = study.Fillings.Any(f => double.IsFinite(f.BreakthroughCurvature));
        var numbers = new List<NamedEstimate>
        {
            new(isForced ? "saturation at breakthrough" : "saturation at rest", study.Saturation, QuantityKinds.Fraction),
            new(isForced ? "time of breakthrough" : "time to rest", study.Time, QuantityKinds.Time, "s"),
            new("air trapped", study.TrappedShare, QuantityKinds.Fraction),
        };
        if (isForced) numbers.Add(new("pressure at breakthrough", study.BreakthroughCurvature.Times(surfaceTension), QuantityKinds.Pressure, "kPa"));
        numbers.Add(new("porosity of the bed", study.Porosity, QuantityKinds.Fraction));
        string how = isForced ? "a flux fills them from above until it leaves below: the meniscus that needs the least pressure moves first, and the saturation at breakthrough is also its time over the time that would fill all pores"
            : "a reservoir at the pressure of the air fills them from above until no meniscus moves any more, as fast as the liquid's viscosity allows";
        string words = FormattableString.Invariant($"{study.Beds.Count} random beds, {study.Beds[0].Width * 1e6:g4} × {study.Beds[0].Height * 1e6:g4} µm each; {how}. Contact angle {liquid.ContactAngle * 180 / Math.PI:g4}°, surface tension {liquid.SurfaceTension * 1e3:g4} mN/m, viscosity {liquid.Viscosity * 1e3:g4} mPa s. Air is taken as incompressible.");
        if (isForced) words += FormattableString.Invariant($" Capillary number {study.Fillings[0].CapillaryNumber:0.0e+0}; viscosity takes at most {study.Fillings.Max(f => f.LargestViscousDrop) / 1e3:g2} kPa, the pressures of entry scatter by {study.Fillings.Average(f => f.EntryScatter) / 1e3:g2} kPa.");
        var pictures = new CapillaryPictures(study.Name, study.Beds[0], study.Fillings[0]);
        return new LaboratoryResult("wet", study.Name, numbers,
        [
            new ReportSection("Capillary filling", [new Paragraph(words), Seeds(study, surfaceTension), OverTime(study), .. study.Fillings.Any(f => f.TrappedShare > 0) ? (ReportBlock[])[Trapping(study, isForced)] : [], Pressures(study, surfaceTension)]),
            new ReportSection("One bed", [pictures.Film(done => Moment(study.Fillings[0], done, surfaceTension)), pictures.End(), Events(study.Name, study.Fillings[0], surfaceTension)]),
        ], [])
        {
            Details = new JsonObject
            {
                ["contactAngle"] = Details.Number(liquid.ContactAngle, "rad"),
                ["surfaceTension"] = Details.Number(liquid.SurfaceTension, "N/m"),
                ["viscosity"] = Details.Number(liquid.Viscosity, "Pa s"),
                ["beds"] = new JsonObject
                {
                    ["porosity"] = Details.Numbers(study.Beds.Select(bed => bed.Porosity), "1"),
                    ["saturation at the end"] = Details.Numbers(study.Fillings.Select(f => f.Saturation), "1"),
                    ["time of the end"] = Details.Numbers(study.Fillings.Select(f => f.Time), "s"),
                    ["time to fill all pores"] = Details.Numbers(study.Fillings.Select(f => f.FillTime), "s"),
                    ["air trapped"] = Details.Numbers(study.Fillings.Select(f => f.TrappedShare), "1"),
                    ["pressure at breakthrough"] = Details.Numbers(study.Fillings.Select(f => f.BreakthroughCurvature * surfaceTension), "Pa"),
                    ["highest pressure"] = Details.Numbers(study.Fillings.Select(f => f.HighestCurvature * surfaceTension), "Pa"),
                    ["capillary number"] = Details.Numbers(study.Fillings.Select(f => f.CapillaryNumber), "1"),
                    ["largest viscous drop"] = Details.Numbers(study.Fillings.Select(f => f.LargestViscousDrop), "Pa"),
                },
            },
        };
    }

    private static Plot OverTime(CapillaryStudy study) => new($"{study.Name} saturation", "Saturation over time", new Axis("Time / s", 0), new Axis("Saturation / %", 0),
        [.. study.Fillings.Take(MostCurves).Select((filling, i) => new Series($"bed {i + 1}", [0, .. filling.Steps.Select(s => s.Time), filling.Time], [0, .. filling.Steps.Select(s => s.Saturation * 100), filling.Saturation * 100]))],
        "Saturation counts the liquid that bulges into pores before they fill.");

    private static Plot Trapping(CapillaryStudy study, bool isForced) => new($"{study.Name} trapping", "Trapped air", new Axis(isForced ? "Injected pore volumes" : "Saturation", 0), new Axis("Trapped air / %", 0),
        [.. study.Fillings.Take(MostCurves).Select((filling, i) => new Series($"bed {i + 1}", [0, .. filling.Steps.Select(s => s.Saturation)], [0, .. filling.Steps.Select(s => s.TrappedShare * 100)]))],
        isForced ? "Until the liquid leaves below, what was injected is what the pores hold: the abscissa is the saturation too." : null);

    private static Plot Pressures(CapillaryStudy study, double surfaceTension) => new($"{study.Name} pressure", "Pressure over saturation", new Axis("Saturation / %"), new Axis("p liquid − p air / kPa"),
        [.. study.Fillings.Take(MostCurves).Select((filling, i) => new Series($"bed {i + 1}", [.. filling.Steps.Select(s => s.Saturation * 100)], [.. filling.Steps.Select(s => s.Curvature * surfaceTension / 1e3)]))]);

    private static Plot Events(string name, CapillaryFilling filling, double surfaceTension) => new($"{name} events", "Events of bed 1", new Axis("Saturation / %"), new Axis("p liquid − p air / kPa"),
        [.. Enum.GetValues<FillingCause>().Select(cause => (cause, steps: filling.Steps.Where(s => s.Cause == cause).ToArray())).Where(pair => pair.steps.Length > 0)
            .Select(pair => new Series(Word(pair.cause), [.. pair.steps.Select(s => s.Saturation * 100)], [.. pair.steps.Select(s => s.Curvature * surfaceTension / 1e3)], SeriesStyle.Points))],
        "Burst: no meniscus stands in the gap any more. Touch: a meniscus met the disc before it. Overlap: two menisci met on a disc.");

    private static string Word(FillingCause cause) => cause.ToString().ToLowerInvariant();

    private static string Moment(CapillaryFilling filling, int done, double surfaceTension) => done == 0
        ? "0 s, dry bed"
        : FormattableString.Invariant($"{filling.Steps[done - 1].Time:g4} s, {filling.Steps[done - 1].Saturation:f3} pore volumes injected, {filling.Steps[done - 1].Curvature * surfaceTension / 1e3:f1} kPa, {Word(filling.Steps[done - 1].Cause)}");

    private static Table Seeds(CapillaryStudy study, double surfaceTension) => new("Beds",
        [new TableColumn("bed"), new TableColumn("porosity", "%"), new TableColumn("saturation at the end", "%"), new TableColumn("time", "s"), new TableColumn("air trapped", "%"), new TableColumn("pressure at breakthrough", "kPa"), new TableColumn("bursts, touches, overlaps")],
        [.. study.Fillings.Select((f, i) => (IReadOnlyList<string>)[
            FormattableString.Invariant($"{i + 1}"), FormattableString.Invariant($"{study.Beds[i].Porosity * 100:f2}"), FormattableString.Invariant($"{f.Saturation * 100:f2}"), FormattableString.Invariant($"{f.Time:g4}"), FormattableString.Invariant($"{f.TrappedShare * 100:f2}"),
            double.IsNaN(f.BreakthroughCurvature) ? "–" : FormattableString.Invariant($"{f.BreakthroughCurvature * surfaceTension / 1e3:f2}"),
            FormattableString.Invariant($"{Count(f, FillingCause.Burst)}, {Count(f, FillingCause.Touch)}, {Count(f, FillingCause.Overlap)}")])]);

    private static int Count(CapillaryFilling filling, FillingCause cause) => filling.Steps.Count(step => step.Cause == cause);
}
