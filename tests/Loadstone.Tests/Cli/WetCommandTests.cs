using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

public class WetCommandTests
{
    /// <summary>A design's variants are packed, filled and compared, and the beds that were written fill alike when they are read.</summary>
    [Fact]
    public void A_design_is_wetted_and_its_beds_kept()
    {
        using var shell = new Shell();
        string design = shell.Write("d.json", Shell.Document);
        (int code, string output, string error) = Shell.Run("wet", design, "--porosity", "55 %", "--seeds", "2", "--beds", shell.PathOf("beds"), "--out", shell.PathOf("out"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("saturation at breakthrough");
        output.ShouldContain("reversed");
        shell.Files.ShouldContain(Path.Combine("out", "report.html"));
        Directory.GetFiles(shell.PathOf("beds")).Length.ShouldBe(6);
    }

    /// <summary>From a reservoir nothing is forced out below: there is a state of rest and no breakthrough.</summary>
    [Fact]
    public void A_reservoir_comes_to_rest()
    {
        using var shell = new Shell();
        string bed = shell.Write("bed.csv", "x_um,y_um,r_um\n10,100,5\n30,100,5\n20,60,5\n40,60,5\n");
        (int code, string output, string error) = Shell.Run("wet", bed, "--reservoir");
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("saturation at rest");
        output.ShouldNotContain("breakthrough");
    }

    [Theory]
    [InlineData("120°", "0° to 90°")]
    [InlineData("wet", "wet")]
    public void Angles_beyond_wetting_are_refused(string angle, string reason)
    {
        using var shell = new Shell();
        string bed = shell.Write("bed.csv", "x_um,y_um,r_um\n10,100,5\n30,100,5\n20,60,5\n40,60,5\n");
        (int code, _, string error) = Shell.Run("wet", bed, "--angle", angle, "--out", shell.PathOf("out"));
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain(reason);
        shell.Files.ShouldBe(["bed.csv"]);
    }
}
