using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

public class ProfileCommandTests
{
    private static readonly string Examples = Path.Combine(Repository.Root, "examples", "laboratory");

    /// <summary>The shipped line leans towards the surface, by 1.36 over the thirds; the command finds it, draws it and writes the page.</summary>
    [Fact]
    public void The_example_of_a_line_runs()
    {
        using var shell = new Shell();
        (int code, string output, string error) = Shell.Run("analyse", "profile", Path.Combine(Examples, "epma-line.csv"), "--out", shell.PathOf("out"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("top third over bottom third: 1.3");
        shell.Files.ShouldContain(Path.Combine("out", "report.html"));
    }

    [Fact]
    public void The_example_of_laser_spots_runs_with_its_maps()
    {
        using var shell = new Shell();
        (int code, string output, string error) = Shell.Run("analyse", "profile", Path.Combine(Examples, "libs-lithium.csv"), "--ratio", "Li", "--per-shot", "5 µm", "--out", shell.PathOf("out"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("lateral uniformity index");
        shell.Files.Count(f => f.Contains("from-above", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
    }

    /// <summary>Two ratios of one file of areas; the depth is there once the rate is said.</summary>
    [Fact]
    public void The_example_of_etching_runs()
    {
        string file = Path.Combine(Examples, "xps-areas.csv");
        (int code, string output, string error) = Shell.Run("analyse", "profile", file, "--ratio", "LiF/CFx", "--ratio", "Ni2+/Ni3+", "--area-error", "3 %", "--sputter-rate", "0.2 nm/min");
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("LiF/CFx at the first time: 6.");
        output.ShouldContain("depth at the last time: 1.4 nm");
        Shell.Run("analyse", "profile", file, "--ratio", "LiF/CFx").Out.ShouldContain("no sputter rate");
    }

    [Fact]
    public void The_example_of_ions_runs()
    {
        (int code, string output, string error) = Shell.Run("analyse", "cei", Path.Combine(Examples, "cei-ions.csv"), "--sputter-rate", "0.2 nm/s");
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("whole CEI, thickness: 10.");
    }

    /// <summary>Rows of numbers without a header are a map; its pixels must be told.</summary>
    [Fact]
    public void A_map_needs_the_size_of_its_pixels()
    {
        using var shell = new Shell();
        string top = shell.Write("f.csv", Map((row, _) => 30 - row)), bottom = shell.Write("ni.csv", Map((_, column) => 500 + column));
        (int code, _, string error) = Shell.Run("analyse", "profile", top, "--over", bottom);
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("--pixel");
        (code, string output, error) = Shell.Run("analyse", "profile", top, "--over", bottom, "--pixel", "1 µm");
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("layer of 20 µm");

        static string Map(Func<int, int, int> value) => string.Join('\n', Enumerable.Range(0, 20).Select(row => string.Join(',', Enumerable.Range(0, 8).Select(column => value(row, column)))));
    }

    /// <summary>What is missing is named with the file, and no folder is left behind.</summary>
    [Fact]
    public void A_missing_element_leaves_one_message_and_no_folder()
    {
        using var shell = new Shell();
        (int code, _, string error) = Shell.Run("analyse", "profile", Path.Combine(Examples, "epma-line.csv"), "--ratio", "F/Co", "--out", shell.PathOf("out"));
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("no column is named \"Co\"");
        shell.Files.ShouldBeEmpty();
    }

    /// <summary>The binder that a design's drying leaves stands beside the measured one with residuals; a rate without a design is an error.</summary>
    [Fact]
    public void A_design_stands_beside_the_profile()
    {
        string line = Path.Combine(Examples, "epma-line.csv"), design = Path.Combine(Examples, "..", "high-solids-slurry.json");
        (int code, string output, string error) = Shell.Run("analyse", "profile", line, "--with", design);
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("uniformity index, simulated");
        output.ShouldContain("Residuals");
        Shell.Run("analyse", "profile", line, "--at", "2C").Error.ShouldContain("expected --with DESIGN.json");
        Shell.Run("analyse", "profile", line, "--variant", "x").Error.ShouldContain("expected --with DESIGN.json");
    }
}
