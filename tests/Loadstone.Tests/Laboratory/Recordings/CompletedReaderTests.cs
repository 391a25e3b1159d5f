using System.Text;
using Loadstone.Laboratory.Recordings;
using Loadstone.Laboratory.Recordings.Text;

namespace Loadstone.Tests.Laboratory.Recordings;

/// <summary>Awkward tables: what is derived, turned round, passed over and said.</summary>
public sealed class CompletedReaderTests
{
    [Fact]
    public void ACurrentOfTheOtherSignIsTurnedAndSaid()
    {
        Recording recording = Load("Test Time (s),Voltage (V),Current (A),Charge Capacity (Ah),Discharge Capacity (Ah)\n0,3,0,0,0\n", i => $"{10 * i},3.{i},-1,{0.01 * i:f3},0\n");
        recording[RecordColumns.Current][1].ShouldBe(-1);
        recording.Notes.ShouldContain(note => note.Contains("counts discharge as positive"));
    }

    [Fact]
    public void ACurrentOfTheRightSignStays()
    {
        Recording recording = Load("Test Time (s),Voltage (V),Current (A),Charge Capacity (Ah),Discharge Capacity (Ah)\n0,3,0,0,0\n", i => $"{10 * i},3.{i},1,{0.01 * i:f3},0\n");
        recording[RecordColumns.Current][1].ShouldBe(-1);
        recording.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void AMissingCurrentIsDerivedFromCapacities()
    {
        Recording recording = Load("Test Time (s),Voltage (V),Charge Capacity (Ah),Discharge Capacity (Ah)\n", i => $"{36 * i},3.{i},0,{0.01 * i:f3}\n");
        double.IsNaN(recording[RecordColumns.Current][0]).ShouldBeTrue();
        recording[RecordColumns.Current][1].ShouldBe(1, 1e-9);
        recording.Notes.ShouldContain(note => note.Contains("derived"));
    }

    [Fact]
    public void HeadersThatComeAgainArePassedOver()
    {
        Recording recording = Load("Test Time (s),Voltage (V),Current (A)\n", i => i == 4 ? "Test Time (s),Voltage (V),Current (A)\n" : $"{i},3,1\n");
        recording.Count.ShouldBe(8);
        recording.Notes.ShouldHaveSingleItem().ShouldStartWith("line 5: the headers stand there once more");
    }

    [Fact]
    public void ADoubledHeaderCountsOnceAndIsSaid()
    {
        Recording recording = Load("Test Time (s),Voltage (V),Voltage (V)\n", i => $"{i},3,4\n");
        recording[RecordColumns.Voltage][0].ShouldBe(3);
        recording.Notes.ShouldContain(note => note.Contains("once more"));
    }

    [Fact]
    public void AUnitOfSomethingElseIsSaid()
    {
        Recording recording = Load("Test Time (s),Voltage (V),Current (mV)\n", i => $"{i},3,4\n");
        recording.Has(RecordColumns.Current).ShouldBeFalse();
        recording.Notes.ShouldContain(note => note.Contains("the unit mV, which does not fit"));
    }

    [Fact]
    public void TimesThatFallAreSaid() =>
        Load("Test Time (s),Voltage (V),Current (A)\n", i => $"{10 - i},3,1\n").Notes.ShouldHaveSingleItem().ShouldStartWith("row 2: the time of the test falls");

    [Fact]
    public void ColumnsAreTakenAsAPersonNamesThem()
    {
        string path = Write("zeit (min);spg (mV);strom (mA)\n" + string.Concat(Enumerable.Range(0, 5).Select(i => $"{i};{3000 + i};-500,5\n")));
        try
        {
            using RecordReader reader = InstrumentFile.Open(path, ColumnChoice.Parse("time=zeit (min), voltage=spg (mV), current=strom (mA)"));
            Recording recording = Recording.Of(reader, path);
            double[] row = [recording[RecordColumns.TestTime][1], recording[RecordColumns.Voltage][1], recording[RecordColumns.Current][1]];
            row.ShouldBe([60, 3.001, 0.5005], 1e-12);
            Should.Throw<InputException>(() => InstrumentFile.Open(path, ColumnChoice.Parse("time=zeit (min), voltage=E(V)"))).Message.ShouldContain("E(V)");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void TheSignIsFoundHoweverLateTheFirstChargeComes()
    {
        const int rest = 40_000;
        string text = "Test Time (s),Voltage (V),Current (A),Charge Capacity (Ah),Discharge Capacity (Ah)\n"
            + string.Concat(Enumerable.Range(0, rest).Select(i => $"{i},3,0,0,0\n")) + string.Concat(Enumerable.Range(0, 30).Select(i => $"{rest + 10 * i},3,-1,{i / 360.0:f5},0\n"));
        Recording recording = LoadText(text);
        recording.Count.ShouldBe(rest + 30);
        recording[RecordColumns.Current][^1].ShouldBe(-1);
        recording.Notes.ShouldHaveSingleItem().ShouldContain("counts discharge as positive");
    }

    [Fact]
    public void MillivoltsThatCallThemselvesVoltsAreSaid() =>
        Load("Test Time (s),Voltage (V),Current (A)\n", i => $"{i},{3700 + i},1\n").Notes.ShouldHaveSingleItem().ShouldStartWith("row 1: the voltage is 3701 V there (9 such rows)");

    [Theory]
    [InlineData(1, false)]
    [InlineData(1000, true)]
    public void ACurrentInAnotherUnitThanItsChargeIsSaid(double factor, bool isSaid)
    {
        // Charge in steps of 1 mAh, as programs round it: 36 rows of 0.1 A each.
        Recording recording = LoadText("Test Time (s),Voltage (V),Current (A),Charge Capacity (Ah),Discharge Capacity (Ah)\n"
            + string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i},3,{0.1 * factor},{Math.Floor(i * 0.1 / 3.6) / 1000:f3},0\n")));
        recording.Notes.Any(note => note.Contains("another unit")).ShouldBe(isSaid);
    }

    [Fact]
    public void NamesOfStepsAreKept()
    {
        Recording recording = Load("Test Time (s),Voltage (V),Current (A),Step Type\n", i => $"{i},3,1,{(i < 4 ? "Rest" : "CC Chg")}\n");
        recording.StepTypes.ShouldBe(["Rest", "CC Chg"]);
        recording[RecordColumns.StepType].ToArray().ShouldBe([0, 0, 0, 1, 1, 1, 1, 1, 1]);
        recording[RecordColumns.Current][^1].ShouldBe(-1);
    }

    [Theory]
    [InlineData("", "time=1, voltage=2(mV), current=3(mA)")]
    [InlineData("recorded by hand\n\n", "time=#1(s), voltage=#2(mV), current=#3(mA)")]
    public void ColumnsWithoutHeadersAreTakenByTheirNumber(string head, string choices)
    {
        string path = Write(head + string.Concat(Enumerable.Range(0, 5).Select(i => $"{i};{3000 + i};-500,5;7\n")));
        try
        {
            using RecordReader reader = InstrumentFile.Open(path, ColumnChoice.Parse(choices));
            Recording recording = Recording.Of(reader, path);
            recording.Count.ShouldBe(5);
            double[] row = [recording[RecordColumns.TestTime][1], recording[RecordColumns.Voltage][1], recording[RecordColumns.Current][1], recording[RecordColumn.Other("column 4")][1]];
            row.ShouldBe([1, 3.001, 0.5005, 7], 1e-12);
            Should.Throw<InputException>(() => InstrumentFile.Open(path, ColumnChoice.Parse("time=1, voltage=9"))).Message.ShouldContain("1, 9");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Recording Load(string head, Func<int, string> row) => LoadText(head + string.Concat(Enumerable.Range(1, 9).Select(row)));

    private static Recording LoadText(string text)
    {
        string path = Write(text);
        try
        {
            return InstrumentFile.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Write(string text)
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
        return path;
    }
}
