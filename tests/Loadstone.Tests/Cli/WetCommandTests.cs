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
        (int code, string output, string error) = Shell.Run("wet", design, "--porosity", "55 %", "--seeds", "2", "--quiet", "--beds", shell.PathOf("beds"), "--out", shell.PathOf("out"));
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

    /// <summary>Every wrong input is one message that names its place, and leaves no file.</summary>
    [Theory]
    [InlineData("--mode", "capilary", "\"capilary\" is no mode; expected capillary")]
    [InlineData("--seeds", "0", "expected 1 to")]
    [InlineData("--variant", "reversd", "did you mean \"reversed\"?")]
    [InlineData("--porosity", "20 %", "cannot be packed at a porosity of 20 %")]
    [InlineData("--gap", "0 µm", "--gap")]
    [InlineData("--width", "8 µm", "do not fit into layer 1")]
    [InlineData("--box", "50 µm x 146 µm", "--box is for packing files")]
    [InlineData("--surface-tension", "30 mN", "--surface-tension")]
    public void Designs_that_cannot_be_wetted_are_refused(string option, string value, string reason)
    {
        using var shell = new Shell();
        string design = shell.Write("d.json", Shell.Document);
        (int code, _, string error) = Shell.Run("wet", design, "--quiet", option, value, "--out", shell.PathOf("out"), "--beds", shell.PathOf("beds"));
        code.ShouldBe(ExitCode.BadInput, error);
        error.ShouldContain(reason);
        error.Trim().ShouldNotContain('\n');
        Directory.GetFileSystemEntries(shell.Folder).ShouldBe([design]);
    }

    [Theory]
    [InlineData("x_um,y_um,r_um\n10,100,5\n14,100,5\n", "discs 1 and 2 overlap by 6 µm")]
    [InlineData("x_um,y_um,r_um\n10,145,5\n", "stands out of the box")]
    [InlineData("x_um,y_um,r_um\n10,100,-5\n", "a radius above 0")]
    [InlineData("x_um,y_um,r_um\n", "no disc stands in the file")]
    [InlineData("x,y,r\n10,100,5\n", "this is no bed of discs; expected the columns x_um,y_um,r_um")]
    public void Packings_that_are_no_beds_are_refused(string content, string reason)
    {
        using var shell = new Shell();
        string bed = shell.Write("bed.csv", content);
        (int code, _, string error) = Shell.Run("wet", bed, "--out", shell.PathOf("out"));
        code.ShouldBe(ExitCode.BadInput, error);
        error.ShouldContain(reason);
        Directory.GetFileSystemEntries(shell.Folder).ShouldBe([bed]);
    }

    /// <summary>A file is one bed: what makes random beds would silently do nothing.</summary>
    [Theory]
    [InlineData("--seeds", "3")]
    [InlineData("--gap", "1 µm")]
    [InlineData("--porosity", "50 %")]
    [InlineData("--width", "50 µm")]
    [InlineData("--set", "positive.porosity=50 %")]
    public void Options_of_random_beds_do_not_go_with_a_file(string option, string value)
    {
        using var shell = new Shell();
        string bed = shell.Write("bed.csv", "x_um,y_um,r_um\n10,100,5\n30,100,5\n20,60,5\n40,60,5\n");
        (int code, _, string error) = Shell.Run("wet", bed, option, value);
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain($"{option} is for the random beds of a design");
    }

    /// <summary>A stopped command leaves neither files nor folders.</summary>
    [Fact]
    public void Stopping_leaves_nothing_behind()
    {
        using var shell = new Shell();
        string design = shell.Write("d.json", Shell.Document);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        using var output = new StringWriter();
        using var error = new StringWriter();
        CommandLine.Run(["wet", design, "--porosity", "55 %", "--out", shell.PathOf("out"), "--beds", shell.PathOf("beds")], output, error, stop.Token).ShouldBe(ExitCode.Failed);
        error.ToString().ShouldContain("stopped");
        Directory.GetFileSystemEntries(shell.Folder).ShouldBe([design]);
    }
}
