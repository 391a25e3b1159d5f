using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

public class CoatingCommandTests
{
    private static readonly string Examples = Path.Combine(Repository.Root, "examples", "laboratory");

    /// <summary>The shipped scan has ridges 12 % above a bulk of 150 µm, 20 bulk heights wide.</summary>
    [Fact]
    public void The_example_of_a_scan_runs()
    {
        using var shell = new Shell();
        (int code, string output, string error) = Shell.Run("analyse", "edge", Path.Combine(Examples, "cross-web-profile.csv"), "--gap", "260 µm", "--out", shell.PathOf("out"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("bulk height: 149.9");
        output.ShouldContain("H*: 1.1");
        output.ShouldContain("G*: 1.73");
        shell.Files.ShouldContain(Path.Combine("out", "report.html"));
    }

    [Fact]
    public void The_example_of_a_drying_curve_runs()
    {
        (int code, string output, string error) = Shell.Run("analyse", "drying", Path.Combine(Examples, "drying-curve.csv"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("drying time");
        output.ShouldContain("evaporation rate: 2.0");
    }

    [Fact]
    public void A_scan_without_foil_leaves_one_message_and_no_folder()
    {
        using var shell = new Shell();
        string path = shell.Write("flat.csv", "Position / mm,Height / µm\n" + string.Join('\n', Enumerable.Range(0, 100).Select(i => $"{i},{100 + i % 2}")));
        (int code, _, string error) = Shell.Run("analyse", "edge", path, "--out", shell.PathOf("out"));
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("flat.csv");
        error.ShouldContain("Expected bare foil at both ends");
        shell.Files.ShouldBe(["flat.csv"]);
    }
}
