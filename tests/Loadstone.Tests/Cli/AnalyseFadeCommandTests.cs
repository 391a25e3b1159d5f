using System.Text.Json;
using Loadstone.Cli;
using Loadstone.Tests.Laboratory.Fading;

namespace Loadstone.Tests.Cli;

public sealed class AnalyseFadeCommandTests : IDisposable
{
    private static readonly string _folder = Path.Combine(Repository.Root, "examples", "laboratory");
    private static readonly string[] _files = [.. FadeExamples.Samples.Select(s => Path.Combine(_folder, s.File + ".bdf.csv"))];
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void The_example_gives_the_law_that_made_it()
    {
        (int code, string output, string error) = Shell.Run(["analyse", "fade", .. _files, "--psi", Path.Combine(_folder, "fade-psi.csv"), "--out", _shell.PathOf("out")]);
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("B of fade per cycle");
        JsonElement[] samples = [.. JsonDocument.Parse(File.ReadAllText(_shell.PathOf("out/results.json"))).RootElement.GetProperty("samples").EnumerateArray()];
        Holds(samples[0], "fade per cycle at ψ = 0.5", FadeExamples.AtEven);
        Holds(samples[0], "B of fade per cycle", FadeExamples.Steepness);
        for (int k = 0; k < _files.Length; k++) Holds(samples[k + 1], "fade per cycle", FadeExamples.Rate(FadeExamples.Samples[k].Psi));
        _shell.Files.ShouldContain("out/summary.csv");
        _shell.Files.ShouldContain("out/plots/law-fade-per-cycle.svg");
        File.ReadAllText(_shell.PathOf("out/plots/law-fade-per-cycle.svg")).ShouldContain("Evenness ψ");
    }

    [Fact]
    public void A_sample_that_the_table_does_not_name_is_told_and_nothing_is_written()
    {
        string table = _shell.Write("psi.csv", "sample,psi\nother,0.5\n");
        (int code, _, string error) = Shell.Run("analyse", "fade", _files[0], "--psi", table, "--out", _shell.PathOf("out"));
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain($"{table}: the table has no row for sample \"fade-47\"; it has other.");
        _shell.Files.ShouldBe(["psi.csv"]);
    }

    private static void Holds(JsonElement sample, string name, double truth)
    {
        JsonElement number = sample.GetProperty("numbers").GetProperty(name);
        truth.ShouldBeInRange(number.GetProperty("low95").GetDouble(), number.GetProperty("high95").GetDouble(), name);
    }
}
