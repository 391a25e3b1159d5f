using Loadstone.Wetting;
using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Study;

namespace Loadstone.Tests.Wetting.Study;

public class StudyResultTests
{
    private static StudyResult Run(params (double Time, double OutletShare)[] outlet) => new(CutCellGrid.Of(DiscBed.Empty(3e-6, 4e-6), 1e-6), new StudyOptions(),
        [.. outlet.Select(at => new StudySample(at.Time, at.Time / 0.8, 0.5, at.OutletShare, 900))], null, 0, [], [], [], [], 0);

    /// <summary>A thread of 2 % that runs ahead gives the 1 % time; the 10 % time is that of the front behind it, both on straight lines between samples and relative to the largest share.</summary>
    [Fact]
    public void A_thread_ahead_of_the_front_moves_the_small_threshold_alone()
    {
        StudyResult threaded = Run((0.3, 0), (0.4, 0.02), (0.5, 0.02), (0.6, 0.18), (0.7, 0.5), (0.8, 0.8)), plain = Run((0.3, 0), (0.4, 0), (0.5, 0.02), (0.6, 0.18), (0.7, 0.5), (0.8, 0.8));
        threaded.OutletTime(0.01).ShouldBe(0.34, 1e-12);
        plain.OutletTime(0.01).ShouldBe(0.44, 1e-12);
        threaded.OutletTime(0.1).ShouldBe(0.5375, 1e-12);
        plain.OutletTime(0.1).ShouldBe(0.5375, 1e-12);
        threaded.OutletTime(1).ShouldBe(0.8, 1e-12);
    }

    /// <summary>Without liquid at the outlet there is no time; where it is there from the first sample on, that is the time.</summary>
    [Fact]
    public void The_outlet_time_of_a_dry_outlet_is_none()
    {
        Run((0.3, 0), (0.4, 0)).OutletTime(0.1).ShouldBe(double.NaN);
        Run((0.3, 0.7), (0.4, 1)).OutletTime(0.1).ShouldBe(0.3);
        Should.Throw<ArgumentOutOfRangeException>(() => Run((0.3, 0.7)).OutletTime(10)).ParamName.ShouldBe("part");
    }
}
