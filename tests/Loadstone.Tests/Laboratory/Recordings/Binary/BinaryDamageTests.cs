using Loadstone.Laboratory.Recordings;

namespace Loadstone.Tests.Laboratory.Recordings.Binary;

/// <summary>Files that are cut off, damaged or of unknown kinds give what can be read, with a note of the byte, or one clear message.</summary>
public class BinaryDamageTests
{
    [Fact]
    public void An_unknown_column_is_told_and_the_others_are_read()
    {
        Recording recording = BinaryFile.Load(BinaryFile.Written(s => MprWriter.Write(s, 100, unknown: [700])));
        recording.Notes.ShouldContain(note => note.Contains("identifier 700") && note.Contains("4 bytes"));
        recording[RecordColumn.Other("column 700")][9].ShouldBe(10);
        recording[RecordColumns.Current][9].ShouldBe(-0.5, 1e-7);
        recording[RecordColumns.CycleCount][9].ShouldBe(1);
    }

    [Fact]
    public void Several_unknown_columns_are_told_apart_by_the_length_of_the_row()
    {
        Recording recording = BinaryFile.Load(BinaryFile.Written(s => MprWriter.Write(s, 100, unknown: [700, 701])));
        recording[RecordColumn.Other("column 701")][9].ShouldBe(10);
        recording[RecordColumns.CycleCount][9].ShouldBe(1);
    }

    [Fact]
    public void A_cut_off_BioLogic_file_is_read_up_to_its_end()
    {
        byte[] whole = BinaryFile.Written(s => MprWriter.Write(s, 1000));
        Recording recording = BinaryFile.Load(whole[..20_000]);
        recording.Count.ShouldBeInRange(400, 700);
        recording.Notes.ShouldContain(note => note.StartsWith("byte 20000:") && note.Contains("of 1000 rows"));
    }

    [Fact]
    public void A_cut_off_Neware_file_is_read_up_to_its_end()
    {
        byte[] whole = BinaryFile.Written(s => NdaWriter.Write29(s, 1000));
        Recording recording = BinaryFile.Load(whole[..(5000 + 86 * 300 + 40)]);
        recording.Count.ShouldBe(300);
        recording.Notes.ShouldContain(note => note.StartsWith("byte 30800:") && note.Contains("cut off"));
    }

    [Fact]
    public void Foreign_bytes_between_the_records_are_passed_over_and_told()
    {
        byte[] whole = BinaryFile.Written(s => NdaWriter.Write29(s, 1000));
        byte[] damaged = [.. whole[..(5000 + 86 * 300)], .. Enumerable.Repeat((byte)0x37, 51), .. whole[(5000 + 86 * 300)..]];
        Recording recording = BinaryFile.Load(damaged);
        recording.Count.ShouldBe(1000);
        recording.Notes.ShouldContain(note => note.StartsWith("byte 30800: 51 bytes"));
    }

    [Fact]
    public void A_value_that_cannot_be_right_is_told_with_its_byte()
    {
        byte[] bytes = BinaryFile.Written(s => NdaWriter.Write91(s, 1000));
        BitConverter.TryWriteBytes(bytes.AsSpan(1024 + 56 * 500 + 24), 3e7f);
        BinaryFile.Load(bytes).Notes.ShouldContain(note => note.StartsWith("byte 29024:") && note.Contains("Voltage"));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(140)]
    public void A_Neware_version_that_is_not_known_is_refused(byte version)
    {
        byte[] bytes = BinaryFile.Written(s => NdaWriter.Write29(s, 10));
        bytes[14] = version;
        Should.Throw<InputException>(() => BinaryFile.Load(bytes)).Problem.ShouldStartWith($"byte 14: the file is of version {version}");
    }

    [Fact]
    public void An_archive_of_an_unknown_version_is_refused() =>
        Should.Throw<InputException>(() => BinaryFile.Load(BinaryFile.Written(s => NdaxWriter.Write(s, 10, 99)))).Problem.ShouldContain("version 99");

    [Theory]
    [InlineData(5)]
    [InlineData(14)]
    [InlineData(17)]
    public void An_archive_without_its_directory_is_read_in_full(int version)
    {
        byte[] whole = BinaryFile.Written(s => NdaxWriter.Write(s, 1000, version));
        byte[] cut = whole[..whole.AsSpan().LastIndexOf("PK\u0001\u0002"u8)];
        Recording expected = BinaryFile.Load(whole), recording = BinaryFile.Load(cut[..^20]);
        recording.Count.ShouldBe(1000);
        foreach (RecordColumn column in (RecordColumn[])[RecordColumns.TestTime, RecordColumns.Voltage, RecordColumns.Current, RecordColumns.StepChargingCapacity])
            recording[column].ToArray().ShouldBe(expected[column].ToArray(), column.Label);
        recording.Notes.ShouldContain(note => note.StartsWith($"byte {cut.Length - 20}: the archive is cut off") && note.Contains("data.ndc"));
    }

    [Fact]
    public void A_cut_off_archive_is_read_up_to_its_end()
    {
        byte[] whole = BinaryFile.Written(s => NdaxWriter.Write(s, 20_000, 5));
        Recording expected = BinaryFile.Load(whole), recording = BinaryFile.Load(whole[..(whole.Length / 4)]);
        recording.Count.ShouldBeInRange(2000, 16_000);
        recording[RecordColumns.Voltage].ToArray().ShouldBe(expected[RecordColumns.Voltage][..recording.Count].ToArray());
        recording.Notes.ShouldContain(note => note.StartsWith("data.ndc byte") && note.Contains("cut off"));
    }

    [Fact]
    public void An_archive_cut_off_before_its_data_is_refused_with_what_it_holds()
    {
        byte[] whole = BinaryFile.Written(s => NdaxWriter.Write(s, 1000, 14));
        Should.Throw<InputException>(() => BinaryFile.Load(whole[..100])).Problem.ShouldContain("TestInfo.xml");
    }
}
