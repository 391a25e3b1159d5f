using System.Globalization;
using System.Text;
using Loadstone.Cli;
using Loadstone.Laboratory.Recordings;

namespace Loadstone.Tests.Cli;

/// <summary><c>convert</c> on files as people have them: each gives one clear message or a named note, and no half of a file.</summary>
public class ConvertBadInputTests
{
    private const string Head = "Test Time (s),Voltage (V),Current (A)\n";
    private const int Rows = 20;

    private static string Body { get; } = Lines(i => $"{10 * i},{Number(3 + 0.01 * i)},{(i < 10 ? 1 : -1)}");

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "empty", [], "the file is empty" },
        { "blank lines", "\n\n \n"u8.ToArray(), "the file is empty" },
        { "headers alone", Utf8(Head), ":1: these are headers of a recording, but no row of numbers follows" },
        { "no number in any row", Utf8(Head + Lines(_ => "NaN,NaN,NaN")), ":1: these are headers of a recording, but no row of numbers follows" },
        { "prose", "Dear colleague,\nthe cells are in the drawer.\n"u8.ToArray(), "it begins with \"Dear colleague,\"" },
        { "no headers", Utf8(Body), "can be named: --columns" },
        { "zeros", new byte[4096], "byte 0: this binary file" },
        { "a damaged archive", [.. "PK\u0003\u0004"u8, .. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7919 >> 3))], "byte 0: this binary file" },
        { "decimal commas between commas", Utf8(Head + Body.Replace(',', ';').Replace('.', ',').Replace(';', ',')), ":2: " },
        { "an impedance without frequency", Utf8("Re(Z)/Ohm\t-Im(Z)/Ohm\ttime/s\n1\t2\t3\n1\t2\t4\n"), "no column of its frequency" },
        { "no voltage", Utf8("Test Time (s),Current (A)\n0,1\n1,1\n"), "no column holds a voltage" },
    };

    public static TheoryData<string, byte[], int, string> Told => new()
    {
        { "cut off within a row", Utf8(Head + Body[..^5]), Rows - 1, "line 21: the last row has 2 of 3 fields" },
        { "two files joined", Utf8(Head + Body + Head + Body), 2 * Rows, "line 22: the headers stand there once more" },
        { "a header twice", Utf8("Test Time (s),Voltage (V),Voltage (V),Current (A)\n" + Lines(i => $"{i},3,9,1")), Rows, "line 1, column 3: \"Voltage (V)\" names Voltage / V once more" },
        { "times out of order", Utf8(Head + Lines(i => $"{(i == 7 ? 200 : i)},3,1")), Rows, "row 9: the time of the test falls from 200 s to 8 s" },
        { "fields that are no numbers", Utf8(Head + Lines(i => $"{i},{(i is 4 or 9 ? "NaN" : i == 6 ? "overload" : "3")},1")), Rows, "line 6, column 2: \"NaN\" is no finite number for Voltage / V; left empty (3 such fields)" },
        { "millivolts called volts", Utf8(Head + Lines(i => $"{i},{3000 + i},1")), Rows, "row 1: the voltage is 3000 V" },
        { "a unit of something else", Utf8("Test Time (s),Voltage (V),Current (mV)\n" + Lines(i => $"{i},3,1")), Rows, "line 1, column 3: the header \"Current (mV)\" has the unit mV" },
        { "the other sign", Utf8("Test Time (s),Voltage (V),Current (A),Charge Capacity (Ah),Discharge Capacity (Ah)\n" + Lines(i => $"{36 * i},3,-1,{Number(0.01 * i)},0")), Rows, "counts discharge as positive" },
        { "rows with more fields", Utf8(Head + Lines(i => $"{i}.5,3.1,1{(i == 3 ? ",7" : "")}")), Rows, "line 5: the row has more fields than the 3 columns" },
        { "rows with fewer fields", Utf8(Head + Lines(i => i == 3 ? "3,3.1" : $"{i},3.1,1")), Rows, "line 5: the row has fewer fields than the 3 headers" },
    };

    /// <summary>What needs no note, since nothing is lost: other encodings and separators, another extension, half a cycle.</summary>
    public static TheoryData<string, byte[]> Silent => new()
    {
        { "utf-16.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Head + Body)] },
        { "utf-16-without-mark.csv", Encoding.Unicode.GetBytes(Head + Body) },
        { "utf-16-big-endian.csv", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Head + Body)] },
        { "latin-1.csv", Encoding.Latin1.GetBytes("Test Time (s);Voltage (V);Current (µA)\n" + Lines(i => $"{10 * i};{Number(3 + 0.01 * i)};{(i < 10 ? 1_000_000 : -1_000_000)}")) },
        { "comma.csv", Utf8(Head.Replace(',', ';') + Body.Replace(',', ';').Replace('.', ',')) },
        { "text.mpr", Utf8(Head + Body) },
        { "text.ndax", Utf8(Head + Body) },
        { "text.xlsx", Utf8(Head + Body) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void AFileOfNoUseIsOneLineAndLeavesNothing(string what, byte[] content, string message)
    {
        using var shell = new Shell();
        File.WriteAllBytes(shell.PathOf("in.csv"), content);
        (int code, string output, string error) = Shell.Run("convert", shell.PathOf("in.csv"), shell.PathOf("out.csv"));
        (code, output).ShouldBe((ExitCode.BadInput, ""), what);
        error.ShouldStartWith($"error: {shell.PathOf("in.csv")}");
        error.ShouldContain(message);
        error.TrimEnd().ShouldNotContain("\n");
        shell.Files.ShouldBe(["in.csv"]);
    }

    [Theory]
    [MemberData(nameof(Told))]
    public void WhatIsWrongIsToldAndTheRestIsRead(string what, byte[] content, int rows, string note)
    {
        using var shell = new Shell();
        File.WriteAllBytes(shell.PathOf("in.csv"), content);
        (int code, string output, string error) = Shell.Run("convert", shell.PathOf("in.csv"), shell.PathOf("out.csv"));
        (code, error).ShouldBe((ExitCode.Done, ""), what);
        output.Split('\n').ShouldContain(line => line.StartsWith("note: ") && line.Contains(note));
        File.ReadLines(shell.PathOf("out.csv")).Count().ShouldBe(rows + 1);
    }

    [Theory]
    [MemberData(nameof(Silent))]
    public void AnotherEncodingOrExtensionLosesNothing(string name, byte[] content)
    {
        using var shell = new Shell();
        File.WriteAllBytes(shell.PathOf(name), content);
        (int code, string output, _) = Shell.Run("convert", shell.PathOf(name), shell.PathOf("out.csv"));
        code.ShouldBe(ExitCode.Done);
        output.ShouldNotContain("note:");
        Recording recording = InstrumentFile.Load(shell.PathOf("out.csv"));
        recording[RecordColumns.TestTime].ToArray().ShouldBe([.. Enumerable.Range(0, Rows).Select(i => 10.0 * i)]);
        recording[RecordColumns.Voltage].ToArray().ShouldBe([.. Enumerable.Range(0, Rows).Select(i => 3 + 0.01 * i)], 1e-9);
        recording[RecordColumns.Current].ToArray().ShouldBe([.. Enumerable.Range(0, Rows).Select(i => i < 10 ? -1.0 : 1.0)]);
    }

    [Fact]
    public void AFolderAndAMissingFileAreSaid()
    {
        using var shell = new Shell();
        Directory.CreateDirectory(shell.PathOf("folder"));
        Shell.Run("convert", shell.PathOf("folder"), shell.PathOf("out.csv")).Error.ShouldBe($"error: {shell.PathOf("folder")}: this is a folder; expected a file.{Environment.NewLine}");
        Shell.Run("convert", shell.PathOf("none.csv"), shell.PathOf("out.csv")).Error.ShouldBe($"error: {shell.PathOf("none.csv")}: there is no such file.{Environment.NewLine}");
        Shell.Run("convert", shell.PathOf("none.csv"), shell.PathOf("out.csv"), "--columns", "time=1(s)").Error.ShouldBe($"error: {shell.PathOf("none.csv")}: there is no such file.{Environment.NewLine}");
    }

    [Fact]
    public void ATableWithoutHeadersIsConvertedByTheNumbersOfItsColumns()
    {
        using var shell = new Shell();
        shell.Write("in.csv", Body);
        (int code, _, string error) = Shell.Run("convert", shell.PathOf("in.csv"), shell.PathOf("out.csv"), "--columns", "time=1(s), voltage=2(V), current=3(mA)");
        (code, error).ShouldBe((ExitCode.Done, ""));
        File.ReadAllLines(shell.PathOf("out.csv"))[..2].ShouldBe(["Test Time / s,Voltage / V,Current / A", "0,3,0.001"]);
        (code, _, error) = Shell.Run("convert", shell.PathOf("in.csv"), shell.PathOf("none.csv"), "--columns", "time=1(s), voltage=4(V)");
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("no line has numbers in the columns 1, 4");
        shell.Files.ShouldBe(["in.csv", "out.csv"]);
    }

    [Fact]
    public void NamesOfStepsStandInTheFileWritten()
    {
        using var shell = new Shell();
        shell.Write("in.csv", "Test Time (s),Voltage (V),Current (A),Step Type\n0,3,0,Rest\n1,3,1,\"CC Chg, slow\"\n");
        Shell.Run("convert", shell.PathOf("in.csv"), shell.PathOf("out.csv")).Code.ShouldBe(ExitCode.Done);
        File.ReadAllLines(shell.PathOf("out.csv")).ShouldBe(["Test Time / s,Voltage / V,Current / A,Step Type", "0,3,0,Rest", "1,3,1,\"CC Chg, slow\""]);
    }

    [Fact]
    public void WhatIsStoppedOrFailsHalfwayLeavesTheOlderFile()
    {
        using var shell = new Shell();
        string path = shell.Write("in.csv", Head + Body), target = shell.Write("out.csv", "older");
        using (RecordReader reader = InstrumentFile.Open(path))
            Should.Throw<OperationCanceledException>(() => BatteryDataWriter.WriteFile(target, reader, new CancellationToken(canceled: true)));
        shell.Write("in.csv", Head + string.Concat(Enumerable.Repeat(Body, 500)) + new string('x', 3 << 20));
        (int code, _, string error) = Shell.Run("convert", path, target);
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain(":10002: the line is longer than");
        File.ReadAllText(target).ShouldBe("older");
        shell.Files.ShouldBe(["in.csv", "out.csv"]);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Lines(Func<int, string> row) => string.Concat(Enumerable.Range(0, Rows).Select(i => row(i) + "\n"));
}
