using System.Globalization;
using System.Text.Json;
using Loadstone.Cli;
using Loadstone.Formats;

namespace Loadstone.Tests.Cli;

public sealed class RunCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void TheDataFileHoldsThePrintedNumbers()
    {
        (int code, string output, _) = Run();

        code.ShouldBe(ExitCode.Done);
        foreach (JsonElement rate in Data().GetProperty("rates").EnumerateArray())
        {
            string line = output.Split('\n').Single(l => l.Contains(Shown(rate, "specificCapacity", "F1"), StringComparison.Ordinal)
                && l.Contains(Shown(rate, "arealEnergy", "F2"), StringComparison.Ordinal) && l.Contains(Shown(rate, "meanVoltage", "F3"), StringComparison.Ordinal));
            line.ShouldContain(rate.GetProperty("end").GetString()!);
        }
        foreach (JsonElement layer in Data().GetProperty("layers").EnumerateArray())
        {
            string name = $"{layer.GetProperty("variant").GetString()} · {layer.GetProperty("layer").GetString()} ";
            string line = output.Split('\n').Single(l => l.StartsWith(name, StringComparison.Ordinal));
            line.ShouldContain(Shown(layer, "thickness", "F1"));
            line.ShouldContain(Shown(layer, "porosity", "F1"));
            line.ShouldContain(Shown(layer, "binderFilmThickness", "F1"));
        }
    }

    [Fact]
    public void EveryNumberHasItsUnitAndMeasuredValuesStandBesidePredictedOnes()
    {
        Run();

        JsonElement measured = Data().GetProperty("rates").EnumerateArray().Single(rate => rate.GetProperty("measuredCapacity").ValueKind == JsonValueKind.Object);
        measured.GetProperty("variant").GetString().ShouldBe("Small");
        measured.GetProperty("measuredCapacity").GetProperty("unit").GetString().ShouldBe("mAh/g");
        measured.GetProperty("measuredCapacity").GetProperty("value").GetDouble().ShouldBe(150, 1e-9);
        double predicted = measured.GetProperty("specificCapacity").GetProperty("value").GetDouble();
        measured.GetProperty("misfit").GetProperty("value").GetDouble().ShouldBe(100 * (predicted / 150 - 1), 1e-9);
    }

    /// <summary>What a run says of the pouch must be what the account of energy says.</summary>
    [Fact]
    public void TheEnergyOfAPouchStandsWithTheRates()
    {
        string document = Path.Combine(Repository.Root, "examples", "high-solids-pouch.json");
        string[] choice = ["--variant", "10 sheets, 77 wt%", "--mesh", "x:6,4,6,r:6"];
        Shell.Run(["energy", document, .. choice, "--out", _shell.PathOf("energy")]).Code.ShouldBe(ExitCode.Done);

        (int code, string output, _) = Shell.Run(["run", document, .. choice, "--out", _shell.PathOf("run")]);

        code.ShouldBe(ExitCode.Done);
        output.ShouldContain("Energy of the pouch cell");
        JsonElement Row(string file) => JsonDocument.Parse(File.ReadAllText(_shell.PathOf(file))).RootElement.GetProperty("energy")[0];
        Row("run/results.json").GetProperty("specificEnergy").GetRawText().ShouldBe(Row("energy/energy.json").GetProperty("specificEnergy").GetRawText());
        Run();
        Data().GetProperty("energy").GetArrayLength().ShouldBe(0);
    }

    /// <summary>An electrolyte that leaves pores dry spoils the account of the pouch, not the rates.</summary>
    [Fact]
    public void APouchThatCannotBeWeighedIsAWarning()
    {
        string document = Path.Combine(Repository.Root, "examples", "thick-lithium-pouch.json");

        (int code, string output, _) = Shell.Run("run", document, "--variant", "two sheets", "--set", "pouch.electrolyte=\"0.5 g/Ah\"", "--mesh", "x:6,4,6,r:6", "--out", _shell.PathOf("run"));

        code.ShouldBe(ExitCode.Done);
        output.ShouldContain("no energy of the pouch");
        output.ShouldNotContain("Energy of the pouch cell");
    }

    [Fact]
    public void SlurryNumbersAppearOnlyWhereASlurryIsGiven()
    {
        Run();

        JsonElement[] layers = [.. Data().GetProperty("layers").EnumerateArray().Where(l => l.GetProperty("variant").GetString() == "Small")];
        layers[0].GetProperty("solidVolumeFraction").GetProperty("value").GetDouble().ShouldBeInRange(20, 60);
        layers[1].GetProperty("solidVolumeFraction").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void ReportCurvesAndPlotsAreWrittenAndReplacedInAnExistingFolder()
    {
        Directory.CreateDirectory(_shell.PathOf("results"));
        _shell.Write("results/report.html", "old");
        _shell.Write("results/notes.txt", "mine");

        Run().Code.ShouldBe(ExitCode.Done);

        string page = File.ReadAllText(_shell.PathOf("results/report.html"));
        foreach (string heading in (string[])["Answer", "Structure", "Voltage curves", "Assumed values", "Defaults taken", "Protocol as run", "How to repeat"])
            page.ShouldContain($"<h2>{heading}</h2>");
        page.ShouldContain("Charge at C/10 until 4.3 V");
        page.ShouldContain("loadstone run ");
        File.ReadAllText(_shell.PathOf("results/notes.txt")).ShouldBe("mine");
        _shell.Files.ShouldContain(Path.Combine("results", "plots", "capacity-rate.svg"));
        _shell.Files.ShouldNotContain(file => file.EndsWith(".tmp", StringComparison.Ordinal));
        BatteryDataFormat.ReadFile(_shell.PathOf("results/curves/reversed.bdf.csv")).Series.Time.Count.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void OverridesAndVariantsChooseWhatIsRun()
    {
        Run("--set", "positive.porosity=45 %", "--variant", "mixed", "--quiet").ShouldBe((ExitCode.Done, "", ""));

        JsonElement electrode = Data().GetProperty("electrodes").EnumerateArray().Single();
        electrode.GetProperty("variant").GetString().ShouldBe("mixed");
        electrode.GetProperty("porosity").GetProperty("value").GetDouble().ShouldBe(45, 1e-9);
    }

    [Fact]
    public void ADischargeThatCannotBeginIsTold()
    {
        (int code, string output, _) = Run("--set", "run[0].rateTest[1]=200C", "--variant", "Small");

        code.ShouldBe(ExitCode.Done);
        output.ShouldContain("cut-off at the start");
        output.ShouldContain("warning: Small, 200C: cut-off reached before the step starts");
    }

    [Fact]
    public void ADischargeBeyondItsCutOffAtOnceIsTold()
    {
        (int code, string output, _) = Run("--set", "positive.contactResistance=2000 Ω cm²", "--variant", "Small");

        code.ShouldBe(ExitCode.Done);
        output.ShouldContain("cut-off at the start");
        output.ShouldContain("warning: Small, 2C: cut-off reached before the step starts");
    }

    [Fact]
    public void StoppingKeepsTheFinishedVariants()
    {
        string document = _shell.Write("design.json", Shell.Document);
        using var stop = new CancellationTokenSource();
        using var error = new StopAfterFirst(stop);

        int code = CommandLine.Run(["run", document, "--out", _shell.PathOf("results"), "--jobs", "1"], TextWriter.Null, error, stop.Token);

        code.ShouldBe(ExitCode.Failed);
        error.ToString().ShouldContain("stopped: the results of 1 of 3 variants are kept; not finished: reversed; mixed.");
        Data().GetProperty("electrodes").EnumerateArray().Single().GetProperty("variant").GetString().ShouldBe("Small");
        Data().GetProperty("notFinished").EnumerateArray().Select(name => name.GetString()).ShouldBe(["reversed", "mixed"]);
    }

    [Fact]
    public void StoppingAtOnceLeavesNothingBehind()
    {
        string document = _shell.Write("design.json", Shell.Document);
        using var error = new StringWriter();

        int code = CommandLine.Run(["run", document, "--out", _shell.PathOf("results")], TextWriter.Null, error, new CancellationToken(canceled: true));

        code.ShouldBe(ExitCode.Failed);
        error.ToString().ShouldContain("nothing was written");
        Directory.Exists(_shell.PathOf("results")).ShouldBeFalse();
    }

    [Fact]
    public void TheStarterDocumentRuns()
    {
        string document = _shell.PathOf("first.json");
        Shell.Run("new", document).Code.ShouldBe(ExitCode.Done);
        Shell.Run("new", document, "--force").Code.ShouldBe(ExitCode.Done);

        (int code, string output, _) = Shell.Run("run", document, "--out", _shell.PathOf("results"), "--mesh", "x:2,3,6,r:5");

        code.ShouldBe(ExitCode.Done);
        output.ShouldContain("denser");
        Data().GetProperty("rates").EnumerateArray().ShouldAllBe(rate => rate.GetProperty("specificCapacity").GetProperty("value").GetDouble() > 50);
    }

    [Theory]
    [InlineData("l-dry-s.json", 12)]
    [InlineData("nmc811-half-cell.json", 1)]
    [InlineData("nmc811-graphite-full-cell.json", 1)]
    public void TheExamplesRunEndToEnd(string example, int variants)
    {
        (int code, _, string error) = Shell.Run("run", Path.Combine(Repository.Root, "examples", example), "--out", _shell.PathOf("results"), "--mesh", "x:6,3,6,r:5");

        code.ShouldBe(ExitCode.Done, error);
        Data().GetProperty("rates").EnumerateArray().Select(rate => rate.GetProperty("variant").GetString()).Distinct().Count().ShouldBe(variants);
        Data().GetProperty("assumed").GetArrayLength().ShouldBeGreaterThan(0);
    }

    private (int Code, string Out, string Error) Run(params string[] more) =>
        Shell.Run(["run", _shell.Write("design.json", Shell.Document), "--out", _shell.PathOf("results"), .. more]);

    private JsonElement Data() => JsonDocument.Parse(File.ReadAllText(_shell.PathOf("results/results.json"))).RootElement;

    private static string Shown(JsonElement row, string key, string format) =>
        row.GetProperty(key).GetProperty("value").GetDouble().ToString(format, CultureInfo.InvariantCulture);

    private sealed class StopAfterFirst(CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value is not null && value.Contains("1 of 3 done", StringComparison.Ordinal)) stop.Cancel();
        }
    }
}
