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

    private static Recording Load(string head, Func<int, string> row)
    {
        string path = Write(head + string.Concat(Enumerable.Range(1, 9).Select(row)));
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
