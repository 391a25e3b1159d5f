using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Cycling;

/// <summary>Intervals that hold the truth less or more often than they say would be worth nothing.</summary>
public class CyclerCoverageTests
{
    private const int Count = 400;

    public static TheoryData<string> Names => [.. CyclerTrials.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Intervals_hold_the_truth_as_often_as_they_say(string name)
    {
        Coverage found = Coverage.Of(CyclerTrials.All.First(t => t.Name == name).Trial, Count);
        // Four standard deviations of a share of 95 % in so many trials.
        found.Share.ShouldBe(0.95, 4 * Math.Sqrt(0.95 * 0.05 / Count));
        if (double.IsFinite(found.Width)) found.Width.ShouldBeLessThan(1.3);
    }
}
