using Loadstone.Laboratory.Recordings;

namespace Loadstone.Tests.Laboratory.Recordings.Text;

/// <summary>Real files with known faults: each gives a clear error or a named warning.</summary>
public sealed class BrokenSamplesTests
{
    [Fact]
    public void TheGoodFileBesideThemGivesNoWarningButItsBareTime()
    {
        Recording good = InstrumentFile.Load(Samples.Path("broken/custom_good_small.csv"));
        good.Count.ShouldBe(60);
        good.Notes.ShouldHaveSingleItem().ShouldContain("test_time");
    }

    [Fact]
    public void AMissingVoltageIsAnErrorThatNamesTheHeaders()
    {
        string file = Samples.Path("broken/custom_missing_column.csv");
        var e = Should.Throw<InputException>(() => InstrumentFile.Load(file));
        e.Line.ShouldBe(20);
        e.Message.ShouldContain("discharge_Capacity");
    }

    [Fact]
    public void AMissingCycleIsAWarning() =>
        Notes("broken/custom_missing_cycle.csv").ShouldContain(note => note.StartsWith("row 21: the number of the cycle leaps from 1 to 3"));

    [Fact]
    public void InfinitiesAndEmptyVoltagesAreAWarningWithTheirPlace() =>
        Notes("broken/custom_nan_inf.csv").ShouldContain(note => note.StartsWith("line 24, column 8") && note.Contains("Voltage") && note.Contains("(3 such"));

    [Fact]
    public void ACutOffRowIsLeftOutWithAWarning()
    {
        Recording recording = InstrumentFile.Load(Samples.Path("broken/custom_truncated.csv"));
        recording.Count.ShouldBe(59);
        recording.Notes.ShouldContain(note => note.StartsWith("line 80") && note.Contains("5 of 10 fields"));
    }

    [Fact]
    public void AnAbortedExperimentIsAWarningAndItsPointsAreRead()
    {
        Recording recording = InstrumentFile.Load(Samples.Path("broken/gamry_aborted.DTA"));
        recording.Count.ShouldBe(72);
        recording.Notes.ShouldContain(note => note.StartsWith("line 172: EXPERIMENTABORTED"));
    }

    [Fact]
    public void AnImpedanceWithoutFrequencyIsAnError()
    {
        string file = Samples.Path("broken/biologic_missing_freq.mpt");
        var e = Should.Throw<InputException>(() => InstrumentFile.Load(file));
        e.Message.ShouldContain("freq/Hz");
    }

    private static IReadOnlyList<string> Notes(string name) => InstrumentFile.Load(Samples.Path(name)).Notes;
}
