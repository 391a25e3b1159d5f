using Loadstone.Designs.Building;
using Loadstone.Laboratory;
using Loadstone.Quantities;
using Loadstone.Reports;
using Loadstone.Wetting.Areas;

namespace Loadstone.Designs.Infiltration;

/// <summary>Filling and rest of an area as a result.</summary>
public static class AreaReport
{
    /// <summary>R_p counts as settled within this share of its value when all is wet.</summary>
    public const double SettledWithin = 0.02;

    private const double Hour = 3600, Percent = 100, Micrometres = 1e6, Millimetres = 1e3, OhmSquareCentimetres = 1e4, Kilopascal = 1e-3;

    /// <summary>The result.</summary>
    /// <param name="study">The study.</param>
    public static LaboratoryResult Of(AreaStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var numbers = new List<NamedEstimate>();
        var sections = new List<ReportSection>();
        var warnings = new List<string>();
        foreach (ElectrodeWetting electrode in study.Electrodes)
        {
            AreaWetting wetting = electrode.Wetting;
            string of = study.Electrodes.Count > 1 ? $", {electrode.Side}" : "";
            double settled = wetting.SettlingTime(SettledWithin);
            numbers.Add(new($"wetted fraction{of}", Estimate.Exact(electrode.Wetted), QuantityKinds.Fraction));
            if (double.IsFinite(wetting.FilledAt)) numbers.Add(new($"filled after{of}", Estimate.Exact(wetting.FilledAt), QuantityKinds.Time, "s"));
            else warnings.Add($"The {electrode.Side} electrode is not yet filled after {Duration(study.Wetting.Rest)}.");
            if (double.IsFinite(settled)) numbers.Add(new($"R_p settled after{of}", Estimate.Exact(settled), QuantityKinds.Time, "h"));
            else warnings.Add(FormattableString.Invariant($"R_p of the {electrode.Side} electrode is not within {SettledWithin * Percent:g2} % of its wet value after {Duration(study.Wetting.Rest)}."));
            if (double.IsFinite(wetting.States[^1].Resistance)) numbers.Add(new($"R_p after the rest{of}", Estimate.Exact(wetting.States[^1].Resistance), QuantityKinds.ArealResistance, "Ω cm²"));
            numbers.Add(new($"R_p when wet{of}", Estimate.Exact(wetting.WetResistance), QuantityKinds.ArealResistance, "Ω cm²"));
            sections.Add(Section(study, electrode));
        }
        return new LaboratoryResult("wet-cell", study.Name, numbers, sections, warnings);
    }

    /// <summary>A time of rest in words: in hours from one on, else in seconds.</summary>
    /// <param name="seconds">The time [s].</param>
    public static string Duration(double seconds) => QuantityKinds.Time.Format(seconds, unit: seconds >= Hour ? "h" : "s");

    private static ReportSection Section(AreaStudy study, ElectrodeWetting electrode)
    {
        AreaWetting wetting = electrode.Wetting;
        WettingArea area = wetting.Area;
        string shape = area.Shape == AreaShape.Disc ? "disc of radius" : "strip of half-width";
        string feed = area.Feed == AreaFaces.Edges ? "its edges" : area.Feed == AreaFaces.Top ? "the separator's face" : "the separator's face and its edges";
        string words = FormattableString.Invariant($"A {shape} {area.HalfWidth * Millimetres:g4} mm with its separator, filled from {feed} by a liquid of {area.Liquid.Viscosity * 1e3:g3} mPa s, {area.Liquid.SurfaceTension * 1e3:g3} mN/m and {area.Liquid.ContactAngle * 180 / Math.PI:g3}°, then left to rest for {Duration(study.Wetting.Rest)}. The gas in front of the liquid escapes; what is cut off dissolves (Ostwald coefficient {area.Gas.Solubility:g3}) and leaves through the edges. {wetting.Steps} steps, imbalance {wetting.Imbalance:g2}.");
        var blocks = new List<ReportBlock> { new Paragraph(words), LayerTable(wetting), Fractions(study.Name, electrode), Intercept(study.Name, electrode), Map(study.Name, electrode) };
        if (study.Defaults.Count > 0) blocks.Add(new BulletList([.. study.Defaults.Select(taken => $"{taken.Path}: {taken.Taken}")]));
        return new ReportSection($"Filling and rest of the {electrode.Side} electrode", blocks);
    }

