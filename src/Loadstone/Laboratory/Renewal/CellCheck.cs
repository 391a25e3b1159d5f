using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Renewal;

/// <summary>What a cell gives at one current, from a few discharges in a row; per mass where a mass is known.</summary>
/// <param name="Source">File or sample.</param>
/// <param name="Current">Current of the discharges [A, or A/kg].</param>
/// <param name="FirstCycle">First cycle.</param>
/// <param name="LastCycle">Last cycle.</param>
/// <param name="Capacity">Mean capacity [C, or C/kg].</param>
/// <param name="Energy">Mean energy [J, or J/kg].</param>
/// <param name="Curve">Voltage against charge of the discharge next to the renewal [V against C, or C/kg].</param>
public sealed record CellCheck(string Source, double Current, int FirstCycle, int LastCycle, Estimate Capacity, Estimate Energy, VoltageCurve Curve)
{
    // Cyclers set a current to better than 1 %; masses of punched electrodes are known to about as much.
    private const double SameCurrent = 0.05;

    /// <summary>Whether two checks used one current.</summary>
    public bool IsAtCurrentOf(CellCheck other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Same(Current, other.Current);
    }

    /// <summary>The last discharges of a test, at the current of the very last one.</summary>
    /// <param name="table">The cycles.</param>
    /// <param name="count">Most discharges to take.</param>
    /// <param name="mass">Mass of active material [kg], or null.</param>
    /// <exception cref="InputException">No discharge holds a current.</exception>
    public static CellCheck Last(CycleTable table, int count, Estimate? mass = null)
    {
        (CycleRow Cycle, double Current)[] all = Discharges(table, mass);
        double current = all[^1].Current;
        return Of(table, [.. all.Where(d => Same(d.Current, current)).TakeLast(count)], mass, ^1);
    }

    /// <summary>The first discharges of a test at a current; the first ones of any current where none has it.</summary>
    /// <param name="table">The cycles.</param>
    /// <param name="count">Most discharges to take.</param>
    /// <param name="current">The current, as of <see cref="Current"/>.</param>
    /// <param name="mass">Mass of active material [kg], or null.</param>
    /// <exception cref="InputException">No discharge holds a current.</exception>
    public static CellCheck First(CycleTable table, int count, double current, Estimate? mass = null)
    {
        (CycleRow Cycle, double Current)[] all = Discharges(table, mass);
        double taken = all.Any(d => Same(d.Current, current)) ? current : all[0].Current;
        return Of(table, [.. all.Where(d => Same(d.Current, taken)).Take(count)], mass, 0);
    }

    private static bool Same(double a, double b) => Math.Abs(a - b) <= SameCurrent * Math.Max(a, b);

    private static (CycleRow, double)[] Discharges(CycleTable table, Estimate? mass)
    {
        ArgumentNullException.ThrowIfNull(table);
        (CycleRow, double)[] all = [.. table.Cycles.Where(c => c.Discharge?.Main is not null).Select(c => (c, Math.Abs(c.Discharge!.Main!.Current) / (mass?.Value ?? 1)))];
        return all.Length > 0 ? all : throw new InputException("no discharge holds a current; expected cycles of the cell.", file: table.Source);
    }

    private static CellCheck Of(CycleTable table, (CycleRow Cycle, double Current)[] taken, Estimate? mass, Index shown)
    {
        VoltageCurve curve = VoltageCurve.Of(table.Trace, taken[shown].Cycle.Discharge!);
        double unit = mass?.Value ?? 1;
        return new CellCheck(table.Source, taken.Average(d => d.Current), taken[0].Cycle.Number, taken[^1].Cycle.Number,
            PerMass([.. taken.Select(d => d.Cycle.Discharge!.Charge)], mass), PerMass([.. taken.Select(d => d.Cycle.Discharge!.Energy)], mass),
            curve with { Charge = [.. curve.Charge.Select(q => q / unit)] });
    }

    private static Estimate PerMass(double[] values, Estimate? mass)
    {
        var mean = Estimate.MeanOf(values);
        return mass is { } known ? ErrorPropagation.Quotient(mean, known) : mean;
    }
}
