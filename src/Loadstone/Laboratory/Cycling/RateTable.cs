using Loadstone.Laboratory.Regression;

namespace Loadstone.Laboratory.Cycling;

/// <summary>Cycles at one current in a rate test.</summary>
/// <param name="Current">The current [A], positive.</param>
/// <param name="Rate">The current in multiples of that of one hour.</param>
/// <param name="FirstCycle">First cycle.</param>
/// <param name="LastCycle">Last cycle.</param>
/// <param name="Capacity">Mean capacity [C].</param>
/// <param name="Retention">Capacity over that of the slowest step.</param>
/// <param name="MeanVoltage">Mean voltage [V].</param>
/// <param name="IsReturn">Whether the current had been used in an earlier step already: it tells what came back, and takes no part in fits.</param>
public sealed record RateStep(double Current, double Rate, int FirstCycle, int LastCycle, Estimate Capacity, Estimate Retention, double MeanVoltage, bool IsReturn);

/// <summary>The steps of a rate test, found from the currents.</summary>
/// <param name="Side">Whose current changes: discharge, unless only that of charge does.</param>
/// <param name="OneC">Current of one hour [A].</param>
/// <param name="IsOneCGiven">Whether a person gave it; else it is the capacity of the slowest step in an hour.</param>
/// <param name="Steps">The steps, in order.</param>
/// <param name="Warnings">What makes them less sure.</param>
public sealed record RateTable(Direction Side, double OneC, bool IsOneCGiven, IReadOnlyList<RateStep> Steps, IReadOnlyList<string> Warnings)
{
    // Cyclers set a current to better than 1 %; steps of a rate test differ by much more.
    private const double SameCurrent = 0.03;
    private const double Hour = 3600;

    /// <summary>Steps of equal current.</summary>
    /// <param name="cycles">The cycles.</param>
    /// <param name="oneC">Current of one hour [A], or null for the capacity of the slowest step in an hour.</param>
    /// <exception cref="InputException">No half cycle holds a current.</exception>
    public static RateTable Of(CycleTable cycles, double? oneC = null)
    {
        ArgumentNullException.ThrowIfNull(cycles);
        List<Group> discharge = Groups(cycles, Direction.Discharge), charge = Groups(cycles, Direction.Charge);
        bool onCharge = !Varies(discharge) && Varies(charge);
        List<Group> groups = onCharge ? charge : discharge.Count > 0 ? discharge : charge;
        if (groups.Count == 0) throw new InputException("no charge or discharge holds a current; expected a rate test.", file: cycles.Source);
        Group slowest = groups.MinBy(g => g.Current)!;
        double unit = oneC is { } given ? Require.Positive(given, "A") : slowest.Capacity.Value / Hour;
        var steps = new List<RateStep>();
        foreach (Group group in groups)
        {
            bool isReturn = steps.Any(s => Same(s.Current, group.Current));
            steps.Add(new RateStep(group.Current, group.Current / unit, group.Numbers[0], group.Numbers[^1], group.Capacity,
                ReferenceEquals(group, slowest) ? Estimate.Exact(1) : ErrorPropagation.Quotient(group.Capacity, slowest.Capacity), group.Voltage, isReturn));
        }
        return new RateTable(groups == charge ? Direction.Charge : Direction.Discharge, unit, oneC is not null, steps, cycles.Trace.Warnings);
    }

    /// <summary>The steps that take part in fits: the first at each current.</summary>
    public IReadOnlyList<RateStep> Fresh => [.. Steps.Where(step => !step.IsReturn)];

    private static bool Varies(List<Group> groups) => groups.Count > 1 && !Same(groups.Max(g => g.Current), groups.Min(g => g.Current));

    private static bool Same(double a, double b) => Math.Abs(a - b) <= SameCurrent * Math.Max(a, b);

    private static List<Group> Groups(CycleTable cycles, Direction side)
    {
        var groups = new List<Group>();
        foreach (CycleRow cycle in cycles.Cycles)
        {
            if ((side == Direction.Charge ? cycle.Charge : cycle.Discharge) is not { Main: { } main } half) continue;
            double current = Math.Abs(main.Current);
            if (groups.Count == 0 || !Same(groups[^1].Current, current)) groups.Add(new Group(current));
            groups[^1].Add(cycle.Number, half);
        }
        return groups;
    }

    private sealed class Group(double current)
    {
        private readonly List<double> _charges = [], _voltages = [];

        public double Current { get; } = current;

        public List<int> Numbers { get; } = [];

        public Estimate Capacity => Estimate.MeanOf(_charges);

        public double Voltage => _voltages.Average();

        public void Add(int number, HalfCycle half)
        {
            Numbers.Add(number);
            _charges.Add(half.Charge);
            _voltages.Add(half.MeanVoltage);
        }
    }
}
