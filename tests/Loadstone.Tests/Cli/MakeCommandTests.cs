using System.Text.Json;
using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

public class MakeCommandTests
{
    private static readonly string _document = Path.Combine(Repository.Root, "examples", "high-solids-slurry.json");

    [Fact]
    public void TablesOnScreenAndFilesInTheFolder()
    {
        using var shell = new Shell();
        (int code, string output, string error) = Shell.Run("make", _document, "--variant", "IBC, 77 wt%", "--out", shell.PathOf("out"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        foreach (string heading in (string[])["Slurry", "Coating", "Drying", "Calendering", "Layers over their depth", "Cracking"]) output.ShouldContain(heading);
        output.ShouldContain("warning: loading above the cracking limit");
        shell.Files.Where(file => !file.EndsWith(".png", StringComparison.Ordinal)).ShouldBe(
        [
            "out/make.html", "out/make.json", "out/plots/binder.svg", "out/plots/carbon.svg", "out/plots/conductivity.svg", "out/plots/edges.svg", "out/plots/solvent.svg",
            "out/plots/structure.svg", "out/plots/temperature.svg", "out/plots/viscosity.svg", "out/plots/window.svg",
        ]);
        JsonElement data = JsonDocument.Parse(File.ReadAllText(shell.PathOf("out/make.json"))).RootElement;
        data.GetProperty("slices").EnumerateArray().Average(slice => slice.GetProperty("binder").GetDouble()).ShouldBe(1, 1e-10);
        data.GetProperty("origins")[0].GetProperty("derived").GetString()!.ShouldContain("gap");
    }

    [Fact]
    public void ADocumentWithoutAProcessIsOneLineAndLeavesNoFolder()
    {
        using var shell = new Shell();
        (int code, string output, string error) = Shell.Run("make", Path.Combine(Repository.Root, "examples", "l-dry-s.json"), "--out", shell.PathOf("out"));
        (code, output).ShouldBe((ExitCode.BadInput, ""));
        error.ShouldContain("no electrode has a process");
        Directory.Exists(shell.PathOf("out")).ShouldBeFalse();
    }
}
