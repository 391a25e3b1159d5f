using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Cycling;

/// <summary>How the capacity and the energy of a cell fall: straight lines by least squares (as Yari et al., ACS Appl. Energy Mater. 2020, figure 5b).</summary>
/// <param name="PerCycle">Share of the first capacity lost per cycle.</param>
/// <param name="PerThroughput">Share of the first capacity lost per charge passed [1/C].</param>
/// <param name="EnergyPerCycle">Share of the first energy of discharge lost per cycle.</param>
/// <param name="EnergyPerThroughput">Share of the first energy lost per charge passed [1/C].</param>
/// <param name="FirstCycle">First cycle of the lines.</param>
/// <param name="LastCycle">Last cycle of the lines.</param>
public sealed record Fade(Estimate PerCycle, Estimate PerThroughput, Estimate EnergyPerCycle, Estimate EnergyPerThroughput, int FirstCycle, int LastCycle)
{
    /// <summary>Fade of discharges, relative to the value of the line at its first cycle; null where there are fewer than three.</summary>
    /// <param name="cycles">The cycles; those without discharge are passed over.</param>
    /// <param name="from">First cycle to use.</param>
    /// <param name="to">Last cycle to use.</param>
    public static Fade? Of(IReadOnlyList<CycleRow> cycles, int from = 1, int to = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(cycles);
        double passed = 0;
        List<double> number = [], throughput = [], capacity = [], energy = [];
        foreach (CycleRow cycle in cycles)
        {
            if (cycle.Charge is { } charge) passed += charge.Charge;
            if (cycle.Discharge is not { } discharge) continue;
            passed += discharge.Charge;
            if (cycle.Number < from || cycle.Number > to) continue;
            number.Add(cycle.Number);
            throughput.Add(passed);
            capacity.Add(discharge.Charge);
            energy.Add(discharge.Energy);
        }
        if (number.Count < 3) return null;
        return new Fade(Rate(number, capacity), Rate(throughput, capacity), Rate(number, energy), Rate(throughput, energy), (int)number[0], (int)number[^1]);
    }

    // −slope/intercept with the intercept at the first point; both have errors, and they are correlated.
    private static Estimate Rate(List<double> x, List<double> y)
    {
        LinearLeastSquares line = LinearLeastSquares.Fit([.. y], [.. x.Select(_ => 1.0)], [.. x.Select(v => v - x[0])]);
        double a = line.Coefficients[0], b = line.Coefficients[1];
        double error = line.Combination([b / (a * a), -1 / a]).StandardError;
        return new Estimate(-b / a, error, line.DegreesOfFreedom);
    }
}
