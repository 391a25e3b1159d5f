using System.Text.Json.Nodes;
using Loadstone.Laboratory;
using Loadstone.Quantities;
using Loadstone.Reports;
using Loadstone.Wetting.Bridge;
using Loadstone.Wetting.Capillary;

namespace Loadstone.Designs.Infiltration;

/// <summary>Fillings of the beds of one arrangement by viscous flow and surface tension together, as a result, beside what capillarity alone does with them.</summary>
public static class BridgeReport
{
    private const int MostCurves = 5;

    /// <summary>The result.</summary>
    /// <param name="name">Name of the arrangement.</param>
    /// <param name="results">Fillings of its beds with the same options, one or more.</param>
    public static LaboratoryResult Of(string name, IReadOnlyList<BridgeResult> results)
    {
        BridgeResult first = Require.NotEmpty(results)[0];
        BridgeOptions options = first.Options;
        bool isForced = options.Drive is FillingDrive.Flux;
        // Above 90° capillarity alone fills nothing, and there is nothing to compare with.
        CapillaryFilling[] alone = options.Liquid.ContactAngle <= Math.PI / 2 ? [.. results.Select(result => CapillaryFilling.Of(result.Bed, options.Liquid, options.Drive))] : [];
        FillingOrder[] orders = [.. alone.Select((filling, i) => FillingOrder.Of(results[i].Filled, filling))];
        var numbers = new List<NamedEstimate>
        {
            Mean(isForced ? "saturation at breakthrough" : "saturation at rest", result => result.History[^1].Saturation, QuantityKinds.Fraction, null),
            Mean(isForced ? "time of breakthrough" : "time to rest", result => result.History[^1].Time, QuantityKinds.Time, "s"),
        };
        if (isForced) numbers.Add(Mean("highest pressure at the inlet", result => result.History.Max(sample => sample.Pressure), QuantityKinds.Pressure, "kPa"));
        if (orders.Length > 0) numbers.Add(new("pairs of pores in the order of capillarity alone", Estimate.MeanOf([.. orders.Select(order => order.Share)]), QuantityKinds.Fraction));
        return new LaboratoryResult("wet", name, numbers,
        [
            new ReportSection("Filling by viscosity and surface tension", [new Paragraph(Words(results, isForced)), Beds(results, alone, orders), .. isForced ? [] : (ReportBlock[])[OverTime(name, results)], Pressures(name, first, alone)]),
            new ReportSection("One bed", [FillingFilm.Of(name, first.Grid, first.Frames, frame => FormattableString.Invariant($"{frame.Time:g4} s, saturation {frame.PoreVolumes * 100:f1} %"), "Electrolyte comes from above; stripes mark air that electrolyte has shut in.")]),
        ], Warnings(results))
        {
            Details = new JsonObject
            {
                ["cell"] = Details.Number(first.Grid.Cell, "m"),
                ["contactAngle"] = Details.Number(options.Liquid.ContactAngle, "rad"),
                ["surfaceTension"] = Details.Number(options.Liquid.SurfaceTension, "N/m"),
                ["viscosity"] = Details.Number(options.Liquid.Viscosity, "Pa s"),
                ["airViscosity"] = Details.Number(options.GasViscosity, "Pa s"),
                ["capillaryNumber"] = Details.Number(options.CapillaryNumber, "1"),
                ["beds"] = new JsonObject
                {
                    ["saturation at the end"] = Details.Numbers(results.Select(r => r.History[^1].Saturation), "1"),
                    ["time of the end"] = Details.Numbers(results.Select(r => r.History[^1].Time), "s"),
                    ["highest pressure"] = Details.Numbers(results.Select(r => r.History.Max(sample => sample.Pressure)), "Pa"),
                    ["mass error"] = Details.Numbers(results.Select(r => r.MassError), "1"),
                    ["steps"] = Details.Numbers(results.Select(r => (double)r.History.Count), "1"),
                },
            },
        };

        NamedEstimate Mean(string what, Func<BridgeResult, double> of, QuantityKind kind, string? unit) => new(what, Estimate.MeanOf([.. results.Select(of)]), kind, unit);
    }

