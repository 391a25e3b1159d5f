namespace Loadstone.Laboratory.Cycling;

/// <summary>Discharges of a test, cycle by cycle, with the charge that had passed until then.</summary>
/// <param name="Number">Numbers of the cycles.</param>
/// <param name="Throughput">Charge passed in both directions since the start of the test, to the end of the discharge [C].</param>
/// <param name="Capacity">Charge of the discharges [C].</param>
/// <param name="Energy">Energy of the discharges [J].</param>
public sealed record FadeTrack(double[] Number, double[] Throughput, double[] Capacity, double[] Energy)
{
    /// <summary>Number of discharges.</summary>
    public int Count => Number.Length;

    /// <summary>The discharges of cycles; cycles without a whole one are passed over, but what they pass counts.</summary>
    /// <param name="cycles">The cycles.</param>
    /// <param name="from">First cycle to use.</param>
    /// <param name="to">Last cycle to use.</param>
    public static FadeTrack Of(IReadOnlyList<CycleRow> cycles, int from = 1, int to = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(cycles);
        double passed = 0;
        List<double> number = [], throughput = [], capacity = [], energy = [];
        foreach (CycleRow cycle in cycles)
        {
            if (cycle.Charge is { } charge) passed += charge.Charge;
            if (cycle.Discharge is not { } discharge || !cycle.HasWholeDischarge) continue;
            passed += discharge.Charge;
            if (cycle.Number < from || cycle.Number > to) continue;
            number.Add(cycle.Number);
            throughput.Add(passed);
            capacity.Add(discharge.Charge);
            energy.Add(discharge.Energy);
        }
        return new FadeTrack([.. number], [.. throughput], [.. capacity], [.. energy]);
    }
}
