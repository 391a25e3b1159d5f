using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Mechanics;

/// <summary>What turns force and elongation of a specimen into stress and strain.</summary>
/// <param name="Gauge">Gauge length [m]; null where the file holds strains.</param>
/// <param name="Area">Cross-section before the test [m²]; null where the file holds stresses.</param>
public sealed record TensileSpecimen(Estimate? Gauge = null, Estimate? Area = null);

/// <summary>Engineering stress against strain while a specimen is drawn, in the order of measuring.</summary>
/// <param name="Source">File, for messages.</param>
/// <param name="Strain">Elongation over gauge length, as many as <paramref name="Stress"/>.</param>
/// <param name="Stress">Force over the first cross-section [Pa]; empty where the file holds resistances alone.</param>
/// <param name="Resistance">Resistance along the specimen [Ω], as many as the strains; null where the file holds none.</param>
/// <param name="GaugeError">Standard uncertainty of the gauge length over itself; it is common to all strains.</param>
/// <param name="AreaError">Standard uncertainty of the cross-section over itself; it is common to all stresses.</param>
/// <param name="Warnings">What was changed or passed over.</param>
public sealed record TensileCurve(
    string Source, IReadOnlyList<double> Strain, IReadOnlyList<double> Stress, IReadOnlyList<double>? Resistance, double GaugeError, double AreaError, IReadOnlyList<string> Warnings)
{
    private const int FewestPoints = 20;

    private static readonly string[] Elongations = ["elongation", "extension", "displacement", "travel"], Forces = ["force", "load"];

    /// <summary>The curve of a table.</summary>
    /// <exception cref="InputException">A column or a size of the specimen is missing, or fewer than twenty points can be used.</exception>
    public static TensileCurve Of(MeasuredTable table, TensileSpecimen specimen)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(specimen);
        (double[] strain, double gaugeError) = Strains(table, specimen);
        double[]? resistance = table.Has("resistance") ? table.Column(QuantityKinds.Resistance, "resistance") : null;
        bool hasStress = table.Has("stress"), hasForce = table.Has(Forces);
        double[] stress = [];
        double areaError = 0;
        if (hasStress)
        {
            stress = table.Column(QuantityKinds.Pressure, "stress");
        }
        else if (hasForce || resistance is null)
        {
            double[] force = table.Column(QuantityKinds.Force, Forces);
            Estimate area = specimen.Area ?? throw new InputException("the file holds forces; expected the cross-section, --area \"1.2 mm²\" or --width and --thickness.", file: table.Source);
            stress = [.. force.Select(f => f / area.Value)];
            areaError = area.StandardError / area.Value;
        }
        var warnings = new List<string>();
        int[] kept = [.. Enumerable.Range(0, strain.Length).Where(i => double.IsFinite(strain[i]) && (stress.Length == 0 || double.IsFinite(stress[i])) && (stress.Length > 0 || double.IsFinite(resistance![i])))];
        if (kept.Length < FewestPoints) throw new InputException($"{kept.Length} points are too few for a tensile curve; expected {FewestPoints} or more.", file: table.Source);
        if (stress.Length > 0 && kept.Average(i => stress[i]) < 0)
        {
            warnings.Add("the stresses are negative: the load cell counts the other way round, and they were turned.");
            stress = [.. stress.Select(s => -s)];
        }
        return new TensileCurve(table.Source, Part(strain), stress.Length == 0 ? [] : Part(stress), resistance is null ? null : Part(resistance), gaugeError, areaError, warnings);

        double[] Part(double[] values) => [.. kept.Select(i => values[i])];
    }

    private static (double[] Strain, double Error) Strains(MeasuredTable table, TensileSpecimen specimen)
    {
        if (table.Has("strain")) return (table.Column(QuantityKinds.Ratio, "strain"), 0);
        if (table.Has(Elongations) && table.UnitOf(Elongations) is null or "" or "%") return (table.Column(QuantityKinds.Ratio, Elongations), 0);
        double[] elongation = table.Column(QuantityKinds.Length, ["strain", .. Elongations]);
        Estimate gauge = specimen.Gauge ?? throw new InputException("the file holds elongations as lengths; expected the gauge length, --gauge \"7.62 mm\".", file: table.Source);
        return ([.. elongation.Select(e => e / gauge.Value)], gauge.StandardError / gauge.Value);
    }
}
