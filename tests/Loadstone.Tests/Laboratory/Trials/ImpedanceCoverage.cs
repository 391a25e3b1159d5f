using Loadstone.Laboratory;

namespace Loadstone.Tests.Laboratory.Trials;

/// <summary>How often the 95 % intervals of a parameter hold the truth, and how wide they are.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Count">Number of trials.</param>
/// <param name="Coverage">Share of intervals that hold the truth.</param>
/// <param name="Width">Median width over the smallest possible one (Cramér–Rao); NaN where there is no bound.</param>
internal sealed record ImpedanceCoverage(string Name, int Count, double Coverage, double Width)
{
    /// <summary>Runs seeds 1 to count of a trial.</summary>
    public static IReadOnlyList<ImpedanceCoverage> Of(Func<int, IEnumerable<(string Name, Estimate Estimate, double Truth, double Bound)>> trial, int count)
    {
        var all = Enumerable.Range(1, count).AsParallel().AsOrdered().SelectMany(trial).ToList();
        return
        [
            .. all.GroupBy(t => t.Name).Select(group =>
            {
                double held = group.Count(t => t.Estimate.Interval() is var (low, high) && low <= t.Truth && t.Truth <= high);
                double[] widths = [.. group.Select(t => t.Estimate.HalfWidth() / (1.96 * t.Bound)).Order()];
                return new ImpedanceCoverage(group.Key, group.Count(), held / group.Count(), widths[widths.Length / 2]);
            }),
        ];
    }

    /// <summary>In one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Coverage * 100:f1} % of {Count}, width {Width:f2} of the bound");
}
