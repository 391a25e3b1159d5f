using Loadstone.Laboratory.Regression;
using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Coatings;

/// <summary>Drying curves as a result.</summary>
public static class DryingReport
{
    /// <summary>The result of one record.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="found">What it says.</param>
    /// <param name="area">Area of the film [m²], or null: a mass then gives its rate per area.</param>
    public static LaboratoryResult Of(string sample, DryingPeriods found, double? area = null)
    {
        ArgumentNullException.ThrowIfNull(found);
        QuantityKind kind = found.Record.Kind;
        var numbers = new List<NamedEstimate>();
        if (found.DryingTime is { } time) numbers.Add(new("drying time", time, QuantityKinds.Time, "s"));
        if (kind == QuantityKinds.Loading) numbers.Add(new("evaporation rate", found.Rate, QuantityKinds.MassFlux));
        else if (kind == QuantityKinds.Mass && area is { } surface) numbers.Add(new("evaporation rate", found.Rate.Times(1 / surface), QuantityKinds.MassFlux));
        else if (kind == QuantityKinds.Length) numbers.Add(new("rate of shrinkage", found.Rate, QuantityKinds.Speed, "µm/s"));
        else numbers.Add(new("evaporation rate in mg/s", found.Rate.Times(1e6), QuantityKinds.Ratio));
        numbers.Add(new("end of the constant rate", found.Critical, QuantityKinds.Time, "s"));
        numbers.Add(new("solvent left then", found.CriticalShare, QuantityKinds.Fraction));
        numbers.Add(new("time of warming up", found.WarmUp, QuantityKinds.Time, "s"));
        string unit = kind.Units[0].Symbol;
        double scale = kind.ToUnit(1, unit) - kind.ToUnit(0, unit);
        double[] solvent = [.. found.Record.Amount.Select(v => (v - found.Dry.Value) * scale)], model = [.. found.Model.Select(v => (v - found.Dry.Value) * scale)];
        string words = FormattableString.Invariant($"Initial solvent {found.Initial.Value * scale:g4} {unit}; dry at {found.ResidualShare * 100:g3} % of it. The constant rate begins after the film has warmed up and ends where the falling rate sets in.");
        var curve = new Plot($"{sample} solvent", "Solvent over time", new Axis("Time / s"), new Axis($"Solvent / {unit}"),
            [
                new Series("measured", found.Record.Time, solvent, SeriesStyle.Points, 0), new Series("three periods", found.Record.Time, model, SeriesStyle.Line, 1),
                new Series("end of the constant rate", [found.Critical.Value + found.Record.Time[0], found.Critical.Value + found.Record.Time[0]], [0, found.Initial.Value * scale], SeriesStyle.Dashed, 2),
            ]);
        return new LaboratoryResult("drying", sample, numbers, [new ReportSection("Drying curve", [new Paragraph(words), curve, Rates(sample, found, scale, unit)])], found.Warnings);
    }

    // Krischer's plot: the rate over what is left shows the periods as shapes.
    private static Plot Rates(string sample, DryingPeriods found, double scale, string unit)
    {
        double[] t = [.. found.Record.Time], m = [.. found.Record.Amount];
        double bandwidth = Math.Max((t[^1] - t[0]) / 60, 3 * (t[^1] - t[0]) / t.Length);
        LocalCubic[] fits = [.. t.Select(at => LocalCubic.At(at, t, m, bandwidth)).OfType<LocalCubic>()];
        return new Plot($"{sample} rate", "Rate over solvent left", new Axis("Solvent left / %"), new Axis($"Rate / {unit} s⁻¹"),
            [new Series("measured", [.. fits.Select(f => (f.Value - found.Dry.Value) / found.Initial.Value * 100)], [.. fits.Select(f => -f.Slope * scale)], SeriesStyle.Line)]);
    }
}
