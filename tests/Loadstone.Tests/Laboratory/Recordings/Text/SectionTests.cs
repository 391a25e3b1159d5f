using Loadstone.Laboratory.Recordings;

namespace Loadstone.Tests.Laboratory.Recordings.Text;

/// <summary>Files with several tables are read whole, and what is left out is said.</summary>
public sealed class SectionTests
{
    [Fact]
    public void AllCurvesOfAGamryFileAreReadAndCounted()
    {
        Recording recording = Load("EXPLAIN\nTAG\tCV\nOCVCURVE\tTABLE\t2\n\tPt\tT\tVf\n\t#\ts\tV\n\t0\t0\t9\n\t1\t1\t9\nEOC\tQUANT\t0\n" + Curve(1, 3) + Curve(2, 3) + Curve(3, 2) + "NOTE\tLABEL\t0\n");
        recording.Count.ShouldBe(8);
        recording[RecordColumns.CycleCount].ToArray().ShouldBe([1, 1, 1, 2, 2, 2, 3, 3]);
        recording[RecordColumns.Voltage].ToArray().ShouldBe([1, 1, 1, 2, 2, 2, 3, 3]);
        recording[RecordColumns.Current][0].ShouldBe(-0.5);
        recording.Notes.ShouldContain(note => note.Contains("3 curves, CURVE1 to CURVE3"));
        recording.Notes.ShouldContain(note => note.StartsWith("line 3: OCVCURVE left out"));
        recording.Notes.Count.ShouldBe(2);
    }

    [Fact]
    public void ACurveWithOtherColumnsIsLeftOutWithItsLine()
    {
        Recording recording = Load("EXPLAIN\n" + Curve(1, 3) + "CURVE2\tTABLE\t1\n\tPt\tT\tVf\n\t#\ts\tV\n\t0\t0\t9\n" + Curve(3, 1));
        recording[RecordColumns.CycleCount].ToArray().ShouldBe([1, 1, 1, 3]);
        recording.Notes.ShouldContain(note => note.StartsWith("line 9: table 2 has other columns"));
    }

    [Fact]
    public void AllSegmentsOfAVersaStudioFileAreRead()
    {
        Recording recording = Load("<Application>\nName=VersaStudio\n</Application>\n" + Segment(1, 4) + "<Graph1>\nX=1\n</Graph1>\n" + Segment(2, 3));
        recording[RecordColumns.StepId].ToArray().ShouldBe([1, 1, 1, 1, 2, 2, 2]);
        recording[RecordColumns.Voltage][^1].ShouldBe(3.2);
        recording[RecordColumns.TestTime][^1].ShouldBe(2);
    }

    private static string Curve(int number, int points) =>
        $"CURVE{number}\tTABLE\t{points}\n\tPt\tT\tVf\tIm\n\t#\ts\tV\tA\n" + string.Concat(Enumerable.Range(0, points).Select(i => $"\t{i}\t{number * 10 + i}\t{number}\t0.5\n"));

    private static string Segment(int number, int points) =>
        $"<Segment{number}>\nType=2\nDefinition=Segment #, Point #, E(V), I(A), Elapsed Time(s), 0\n" + string.Concat(Enumerable.Range(0, points).Select(i => $"{number},{i},3.{i},0.001,{i}\n")) + $"</Segment{number}>\n";

    private static Recording Load(string text)
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        try
        {
            return InstrumentFile.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
