using System.Text.Json;
using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

public sealed class LiteratureCommandTests : IDisposable
{
    private static readonly string _own = Path.Combine(Repository.Root, "examples", "laboratory", "own-electrodes.csv");
    private static readonly string _published = Path.Combine(Repository.Root, "examples", "laboratory", "literature.csv");
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("loading", "areal capacity", "largest published areal capacity", 17.9 * 36000)]
    [InlineData("energy density", "specific energy", "largest published specific energy", 381.1 * 3600)]
    public void Two_columns_of_the_examples_stand_in_one_picture(string x, string y, string number, double truth)
    {
        (int code, _, string error) = Shell.Run("analyse", "literature", _own, "--literature", _published, "--x", x, "--y", y, "--out", _shell.PathOf("out"));
        (code, error).ShouldBe((ExitCode.Done, ""));
        JsonElement numbers = JsonDocument.Parse(File.ReadAllText(_shell.PathOf("out/results.json"))).RootElement.GetProperty("samples")[0].GetProperty("numbers");
        numbers.GetProperty(number).GetProperty("value").GetDouble().ShouldBe(truth, 1e-9 * truth);
        string picture = File.ReadAllText(_shell.PathOf("out/plots/literature.svg"));
        picture.ShouldContain(x);
        picture.ShouldContain("own-electrodes");
    }

    [Fact]
    public void A_column_that_is_not_there_is_told_with_those_that_are()
    {
        (int code, _, string error) = Shell.Run("analyse", "literature", _own, "--literature", _published, "--x", "weight", "--y", "areal capacity");
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("own-electrodes.csv:1: no column is named \"weight\"; the file has \"label\", \"loading\"");
    }
}
