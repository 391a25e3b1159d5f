using System.Text.Json;
using Loadstone.Cli;
using Loadstone.Tests.Laboratory.Renewal;

namespace Loadstone.Tests.Cli;

public sealed class AnalyseRenewedCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    /// <summary>The recordings are written anew with <c>LOADSTONE_WRITE_DOCS=1 dotnet test -c Release --filter AnalyseRenewed</c>.</summary>
    [Fact]
    public void The_example_finds_the_electrode_that_failed_in_measurement_and_model()
    {
        if (Environment.GetEnvironmentVariable("LOADSTONE_WRITE_DOCS") == "1") RenewalExamples.Write();
        (int code, string output, string error) = Shell.Run("analyse", "renewed", RenewalExamples.PathOf("before"), RenewalExamples.PathOf("after"),
            "--fresh", RenewalExamples.PathOf("fresh"), "--with", RenewalExamples.Document, "--aged", "aged", "--out", _shell.PathOf("out"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("it belonged to the negative electrode");
        JsonElement numbers = JsonDocument.Parse(File.ReadAllText(_shell.PathOf("out/results.json"))).RootElement.GetProperty("samples")[0].GetProperty("numbers");
        JsonElement share = numbers.GetProperty("share of the negative electrode in it");
        double truth = numbers.GetProperty("share of the negative electrode in it, simulated").GetProperty("value").GetDouble();
        truth.ShouldBeInRange(0.55, 0.95);
        truth.ShouldBeInRange(share.GetProperty("low95").GetDouble(), share.GetProperty("high95").GetDouble());
        _shell.Files.ShouldContain("out/plots/renewed.svg");
    }

    [Theory]
    [InlineData("expected two, of the cell before and after", "BEFORE")]
    [InlineData("are the last ones too; expected a longer test", "BEFORE", "AFTER")]
    [InlineData("--renewed: \"anode\" is no electrode; expected negative or positive", "BEFORE", "AFTER", "--renewed", "anode")]
    [InlineData("expected --with and --aged together", "BEFORE", "AFTER", "--aged", "aged")]
    [InlineData("1 masses for 2 files", "BEFORE", "AFTER", "--mass", "12 mg")]
    public void Bad_arguments_are_told_in_one_line(string expected, params string[] args)
    {
        (int code, _, string error) = Shell.Run(["analyse", "renewed",
            .. args.Select(arg => arg switch { "BEFORE" => RenewalExamples.PathOf("before"), "AFTER" => RenewalExamples.PathOf("after"), _ => arg })]);
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain(expected);
        error.TrimEnd().ShouldNotContain("\n");
    }
}
