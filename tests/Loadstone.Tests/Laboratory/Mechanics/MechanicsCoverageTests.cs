using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Mechanics;

public class MechanicsCoverageTests
{
    private const int Count = 300;

    // Four standard deviations of a binomial share of 95 %.
    private static readonly double Slack = 4 * Math.Sqrt(0.95 * 0.05 / Count);

    public static TheoryData<string> Names => [.. MechanicsTrials.All.Select(t => t.Name)];

    /// <summary>Intervals that are too narrow or too wide would make the stated uncertainty worthless.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Intervals_hold_the_truth_as_often_as_they_say(string name)
    {
        Coverage found = Coverage.Of(MechanicsTrials.All.Single(t => t.Name == name).Trial, Count);
        found.Share.ShouldBeInRange(0.95 - Slack, 0.95 + Slack, found.ToString());
        if (double.IsFinite(found.Width)) found.Width.ShouldBeLessThan(1.3, found.ToString());
    }
}
