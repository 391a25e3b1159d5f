using System.Text.Json;
using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

public sealed class ResistanceCommandTests : IDisposable
{
    private static readonly string Examples = Path.Combine(Repository.Root, "examples", "laboratory");

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    /// <summary>The files name their truth: 1.88 and 0.91 Ω cm², whose ratio is 48.4 %.</summary>
    [Fact]
    public void Two_electrodes_are_told_apart()
    {
        (int code, string output, string error) = Shell.Run("analyse", "resistance", Path.Combine(Examples, "probe-pristine.csv"), Path.Combine(Examples, "probe-coated.csv"), "--thickness", "75 µm", "--out", _shell.PathOf("out"));

        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("probe-coated − probe-pristine");
        using var data = JsonDocument.Parse(File.ReadAllText(_shell.PathOf("out/results.json")));
        JsonElement[] samples = [.. data.RootElement.GetProperty("samples").EnumerateArray()];
        Number(samples[0], "interface resistance").ShouldBe(1.88e-4, 0.02 * 1.88e-4);
        Number(samples[1], "interface resistance").ShouldBe(0.91e-4, 0.02 * 0.91e-4);
        Number(samples[2], "ratio of interface resistances").ShouldBe(0.484, 0.02 * 0.484);
        Directory.EnumerateFiles(_shell.PathOf("out/plots"), "*section*.svg").Count().ShouldBe(2);
    }

    [Fact]
    public void Film_on_an_insulator_gives_its_conductivity()
    {
        (int code, string output, string error) = Shell.Run("analyse", "resistance", Path.Combine(Examples, "four-point.csv"), "--thickness", "85 µm ± 1 µm", "--spacing", "1 mm", "--length", "20 mm", "--width", "10 mm");

        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("electronic conductivity: 0.12");
    }

    [Fact]
    public void Four_point_table_without_spacing_is_refused()
    {
        (int code, _, string error) = Shell.Run("analyse", "resistance", Path.Combine(Examples, "four-point.csv"), "--thickness", "85 µm");
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("--spacing once or three times");
    }

    private static double Number(JsonElement sample, string name) => sample.GetProperty("numbers").GetProperty(name).GetProperty("value").GetDouble();
}
