using Loadstone.Quantities;
using Loadstone.Reports;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>Tensile tests as results.</summary>
public static class TensileReport
{
    /// <summary>The result of one specimen.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="curve">Its curve.</param>
    /// <param name="found">What the stresses say, or null where there are none.</param>
    /// <param name="resistance">What the resistances say, or null where there are none.</param>
    public static LaboratoryResult Of(string sample, TensileCurve curve, TensileAnalysis? found, StrainResistance? resistance)
    {
        ArgumentNullException.ThrowIfNull(curve);
        List<NamedEstimate> numbers = [.. found is null ? [] : Numbers(found)];
        var sections = new List<ReportSection>();
        if (found is not null) sections.Add(new ReportSection("Tensile test", [new Paragraph(Words(found)), Whole(sample, found), Elastic(sample, found)]));
        if (resistance is not null)
        {
            numbers.Add(new("gauge factor", resistance.GaugeFactor, QuantityKinds.Ratio));
            numbers.Add(new(FormattableString.Invariant($"R/R₀ at {resistance.Strain * 100:g3} % strain"), resistance.RatioThere, QuantityKinds.Ratio));
            sections.Add(new ReportSection("Resistance under strain", [Change(sample, curve, resistance)]));
        }
        return new LaboratoryResult("tensile", sample, numbers, sections, found?.Warnings ?? curve.Warnings);
    }

    /// <summary>The numbers of a test, the same names for every specimen.</summary>
    internal static IReadOnlyList<NamedEstimate> Numbers(TensileAnalysis found) =>
    [
        new("modulus", found.Modulus, QuantityKinds.Pressure), new("strength", found.Strength, QuantityKinds.Pressure),
        new("elongation at break", found.BreakStrain, QuantityKinds.Fraction), new("toughness", found.Toughness, QuantityKinds.EnergyDensity, "MJ/m³"),
    ];

    private static string Words(TensileAnalysis found) => FormattableString.Invariant(
        $"Modulus from strains of {found.ElasticRange.Low * 100:g4} to {found.ElasticRange.High * 100:g4} % as measured; strains count from {found.Zero.Value * 100:g3} %, where that line has no stress. ")
        + (found.IsBroken ? "The specimen broke." : "The specimen did not break.");

    private static Plot Whole(string sample, TensileAnalysis found)
    {
        double[] strain = Strain(found);
        return new Plot($"{sample} tensile", "Stress against strain", new Axis("Strain / %"), new Axis("Stress / MPa"),
        [
            new("measured", strain, [.. found.Curve.Stress.Select(s => s / 1e6)], SeriesStyle.Line, 0),
            new(found.IsBroken ? "break" : "end", [strain[found.BreakIndex]], [found.Curve.Stress[found.BreakIndex] / 1e6], SeriesStyle.Points, 1),
        ]);
    }

    private static Plot Elastic(string sample, TensileAnalysis found)
    {
        double end = Math.Min(3 * (found.ElasticRange.High - found.Zero.Value), found.BreakStrain.Value), top = (found.ElasticRange.High - found.Zero.Value) * 1.2;
        double[] strain = Strain(found);
        int[] near = [.. Enumerable.Range(0, strain.Length).Where(i => strain[i] <= end * 100 && i <= found.BreakIndex)];
        return new Plot($"{sample} elastic", "Elastic stretch", new Axis("Strain / %"), new Axis("Stress / MPa"),
        [
            new("measured", [.. near.Select(i => strain[i])], [.. near.Select(i => found.Curve.Stress[i] / 1e6)], SeriesStyle.Points, 0),
            new("modulus", [0, top * 100], [0, found.Modulus.Value * top / 1e6], SeriesStyle.Line, 1),
        ]);
    }

    private static Plot Change(string sample, TensileCurve curve, StrainResistance found)
    {
        double rest = found.Rest.Value, end = found.Strain, bend = (found.RatioThere.Value - 1 - found.GaugeFactor.Value * end) / (end * end);
        double[] fitted = [.. Enumerable.Range(0, 41).Select(i => found.From + (end - found.From) * i / 40)];
        return new Plot($"{sample} resistance", "Change of resistance", new Axis("Strain / %"), new Axis("ΔR/R₀ / %"),
        [
            new("measured", [.. curve.Strain.Select(e => e * 100)], [.. curve.Resistance!.Select(r => (r / rest - 1) * 100)], SeriesStyle.Points, 0),
            new("parabola of small strains", [.. fitted.Select(e => e * 100)], [.. fitted.Select(e => (found.GaugeFactor.Value * e + bend * e * e) * 100)], SeriesStyle.Line, 1),
        ]);
    }

    private static double[] Strain(TensileAnalysis found) => [.. found.Curve.Strain.Select(e => (e - found.Zero.Value) * 100)];
}
