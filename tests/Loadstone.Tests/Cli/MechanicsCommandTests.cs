using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

public class MechanicsCommandTests
{
    private static readonly string Examples = Path.Combine(Repository.Root, "examples", "laboratory");

    /// <summary>The shipped strips of two processes: a mean of each, a difference that is told, the page written.</summary>
    [Fact]
    public void The_examples_of_peel_tests_run()
    {
        using var shell = new Shell();
        string[] strips = [.. Directory.GetFiles(Path.Combine(Examples, "peel")).Order(StringComparer.Ordinal)];
        (int code, string output, string error) = Shell.Run(["analyse", "peel", .. strips, "--width", "20 mm", "--angle", "90°", "--group", "IBC=ibc-*", "--group", "pristine=pristine-*", "--out", shell.PathOf("out")]);
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("IBC, n = 3");
        string page = File.ReadAllText(shell.PathOf(Path.Combine("out", "report.html")));
        page.ShouldContain("IBC − pristine");
        page.ShouldContain("differ");
        shell.Files.ShouldContain(Path.Combine("out", "summary.csv"));
    }

    [Fact]
    public void The_example_of_a_cohesion_series_runs()
    {
        (int code, string output, string error) = Shell.Run("analyse", "peel", Path.Combine(Examples, "cohesion.csv"), "--width", "20 mm", "--series");
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("cohesion: Force 6");
        output.ShouldContain("change per pull");
    }

    [Fact]
    public void The_example_of_a_saicas_test_runs()
    {
        (int code, string output, string error) = Shell.Run("analyse", "saicas", Path.Combine(Examples, "saicas.csv"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("cutting strength: 8");
        output.ShouldContain("peeling strength: ");
        output.ShouldNotContain("warning:");
    }

    [Fact]
    public void The_examples_of_tensile_tests_run()
    {
        string[] specimens = [.. Directory.GetFiles(Path.Combine(Examples, "tensile"), "original-*").Order(StringComparer.Ordinal)];
        (int code, string output, string error) = Shell.Run(["analyse", "tensile", .. specimens, "--gauge", "7.62 mm", "--width", "3.18 mm", "--thickness", "100 µm ± 1 µm"]);
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("all samples, n = 3");
        (code, output, error) = Shell.Run("analyse", "tensile", Path.Combine(Examples, "strain-resistance.csv"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("gauge factor: 1.5");
        output.ShouldContain("warning: the curve ends without a break");
    }

    [Fact]
    public void The_examples_of_healing_run()
    {
        string tensile = Path.Combine(Examples, "tensile");
        (int code, string output, string error) = Shell.Run(["analyse", "healing", .. Directory.GetFiles(tensile, "original-*"), "--healed", $"60 s={tensile}/healed-60-*.csv", "--healed", $"200 s={tensile}/healed-200-*.csv", "--gauge", "7.62 mm", "--area", "0.318 mm²"]);
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("healed for 60 s");
        output.ShouldContain("healed for 200 s");
        (code, _, error) = Shell.Run(["analyse", "healing", .. Directory.GetFiles(tensile, "original-*"), "--healed", "soon=x.csv", "--gauge", "7.62 mm", "--area", "0.318 mm²"]);
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("soon");
    }

    [Fact]
    public void The_example_of_a_life_map_runs()
    {
        (int code, string output, string error) = Shell.Run("analyse", "life-map", Path.Combine(Examples, "life-map.csv"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("cycles per MJ/m³ of toughness");
        output.ShouldContain("pairs of samples");
    }

    /// <summary>What is wrong is named, and no folder is left behind.</summary>
    [Theory]
    [InlineData("--window", "90..120 %", "beyond the travel")]
    [InlineData("--width", "20", "--width")]
    [InlineData("--group", "A=nothing", "none of the samples")]
    public void Options_that_cannot_be_used_leave_one_message_and_no_folder(string option, string text, string reason)
    {
        using var shell = new Shell();
        string[] width = option == "--width" ? [] : ["--width", "20 mm"];
        (int code, _, string error) = Shell.Run(["analyse", "peel", Path.Combine(Examples, "peel", "ibc-1.csv"), .. width, option, text, "--out", shell.PathOf("out")]);
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain(reason);
        shell.Files.ShouldBeEmpty();
    }
}
