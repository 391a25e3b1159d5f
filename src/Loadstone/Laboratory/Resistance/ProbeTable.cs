using Loadstone.Laboratory.Tables;
using Loadstone.Quantities;

namespace Loadstone.Laboratory.Resistance;

/// <summary>Reads the potentials of a multi-point probe from a table: where the pins stand, what they read, and which current flowed.</summary>
public static class ProbeTable
{
    /// <summary>Whether a file is such a table: its header names pins or positions.</summary>
    public static bool Recognises(MeasuredTable table) => table.Has("pin", "distance", "x");

    /// <summary>The readings of a table, one for each spot in its order.</summary>
    /// <param name="table">
    /// A potential column with a current column, or V/I; positions as x and y, as distance from the pin where the current enters, or as pin of an
    /// array; perhaps role (in, out), spot and uncertainty.
    /// </param>
    /// <param name="array">Pins by number, for a table without positions.</param>
    /// <param name="current">Current [A] where the table does not hold it, or null.</param>
    /// <param name="leavesAt">With distances: how far from its entrance the current leaves, on the same line [m]; null where it leaves far away.</param>
    /// <exception cref="InputException">A column is missing, a value cannot be, or a spot has no usable row.</exception>
    public static IReadOnlyList<ProbeReading> Readings(MeasuredTable table, ProbeArray array, double? current = null, double? leavesAt = null)
    {
        double[] resistance = Resistance(table, current);
        double[]? uncertainty = table.Has("uncertainty", "error") ? Uncertainty(table, current) : null;
        string[] spots = table.Texts("spot", "repeat") ?? [.. Enumerable.Repeat("", table.Count)];
        string[]? roles = table.Texts("role");
        ProbePin[] pins = Positions(table, array);
        return [.. spots.Distinct().Select(spot =>
        {
            int[] rows = [.. Enumerable.Range(0, table.Count).Where(i => spots[i] == spot)];
            (ProbePin entrance, ProbePin? exit, int[] measured) = Roles(table, array, rows, roles, pins, leavesAt);
            measured = [.. measured.Where(i => double.IsFinite(resistance[i]))];
            if (measured.Length == 0) throw new InputException("no row holds a potential.", spot.Length > 0 ? $"spot {spot}" : null, table.Source);
            return new ProbeReading
            {
                Source = table.Source,
                Spot = spot,
                In = entrance,
                Out = exit,
                Pins = [.. measured.Select(i => pins[i])],
                Resistance = [.. measured.Select(i => resistance[i])],
                Uncertainty = uncertainty is null ? null : [.. measured.Select(i => uncertainty[i] > 0 ? uncertainty[i] : throw new InputException($"row {i + 1} has no uncertainty above 0.", file: table.Source))],
            };
        })];
    }

    private static double[] Resistance(MeasuredTable table, double? current)
    {
        if (table.Has("V/I", "resistance")) return table.Column(QuantityKinds.Resistance, "V/I", "resistance");
        double[] potential = table.Column(QuantityKinds.Voltage, "potential", "voltage"), amperes = Currents(table, current);
        return [.. potential.Select((v, i) => v / amperes[i])];
    }

    private static double[] Uncertainty(MeasuredTable table, double? current)
    {
        if (table.Has("V/I", "resistance")) return table.Column(QuantityKinds.Resistance, "uncertainty", "error");
        double[] amperes = Currents(table, current);
        return [.. table.Column(QuantityKinds.Voltage, "uncertainty", "error").Select((v, i) => v / Math.Abs(amperes[i]))];
    }

    private static double[] Currents(MeasuredTable table, double? current)
    {
        if (!table.Has("current"))
        {
            double same = current ?? throw new InputException("the file has no current; expected a column such as \"Current / mA\", a column V/I, or --current.", file: table.Source, line: 1);
            return [.. Enumerable.Repeat(same, table.Count)];
        }
        double[] values = table.Column(QuantityKinds.Current, "current");
        int zero = Array.IndexOf(values, 0);
        return zero < 0 ? values : throw new InputException($"row {zero + 1} has a current of 0; expected the current that flowed while its potential was read.", file: table.Source);
    }

    private static ProbePin[] Positions(MeasuredTable table, ProbeArray array)
    {
        if (table.Has("x"))
        {
            double[] x = table.Column(QuantityKinds.Length, "x"), y = table.Has("y") ? table.Column(QuantityKinds.Length, "y") : new double[table.Count];
            return [.. x.Select((v, i) => double.IsFinite(v) && double.IsFinite(y[i]) ? new ProbePin(v, y[i]) : throw new InputException($"row {i + 1} has no position; expected x and y.", file: table.Source))];
        }
        if (table.Has("distance"))
        {
            return [.. table.Column(QuantityKinds.Length, "distance").Select((d, i) => d > 0
                ? new ProbePin(d, 0)
                : throw new InputException(FormattableString.Invariant($"row {i + 1} has a distance of {d * 1e3:g4} mm; expected one above 0 from the pin where the current enters."), file: table.Source))];
        }
        return [.. table.Column(QuantityKinds.Ratio, "pin").Select((number, i) => array.Find(ProbeArray.Number(number, i, table.Source))
            ?? throw new InputException(FormattableString.Invariant($"row {i + 1} names pin {number:g6}, which the probe does not have."), file: table.Source))];
    }

    private static (ProbePin In, ProbePin? Out, int[] Measured) Roles(MeasuredTable table, ProbeArray array, int[] rows, string[]? roles, ProbePin[] pins, double? leavesAt)
    {
        if (roles is not null)
        {
            (int first, int? last) = ProbeArray.Roles([.. rows.Select(i => roles[i])], table.Source);
            return (pins[rows[first]], last is { } l ? pins[rows[l]] : null, [.. rows.Where((_, k) => k != first && k != last)]);
        }
        if (table.Has("x")) throw new InputException("the file has positions but no column \"role\"; expected one with in and out at the pins that carry the current.", file: table.Source, line: 1);
        if (table.Has("distance")) return (default, leavesAt is { } away ? new ProbePin(away, 0) : null, rows);
        ProbePin entrance = array.Find(array.In)!.Value;
        ProbePin? exit = array.Out is { } number ? array.Find(number) : null;
        return (entrance, exit, [.. rows.Where(i => pins[i] != entrance && pins[i] != exit)]);
    }
}
