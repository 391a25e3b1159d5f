using Loadstone.Cli;
using Loadstone.Laboratory.Recordings;
using Loadstone.Tests.Laboratory.Recordings;

namespace Loadstone.Tests.Cli;

public class ConvertCommandTests
{
    [Fact]
    public void WhatIsConvertedReadsBackAsTheSameRecording()
    {
        using var shell = new Shell();
        foreach ((string format, byte[] content) in SyntheticFiles.All)
        {
            string path = shell.PathOf("in.txt"), converted = shell.PathOf("out.bdf.csv");
            File.WriteAllBytes(path, content);
            (int code, string output, string error) = Shell.Run("convert", path, converted);
            (code, error).ShouldBe((ExitCode.Done, ""), format);
            output.ShouldContain($"{format}, {SyntheticFiles.Rows} rows");
            File.ReadLines(converted).First().ShouldStartWith("Test Time / s,Voltage / V,Current / A");
            Recording before = InstrumentFile.Load(path), after = InstrumentFile.Load(converted);
            foreach (RecordColumn column in before.Columns.Where(column => column.IsStandard))
            {
                for (int i = 0; i < before.Count; i++) after[column][i].ShouldBe(before[column][i], 1e-14 * Math.Max(1, Math.Abs(before[column][i])), $"{format}: {column.Label}");
            }
        }
    }

    [Fact]
    public void EmptyRequiredColumnsAreThereAndSaid()
    {
        using var shell = new Shell();
        string path = shell.Write("z.csv", "1000,1,-0.1\n100,2,-0.2\n10,3,-0.3\n");
        (int code, string output, _) = Shell.Run("convert", path, shell.PathOf("z.bdf.csv"));
        code.ShouldBe(ExitCode.Done);
        output.ShouldContain("the file holds nothing for Current / A");
        File.ReadAllLines(shell.PathOf("z.bdf.csv"))[1].ShouldBe(",,,1000,1,-0.1");
    }

    [Fact]
    public void TheInputIsNeverWrittenOver()
    {
        using var shell = new Shell();
        const string text = "Test Time / s,Voltage / V,Current / A\n0,3,1\n1,3,1\n";
        string path = shell.Write("a.csv", text);
        (int code, _, string error) = Shell.Run("convert", path, Path.Combine(shell.Folder, ".", "a.csv"));
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("expected another one to write");
        File.ReadAllText(path).ShouldBe(text);
    }

    [Fact]
    public void AFileOfNoInstrumentIsOneLineAndLeavesNothing()
    {
        using var shell = new Shell();
        string path = shell.Write("note.txt", "Dear colleague,\nthe cells are in the drawer.\n");
        (int code, _, string error) = Shell.Run("convert", path, shell.PathOf("out.csv"));
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("no file of a known instrument");
        shell.Files.ShouldBe(["note.txt"]);
    }
}
