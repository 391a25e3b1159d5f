using Loadstone.Laboratory.Cycling;
using Loadstone.Laboratory.Recordings;

namespace Loadstone.Tests.Laboratory.Cycling;

public class SegmentFinderTests
{
    private static TestLog Charge() => new TestLog()
        .Rest(600, 10, 3.5)
        .Constant(3600, 10, -1, 3.6, 4.2)
        .Step(1800, 10, t => -Math.Exp(-t / 600), _ => 4.2)
        .Rest(600, 10, 4.15)
        .Constant(1800, 10, 2, 4.1, 3.3)
        .Constant(900, 10, 1, 3.4, 3.0);

    [Fact]
    public void What_was_done_is_found_from_current_and_voltage_alone()
    {
        IReadOnlyList<Segment> found = SegmentFinder.Find(Charge().ToTrace());
        found.Select(s => (s.Direction, s.Hold)).ShouldBe(
        [
            (Direction.Rest, Hold.Current), (Direction.Charge, Hold.Current), (Direction.Charge, Hold.Voltage), (Direction.Rest, Hold.Current),
            (Direction.Discharge, Hold.Current), (Direction.Discharge, Hold.Current),
        ]);
        // The first rows of a hold of the voltage still have the full current; together both are exact to the trapezoids of 10 s.
        (found[1].Charge + found[2].Charge).ShouldBe(3600 + 600 * (1 - Math.Exp(-3)), 0.5);
        found[4].Charge.ShouldBe(3600, 3600 * 1e-12);
        found[4].Current.ShouldBe(2);
        found[5].Charge.ShouldBe(900, 900 * 1e-12);
        found[5].Energy.ShouldBe(900 * 3.2, 1e-6);
    }

    [Fact]
    public void A_sweep_of_current_is_neither_hold()
    {
        IReadOnlyList<Segment> found = SegmentFinder.Find(new TestLog().Rest(60, 1, 3.8).Step(600, 1, t => 0.1 + Math.Abs(Math.Sin(t / 7)), t => 3.8 - t / 1000 - 0.1 * Math.Abs(Math.Sin(t / 7))).ToTrace());
        found.Where(s => s.Direction == Direction.Discharge && s.Hold == Hold.Neither).Sum(s => s.Duration).ShouldBeGreaterThan(400);
    }

    [Fact]
    public void A_current_with_the_sign_the_other_way_round_is_turned_and_told()
    {
        TestTrace turned = TestTrace.Of(Charge().ToRecording(written: i => -i));
        turned.Warnings.ShouldHaveSingleItem().ShouldContain("turned round");
        turned.Current.ShouldBe(Charge().ToTrace().Current);
    }

    [Fact]
    public void A_current_without_sign_takes_it_from_the_voltage()
    {
        TestTrace given = TestTrace.Of(Charge().ToRecording(written: Math.Abs));
        given.Warnings.ShouldHaveSingleItem().ShouldContain("no sign");
        SegmentFinder.Find(given).Where(s => s.Direction == Direction.Charge).Sum(s => s.Charge).ShouldBe(3600 + 600 * (1 - Math.Exp(-3)), 10);
    }

    [Fact]
    public void Rows_that_cannot_be_used_are_left_out_and_told_with_their_place()
    {
        double[] time = [0, 1, 2, double.NaN, 4, 3, 5, 6];
        TestTrace trace = TestTrace.Of(new Recording("broken", [(RecordColumns.TestTime, time), (RecordColumns.Voltage, [.. time.Select(_ => 3.7)]), (RecordColumns.Current, [.. time.Select(_ => 1.0)])]));
        trace.Count.ShouldBe(6);
        trace.Warnings.ShouldContain(w => w.Contains("row 4"));
        trace.Warnings.ShouldContain(w => w.Contains("row 6"));
    }

    [Fact]
    public void A_current_that_is_missing_comes_from_the_charge()
    {
        double[] time = [.. Enumerable.Range(0, 20).Select(k => 10.0 * k)];
        TestTrace trace = TestTrace.Of(new Recording("no current", [(RecordColumns.TestTime, time), (RecordColumns.Voltage, [.. time.Select(t => 4 - t / 1000)]), (RecordColumns.NetCapacity, [.. time.Select(t => 0.5 * t)])]));
        trace.Current.ShouldAllBe(i => Math.Abs(i - 0.5) < 1e-12);
        trace.Warnings.ShouldHaveSingleItem().ShouldContain("derived");
    }

    [Fact]
    public void A_test_of_two_rows_is_refused() =>
        Should.Throw<InputException>(() => TestTrace.Of(new Recording("short", [(RecordColumns.TestTime, [0, 1]), (RecordColumns.Voltage, [3, 3]), (RecordColumns.Current, [1, 1])])))
            .Message.ShouldContain("three");
}
