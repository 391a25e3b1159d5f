using System.Text.RegularExpressions;
using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

public class WetCommandTests
{
    private const string Bed = "x_um,y_um,r_um\n10,100,5\n30,100,5\n20,60,5\n40,60,5\n";

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
        string bed = shell.Write("bed.csv", Bed);
        (int code, string output, string error) = Shell.Run("wet", bed, "--reservoir");
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("saturation at rest");
        output.ShouldNotContain("breakthrough");
    }

    /// <summary>A cell rests as long as it is told to, and options of beds are not silently passed over.</summary>
    [Fact]
    public void A_cell_is_filled_and_rests()
    {
        using var shell = new Shell();
        string design = shell.Write("d.json", Shell.Document);
        (int code, string output, string error) = Shell.Run("wet", design, "--mode", "cell", "--rest", "20 h", "--set", "wetting.rest=1 h", "--set", "wetting.trappedAir=10 %", "--quiet", "--out", shell.PathOf("out"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("wetted fraction");
        output.ShouldContain("R_p when wet");
        File.ReadAllText(shell.PathOf("out/report.html")).ShouldContain("left to rest for 20 h");
        Shell.Run("wet", design, "--mode", "cell", "--seeds", "3").Error.ShouldContain("--seeds is for beds of discs");
        Shell.Run("wet", design, "--rest", "3 h").Error.ShouldContain("--rest is for --mode cell");
        Shell.Run("wet", design, "--mode", "cell", "--rest", "0 h").Code.ShouldBe(ExitCode.BadInput);
    }

    [Theory]
    [InlineData("120°", "0° to 90°")]
    [InlineData("wet", "wet")]
    public void Angles_beyond_wetting_are_refused(string angle, string reason)
    {
        using var shell = new Shell();
        string bed = shell.Write("bed.csv", Bed);
        (int code, _, string error) = Shell.Run("wet", bed, "--angle", angle, "--out", shell.PathOf("out"));
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain(reason);
        shell.Files.ShouldBe(["bed.csv"]);
    }

    /// <summary>Every wrong input is one message that names its place, and leaves no file.</summary>
    [Theory]
    [InlineData("--mode", "capilary", "\"capilary\" is no mode; expected capillary or study or bridge or cell")]
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
        string bed = shell.Write("bed.csv", Bed);
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

    /// <summary>
    /// A ranking that is stopped after some packings and started again ends with the same files, byte for byte, as one that ran through; only its checkpoint stood
    /// there in between.
    /// </summary>
    [Fact]
    public void A_stopped_ranking_goes_on_to_the_same_result()
    {
        using var shell = new Shell();
        string design = shell.Write("d.json", Shell.Document), folder = shell.PathOf("out");
        string[] command = ["wet", design, "--porosity", "55 %", "--seeds", "3", "--ratios", "3:7, 5:5", "--angle", "30°, 60°", "--out", folder];
        Dictionary<string, byte[]> whole = Interruption.Whole(command, folder);
        Interruption.Stop(command, "2 of ");
        Directory.GetFiles(folder).ShouldBe([Path.Combine(folder, "checkpoint.json")]);
        Interruption.Stop(command, "4 of ");
        Interruption.ShouldEndWith(command, folder, whole);
    }

    /// <summary>What a checkpoint holds is taken and not computed anew: numbers that were changed in it come out.</summary>
    [Fact]
    public void Finished_packings_are_taken_from_the_checkpoint()
    {
        using var shell = new Shell();
        string design = shell.Write("d.json", Shell.Document), file = shell.PathOf("kept.json");
        string[] command = ["wet", design, "--quiet", "--porosity", "55 %", "--seeds", "2", "--ratios", "5:5", "--arrangements", "L-S, L→S", "--checkpoint", file];
        (int code, string before, string error) = Shell.Run(command);
        (code, error).ShouldBe((ExitCode.Done, ""));
        // The second figure of the beds is the time.
        File.WriteAllText(file, Regex.Replace(File.ReadAllText(file), @"\[\[([^,]+),[^,]+", "[[$1,77"));
        string after = Shell.Run(command).Out;
        before.ShouldNotContain(" 77 ");
        after.ShouldContain(" 77 ");
    }

    [Theory]
    [InlineData("{", "this is no checkpoint of a ranking")]
    [InlineData("{\"Settings\":\"other\",\"Packings\":{}}", "belongs to a run with other settings")]
    public void Checkpoints_of_something_else_are_refused(string content, string reason)
    {
        using var shell = new Shell();
        string design = shell.Write("d.json", Shell.Document), file = shell.Write("kept.json", content);
        (int code, _, string error) = Shell.Run("wet", design, "--porosity", "55 %", "--ratios", "5:5", "--checkpoint", file);
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain(reason);
        File.ReadAllText(file).ShouldBe(content);
    }

    /// <summary>What a ranking cannot take is told before anything is packed or written.</summary>
    [Theory]
    [InlineData("--ratios", "3-7", "no ratio of large to small particles")]
    [InlineData("--ratios", "0:0", "no ratio of large to small particles")]
    [InlineData("--arrangements", "L-S, sideways", "\"sideways\" is no arrangement; expected L-S")]
    [InlineData("--angle", "30°, 95°", "the contact angle is 95°; expected 0° to 90°")]
    [InlineData("--gap", "0.8 µm, 20 µm", "cannot be packed")]
    [InlineData("--seeds", "1", "expected 2 to")]
    [InlineData("--velocity", "0 mm/s", "--velocity")]
    [InlineData("--viscosity", "-1 mPa s", "--viscosity")]
    [InlineData("--reservoir", null, "a ranking compares breakthrough at a forced flux")]
    [InlineData("--set", "positive.layers[1].particleDiameter=10 µm", "expected two sizes")]
    public void Rankings_that_cannot_be_run_are_refused(string option, string? value, string reason)
    {
        using var shell = new Shell();
        string design = shell.Write("d.json", Shell.Document);
        string[] given = [.. option == "--ratios" ? [] : (string[])["--ratios", "5:5"], option, .. value is null ? [] : (string[])[value]];
        (int code, _, string error) = Shell.Run(["wet", design, "--porosity", "55 %", .. given, "--out", shell.PathOf("out")]);
        code.ShouldBe(ExitCode.BadInput, error);
        error.ShouldContain(reason);
        Directory.GetFileSystemEntries(shell.Folder).ShouldBe([design]);
    }

    /// <summary>The commands that the README and the page on wetting show do run, here with few beds.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/wetting.md")]
    public void Commands_that_are_shown_run(string page)
    {
        using var shell = new Shell();
        string[] lines = [.. File.ReadLines(Path.Combine(Repository.Root, page)).Select(line => line.Trim()).Where(line => line.StartsWith("loadstone wet examples/", StringComparison.Ordinal))];
        lines.ShouldNotBeEmpty();
        foreach (string line in lines)
        {
            string[] words = [.. Regex.Matches(line, "\"([^\"]*)\"|(\\S+)").Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Value).Skip(1)];
            int seeds = Array.IndexOf(words, "--seeds"), design = Array.FindIndex(words, word => word.StartsWith("examples/", StringComparison.Ordinal)), folder = Array.IndexOf(words, "--out");
            words[design] = Path.Combine(Repository.Root, words[design]);
            words[folder + 1] = shell.PathOf(words[folder + 1]);
            if (seeds > 0) words[seeds + 1] = "2";
            (int code, _, string error) = Shell.Run([.. words, .. seeds > 0 || words.Contains("cell") || words[design].EndsWith(".csv", StringComparison.Ordinal) ? [] : (string[])["--seeds", "2"], "--quiet"]);
            (code, error).ShouldBe((ExitCode.Done, ""), line);
        }
    }
}
