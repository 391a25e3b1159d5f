using Loadstone.Designs.Infiltration;
using Loadstone.Laboratory;
using Loadstone.Reports;
using Loadstone.Wetting;
using Loadstone.Wetting.Grids;
using Loadstone.Wetting.Study;

namespace Loadstone.Tests.Designs.Infiltration;

public sealed class StudyFillingsTests : IDisposable
{
    private static readonly DiscBed Bed = DiscBed.Of(12e-6, 20e-6, [new Disc(3e-6, 4e-6, 2.4e-6), new Disc(9e-6, 6e-6, 2.4e-6), new Disc(4e-6, 11e-6, 2.4e-6), new Disc(9e-6, 15e-6, 2.4e-6)], "test");

    private static readonly StudyOptions Options = new() { PoreVolumes = 1.5, FlowInterval = 2e-3, Frames = 12 };

    private readonly string _folder = Directory.CreateTempSubdirectory("loadstone-study").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A filling stopped at half goes on there, not at the start, and ends with the same bits.</summary>
    [Fact]
    public void A_stopped_filling_goes_on_with_the_same_bits()
    {
        StudyResult whole = new StudyFillings(Options, null).Fill(Bed);
        var fillings = new StudyFillings(Options, _folder);
        using var stop = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => fillings.Fill(Bed, share =>
        {
            if (share >= 0.5) stop.Cancel();
        }, stop.Token));
        Directory.GetFiles(_folder).ShouldHaveSingleItem();
        var told = new List<double>();
        StudyResult resumed = fillings.Fill(Bed, told.Add);
        told[0].ShouldBe(0.5, 0.01);
        resumed.History.ShouldBe(whole.History);
        resumed.Share.ShouldBe(whole.Share);
        resumed.Pressure.ShouldBe(whole.Pressure);
        resumed.MassError.ShouldBe(whole.MassError);
        resumed.Breakthrough.ShouldBe(whole.Breakthrough);
        resumed.Frames.Select(frame => frame.Time).ShouldBe(whole.Frames.Select(frame => frame.Time));
        StudyFillings.Remove(_folder);
        Directory.Exists(_folder).ShouldBeFalse();
        Directory.CreateDirectory(_folder);
    }

    /// <summary>Beds that are filled beside each other come out in their order, as each would alone.</summary>
    [Fact]
    public void Beds_beside_each_other_do_not_touch()
    {
        IReadOnlyList<StudyResult> both = new StudyFillings(Options, null).Fill([Bed, Bed.Mirrored()]);
        StudyResult alone = new StudyFillings(Options, null).Fill(Bed);
        both[0].History.ShouldBe(alone.History);
        // The mirror goes through other sums: the same to far more than any number that is told.
        both[1].OutletTime.ShouldBe(alone.OutletTime, 1e-6 * alone.OutletTime);
        both[1].Breakthrough!.Value.InletPressure.ShouldBe(alone.Breakthrough!.Value.InletPressure, 1e-6 * alone.Breakthrough.Value.InletPressure);
    }

    /// <summary>Liquid that came in has stayed or left to rounding, and the numbers of a run are those of its history.</summary>
    [Fact]
    public void Numbers_follow_from_the_history()
    {
        StudyResult result = new StudyFillings(Options, null).Fill(Bed);
        result.MassError.ShouldBeLessThan(1e-12);
        LaboratoryResult report = StudyReport.Of("one", [result, result]);
        double Number(string name) => report.Numbers.Single(number => number.Name == name).Estimate.Value;
        Number("air left at 1.36 pore volumes").ShouldBe(1 - result.History.Single(sample => Math.Abs(sample.PoreVolumes - 1.36) < 1e-9).Saturation, 1e-12);
        report.Numbers.ShouldNotContain(number => number.Name.Contains("2 pore volumes", StringComparison.Ordinal));
        int tenth = result.History.Count - 1 - 50;
        double fillTime = result.Grid.Pore.ToArray().Sum() * result.Grid.Cell * result.Grid.Cell / (Options.InletVelocity * Bed.Width);
        Number("1 % outlet time over fill time").ShouldBe(result.OutletTime / fillTime, 1e-9);
        Number("10 % outlet time").ShouldBe(result.OutletTimeAt(0.1));
        Number("10 % outlet time over fill time").ShouldBe(result.OutletTimeAt(0.1) / fillTime, 1e-9);
        result.OutletTimeAt(0.1).ShouldBeGreaterThan(result.OutletTime);
        Table beds = report.Sections.SelectMany(section => section.Blocks).OfType<Table>().First();
        beds.Rows[0].Count.ShouldBe(beds.Columns.Count);
        beds.Rows[0][beds.Columns.ToList().FindIndex(column => column.Title == "10 % outlet time")].ShouldBe(FormattableString.Invariant($"{result.OutletTimeAt(0.1):f4}"));
        report.Details!["beds"]!["10 % outlet time"].ShouldNotBeNull();
        Number("saturation gained per pore volume at the end").ShouldBe((result.History[^1].Saturation - result.History[tenth].Saturation) / 0.1, 1e-9);
        report.Warnings.ShouldContain(warning => warning.Contains("no surface tension acts", StringComparison.Ordinal));
        Animation film = report.Sections.SelectMany(section => section.Blocks).OfType<Animation>().ShouldHaveSingleItem();
        film.Frames.Count.ShouldBe(13);
        film.Frames[0].Pixels.Count(PictureKey.OfClass(3)).ShouldBe(0);
        film.Frames[^1].Pixels.Count(PictureKey.OfClass(3)).ShouldBeGreaterThan(film.Frames[4].Pixels.Count(PictureKey.OfClass(3)));
    }

    /// <summary>Air above liquid has no way out and is left behind; air that hangs together with the bottom, if round a corner, is not.</summary>
    [Fact]
    public void Air_that_is_cut_off_is_told_from_air_on_its_way()
    {
        CutCellGrid grid = CutCellGrid.Of(DiscBed.Empty(3e-6, 4e-6), 1e-6);
        const byte air = 0, wet = 255;
        // Rows from the bottom.
        bool[] behind = AirLeftBehind.In(grid, [wet, wet, air, air, air, air, wet, wet, wet, air, 127, wet]);
        behind.ShouldBe([false, false, false, false, false, false, false, false, false, true, true, false]);
    }
}
