using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Transport;

/// <summary>Ionic conductivities against temperature.</summary>
/// <param name="Source">File or sample, for messages.</param>
/// <param name="Temperature">Temperatures [K], above 0.</param>
/// <param name="Conductivity">Conductivities σ [S/m], as many, above 0.</param>
public sealed record ConductivityPoints(string Source, IReadOnlyList<double> Temperature, IReadOnlyList<double> Conductivity)
{
    /// <summary>The points of a table with a temperature and a conductivity column; rows that leave one of them empty are passed over.</summary>
    /// <exception cref="InputException">A column is missing, or a value is not above 0.</exception>
    public static ConductivityPoints Of(MeasuredTable table)
    {
        double[] t = table.Column(QuantityKinds.Temperature, "temperature", "T"), sigma = table.Column(QuantityKinds.Conductivity, "conductivity", "sigma", "σ");
        int[] rows = [.. Enumerable.Range(0, table.Count).Where(i => double.IsFinite(t[i]) && double.IsFinite(sigma[i]))];
        foreach (int i in rows)
        {
            if (!(t[i] > 0)) throw new InputException(FormattableString.Invariant($"row {i + 1} has a temperature of {t[i]:g5} K; expected one above 0 K."), file: table.Source);
            if (!(sigma[i] > 0)) throw new InputException(FormattableString.Invariant($"row {i + 1} has a conductivity of {sigma[i]:g5} S/m; expected one above 0."), file: table.Source);
        }
        return new ConductivityPoints(table.Source, [.. rows.Select(i => t[i])], [.. rows.Select(i => sigma[i])]);
    }
}