    private static Table LayerTable(AreaWetting wetting) => new("Layers, from the separator",
        [TableColumn.Words("layer"), new TableColumn("thickness", "µm"), new TableColumn("porosity", "%"), new TableColumn("permeability", "m²"), new TableColumn("suction when full", "kPa"), new TableColumn("trapped gas", "%"), new TableColumn("wetted after the rest", "%")],
        [.. wetting.Area.Layers.Select((layer, k) => (IReadOnlyList<string>)[
            layer.Name, FormattableString.Invariant($"{layer.Thickness * Micrometres:f1}"), FormattableString.Invariant($"{layer.Porosity * Percent:f1}"), FormattableString.Invariant($"{layer.Properties.Permeability:e2}"),
            FormattableString.Invariant($"{layer.Properties.EntryPressure * Kilopascal:g3}"), FormattableString.Invariant($"{layer.Properties.TrappedShare * Percent:f2}"), FormattableString.Invariant($"{wetting.Wetted[k] * Percent:f2}")])]);

    private static Plot Fractions(string name, ElectrodeWetting electrode)
    {
        AreaWetting wetting = electrode.Wetting;
        double[] hours = Hours(wetting);
        Series[] layers = [.. wetting.Area.Layers.Select((layer, k) => new Series(layer.Name, hours, [.. wetting.States.Select(s => s.Layers[k] * Percent)]))];
        return new Plot($"{name} {electrode.Side} wetted", "Wetted fraction over the time of rest", new Axis("Time / h", Logarithmic: true), new Axis("Wetted pores / %"), layers);
    }

    private static Plot Intercept(string name, ElectrodeWetting electrode)
    {
        AreaWetting wetting = electrode.Wetting;
        // While it fills, the resistance falls from infinity; what a person reads is what comes after.
        double[] resistance = [.. wetting.States.Select(s => s.Resistance > 3 * wetting.WetResistance ? double.NaN : s.Resistance * OhmSquareCentimetres)];
        return new Plot($"{name} {electrode.Side} intercept", "Ohmic intercept over the time of rest", new Axis("Time / h", Logarithmic: true), new Axis("R_p / Ω cm²"), [new Series("R_p", Hours(wetting), resistance)],
            "Columns of the area side by side, each with separator and coating one after the other, so that it tells the whole way of the ions to the foil.");
    }

    private static Drawing Map(string name, ElectrodeWetting electrode)
    {
        AreaWetting wetting = electrode.Wetting;
        int rows = wetting.Map.GetLength(0), columns = wetting.Map.GetLength(1), perLayer = rows / wetting.Area.Layers.Count;
        // Equal heights a layer: a thin separator is seen as well.
        double[,] upwards = new double[rows, columns];
        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < columns; c++) upwards[rows - 1 - r, c] = wetting.Map[r, c] * Percent;
        }
        return HeatMap.Draw($"{name} {electrode.Side} map", "Wetted pores at the end of the rest", upwards, new MapSide("Distance from the edge / mm", 0, wetting.Area.HalfWidth * Millimetres),
            new MapSide("Layers from the foil", 0, (double)rows / perLayer), "Wetted pores / %", (Math.Min(99, Least(wetting.Map) * Percent), 100), caption: "Every layer is drawn equally high.");
    }

    private static double Least(double[,] map)
    {
        double least = double.PositiveInfinity;
        foreach (double value in map) least = Math.Min(least, value);
        return least;
    }

    private static double[] Hours(AreaWetting wetting) => [.. wetting.States.Select(s => s.Time / Hour)];
}
