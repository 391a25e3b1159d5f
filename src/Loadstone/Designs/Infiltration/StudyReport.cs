using System.Text.Json.Nodes;
using Loadstone.Laboratory;
using Loadstone.Reports;
using Loadstone.Wetting;
using Loadstone.Wetting.Study;

namespace Loadstone.Designs.Infiltration;

/// <summary>Fillings of the beds of one arrangement by viscous flow alone, as a result.</summary>
public static class StudyReport
{
    // Usual for electrolytes in air, to say which force decides; nothing else hangs on it.
    private const double UsualSurfaceTension = 0.03;

    // Below, capillarity moves menisci whatever viscosity asks for.
    private const double SlowCapillaryNumber = 1e-3;

    // Saturation per pore volume that still counts as rest.
    private const double Steady = 1e-3;

    private const int MostCurves = 5;

    /// <summary>The result.</summary>
    /// <param name="name">Name of the arrangement.</param>
    /// <param name="results">Fillings of its beds with the same options, one or more.</param>
    public static LaboratoryResult Of(string name, IReadOnlyList<StudyResult> results)
    {
        StudyResult first = Require.NotEmpty(results)[0];
        StudyOptions options = first.Options;
        IReadOnlyList<StudyFigure> figures = StudyFigure.All(options.PoreVolumes);
        var pictures = new StudyPictures(name, first);
        return new LaboratoryResult("wet", name, [.. figures.Select(figure => new NamedEstimate(figure.Name, Estimate.MeanOf([.. results.Select(figure.Of)]), figure.Kind, figure.Unit))],
        [
            new ReportSection("Viscous filling", [new Paragraph(Words(results)), Beds(results), .. Curves(name, results)]),
            new ReportSection("One bed", [.. options.Frames > 0 ? (ReportBlock[])[pictures.Film()] : [], .. pictures.Maps()]),
        ], Warnings(results))
        {
            Details = new JsonObject
            {
                ["cell"] = Details.Number(first.Grid.Cell, "m"),
                ["columns"] = first.Grid.Columns,
                ["rows"] = first.Grid.Rows,
                ["inletVelocity"] = Details.Number(options.InletVelocity, "m/s"),
                ["viscosity"] = Details.Number(options.Fluids.LiquidViscosity, "Pa s"),
                ["airViscosity"] = Details.Number(options.Fluids.GasViscosity, "Pa s"),
                ["poreVolumes"] = options.PoreVolumes,
                ["flowInterval"] = options.FlowInterval,
                ["beds"] = new JsonObject(
                [
                    .. figures.Select(figure => KeyValuePair.Create(figure.Name, (JsonNode?)Details.Numbers(results.Select(figure.Of), figure.Kind.SiUnit))),
                    new("fill time", Details.Numbers(results.Select(r => r.FillTime), "s")),
                    new("porosity", Details.Numbers(results.Select(r => r.Grid.Bed.Porosity), "1")),
                    new("mass error", Details.Numbers(results.Select(r => r.MassError), "1")),
                    new("steps", Details.Numbers(results.Select(r => (double)r.StepCount), "1")),
                ]),
            },
        };
    }

    private static string Words(IReadOnlyList<StudyResult> results)
    {
        (StudyResult first, StudyOptions options) = (results[0], results[0].Options);
        DiscBed bed = first.Grid.Bed;
        double narrowest = results.Min(r => r.Grid.Bed.SmallestGap) / first.Grid.Cell;
        return FormattableString.Invariant($"{results.Count} {(results.Count == 1 ? "bed" : "beds")} of {bed.Width * 1e6:g4} × {bed.Height * 1e6:g4} µm on {first.Grid.Columns} × {first.Grid.Rows} cells of {first.Grid.Cell * 1e6:g4} µm; the narrowest gap between discs is {narrowest:f1} cells wide. ")
            + FormattableString.Invariant($"Electrolyte of {options.Fluids.LiquidViscosity * 1e3:g4} mPa s comes in from above at {options.InletVelocity * 1e3:g4} mm/s and drives air of {options.Fluids.GasViscosity * 1e6:g4} µPa s out below: slow flow without inertia, a sharp interface, no surface tension. ")
            + FormattableString.Invariant($"Breakthrough is when a cell at the bottom first holds more electrolyte than air; the 1 % outlet time is when electrolyte in what leaves first exceeds a hundredth of its largest share, which threads of a few cells can do, the 10 % outlet time when it is first a tenth of what leaves. The fill time φH/U is {results.Average(r => r.FillTime):g4} s. No liquid is made or lost beyond {results.Max(r => r.MassError):0.0e+0} of what came in.");
    }

