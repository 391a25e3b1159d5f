using Loadstone.Laboratory.Recordings;

namespace Loadstone.Tests.Laboratory.Recordings.Binary;

/// <summary>Each version that is described gives back the numbers that were written in it, in SI, discharge positive.</summary>
public class BinaryRoundTripTests
{
    private const int Rows = 5200;

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(11)]
    public void Mpr(int version)
    {
        Recording recording = BinaryFile.Load(BinaryFile.Written(s => MprWriter.Write(s, Rows, version)));
        recording.Count.ShouldBe(Rows);
        for (int i = 0; i < Rows; i += 37)
        {
            var row = new WrittenRow(i + 1);
            Compare(recording, RecordColumns.TestTime, i, row.TestTime);
            Compare(recording, RecordColumns.Voltage, i, row.Voltage);
            Compare(recording, RecordColumns.Current, i, -1e-3 * row.Milliamperes);
            Compare(recording, RecordColumns.NetCapacity, i, 1e-3 * (row.Discharged - row.Charged));
            Compare(recording, RecordColumns.CycleCount, i, row.Cycle);
            Compare(recording, RecordColumns.StepId, i, row.Step);
            Compare(recording, RecordColumn.Other("ox/red"), i, row.Milliamperes > 0 ? 1 : 0);
        }
    }

    [Theory]
    [InlineData("29")]
    [InlineData("29, thermometer")]
    [InlineData("130, 9.0")]
    [InlineData("130, 9.0, thermometer")]
    [InlineData("130, 9.1")]
    [InlineData("130, 9.1, thermometer")]
    public void Nda(string version)
    {
        bool hasThermometer = version.EndsWith("thermometer", StringComparison.Ordinal);
        Recording recording = BinaryFile.Load(BinaryFile.Written(s =>
        {
            if (version.StartsWith("29", StringComparison.Ordinal)) NdaWriter.Write29(s, Rows, hasThermometer);
            else if (version.Contains("9.0")) NdaWriter.Write90(s, Rows, hasThermometer);
            else NdaWriter.Write91(s, Rows, hasThermometer);
        }));
        Check(recording, hasThermometer);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(11)]
    [InlineData(14)]
    [InlineData(16)]
    [InlineData(17)]
    public void Ndax(int version)
    {
        Recording recording = BinaryFile.Load(BinaryFile.Written(s => NdaxWriter.Write(s, Rows, version)));
        Check(recording, hasThermometer: true);
        recording.Notes.ShouldNotContain(note => note.Contains("interpolated"));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(17)]
    public void Rows_between_those_with_a_time_are_completed(int version) =>
        Check(BinaryFile.Load(BinaryFile.Written(s => NdaxWriter.Write(s, Rows, version, every: 7))), hasThermometer: true);

    [Fact]
    public void A_current_that_a_BioLogic_file_leaves_out_comes_from_its_charge()
    {
        Recording recording = BinaryFile.Load(BinaryFile.Written(s => MprWriter.Write(s, Rows, hasCurrent: false)));
        recording.Notes.ShouldContain(note => note.Contains("has no current"));
        ReadOnlySpan<double> current = recording[RecordColumns.Current];
        for (int i = 1; i < Rows; i++)
        {
            if (new WrittenRow(i + 1) is { StepTime: > 0, Milliamperes: not 0 }) current[i].ShouldBe(-1e-3 * new WrittenRow(i + 1).Milliamperes, 1e-9);
        }
    }

    private static void Check(Recording recording, bool hasThermometer)
    {
        recording.Count.ShouldBe(Rows);
        for (int i = 0; i < Rows; i += 37)
        {
            var row = new WrittenRow(i + 1);
            Compare(recording, RecordColumns.RecordIndex, i, row.Index);
            Compare(recording, RecordColumns.TestTime, i, row.TestTime);
            Compare(recording, RecordColumns.StepTime, i, row.StepTime);
            Compare(recording, RecordColumns.UnixTime, i, WrittenRow.Began + row.TestTime);
            Compare(recording, RecordColumns.Voltage, i, row.Voltage);
            Compare(recording, RecordColumns.Current, i, -1e-3 * row.Milliamperes);
            Compare(recording, RecordColumns.CycleCount, i, row.Cycle);
            Compare(recording, RecordColumns.StepCount, i, row.Step);
            Compare(recording, RecordColumns.StepId, i, row.Step);
            Compare(recording, RecordColumn.Other("Status"), i, row.Status);
            Compare(recording, RecordColumns.StepChargingCapacity, i, 1e-3 * row.Charged);
            Compare(recording, RecordColumns.StepDischargingCapacity, i, 1e-3 * row.Discharged);
            if (hasThermometer) Compare(recording, RecordColumns.Temperature1, i, 273.15 + row.Celsius);
        }
    }

    private static void Compare(Recording recording, RecordColumn column, int row, double expected) =>
        recording[column][row].ShouldBe(expected, 3e-7 * Math.Abs(expected) + 1e-12, $"{column.Name}, row {row + 1}"); // single precision
}
