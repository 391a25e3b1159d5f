namespace Loadstone.Tests.Laboratory.Trials;

public class ImpedanceCoverageTests
{
    // Four standard deviations of a share of 95 % in this many trials are 5 %: what is beyond is no accident.
    private const int Seeds = 300;
    private const double Tolerance = 0.05;

    [Fact]
    public void IntervalsOfFittedCircuitsHoldTheTruthAndAreAsNarrowAsTheyCanBe()
    {
        IReadOnlyList<(string Name, Coverage Found)> all = Coverage.OfEach(CircuitTrial.Run, Seeds);
        all.Count.ShouldBe(CircuitTrial.Circuit.Parameters.Count);
        foreach ((string name, Coverage found) in all)
        {
            found.Share.ShouldBe(0.95, Tolerance, $"{name}: {found}");
            found.Width.ShouldBeInRange(0.9, 1.3, $"{name}: {found}");
        }
    }

    // 150 trials: four standard deviations are 7 %.
    private const int RelaxationSeeds = 150;
    private const double RelaxationTolerance = 0.07, RelaxationNoise = 0.005;

    [Fact]
    public void IntervalsOfRelaxationTimesHoldTheTruthAndAreAsNarrowAsTheyCanBe()
    {
        foreach (RelaxationTrials.Case which in RelaxationTrials.Standards)
        {
            IReadOnlyList<(string Name, Coverage Found)> all = Coverage.OfEach(seed => RelaxationTrials.Run(which, RelaxationNoise, seed), RelaxationSeeds);
            all.Count.ShouldBe(2 * which.Peaks.Count);
            foreach ((string name, Coverage found) in all)
            {
                found.Share.ShouldBe(0.95, RelaxationTolerance, $"{name}: {found}");
                found.Width.ShouldBeInRange(0.9, 1.3, $"{name}: {found}");
            }
        }
    }

    public static TheoryData<string> Names => [.. PorousTrials.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void IntervalsOfLinesAndPoresHoldTheTruth(string name)
    {
        foreach ((string estimate, Coverage found) in Coverage.OfEach(PorousTrials.All.Single(t => t.Name == name).Run, Seeds))
        {
            found.Share.ShouldBe(0.95, Tolerance, $"{estimate}: {found}");
            if (double.IsFinite(found.Width)) found.Width.ShouldBeLessThan(1.3, $"{estimate}: {found}");
        }
    }
}
