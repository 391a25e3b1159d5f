using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Laboratory.Imaging;

/// <summary>A fixed sample of the trials; the benchmarks' <c>coverage</c> runs more.</summary>
public class ImagingCoverageTests
{
    private const int Count = 200;

    // Four standard deviations of the share that so many intervals of 95 % hold.
    private static readonly double Slack = 4 * Math.Sqrt(0.95 * 0.05 / Count);

    public static TheoryData<string> Names => [.. ImagingTrials.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Intervals_hold_the_truth_as_often_as_they_say(string name)
    {
        Coverage found = Coverage.Of(ImagingTrials.All.Single(t => t.Name == name).Trial, Count);
        found.Share.ShouldBeInRange(0.95 - Slack, 0.95 + Slack);
        if (double.IsFinite(found.Width)) found.Width.ShouldBeLessThan(1.3);
    }
}
