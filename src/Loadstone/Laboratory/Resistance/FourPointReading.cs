using Loadstone.Laboratory.Regression;
using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Resistance;

/// <summary>Voltages and currents of a four-point probe on one spot, and the resistance that they give.</summary>
/// <param name="Spot">Where on the sample; empty where there is one spot.</param>
/// <param name="Current">Currents, either way [A].</param>
/// <param name="Voltage">Voltages between the inner pins [V].</param>
/// <param name="Resistance">V/I [Ω].</param>
/// <param name="ThermalVoltage">Voltage without current [V]; null where the current flowed one way alone.</param>
public sealed record FourPointReading(string Spot, IReadOnlyList<double> Current, IReadOnlyList<double> Voltage, Estimate Resistance, Estimate? ThermalVoltage)
{
    private const int FewestForDrift = 8;

    /// <summary>Reads a table with the columns voltage and current, and perhaps spot.</summary>
    /// <exception cref="InputException">A column is missing, a current is 0 throughout, or a resistance is not above 0.</exception>
    public static IReadOnlyList<FourPointReading> Of(MeasuredTable table)
    {
        double[] voltage = table.Column(QuantityKinds.Voltage, "voltage", "potential"), current = table.Column(QuantityKinds.Current, "current");
        string[] spots = table.Texts("spot", "repeat") ?? [.. Enumerable.Repeat("", table.Count)];
        return [.. spots.Distinct().Select(spot =>
        {
            int[] rows = [.. Enumerable.Range(0, table.Count).Where(i => spots[i] == spot && double.IsFinite(voltage[i]) && double.IsFinite(current[i]))];
            FourPointReading found = Of(spot, [.. rows.Select(i => current[i])], [.. rows.Select(i => voltage[i])], table.Source);
            return found.Resistance.Value > 0 ? found : throw new InputException(
                FormattableString.Invariant($"the resistance is {found.Resistance.Value:g4} Ω; expected one above 0, with the inner pins in the order of the outer ones."), Place(spot), table.Source);
        })];
    }

    /// <summary>The resistance of one spot. With both polarities V = R I + V₀, with a drift of V₀ along eight readings or more, by least squares; with one the mean of V/I.</summary>
    /// <param name="spot">Name of the spot.</param>
    /// <param name="current">Currents [A], in the order of measurement.</param>
    /// <param name="voltage">Voltages [V].</param>
    /// <param name="source">File, for messages.</param>
    /// <exception cref="InputException">There is no current.</exception>
    public static FourPointReading Of(string spot, double[] current, double[] voltage, string? source = null)
    {
        double largest = current.Select(Math.Abs).DefaultIfEmpty(0).Max();
        if (largest == 0) throw new InputException("no current flows; expected readings with a current.", Place(spot), source);
        bool isReversed = current.Any(i => i > largest / 10) && current.Any(i => i < -largest / 10);
        if (!isReversed)
        {
            int zero = Array.FindIndex(current, i => Math.Abs(i) < largest * 1e-6);
            if (zero >= 0) throw new InputException($"reading {zero + 1} has no current; expected one with each voltage, or readings of both polarities.", Place(spot), source);
            return new FourPointReading(spot, current, voltage, Estimate.MeanOf([.. voltage.Select((v, k) => v / current[k])]), null);
        }
        int n = current.Length;
        double[] one = [.. Enumerable.Repeat(1.0, n)], order = [.. Enumerable.Range(0, n).Select(k => k - (n - 1) / 2.0)];
        LinearLeastSquares line = n >= FewestForDrift ? LinearLeastSquares.Fit(voltage, current, one, order) : LinearLeastSquares.Fit(voltage, current, one);
        return new FourPointReading(spot, current, voltage, line[0], line[1]);
    }

    private static string? Place(string spot) => spot.Length > 0 ? $"spot {spot}" : null;
}
