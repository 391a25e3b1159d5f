using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Rheometry;

/// <summary>Moduli of small oscillations over angular frequency, rising in ω.</summary>
/// <param name="Source">File or sample, for messages.</param>
/// <param name="AngularFrequency">ω [rad/s], above 0.</param>
/// <param name="Storage">G′ [Pa], as many, above 0.</param>
/// <param name="Loss">G″ [Pa], as many, above 0.</param>
/// <param name="Warnings">What was passed over.</param>
public sealed record FrequencySweep(string Source, IReadOnlyList<double> AngularFrequency, IReadOnlyList<double> Storage, IReadOnlyList<double> Loss, IReadOnlyList<string> Warnings)
{
    /// <summary>Fewest points.</summary>
    public const int FewestPoints = 4;

    private static readonly string[] Angular = ["angular frequency", "omega", "ω"], Cycles = ["frequency"], StorageNames = ["storage modulus", "G'", "G′"], LossNames = ["loss modulus", "G''", "G″", "G\""];
    private static readonly string[] Phases = ["phase angle", "phase shift", "phase", "δ"], Moduli = ["complex modulus", "|G*|", "G*"], Viscosities = ["complex viscosity", "|η*|", "η*"];

    /// <summary>The sweep of a table: a frequency, and G′ and G″, or a phase angle with a complex modulus or viscosity.</summary>
    /// <exception cref="InputException">A column is missing, or fewer than four points can be used.</exception>
    public static FrequencySweep Of(MeasuredTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        double[] omega = Frequencies(table), storage, loss;
        if (table.Has(StorageNames) && table.Has(LossNames))
        {
            (storage, loss) = (table.Column(QuantityKinds.Pressure, StorageNames), table.Column(QuantityKinds.Pressure, LossNames));
        }
        else
        {
            double[] phase = table.Column(QuantityKinds.Angle, Phases);
            double[] modulus = table.Has(Moduli) ? table.Column(QuantityKinds.Pressure, Moduli) : [.. table.Column(QuantityKinds.Viscosity, Viscosities).Select((eta, i) => eta * omega[i])];
            (storage, loss) = ([.. modulus.Select((m, i) => m * Math.Cos(phase[i]))], [.. modulus.Select((m, i) => m * Math.Sin(phase[i]))]);
        }
        int[] kept = [.. Enumerable.Range(0, omega.Length).Where(i => omega[i] > 0 && storage[i] > 0 && loss[i] > 0).OrderBy(i => omega[i])];
        var warnings = new List<string>();
        if (kept.Length < omega.Length)
        {
            int first = Enumerable.Range(0, omega.Length).First(i => !kept.Contains(i));
            warnings.Add($"{omega.Length - kept.Length} of {omega.Length} points have no positive frequency, G′ and G″, the first in row {first + 1} below the header; they were passed over.");
        }
        if (kept.Length < FewestPoints) throw new InputException($"{kept.Length} points with positive frequency, G′ and G″ are too few; expected {FewestPoints} or more.", file: table.Source);
        return new FrequencySweep(table.Source, [.. kept.Select(i => omega[i])], [.. kept.Select(i => storage[i])], [.. kept.Select(i => loss[i])], warnings);
    }

    private static double[] Frequencies(MeasuredTable table)
    {
        if (table.Has(Angular)) return table.Column(QuantityKinds.AngularFrequency, Angular);
        if (table.UnitOf(Cycles) is { } unit && unit.Contains("rad", StringComparison.Ordinal)) return table.Column(QuantityKinds.AngularFrequency, Cycles);
        return [.. table.Column(QuantityKinds.Frequency, Cycles).Select(f => 2 * Math.PI * f)];
    }
}
