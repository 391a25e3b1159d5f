using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

public class RheometryCommandTests
{
    private static readonly string Examples = Path.Combine(Repository.Root, "examples", "laboratory");

    /// <summary>The shipped flow curve has a yield stress of 8 Pa by the law that made it; the command finds law and number, and writes the page.</summary>
    [Fact]
    public void The_example_of_a_flow_curve_runs()
    {
        using var shell = new Shell();
        (int code, string output, string error) = Shell.Run("analyse", "flow", Path.Combine(Examples, "flow-curve.csv"), "--out", shell.PathOf("out"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("yield stress (Herschel–Bulkley): 8.");
        shell.Files.ShouldContain(Path.Combine("out", "report.html"));
        shell.Files.ShouldContain(Path.Combine("out", "summary.csv"));
    }

    /// <summary>Nine slurries of three shells fall on one law of the shell far better than their viscosities differ.</summary>
    [Fact]
    public void The_example_of_the_solvent_shell_runs()
    {
        string[] curves = Directory.GetFiles(Path.Combine(Examples, "slurries"));
        (int code, string output, string error) = Shell.Run(["analyse", "flow", .. curves, "--shells", Path.Combine(Examples, "slurry-shells.csv")]);
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("exponent of the solvent shell");
        output.ShouldContain("all slurries");
    }

    [Fact]
    public void The_example_of_a_frequency_sweep_runs()
    {
        (int code, string output, string error) = Shell.Run("analyse", "sweep", Path.Combine(Examples, "frequency-sweep.csv"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("crossover of G′ and G″: 0.39");
        output.ShouldContain("terminal");
    }

    /// <summary>What is wrong is named with file and place, and no folder is left behind.</summary>
    [Fact]
    public void A_bad_table_leaves_one_message_and_no_folder()
    {
        using var shell = new Shell();
        string path = shell.Write("bad.csv", "Shear rate / 1/s,Shear stress / Pa\n1,2\nfast,3\n");
        (int code, _, string error) = Shell.Run("analyse", "flow", path, "--out", shell.PathOf("out"));
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("bad.csv");
        error.ShouldContain("\"fast\" is no finite number");
        shell.Files.ShouldBe(["bad.csv"]);
    }
}