    private static string Words(IReadOnlyList<BridgeResult> results, bool isForced)
    {
        (BridgeResult first, BridgeOptions options) = (results[0], results[0].Options);
        CapillaryLiquid liquid = options.Liquid;
        return FormattableString.Invariant($"{results.Count} {(results.Count == 1 ? "bed" : "beds")} of {first.Bed.Width * 1e6:g4} µm width on cells of {first.Grid.Cell * 1e6:g4} µm. Electrolyte of {liquid.Viscosity * 1e3:g4} mPa s and {liquid.SurfaceTension * 1e3:g4} mN/m, which meets the particles at {liquid.ContactAngle * 180 / Math.PI:g4}°, drives air of {options.GasViscosity * 1e6:g4} µPa s out: slow flow without inertia, with menisci as chains of markers between the exact circles of the particles. ")
            + (isForced ? FormattableString.Invariant($"A flux of {((FillingDrive.Flux)options.Drive).Speed * 1e3:g4} mm/s fills the bed until electrolyte comes to the lowest point of the particles; the capillary number is {options.CapillaryNumber:0.0e+0}.") : "A reservoir at the pressure of the air fills the bed until no meniscus moves or electrolyte comes to the lowest point of the particles.")
            + FormattableString.Invariant($" No liquid is made or lost beyond {results.Max(r => r.MassError):0.0e+0} of the pore volume.");
    }

    private static List<string> Warnings(IReadOnlyList<BridgeResult> results) =>
        results[0].Bed.Discs.Count > 100 ? ["beds of more than some hundred particles take hours; capillary mode gives their limit of slow filling in milliseconds"] : [];

    private static Table Beds(IReadOnlyList<BridgeResult> results, CapillaryFilling[] alone, FillingOrder[] orders) => new("Beds",
        [new TableColumn("bed"), new TableColumn("saturation at the end", "%"), new TableColumn("capillarity alone", "%"), new TableColumn("highest pressure", "kPa"), new TableColumn("capillarity alone", "kPa"), new TableColumn("pairs of pores in its order"), new TableColumn("mass error")],
        [.. results.Select((r, i) => (IReadOnlyList<string>)[
            FormattableString.Invariant($"{i + 1}"), FormattableString.Invariant($"{r.History[^1].Saturation * 100:f2}"), alone.Length == 0 ? "–" : FormattableString.Invariant($"{alone[i].Saturation * 100:f2}"),
            FormattableString.Invariant($"{r.History.Max(sample => sample.Pressure) / 1e3:f2}"), alone.Length == 0 ? "–" : FormattableString.Invariant($"{alone[i].HighestCurvature * r.Options.Liquid.SurfaceTension / 1e3:f2}"),
            orders.Length == 0 ? "–" : FormattableString.Invariant($"{orders[i].Same} of {orders[i].Pairs}"), FormattableString.Invariant($"{r.MassError:0.0e+0}")])]);

    private static Plot OverTime(string name, IReadOnlyList<BridgeResult> results) => new($"{name} saturation", "Saturation over time", new Axis("Time / s", 0), new Axis("Saturation / %", 0),
        [.. results.Take(MostCurves).Select((r, i) => new Series($"bed {i + 1}", [.. r.History.Select(s => s.Time)], [.. r.History.Select(s => s.Saturation * 100)]))]);

    private static Plot Pressures(string name, BridgeResult first, CapillaryFilling[] alone)
    {
        var series = new List<Series> { new("viscosity and surface tension", [.. first.History.Select(s => s.Saturation * 100)], [.. first.History.Select(s => s.Pressure / 1e3)]) };
        if (alone.Length > 0) series.Add(new Series("capillarity alone, events", [.. alone[0].Steps.Select(s => s.Saturation * 100)], [.. alone[0].Steps.Select(s => s.Curvature * first.Options.Liquid.SurfaceTension / 1e3)], SeriesStyle.Points));
        return new($"{name} pressure", "Pressure over saturation, bed 1", new Axis("Saturation / %", 0), new Axis("Pressure at the inlet / kPa"), series);
    }
}
