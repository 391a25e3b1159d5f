using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Coatings;

/// <summary>What a balance or a thickness sensor saw of a drying film.</summary>
/// <param name="Source">File or sample, for messages.</param>
/// <param name="Time">Times [s], rising.</param>
/// <param name="Amount">Mass [kg], mass per area [kg/m²] or thickness [m], as many, of all that was weighed or measured.</param>
/// <param name="Kind">Which of these it is.</param>
public sealed record DryingRecord(string Source, IReadOnlyList<double> Time, IReadOnlyList<double> Amount, QuantityKind Kind)
{
    /// <summary>Fewest points.</summary>
    public const int FewestPoints = 20;

    private static readonly string[] Masses = ["mass", "weight"], Loadings = ["loading", "mass per area", "areal mass"], Thicknesses = ["thickness", "height"];

    /// <summary>The record of a table with a time, and a mass, a mass per area or a thickness.</summary>
    /// <exception cref="InputException">A column is missing, times fall, or there are too few points.</exception>
    public static DryingRecord Of(MeasuredTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        double[] time = table.Column(QuantityKinds.Time, "time", "t");
        (QuantityKind kind, string[] words) = table.Has(Loadings) ? (QuantityKinds.Loading, Loadings) : table.Has(Masses) ? (QuantityKinds.Mass, Masses) : (QuantityKinds.Length, Thicknesses);
        double[] amount = table.Column(kind, words);
        int[] rows = [.. Enumerable.Range(0, time.Length).Where(i => double.IsFinite(time[i]) && double.IsFinite(amount[i]))];
        if (rows.Length < FewestPoints) throw new InputException($"{rows.Length} points of a drying curve are too few; expected {FewestPoints} or more.", file: table.Source);
        for (int i = 1; i < rows.Length; i++)
        {
            if (!(time[rows[i]] > time[rows[i - 1]]))
                throw new InputException(FormattableString.Invariant($"the time of row {rows[i] + 1} below the header, {time[rows[i]]:g6} s, is not after that of the row before, {time[rows[i - 1]]:g6} s; expected times that rise."), file: table.Source);
        }
        return new DryingRecord(table.Source, [.. rows.Select(i => time[i])], [.. rows.Select(i => amount[i])], kind);
    }
}
