using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Resistance;

/// <summary>Four-point measurements of films on insulators as results.</summary>
public static class FourPointReport
{
    /// <summary>A sample.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="probe">Pins and film.</param>
    /// <param name="readings">Its spots.</param>
    /// <param name="thicknessError">Standard uncertainty of the thickness [m].</param>
    /// <param name="spacingError">Standard uncertainty of each spacing, as a share of it.</param>
    /// <exception cref="InputException">The sample is smaller than the probe.</exception>
    public static LaboratoryResult Of(string name, FourPointProbe probe, IReadOnlyList<FourPointReading> readings, double thicknessError = 0, double spacingError = 0)
    {
        Estimate resistance = Require.NotEmpty(readings).Count == 1 ? readings[0].Resistance : Estimate.MeanOf([.. readings.Select(r => r.Resistance.Value)]);
        Estimate resistivity = probe.Resistivity(resistance, thicknessError, spacingError);
        Estimate conductivity = resistivity.Through(1 / resistivity.Value, 1 / (resistivity.Value * resistivity.Value));
        NamedEstimate[] numbers =
        [
            new("resistivity", resistivity, QuantityKinds.Resistivity),
            new("electronic conductivity", conductivity, QuantityKinds.Conductivity, "S/cm"),
            new("sheet resistance", resistance.Times(1 / (probe.Factor() * probe.Thickness)), QuantityKinds.Resistance),
            new("resistance V/I", resistance, QuantityKinds.Resistance),
        ];
        double thin = Math.PI / Math.Log(2), factor = 1 / (probe.Factor() * probe.Thickness);
        string sides = double.IsFinite(probe.Width) || double.IsFinite(probe.Length)
            ? FormattableString.Invariant($"in the middle of {Side(probe.Length)} along and {Side(probe.Width)} across the pins") : "on a sample whose sides are far away";
        string words = FormattableString.Invariant($"Four pins in a line, {string.Join(", ", probe.Spacing.Select(s => NumberText.Format(s * 1e3, 4)))} mm apart, {sides}; film of {probe.Thickness * 1e6:g4} µm on an insulator. ")
            + FormattableString.Invariant($"Sheet resistance over V/I is {factor:g5}; π/ln 2 = {thin:g5} of a thin wide film with equal spacing is {(factor / thin - 1) * 100:+0.##;−0.##;0} % corrected for thickness and sides.");
        string[] warnings =
        [
            .. readings.Any(r => r.ThermalVoltage is null) ? (string[])["the current flows one way alone: thermal voltages are not taken out; expected readings of both polarities."] : [],
            .. readings.Count == 1 && double.IsNaN(resistance.StandardError) ? (string[])["one reading has no interval; expected several spots or repeats."] : [],
        ];
        return new LaboratoryResult("resistance", name, numbers, [new ReportSection("Four-point probe", [new Paragraph(words), Spots(probe, readings), VoltagePlot(name, readings), RestPlot(name, readings)])], warnings);
    }

    private static string Side(double side) => double.IsFinite(side) ? FormattableString.Invariant($"{side * 1e3:g4} mm") : "far away";

    private static Table Spots(FourPointProbe probe, IReadOnlyList<FourPointReading> readings)
    {
        double factor = probe.Factor();
        return new Table("Spots",
            [TableColumn.Words("spot"), new TableColumn("readings"), new TableColumn("V/I", "Ω"), new TableColumn("± 95 %", "Ω"), new TableColumn("resistivity", "Ω cm"), new TableColumn("thermal voltage", "µV")],
            [.. readings.Select(r => (IReadOnlyList<string>)[
                r.Spot.Length > 0 ? r.Spot : "–", $"{r.Current.Count}", NumberText.Format(r.Resistance.Value, 5), Width(r.Resistance.HalfWidth()), NumberText.Format(r.Resistance.Value / factor * 100, 5),
                r.ThermalVoltage is { } v ? NumberText.Format(v.Value * 1e6, 3) : "–"])]);
    }

    private static Plot VoltagePlot(string name, IReadOnlyList<FourPointReading> readings) => new($"{name} voltages", "Voltage over current", new Axis("Current / mA"), new Axis("Voltage / mV"),
        [.. readings.SelectMany((r, k) => (Series[])[
            new(r.Spot.Length > 0 ? r.Spot : "measured", [.. r.Current.Select(i => i * 1e3)], [.. r.Voltage.Select(v => v * 1e3)], SeriesStyle.Points, k),
            new(r.Spot.Length > 0 ? $"{r.Spot}, line" : "line", [.. r.Current.Order().Select(i => i * 1e3)], [.. r.Current.Order().Select(i => (r.Resistance.Value * i + (r.ThermalVoltage?.Value ?? 0)) * 1e3)], SeriesStyle.Line, k)])]);

    private static Plot RestPlot(string name, IReadOnlyList<FourPointReading> readings) => new($"{name} rest", "Voltage less R I: thermal voltage, drift and noise", new Axis("Reading"), new Axis("Voltage / µV"),
        [.. readings.Select((r, k) => new Series(r.Spot.Length > 0 ? r.Spot : "measured", [.. r.Current.Select((_, i) => i + 1.0)], [.. r.Voltage.Select((v, i) => (v - r.Resistance.Value * r.Current[i]) * 1e6)], SeriesStyle.LineAndPoints, k))]);

    private static string Width(double value) => double.IsFinite(value) ? NumberText.Format(value, 2) : "–";
}
