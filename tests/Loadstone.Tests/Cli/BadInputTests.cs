using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

/// <summary>Bad input gives one clear line with file and place, exit code 2, and writes nothing.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("\"porosity\"", "\"porosiy\"", "porosiy", "did you mean \"porosity\"")] // unknown field
    [InlineData("\"name\": \"Small\",", "", "name")] // missing field
    [InlineData("\"12 mg/cm²\"", "\"12 mg\"", "positive.loading", "mg/cm²")] // wrong unit
    [InlineData("\"12 mg/cm²\"", "\"12\"", "positive.loading", "mg/cm²")] // missing unit
    [InlineData("\"12 mg/cm²\"", "12", "positive.loading", "mg/cm²")] // bare number
    [InlineData("\"nmc811\": \"94 %\", \"super p\": \"3 %\", \"pvdf\": \"3 %\" }, \"particleDiameter\": \"5 µm\"", "\"nmc811\": \"94 %\", \"super p\": \"3 %\", \"pvdf\": \"2 %\" }, \"particleDiameter\": \"5 µm\"", "positive.layers[1].solids", "99 %", "100 %")]
    [InlineData("\"12 mg/cm²\"", "\"-12 mg/cm²\"", "positive.loading", "-12 mg/cm²")] // negative
    [InlineData("\"12 mg/cm²\"", "\"1e999 mg/cm²\"", "positive.loading")] // not finite
    [InlineData("\"35 %\"", "\"100 %\"", "positive.porosity")] // out of range
    [InlineData("\"porosity\": \"35 %\"", "\"thickness\": \"10 µm\"", "positive", "10 µm")] // loading does not fit
    [InlineData("{ \"rateTest\": [\"0.5C\", \"2C\"], \"between\": [\"2.8 V\", \"4.3 V\"] }", "{ \"protocol\": [\"Discharge at 1C\"] }, { \"rateTest\": [\"1C\"], \"between\": [\"2.8 V\", \"4.3 V\"] }", "run[0].protocol[0]", "never ends")]
    [InlineData("\"measured\": { \"Small\": { \"2C\": \"150 mAh/g\" } }\n}", "", "cut off")] // JSON cut off
    public void ABadDocumentIsToldInOneLine(string old, string replacement, params string[] expected)
    {
        string text = Shell.Document.ReplaceLineEndings("\n");
        text.ShouldContain(old);
        string document = _shell.Write("design.json", text.Replace(old, replacement, StringComparison.Ordinal));

        (int code, string output, string error) = Shell.Run("run", document, "--out", _shell.PathOf("results"));

        code.ShouldBe(ExitCode.BadInput);
        output.ShouldBeEmpty();
        error.TrimEnd().ShouldNotContain("\n");
        error.ShouldStartWith($"error: {document}:");
        foreach (string part in expected) error.ShouldContain(part);
        _shell.Files.ShouldBe(["design.json"]);
        Directory.Exists(_shell.PathOf("results")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("There is no such file", "run", "FOLDER/none.json")]
    [InlineData("No variant is named \"revrsed\"; did you mean \"reversed\"?", "run", "FOLDER/design.json", "--variant", "revrsed")]
    [InlineData("did you mean \"porosity\"?", "run", "FOLDER/design.json", "--set", "positive.porosiy=30 %")]
    [InlineData("\"positive.porosity\" is no path=value", "run", "FOLDER/design.json", "--set", "positive.porosity")]
    [InlineData("\"coarse\" is no mesh", "run", "FOLDER/design.json", "--mesh", "coarse")]
    [InlineData("Radial = 1 cells must lie in [3, 2000]", "run", "FOLDER/design.json", "--mesh", "r:1")]
    [InlineData("0 variants cannot run at the same time", "run", "FOLDER/design.json", "--jobs", "0")]
    [InlineData("Did you mean --variant?", "run", "FOLDER/design.json", "--varaint", "x")]
    [InlineData("\"runn\" is no command of loadstone. Did you mean run?", "runn")]
    [InlineData("Did you mean chen2020?", "simulate", "chen202", "-p", "Rest for 1 h")]
    [InlineData("design documents", "simulate", "chen2020", "-p", "Rest for 1 h", "--set", "a=b")]
    [InlineData("the step never ends", "simulate", "chen2020", "-p", "Discharge at 1C")]
    [InlineData("word 1 (\"Dischage\")", "simulate", "chen2020", "-p", "Dischage at 1C until 2.5 V")]
    [InlineData("\"1.5\" is no state of charge", "simulate", "chen2020", "-p", "Rest for 1 h", "--soc", "1.5")]
    [InlineData("the folder", "simulate", "chen2020", "-p", "Rest for 1 h", "--csv", "FOLDER/none/series.csv")]
    [InlineData("--protocol", "simulate", "chen2020")]
    [InlineData("--from: ", "impedance", "chen2020", "--from", "1 mV")]
    [InlineData("more than 0 Hz", "impedance", "chen2020", "--to", "0 Hz")]
    [InlineData("--points: 1 frequencies", "impedance", "chen2020", "--points", "1")]
    [InlineData("--double-layer: \"-1 F/m²\" is negative", "impedance", "chen2020", "--double-layer", "-1 F/m²")]
    [InlineData("--points: \"many\" cannot be read; expected a whole number. See loadstone impedance --help.", "impedance", "chen2020", "--points", "many")]
    [InlineData("--double-layer: \"thick\"", "simulate", "chen2020", "-p", "Rest for 1 s", "--double-layer", "thick")]
    [InlineData("the cell has double layers, which single-particle models do not follow", "simulate", "chen2020", "-p", "Rest for 1 s", "--double-layer", "0.2 F/m²", "--model", "spme")]
    [InlineData("the folder", "impedance", "chen2020", "--csv", "FOLDER/none/impedance.csv")]
    [InlineData("did you mean nmc811?", "materials", "nmc8111")]
    [InlineData("--out needs the NAME", "materials", "--out", "FOLDER/materials")]
    [InlineData("the file is there already", "new", "FOLDER/design.json")]
    public void ABadArgumentIsToldInOneLine(string expected, params string[] args)
    {
        _shell.Write("design.json", Shell.Document);

        (int code, _, string error) = Shell.Run([.. args.Select(arg => arg.Replace("FOLDER", _shell.Folder, StringComparison.Ordinal))]);

        error.ShouldContain(expected);
        error.TrimEnd().ShouldNotContain("\n");
        code.ShouldBe(ExitCode.BadInput);
        _shell.Files.ShouldBe(["design.json"]);
    }

    [Fact]
    public void AnOutputFolderThatCannotBeWrittenIsToldBeforeAnythingRuns()
    {
        string document = _shell.Write("design.json", Shell.Document), file = _shell.Write("taken", "");

        (int code, _, string error) = Shell.Run("run", document, "--out", file);

        code.ShouldBe(ExitCode.BadInput);
        error.ShouldStartWith($"error: {file}: the output folder cannot be made");
        error.ShouldNotContain("done");
    }
}
