using System.Text.Json.Nodes;
using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

public class WetStudyTests
{
    // A bed of four discs on 24 × 40 cells: a filling takes well under a second.
    private const string Bed = "x_um,y_um,r_um\n3,4,2.4\n9,6,2.4\n4,11,2.4\n9,15,2.4\n";

    private static string[] Command(string bed, params string[] rest) => ["wet", bed, "--mode", "study", "--box", "12 µm x 20 µm", .. rest];

    /// <summary>One bed is filled, its numbers and its conditions are written, and no state of it stays.</summary>
    [Fact]
    public void A_bed_is_filled_and_told()
    {
        using var shell = new Shell();
        string bed = shell.Write("bed.csv", Bed), folder = shell.PathOf("out");
        (int code, string output, string error) = Shell.Run(Command(bed, "--out", folder, "--viscosity", "5 mPa s", "--air-viscosity", "0.02 mPa s", "--velocity", "1 mm/s", "--quiet"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("1 % outlet time");
        output.ShouldContain("10 % outlet time");
        JsonNode sample = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["samples"]![0]!;
        sample["details"]!["viscosity"]!["value"]!.GetValue<double>().ShouldBe(5e-3, 1e-15);
        sample["details"]!["airViscosity"]!["value"]!.GetValue<double>().ShouldBe(2e-5, 1e-17);
        double[] left = [.. ((string[])["1", "1.36", "2"]).Select(volumes => sample["numbers"]![$"air left at {volumes} pore volumes"]!["value"]!.GetValue<double>())];
        left.ShouldBe([.. left.OrderDescending()]);
        left[0].ShouldBeInRange(0.001, 0.5);
        string page = File.ReadAllText(Path.Combine(folder, "report.html"));
        page.ShouldContain("no surface tension acts");
        page.ShouldContain("Bed 1 while it fills");
        Directory.GetFileSystemEntries(folder, "checkpoint*").ShouldBeEmpty();
    }

    /// <summary>Fillings that are stopped while one goes on end with the same results to the byte; only their states stand there in between.</summary>
    [Fact]
    public void A_stopped_filling_goes_on_to_the_same_bytes()
    {
        using var shell = new Shell();
        string design = shell.Write("d.json", Shell.Document), folder = shell.PathOf("out");
        string[] command = ["wet", design, "--mode", "study", "--porosity", "60 %", "--width", "24 µm", "--gap", "1 µm", "--grid", "1 µm", "--seeds", "2", "--pore-volumes", "0.3", "--variant", "reversed", "--out", folder];
        Dictionary<string, byte[]> whole = Interruption.Whole(command, folder);
        Interruption.Stop(command, "1 of 2 done");
        Directory.GetFileSystemEntries(folder).ShouldBe([Path.Combine(folder, "checkpoint.json.beds")]);
        Directory.GetFiles(Path.Combine(folder, "checkpoint.json.beds"), "*.state").ShouldNotBeEmpty();
        Interruption.ShouldEndWith(command, folder, whole);
    }

    /// <summary>A ranking that is stopped after some packings, while others go on, ends with the same results to the byte.</summary>
    [Fact]
    public void A_stopped_ranking_goes_on_to_the_same_bytes()
    {
        using var shell = new Shell();
        string design = shell.Write("d.json", Shell.Document), folder = shell.PathOf("out");
        string[] command = ["wet", design, "--mode", "study", "--porosity", "60 %", "--width", "24 µm", "--gap", "1 µm", "--grid", "1 µm", "--seeds", "2", "--pore-volumes", "0.2", "--ratios", "4:6, 6:4", "--arrangements", "L-S, S-L", "--out", folder];
        Dictionary<string, byte[]> whole = Interruption.Whole(command, folder);
        Interruption.Stop(command, "2 of 4 done");
        File.Exists(Path.Combine(folder, "checkpoint.json")).ShouldBeTrue();
        Interruption.ShouldEndWith(command, folder, whole);
    }

    /// <summary>What the grid, the bed or the flow cannot be is one message, and leaves no file.</summary>
    [Theory]
    [InlineData("--grid", "1.5 µm", "too coarse for discs with a radius of 2.4 µm")]
    [InlineData("--grid", "0.0001 µm", "GB of memory")]
    [InlineData("--grid", "0 µm", "--grid")]
    [InlineData("--grid", "0.5 s", "--grid")]
    [InlineData("--velocity", "0 mm/s", "--velocity")]
    [InlineData("--viscosity", "0 mPa s", "--viscosity")]
    [InlineData("--air-viscosity", "-1 mPa s", "--air-viscosity")]
    [InlineData("--pore-volumes", "0", "expected 0.01 to 100")]
    [InlineData("--pore-volumes", "NaN", "expected 0.01 to 100")]
    [InlineData("--angle", "30°", "--angle is for --mode capillary")]
    public void What_cannot_be_run_is_refused(string option, string value, string reason)
    {
        using var shell = new Shell();
        string bed = shell.Write("bed.csv", Bed);
        (int code, _, string error) = Shell.Run(Command(bed, option, value, "--out", shell.PathOf("out")));
        code.ShouldBe(ExitCode.BadInput, error);
        error.ShouldContain(reason);
        error.Trim().ShouldNotContain('\n');
        shell.Files.ShouldBe(["bed.csv"]);
    }

    /// <summary>A grid on which every way is closed names the gap that closes the widest one, of a single row of discs too.</summary>
    [Theory]
    [InlineData("3,10,2.9\n9,10,2.85\n", "the gap of 0.3 µm between disc 2 and its image behind the side")]
    [InlineData("3,10,2.9\n9,10,2.9\n6,16,2\n", "the gap of 0.2 µm between")]
    public void Cells_wider_than_every_gap_are_refused(string discs, string reason)
    {
        using var shell = new Shell();
        string bed = shell.Write("bed.csv", $"x_um,y_um,r_um\n{discs}");
        (int code, _, string error) = Shell.Run(Command(bed, "--out", shell.PathOf("out")));
        code.ShouldBe(ExitCode.BadInput, error);
        error.ShouldContain(reason);
        shell.Files.ShouldBe(["bed.csv"]);
    }

    /// <summary>A state that was cut off is named and left as it is: going on from it would give other numbers.</summary>
    [Fact]
    public void A_damaged_state_is_refused()
    {
        using var shell = new Shell();
        string bed = shell.Write("bed.csv", Bed), kept = shell.PathOf("kept");
        Shell.Run(Command(bed, "--checkpoint", kept, "--pore-volumes", "0.1", "--quiet")).Code.ShouldBe(ExitCode.Done);
        string state = Directory.GetFiles(kept + ".beds").ShouldHaveSingleItem();
        File.WriteAllBytes(state, File.ReadAllBytes(state)[..^100]);
        (int code, _, string error) = Shell.Run(Command(bed, "--checkpoint", kept, "--pore-volumes", "0.1"));
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("damaged or cut off");
        error.ShouldContain(state);
    }
}