    private static List<string> Warnings(IReadOnlyList<StudyResult> results)
    {
        StudyOptions options = results[0].Options;
        double slowness = options.InletVelocity * options.Fluids.LiquidViscosity / UsualSurfaceTension, gain = results.Max(r => r.FinalGain);
        var warnings = new List<string> { FormattableString.Invariant($"no surface tension acts in this mode; at the {UsualSurfaceTension * 1e3:g2} mN/m of usual electrolytes the capillary number is {slowness:0.0e+0}{(slowness < SlowCapillaryNumber ? ", where capillarity and not viscosity decides which pores fill: the capillary mode is the physically stronger one" : "")}") };
        if (results.Any(r => r.Breakthrough is null)) warnings.Add("not every bed was broken through; inject more pore volumes for the numbers of breakthrough");
        if (gain > Steady) warnings.Add(FormattableString.Invariant($"the pores still fill at the end, by up to {gain * 100:g2} % per pore volume injected: what air is left depends on how much was injected"));
        return warnings;
    }

    private static Table Beds(IReadOnlyList<StudyResult> results) => new("Beds",
        [new TableColumn("bed"), new TableColumn("porosity", "%"), new TableColumn("1 % outlet time", "s"), new TableColumn("1 % over fill time", "%"), new TableColumn("10 % outlet time", "s"), new TableColumn("10 % over fill time", "%"), new TableColumn("saturation at breakthrough", "%"), new TableColumn("air left at the end", "%"), new TableColumn("inlet pressure at the end", "Pa"), new TableColumn("mass error")],
        [.. results.Select((r, i) => (IReadOnlyList<string>)[
            FormattableString.Invariant($"{i + 1}"), FormattableString.Invariant($"{r.Grid.Bed.Porosity * 100:f2}"), FormattableString.Invariant($"{r.OutletTime:f4}"), FormattableString.Invariant($"{r.OutletTime / r.FillTime * 100:f2}"),
            FormattableString.Invariant($"{r.OutletTimeAt(0.1):f4}"), FormattableString.Invariant($"{r.OutletTimeAt(0.1) / r.FillTime * 100:f2}"),
            FormattableString.Invariant($"{r.Breakthrough?.Saturation * 100 ?? double.NaN:f2}"), FormattableString.Invariant($"{(1 - r.History[^1].Saturation) * 100:f2}"), FormattableString.Invariant($"{r.History[^1].InletPressure:f1}"), FormattableString.Invariant($"{r.MassError:0.0e+0}")])]);

    private static IEnumerable<Plot> Curves(string name, IReadOnlyList<StudyResult> results)
    {
        foreach ((string file, string axis, Func<StudySample, double> x) in ((string, string, Func<StudySample, double>)[])[("volumes", "Injected pore volumes", s => s.PoreVolumes), ("time", "Time / s", s => s.Time)])
        {
            yield return Draw("saturation", "Saturation", "Saturation / %", s => s.Saturation * 100);
            yield return Draw("outlet", "Electrolyte in what leaves", "Electrolyte at the outlet / %", s => s.OutletShare * 100);
            yield return Draw("inlet pressure", "Inlet pressure", "Pressure at the inlet / Pa", s => s.InletPressure);

            Plot Draw(string what, string title, string label, Func<StudySample, double> y) => new($"{name} {what} over {file}", $"{title} over {(file == "time" ? file : "injected volume")}", new Axis(axis, 0), new Axis(label, 0),
                [.. results.Take(MostCurves).Select((r, i) => new Series($"bed {i + 1}", [.. r.History.Select(x)], [.. r.History.Select(y)]))]);
        }
    }
}
