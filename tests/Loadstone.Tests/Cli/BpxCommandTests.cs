using Loadstone.Cli;
using Loadstone.Tests.Formats;

namespace Loadstone.Tests.Cli;

/// <summary>Battery Parameter eXchange files on the command line.</summary>
public sealed class BpxCommandTests : IDisposable
{
    private static readonly string[] Mesh = ["--mesh", "x:8,4,8,r:8"];

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_file_is_simulated_from_its_own_state_of_charge_with_its_notes()
    {
        (int code, string output, string error) = Shell.Run(["simulate", BpxFiles.PathOf(1), "-p", "Discharge at 1C until 2.5 V", .. Mesh]);

        code.ShouldBe(ExitCode.Done);
        output.ShouldContain("LG M50, version 1");
        // 80 % of the charge, so about 80 % of the hour.
        output.ShouldContain("47.");
        error.ShouldContain("note: Parameterisation.User-defined: these fields are not used: Cell mass [kg].");
    }

    [Fact]
    public void A_broken_file_is_bad_input_with_its_place()
    {
        string file = _shell.Write("broken.json", File.ReadAllText(BpxFiles.PathOf(1)).Replace("exp(", "eval(", StringComparison.Ordinal));

        (int code, _, string error) = Shell.Run("simulate", file, "-p", "Rest for 1 s");

        code.ShouldBe(ExitCode.BadInput);
        error.ShouldStartWith($"error: {file}:");
        error.ShouldContain("OCP [V]");
    }

    [Fact]
    public void Export_writes_a_file_that_simulates_and_prints_what_is_lost()
    {
        string file = _shell.PathOf("design.bpx.json"), document = _shell.Write("design.json", Shell.Document);

        Shell.Run("export", "chen2020", "--out", file).Out.ShouldContain("Nothing is lost.");
        Shell.Run(["simulate", file, "-p", "Discharge at 1C for 1 min", .. Mesh]).Code.ShouldBe(ExitCode.Done);

        (int code, string output, _) = Shell.Run("export", document, "--variant", "reversed", "--out", file);
        code.ShouldBe(ExitCode.Done);
        output.ShouldContain("2 layers (");
        Shell.Run(["simulate", file, "-p", "Rest for 1 s", .. Mesh]).Error.ShouldContain("\"Negative electrode\" is missing");
    }

    [Fact]
    public void Changes_and_runs_are_for_documents_and_a_missing_folder_is_bad_input()
    {
        Shell.Run("simulate", BpxFiles.PathOf(0), "--set", "positive.porosity=30 %", "-p", "Rest for 1 s").Error.ShouldContain("--set and --variant are for design documents");
        Shell.Run("run", BpxFiles.PathOf(0)).Error.ShouldContain("loadstone simulate and export take it");
        Shell.Run("export", "chen2020", "--out", _shell.PathOf("missing/cell.json")).Code.ShouldBe(ExitCode.BadInput);
    }
}
