using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Peaks;

public class PeakCoverageTests
{
    public static TheoryData<string, int> Names
    {
        get
        {
            // A whole pattern takes as long as a hundred peaks.
            var names = new TheoryData<string, int> { { "xrd, c", 25 } };
            foreach ((string name, _) in PeakTrials.All.Where(t => t.Name.StartsWith("peaks", StringComparison.Ordinal))) names.Add(name, 100);
            return names;
        }
    }

    /// <summary>Intervals that are too narrow or too wide would make the stated uncertainty worthless.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Intervals_hold_the_truth_as_often_as_they_say(string name, int count)
    {
        Coverage found = Coverage.Of(PeakTrials.All.Single(t => t.Name == name).Trial, count);
        // Four standard deviations of a binomial share of 95 %.
        found.Share.ShouldBeGreaterThan(0.95 - 4 * Math.Sqrt(0.95 * 0.05 / count), found.ToString());
        if (double.IsFinite(found.Width)) found.Width.ShouldBeInRange(0.8, 1.3);
    }
}
