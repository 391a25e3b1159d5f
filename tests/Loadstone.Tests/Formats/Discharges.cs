using Loadstone.Cells;
using Loadstone.Electrochemistry;
using Loadstone.Electrochemistry.Protocols;

namespace Loadstone.Tests.Formats;

/// <summary>Compares cells by what they do.</summary>
internal static class Discharges
{
    /// <summary>Largest difference of the voltages over 97 % of a 1C discharge [V], and the relative difference in capacity.</summary>
    public static (double Largest, double Capacity) Compare(Cell cell, Cell other)
    {
        StepResult a = Run(cell), b = Run(other);
        double end = 0.97 * Math.Min(a.Series.Time[^1], b.Series.Time[^1]);
        Dictionary<double, double> voltages = Voltages(b), common = Voltages(a).Where(row => row.Key <= end && voltages.ContainsKey(row.Key)).ToDictionary();
        common.Count.ShouldBeGreaterThan(300);
        double largest = common.Max(row => Math.Abs(row.Value - voltages[row.Key]));
        return (largest, a.Charge / b.Charge - 1);
    }

    private static Dictionary<double, double> Voltages(StepResult step) => step.Series.Time.Zip(step.Series.Voltage)
        .DistinctBy(row => row.First).ToDictionary(row => row.First, row => row.Second);

    // Rows at fixed times, so that voltages can be compared without drawing lines between them.
    private static StepResult Run(Cell cell) => new Simulation(cell, new MeshSettings { Negative = 10, Separator = 5, Positive = 10, Radial = 10 })
        .Run(ProtocolParser.ParseAll([FormattableString.Invariant($"Discharge at 1C until {cell.LowerCutOff} V (10 s period)")], "test")).Steps[0];
}
