using Loadstone.Wetting;
using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Study;

namespace Loadstone.Tests.Wetting.Study;

public class StudyResultTests
{
    private static StudyResult Run(params (double Time, double OutletShare)[] outlet) => new(CutCellGrid.Of(DiscBed.Empty(3e-6, 4e-6), 1e-6), new StudyOptions(),
        [.. outlet.Select(at => new StudySample(at.Time, at.Time / 0.8, 0.5, at.OutletShare, 900))], null, 0, [], [], [], [], 0);

    /// <summary>A thread of 2 % that runs ahead gives the 1 % time, relative to the largest share; the 10 % time is that of the front behind it. Both lie on straight lines between samples.</summary>
    [Fact]
    public void A_thread_ahead_of_the_front_moves_the_small_threshold_alone()
    {
        StudyResult threaded = Run((0.3, 0), (0.4, 0.02), (0.5, 0.02), (0.6, 0.18), (0.7, 0.5), (0.8, 0.8)), plain = Run((0.3, 0), (0.4, 0), (0.5, 0.02), (0.6, 0.18), (0.7, 0.5), (0.8, 0.8));
        threaded.OutletTime.ShouldBe(0.34, 1e-12);
        plain.OutletTime.ShouldBe(0.44, 1e-12);
        threaded.OutletTimeAt(0.1).ShouldBe(0.55, 1e-12);
        plain.OutletTimeAt(0.1).ShouldBe(0.55, 1e-12);
    }

    /// <summary>The 10 % time stays when a run goes on and a moment of air coming back raises the largest share above 1; a share that is never reached has no time.</summary>
    [Fact]
    public void The_time_of_a_share_hangs_on_nothing_that_comes_later()
    {
        StudyResult brief = Run((0.3, 0), (0.4, 0.2)), longer = Run((0.3, 0), (0.4, 0.2), (0.5, 1.3));
        brief.OutletTimeAt(0.1).ShouldBe(0.35, 1e-12);
        longer.OutletTimeAt(0.1).ShouldBe(0.35, 1e-12);
        brief.OutletTimeAt(0.3).ShouldBe(double.NaN);
    }

    /// <summary>Without liquid at the outlet there is no time; where it is there from the first sample on, that is the time.</summary>
    [Fact]
    public void A_dry_outlet_has_no_time()
    {
        StudyResult dry = Run((0.3, 0), (0.4, 0));
        dry.OutletTime.ShouldBe(double.NaN);
        dry.OutletTimeAt(0.1).ShouldBe(double.NaN);
        Run((0.3, 0.7), (0.4, 1)).OutletTimeAt(0.1).ShouldBe(0.3);
    }
}
