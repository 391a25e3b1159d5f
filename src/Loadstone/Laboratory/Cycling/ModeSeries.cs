namespace Loadstone.Laboratory.Cycling;

/// <summary>The slow curves of one sample, fitted.</summary>
/// <param name="Sample">Name of the sample.</param>
/// <param name="Fits">Number of the cycle and its fit, in order.</param>
/// <param name="Warnings">What makes them less sure.</param>
public sealed record ModeSeries(string Sample, IReadOnlyList<(int Cycle, ModeFit Fit)> Fits, IReadOnlyList<string> Warnings)
{
    private const int MostFits = 25;
    private const double SlowEnough = 1.5; // times the slowest current: faster cycles are no titration curves

    /// <summary>Fits the slowest half cycles of a direction, at most twenty-five spread evenly.</summary>
    /// <param name="sample">Name of the sample.</param>
    /// <param name="table">The cycles.</param>
    /// <param name="direction">Charge or discharge.</param>
    /// <param name="positive">Curve of the positive electrode.</param>
    /// <param name="negative">Curve of the negative electrode.</param>
    /// <param name="withResistance">Whether a resistance is fitted too.</param>
    /// <exception cref="InputException">No half cycle holds a current.</exception>
    public static ModeSeries Of(string sample, CycleTable table, Direction direction, HalfCellCurve positive, HalfCellCurve negative, bool withResistance)
    {
        ArgumentNullException.ThrowIfNull(table);
        (int Number, HalfCycle Half)[] halves = [.. table.Cycles.Select(c => (c.Number, Half: direction == Direction.Charge ? c.Charge : c.Discharge)).Where(h => h.Half?.Main is not null).Select(h => (h.Number, h.Half!))];
        if (halves.Length == 0) throw new InputException("no half cycle holds a current; expected slow curves.", file: table.Source);
        double slowest = halves.Min(h => Math.Abs(h.Half.Main!.Current));
        halves = [.. halves.Where(h => Math.Abs(h.Half.Main!.Current) <= SlowEnough * slowest)];
        int stride = (halves.Length + MostFits - 1) / MostFits;
        var fits = new List<(int Cycle, ModeFit Fit)>();
        foreach ((int number, HalfCycle half) in halves.Where((_, k) => k % stride == 0 || k == halves.Length - 1))
            fits.Add((number, ModeFitter.Fit(VoltageCurve.Of(table.Trace, half, heldCurrentOnly: true), positive, negative, withResistance, fits is [.., var before] ? before.Fit : null)));
        double hours = halves[0].Half.Charge / slowest / 3600;
        return new ModeSeries(sample, fits, hours >= 9 ? table.Trace.Warnings
            : [.. table.Trace.Warnings, $"the slowest curve takes {CycleReport.Text(hours, 2)} h, and polarisation passes for lost material: expected C/10 or slower."]);
    }
}
