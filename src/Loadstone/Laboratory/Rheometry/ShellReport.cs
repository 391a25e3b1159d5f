using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Rheometry;

/// <summary>The law of viscosity and solvent shell as a result.</summary>
public static class ShellReport
{
    /// <summary>The result of several slurries.</summary>
    /// <param name="found">What they say together.</param>
    /// <param name="rate">The common shear rate [1/s].</param>
    public static LaboratoryResult Of(ShellCollapse found, double rate)
    {
        ArgumentNullException.ThrowIfNull(found);
        var numbers = new List<NamedEstimate>
        {
            new("exponent of the solvent shell", found.Exponent, QuantityKinds.Ratio),
            new("viscosity at a shell of 1 µm", found.Reference, QuantityKinds.Viscosity),
        };
        if (found.CarbonEffect is { } effect) numbers.Add(new("d ln η / d carbon content at one shell", effect, QuantityKinds.Ratio));
        double all = found.Points.Max(p => p.Viscosity.Value) / found.Points.Min(p => p.Viscosity.Value);
        string words = FormattableString.Invariant($"At {rate:g4} s⁻¹ the viscosities of all slurries reach over a factor of {all:g3}; about η = η₁ (t_s/1 µm)^(−k) they scatter by {found.Deviation * 100:g3} %")
            + (double.IsNaN(found.Within) ? "." : FormattableString.Invariant($", and among slurries of one shell by {found.Within * 100:g3} %."));
        var series = new List<Series>();
        foreach (IGrouping<double, ShellPoint> group in found.Points.GroupBy(p => p.Carbon).OrderBy(g => g.Key))
        {
            string label = double.IsNaN(group.Key) ? "measured" : FormattableString.Invariant($"{group.Key * 100:g3} % carbon");
            series.Add(new(label, [.. group.Select(p => p.Shell * 1e6)], [.. group.Select(p => p.Viscosity.Value)], SeriesStyle.Points));
        }
        double low = found.Points.Min(p => p.Shell), high = found.Points.Max(p => p.Shell);
        double[] shells = [.. Enumerable.Range(0, 60).Select(i => low * Math.Pow(high / low, i / 59.0))];
        series.Add(new("law", [.. shells.Select(t => t * 1e6)], [.. shells.Select(found.At)]));
        var plot = new Plot("viscosity over solvent shell", "Viscosity over solvent shell", new Axis("Solvent shell / µm", Logarithmic: true), new Axis("Viscosity / Pa s", Logarithmic: true), series);
        var table = new Table("Slurries", [TableColumn.Words("sample"), new TableColumn("solvent shell", "µm"), new TableColumn("carbon", "%"), new TableColumn("viscosity", "Pa s"), new TableColumn("off the law", "%")],
            [.. found.Points.OrderBy(p => p.Shell).Select(p => (IReadOnlyList<string>)[
                p.Sample, FormattableString.Invariant($"{p.Shell * 1e6:g4}"), double.IsNaN(p.Carbon) ? "–" : FormattableString.Invariant($"{p.Carbon * 100:g3}"),
                FormattableString.Invariant($"{p.Viscosity.Value:g4}"), FormattableString.Invariant($"{(p.Viscosity.Value / found.At(p.Shell) - 1) * 100:+0.0;−0.0}")])]);
        List<string> warnings = found.CarbonEffect is { } carbon && Math.Abs(carbon.Value) > carbon.HalfWidth()
            ? [FormattableString.Invariant($"carbon changes the viscosity at one shell by {carbon.Value:+0.#;−0.#} % for each % of carbon: the slurries do not fall on one curve.")] : [];
        return new LaboratoryResult("flow", "all slurries", numbers, [new ReportSection("Collapse on the solvent shell", [new Paragraph(words), plot, table])], warnings);
    }
}
