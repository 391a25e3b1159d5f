using System.Text.Json;
using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

public class EnergyCommandTests
{
    private static readonly string _document = Path.Combine(Repository.Root, "examples", "thick-lithium-pouch.json");

    [Fact]
    public void TablesOnScreenAndFilesInTheFolder()
    {
        using var shell = new Shell();
        (int code, string output, string error) = Shell.Run("energy", _document, "--variant", "two sheets", "--out", shell.PathOf("out"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("electrolyte beyond the pores");
        output.ShouldContain("Beside published figures");
        shell.Files.Where(file => !file.EndsWith(".png", StringComparison.Ordinal)).ShouldBe(
        [
            "out/energy.html", "out/energy.json", "out/plots/mass-parts.svg", "out/plots/sensitivity-per-mass.svg", "out/plots/sensitivity-per-volume.svg", "out/plots/volume-parts.svg",
        ]);
        JsonElement data = JsonDocument.Parse(File.ReadAllText(shell.PathOf("out/energy.json"))).RootElement;
        JsonElement[] parts = [.. data.GetProperty("parts").EnumerateArray()];
        double Mass(JsonElement part) => part.GetProperty("mass").GetProperty("value").GetDouble();
        // The last row is the cell: what is shown must add up.
        parts[..^1].Sum(Mass).ShouldBe(Mass(parts[^1]), 1e-9);
        data.GetProperty("assumptions").GetArrayLength().ShouldBe(17);
    }

    [Fact]
    public void ARateThatIsNoneIsOneLineAndLeavesNoFolder()
    {
        using var shell = new Shell();
        (int code, string output, string error) = Shell.Run("energy", _document, "--rate", "0C", "--out", shell.PathOf("out"));
        (code, output).ShouldBe((ExitCode.BadInput, ""));
        error.ShouldContain("--rate");
        Directory.Exists(shell.PathOf("out")).ShouldBeFalse();
    }
}
