using Loadstone.Laboratory.Recordings;

namespace Loadstone.Tests.Laboratory.Recordings;

/// <summary>Every layout, written from a recording in closed form, gives that recording back: units, signs, clocks, commas, encodings.</summary>
public sealed class SyntheticFilesTests
{
    public static TheoryData<int> Layouts => [.. Enumerable.Range(0, SyntheticFiles.All.Count)];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void ALayoutIsRecognisedAndReadBack(int layout)
    {
        (string format, byte[] content) = SyntheticFiles.All[layout];
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, content);
            InstrumentFile.FormatOf(path).Name.ShouldBe(format);
            Recording recording = InstrumentFile.Load(path);
            recording.Count.ShouldBe(SyntheticFiles.Rows);
            for (int i = 0; i < recording.Count; i++)
            {
                if (recording.Has(RecordColumns.Frequency)) CheckPoint(recording, i);
                else CheckRow(recording, i);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void CheckPoint(Recording recording, int i)
    {
        recording[RecordColumns.Frequency][i].ShouldBe(SyntheticFiles.FrequencyOf(i), 1e-9);
        recording[RecordColumns.RealImpedance][i].ShouldBe(1 + 0.1 * i, 1e-12);
        recording[RecordColumns.ImaginaryImpedance][i].ShouldBe(-0.5 - 0.05 * i, 1e-12);
    }

    private static void CheckRow(Recording recording, int i)
    {
        recording[RecordColumns.TestTime][i].ShouldBe(SyntheticFiles.Interval * i, 1e-9);
        recording[RecordColumns.Voltage][i].ShouldBe(SyntheticFiles.VoltageOf(i), 1e-12);
        recording[RecordColumns.Current][i].ShouldBe(i < SyntheticFiles.Rows / 2 ? -1 : 1, 1e-12);
    }
}
