using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

public class PeaksCommandTests
{
    private static readonly string Examples = Path.Combine(Repository.Root, "examples", "laboratory");

    /// <summary>Four depths of one electrode: the ratio of both bands falls by 0.15 over 90 µm in the spectra that were made, and the command finds a slope.</summary>
    [Fact]
    public void The_example_of_a_depth_series_runs()
    {
        using var shell = new Shell();
        (int code, string output, string error) = Shell.Run("analyse", "peaks", Path.Combine(Examples, "raman-depth.csv"), "--peak", "Eg=455..500", "--peak", "A1g=535..575",
            "--shape", "lorentzian", "--range", "300..800", "--ratio", "Eg/A1g", "--against", "depth", "--table", Path.Combine(Examples, "raman-depths.csv"), "--out", shell.PathOf("out"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("raman-depth bottom");
        output.ShouldContain("all over depth");
        output.ShouldContain("slope of Eg/A1g by height over depth");
        shell.Files.ShouldContain(Path.Combine("out", "report.html"));
        shell.Files.ShouldContain(Path.Combine("out", "summary.csv"));
    }

    /// <summary>The shipped heat flow has its step at −21 °C and melts with 12 J/g.</summary>
    [Fact]
    public void The_example_of_a_glass_transition_runs()
    {
        (int code, string output, string error) = Shell.Run("analyse", "peaks", Path.Combine(Examples, "dsc-polymer.csv"), "--step", "-60..10", "--area", "35..85", "--heating-rate", "10 K/min");
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("midpoint");
        output.ShouldContain("-21.");
        output.ShouldContain("heat");
    }

    /// <summary>The second pattern was made with a larger c: (003) moves to the left, and the words say that the layers are farther apart.</summary>
    [Fact]
    public void The_example_of_two_patterns_runs()
    {
        using var shell = new Shell();
        (int code, string output, string error) = Shell.Run("analyse", "xrd", Path.Combine(Examples, "xrd-fresh.csv"), Path.Combine(Examples, "xrd-cycled.csv"), "--radiation", "Mo", "--to", "1.54178 Å",
            "--goniometer-radius", "240 mm", "--out", shell.PathOf("out"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("shift of (003)");
        File.ReadAllText(shell.PathOf(Path.Combine("out", "report.html"))).ShouldContain("the layers stand farther apart");
    }

    [Theory]
    [InlineData("--ratio", "Eg/A2", "\"A2\" is none of the peaks")]
    [InlineData("--ratio", "Eg", "is no pair of peaks")]
    [InlineData("--at", "3 µm", "expected --against")]
    [InlineData("--baseline", "spline", "is no baseline")]
    [InlineData("--against", "depth", "0 places for 4 traces")]
    public void Bad_options_are_named(string option, string value, string reason)
    {
        (int code, _, string error) = Shell.Run("analyse", "peaks", Path.Combine(Examples, "raman-depth.csv"), "--peak", "Eg=455..500", option, value);
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain(reason);
    }
}
