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
        var pictures = new CapillaryPictures(study.Name, study.Beds[0], study.Fillings[0]);
        return new LaboratoryResult("wet", study.Name, numbers,
        [
            new ReportSection("Capillary filling", [new Paragraph(words), Seeds(study, surfaceTension), Trapping(study), Pressures(study, surfaceTension)]),
            new ReportSection("One bed", [pictures.Film(done => Moment(study.Fillings[0], done, surfaceTension)), pictures.End(), Events(study.Name, study.Fillings[0], surfaceTension)]),
        ], []);
    }

    private static Plot Trapping(CapillaryStudy study) => new($"{study.Name} trapping", "Trapped air over injected electrolyte", new Axis("Injected pore volumes", 0), new Axis("Trapped air / %", 0),
        [.. study.Fillings.Take(MostCurves).Select((filling, i) => new Series($"bed {i + 1}", [0, .. filling.Steps.Select(s => s.Saturation)], [0, .. filling.Steps.Select(s => s.TrappedShare * 100)]))],
        "Until the liquid leaves below, what was injected is what the pores hold: the abscissa is the saturation too.");

    private static Plot Pressures(CapillaryStudy study, double surfaceTension) => new($"{study.Name} pressure", "Pressure over saturation", new Axis("Saturation / %"), new Axis("p liquid − p air / kPa"),
        [.. study.Fillings.Take(MostCurves).Select((filling, i) => new Series($"bed {i + 1}", [.. filling.Steps.Select(s => s.Saturation * 100)], [.. filling.Steps.Select(s => s.Curvature * surfaceTension / 1e3)]))]);

    private static Plot Events(string name, CapillaryFilling filling, double surfaceTension) => new($"{name} events", "Events of bed 1", new Axis("Saturation / %"), new Axis("p liquid − p air / kPa"),
        [.. Enum.GetValues<FillingCause>().Select(cause => (cause, steps: filling.Steps.Where(s => s.Cause == cause).ToArray())).Where(pair => pair.steps.Length > 0)
            .Select(pair => new Series(Word(pair.cause), [.. pair.steps.Select(s => s.Saturation * 100)], [.. pair.steps.Select(s => s.Curvature * surfaceTension / 1e3)], SeriesStyle.Points))],
        "Burst: no meniscus stands in the gap any more. Touch: a meniscus met the disc before it. Overlap: two menisci met on a disc.");

    private static string Word(FillingCause cause) => cause.ToString().ToLowerInvariant();

    private static string Moment(CapillaryFilling filling, int done, double surfaceTension) => done == 0
        ? "dry bed, 0.000 pore volumes"
        : FormattableString.Invariant($"{filling.Steps[done - 1].Saturation:f3} pore volumes injected, {filling.Steps[done - 1].Curvature * surfaceTension / 1e3:f1} kPa, {Word(filling.Steps[done - 1].Cause)}");

    private static Table Seeds(CapillaryStudy study, double surfaceTension) => new("Beds",
        [new TableColumn("bed"), new TableColumn("porosity", "%"), new TableColumn("saturation at the end", "%"), new TableColumn("air trapped", "%"), new TableColumn("pressure at breakthrough", "kPa"), new TableColumn("bursts, touches, overlaps")],
        [.. study.Fillings.Select((f, i) => (IReadOnlyList<string>)[
            FormattableString.Invariant($"{i + 1}"), FormattableString.Invariant($"{study.Beds[i].Porosity * 100:f2}"), FormattableString.Invariant($"{f.Saturation * 100:f2}"), FormattableString.Invariant($"{f.TrappedShare * 100:f2}"),
            double.IsNaN(f.BreakthroughCurvature) ? "–" : FormattableString.Invariant($"{f.BreakthroughCurvature * surfaceTension / 1e3:f2}"),
            FormattableString.Invariant($"{Count(f, FillingCause.Burst)}, {Count(f, FillingCause.Touch)}, {Count(f, FillingCause.Overlap)}")])]);

    private static int Count(CapillaryFilling filling, FillingCause cause) => filling.Steps.Count(step => step.Cause == cause);
}
