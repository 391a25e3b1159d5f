using Loadstone.Cli;
using Loadstone.Designs;

namespace Loadstone.Tests.Cli;

public sealed class HelpTests : IDisposable
{
    private static readonly string[] Commands = ["run", "simulate", "impedance", "sensitivity", "new", "schema", "materials"];

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void HelpListsTheCommandsAndEachTeachesByExample()
    {
        (int code, string output, string error) = Shell.Run("--help");
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("loadstone [command]");
        foreach (string command in Commands)
        {
            output.ShouldContain($"  {command} ");
            string help = Shell.Run(command, "--help").Out;
            help.ShouldContain($"loadstone {command} ");
            help.ShouldContain("Examples:");
        }
    }

    [Fact]
    public void WithoutArgumentsThereIsHelp() => Shell.Run().ShouldBe(Shell.Run("--help"));

    [Fact]
    public void TheVersionIsThatOfTheProgram() =>
        Shell.Run("--version").Out.Trim().ShouldBe(typeof(CommandLine).Assembly.GetName().Version!.ToString(3));

    [Fact]
    public void TheSchemaIsPrintedOrWritten()
    {
        Shell.Run("schema").Out.ShouldBe(DesignSchema.Write());
        Shell.Run("schema", "--out", _shell.PathOf("schema.json")).Code.ShouldBe(ExitCode.Done);
        File.ReadAllText(_shell.PathOf("schema.json")).ShouldBe(DesignSchema.Write());
    }

    [Fact]
    public void MaterialsAreListedByKindAndShownWithSources()
    {
        string list = Shell.Run("materials").Out;
        foreach (string name in (string[])["nmc811", "super-p", "pvdf", "nmp", "lipf6-ec-emc-3-7", "polypropylene", "aluminium", "lithium", "chen2020"]) list.ShouldContain(name);

        string one = Shell.Run("materials", "NMC 811").Out;
        one.ShouldContain("4.65 g/cm³ to 4.8 g/cm³"); // the range of an assumed value
        one.ShouldContain("J. Electrochem. Soc. 167, 080534 (2020)");
        one.ShouldContain("open-circuit potential");
    }

    [Fact]
    public void FunctionsOfAMaterialAreDrawn()
    {
        Shell.Run("materials", "marquis2019", "--out", _shell.PathOf("plots")).Code.ShouldBe(ExitCode.Done);

        _shell.Files.ShouldContain(Path.Combine("plots", "marquis2019.html"));
        _shell.Files.Count(file => file.EndsWith(".svg", StringComparison.Ordinal)).ShouldBe(8); // U and D of two electrodes, κ, D, t₊ and 1 + d ln f/d ln c
    }

    [Theory]
    [InlineData("x:4,5,6,r:7", 4, 5, 6, 7)]
    [InlineData("x:4,5,6", 4, 5, 6, 20)]
    [InlineData("r:7", 20, 10, 20, 7)]
    public void AMeshCountsNegativeSeparatorPositiveAndRadial(string text, int negative, int separator, int positive, int radial)
    {
        var mesh = MeshText.Parse(text);
        (mesh.Negative, mesh.Separator, mesh.Positive, mesh.Radial).ShouldBe((negative, separator, positive, radial));
    }
}
