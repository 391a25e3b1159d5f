namespace Loadstone.Laboratory.Cycling;

/// <summary>dQ/dV of one half cycle and its peaks.</summary>
/// <param name="Cycle">Number of the cycle.</param>
/// <param name="Curve">dQ/dV against voltage.</param>
/// <param name="Peaks">Its peaks, by rising voltage.</param>
public sealed record DifferentialHalf(int Cycle, DifferentialCurve Curve, IReadOnlyList<DifferentialPeak> Peaks);

/// <summary>dQ/dV and dV/dQ of a test, cycle by cycle.</summary>
/// <param name="Bandwidth">Bandwidth of dQ/dV [V].</param>
/// <param name="Halves">The half cycles, charges and discharges, in order.</param>
/// <param name="Inverse">dV/dQ of the first and the last half cycle that is followed.</param>
/// <param name="Warnings">What makes them less sure.</param>
public sealed record DifferentialAnalysis(double Bandwidth, IReadOnlyList<DifferentialHalf> Halves, IReadOnlyList<DifferentialHalf> Inverse, IReadOnlyList<string> Warnings)
{
    /// <summary>Bandwidth unless another is asked for [V].</summary>
    public const double StandardBandwidth = 5e-3;

    private const double InverseShare = 0.01; // bandwidth of dV/dQ over the charge of the half cycle
    private const int FewestRows = 20;

    /// <summary>Analyses every half cycle of a direction that has a held current.</summary>
    /// <param name="table">The cycles.</param>
    /// <param name="direction">Charge or discharge.</param>
    /// <param name="bandwidth">Bandwidth [V].</param>
    /// <exception cref="InputException">No half cycle has enough rows.</exception>
    public static DifferentialAnalysis Of(CycleTable table, Direction direction, double bandwidth = StandardBandwidth)
    {
        ArgumentNullException.ThrowIfNull(table);
        var halves = new List<DifferentialHalf>();
        var curves = new List<(int Cycle, VoltageCurve Curve)>();
        int few = 0;
        foreach (CycleRow cycle in table.Cycles)
        {
            if ((direction == Direction.Charge ? cycle.Charge : cycle.Discharge) is not { } half) continue;
            VoltageCurve curve = VoltageCurve.Of(table.Trace, half, heldCurrentOnly: true);
            if (curve.Charge.Length < FewestRows)
            {
                few++;
                continue;
            }
            DifferentialCurve derivative = DifferentialCurve.CapacityByVoltage(curve, bandwidth);
            halves.Add(new DifferentialHalf(cycle.Number, derivative, DifferentialPeak.Find(derivative)));
            curves.Add((cycle.Number, curve));
        }
        if (halves.Count == 0) throw new InputException($"no {(direction == Direction.Charge ? "charge" : "discharge")} has {FewestRows} rows or more under a held current.", file: table.Source);
        var warnings = new List<string>(table.Trace.Warnings);
        if (few > 0) warnings.Add($"{few} half cycles have fewer than {FewestRows} rows and are left out.");
        warnings.AddRange(Sparse(halves, bandwidth));
        return new DifferentialAnalysis(bandwidth, halves, [.. curves.Take(1).Concat(curves.Skip(1).TakeLast(1)).Select(c => Inverted(c.Cycle, c.Curve))], warnings);
    }

    // Slopes at the ends of a half cycle are steep and sparse of rows in any recording: they are told from this share on.
    private const double ToldShare = 0.2;

    private static IEnumerable<string> Sparse(List<DifferentialHalf> halves, double bandwidth)
    {
        DifferentialHalf[] sparse = [.. halves.Where(h => h.Curve.GapShare > ToldShare)];
        if (sparse.Length == 0) yield break;
        DifferentialHalf worst = sparse.MaxBy(h => h.Curve.GapShare)!;
        yield return $"in {sparse.Length} of {halves.Count} half cycles rows stand further apart than the bandwidth of {bandwidth * 1e3:g3} mV over more than {100 * ToldShare} % of the voltage (cycle {worst.Cycle}: {100 * worst.Curve.GapShare:g2} %, rows up to {worst.Curve.WidestGap * 1e3:g3} mV apart): there is no dQ/dV there. Record in smaller steps, or take a larger bandwidth.";
    }

    private static DifferentialHalf Inverted(int cycle, VoltageCurve curve) =>
        new(cycle, DifferentialCurve.VoltageByCapacity(curve, InverseShare * curve.Charge[^1]), []);
}
