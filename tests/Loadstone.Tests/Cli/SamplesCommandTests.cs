using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

public class SamplesCommandTests
{
    private static readonly string Book = Path.Combine(Repository.Root, "examples", "laboratory", "samples.json");

    /// <summary>The shipped book takes its results from the files beside it, and one picture sets a result of one analysis against another's.</summary>
    [Fact]
    public void The_example_of_a_book_runs()
    {
        using var shell = new Shell();
        (int code, string output, string error) = Shell.Run(
            "samples", Book, "--csv", shell.PathOf("all.csv"), "--x", "uniformity index", "--y", "dissolved Ni", "--out", shell.PathOf("out"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("cross-linked");
        string[] lines = File.ReadAllLines(shell.PathOf("all.csv"));
        lines.Length.ShouldBe(3);
        lines[0].ShouldContain("dissolved Ni / ppm,dissolved Ni ± 95 % / ppm");
        shell.Files.ShouldContain(Path.Combine("out", "report.html"));
        shell.Files.Count(f => f.Contains("dissolved-ni", StringComparison.OrdinalIgnoreCase)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_picture_needs_two_known_numbers()
    {
        Shell.Run("samples", Book, "--x", "uniformity index").Error.ShouldContain("--x and --y together");
        Shell.Run("samples", Book, "--x", "uniformity", "--y", "dissolved Ni").Error.ShouldContain("did you mean \"uniformity index\"");
        (int code, _, string error) = Shell.Run("samples", Book, "--sample", "linaer");
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("did you mean \"linear\"");
    }
}
