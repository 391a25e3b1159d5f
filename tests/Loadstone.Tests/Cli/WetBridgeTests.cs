using System.Text.Json.Nodes;
using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

public class WetBridgeTests
{
    private const string Bed = "x_um,y_um,r_um\n3,4,2.4\n9,6,2.4\n4,11,2.4\n9,15,2.4\n";

    private static string[] Command(string bed, params string[] rest) => ["wet", bed, "--mode", "bridge", "--box", "12 µm x 20 µm", "--grid", "0.8 µm", "--quiet", .. rest];

    /// <summary>One bed is filled, told beside what capillarity alone does, and shown.</summary>
    [Fact]
    public void A_bed_is_filled_and_told_beside_capillarity_alone()
    {
        using var shell = new Shell();
        string bed = shell.Write("bed.csv", Bed), folder = shell.PathOf("out");
        (int code, string output, string error) = Shell.Run(Command(bed, "--angle", "60°", "--velocity", "1 mm/s", "--out", folder));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("saturation at breakthrough");
        JsonNode sample = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["samples"]![0]!;
        sample["details"]!["capillaryNumber"]!["value"]!.GetValue<double>().ShouldBe(3.1e-3 * 1e-3 / 0.03, 1e-12);
        sample["details"]!["beds"]!["mass error"]!["values"]![0]!.GetValue<double>().ShouldBeLessThan(1e-12);
        sample["numbers"]!["saturation at breakthrough"]!["value"]!.GetValue<double>().ShouldBeInRange(0.3, 1);
        sample["numbers"]!["pairs of pores in the order of capillarity alone"]!["value"]!.GetValue<double>().ShouldBeInRange(0.5, 1);
        string page = File.ReadAllText(Path.Combine(folder, "report.html"));
        page.ShouldContain("capillarity alone, events");
        page.ShouldContain("Bed 1 while it fills");
    }

    /// <summary>A liquid that is repelled has nothing to be compared with, and from a reservoir it comes to rest.</summary>
    [Fact]
    public void A_repelled_liquid_rests_before_a_reservoir()
    {
        using var shell = new Shell();
        string bed = shell.Write("bed.csv", Bed);
        (int code, string output, string error) = Shell.Run(Command(bed, "--angle", "120°", "--reservoir"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("saturation at rest");
        output.ShouldNotContain("capillarity alone");
    }

    /// <summary>What the mode does not take is refused with what it does.</summary>
    [Theory]
    [InlineData("--angle", "181°", "expected 0° to 180°")]
    [InlineData("--angle", "30°, 60°", "30°, 60°")]
    [InlineData("--pore-volumes", "2", "is for --mode study")]
    [InlineData("--grid", "3 µm", "nothing gets through")]
    public void What_it_does_not_take_is_refused(string option, string value, string told)
    {
        using var shell = new Shell();
        string bed = shell.Write("bed.csv", Bed);
        (int code, _, string error) = Shell.Run([.. Command(bed).Where(word => option != "--grid" || word is not ("--grid" or "0.8 µm")), option, value]);
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain(told);
    }
}
