using System.Text.Json.Nodes;
using Loadstone.Laboratory;
using Loadstone.Quantities;
using Loadstone.Reports;
using Loadstone.Wetting;
using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Study;

namespace Loadstone.Designs.Infiltration;

/// <summary>Fillings of several beds by viscous flow alone as a result.</summary>
public static class StudyReport
{
    private const int MostCurves = 5;
    private static readonly double[] Read = [1, 1.36, 2];

    /// <summary>The result.</summary>
    /// <param name="name">Name of the arrangement.</param>
    /// <param name="beds">The beds, one or more.</param>
    /// <param name="results">Their fillings, in the same order.</param>
    public static LaboratoryResult Of(string name, IReadOnlyList<DiscBed> beds, IReadOnlyList<StudyResult> results)
    {
        Require.NotEmpty(beds);
        Require.NotEmpty(results);
        double[] read = [.. Read.Where(volumes => volumes <= results[0].History[^1].PoreVolumes * (1 + 1e-9))];
        (string Name, Func<StudyResult, double> Of, QuantityKind Kind, string? Unit)[] figures =
        [
            ("saturation at breakthrough", r => r.Breakthrough?.Saturation ?? double.NaN, QuantityKinds.Fraction, null),
            ("time of breakthrough", r => r.Breakthrough?.Time ?? double.NaN, QuantityKinds.Time, "s"),
            ("outlet time at 1 %", r => r.OutletTime, QuantityKinds.Time, "s"),
            ("outlet time over fill time", r => r.OutletTime / r.FillTime, QuantityKinds.Fraction, null),
            .. read.Select(volumes => (FormattableString.Invariant($"air left at {volumes:g3} pore volumes"), (Func<StudyResult, double>)(r => r.AirLeft(volumes)), QuantityKinds.Fraction, (string?)null)),
            ("inlet pressure at breakthrough", r => r.Breakthrough?.InletPressure ?? double.NaN, QuantityKinds.Pressure, "Pa"),
        ];
        StudyOptions options = results[0].Options;
        string words = FormattableString.Invariant($"{beds.Count} beds, {beds[0].Width * 1e6:g4} × {beds[0].Height * 1e6:g4} µm, on cells of {options.Cell * 1e6:g4} µm: electrolyte of {options.Fluids.LiquidViscosity * 1e3:g4} mPa s comes in from above at {options.InletVelocity * 1e3:g4} mm/s and pushes the air out. Slow flow, sharp interface, no surface tension. Mass error at most {results.Max(r => r.MassError):0.0e+0}.");
        return new LaboratoryResult("wet", name, [.. figures.Select(figure => new NamedEstimate(figure.Name, Estimate.MeanOf([.. results.Select(figure.Of)]), figure.Kind, figure.Unit))],
        [
            new ReportSection("Viscous filling",
            [
                new Paragraph(words), Curves(name, "Saturation", "Saturation / %", results, s => s.Saturation * 100),
                Curves(name, "Liquid at the outlet", "Liquid in what leaves / %", results, s => s.OutletShare * 100), Curves(name, "Inlet pressure", "Inlet pressure / Pa", results, s => s.InletPressure),
            ]),
            new ReportSection("One bed", [.. results[0].Frames.Count > 0 ? (ReportBlock[])[Film(name, beds[0], results[0])] : [],
                Map(name, "Pressure", "Pressure / Pa", beds[0], results[0], results[0].Pressure, 1), Map(name, "Speed", "Speed / mm/s", beds[0], results[0], results[0].Speed, 1e3)]),
        ], [])
        {
            Details = new JsonObject
            {
                ["cell"] = Details.Number(options.Cell, "m"),
                ["inletVelocity"] = Details.Number(options.InletVelocity, "m/s"),
                ["liquidViscosity"] = Details.Number(options.Fluids.LiquidViscosity, "Pa s"),
                ["gasViscosity"] = Details.Number(options.Fluids.GasViscosity, "Pa s"),
                ["massError"] = Details.Numbers(results.Select(r => r.MassError), "1"),
                ["beds"] = new JsonObject([.. figures.Select(figure => KeyValuePair.Create(figure.Name, (JsonNode?)Details.Numbers(results.Select(figure.Of), figure.Kind.SiUnit)))]),
            },
        };
    }

    private static Plot Curves(string name, string title, string axis, IReadOnlyList<StudyResult> results, Func<StudySample, double> y) => new($"{name} {title}", title, new Axis("Injected pore volumes", 0), new Axis(axis),
        [.. results.Take(MostCurves).Select((r, i) => new Series($"bed {i + 1}", [.. r.History.Select(s => s.PoreVolumes)], [.. r.History.Select(y)]))]);

    private static Animation Film(string name, DiscBed bed, StudyResult result)
    {
        var key = new PictureKey([new("particle", "#9a9a9a")], new MapSide("Liquid in the pore / %", 0, 100));
        (MapSide x, MapSide y) = Sides(bed);
        CutCellGrid grid = result.Grid;
        return new Animation($"{name} filling", "Bed 1 while it fills", [.. result.Frames.Select(Image)],
            [.. result.Frames.Select(frame => FormattableString.Invariant($"{frame.Time:f3} s, {frame.PoreVolumes:f3} pore volumes injected"))], key, x, y, "Electrolyte comes from above; what stays dark late is air that the flow leaves behind.");

        IndexedImage Image(StudyFrame frame)
        {
            byte[] pixels = new byte[grid.Columns * grid.Rows];
            for (int cell = 0; cell < pixels.Length; cell++)
                pixels[(grid.Rows - 1 - cell / grid.Columns) * grid.Columns + cell % grid.Columns] = grid.Pore[cell] > 0.5 ? key.OfValue(frame.Share[cell] * 100 / 255.0) : PictureKey.OfClass(0);
            return new IndexedImage(grid.Columns, pixels);
        }
    }

    private static Drawing Map(string name, string title, string quantity, DiscBed bed, StudyResult result, double[] values, double scale)
    {
        CutCellGrid grid = result.Grid;
        double[,] map = new double[grid.Rows, grid.Columns];
        for (int cell = 0; cell < values.Length; cell++) map[cell / grid.Columns, cell % grid.Columns] = grid.Pore[cell] > 0.5 ? values[cell] * scale : double.NaN;
        (MapSide x, MapSide y) = Sides(bed);
        return HeatMap.Draw($"{name} {title}", $"{title} in bed 1 at the end", map, x, y, quantity, toScale: true);
    }

    private static (MapSide X, MapSide Y) Sides(DiscBed bed) => (new MapSide("x / µm", 0, bed.Width * 1e6), new MapSide("Height above the foil / µm", 0, bed.Height * 1e6));
}
