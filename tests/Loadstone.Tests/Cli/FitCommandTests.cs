using System.Text.Json.Nodes;
using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

/// <summary>The examples of <c>fit</c>, <c>analyse compare</c> and <c>--with</c>: data that the engine made of the documents beside them.</summary>
public sealed class FitCommandTests : IDisposable
{
    private const string Coarse = "x:2,4,8,r:10";

    private static readonly string Half = Example("nmc811-half-cell.json"), Discharge = Example("laboratory/discharge.bdf.csv"), Pulses = Example("laboratory/gitt.bdf.csv");

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    /// <summary>The example's data were made with 25 Ω cm² and a factor of 1.</summary>
    [Fact]
    public void Fit_finds_what_the_example_was_made_with()
    {
        string target = _shell.PathOf("fit");
        (int code, string output, string error) = Shell.Run("fit", Half, Discharge, "--vary", "positive.contactResistance=1 Ω cm²..100 Ω cm²", "--vary", "positive diffusivity", "--mesh", Coarse, "--out", target);
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("Correlations");
        JsonNode numbers = Numbers(target);
        Interval(numbers["positive.contactResistance"]!).ShouldHold(25e-4);
        Interval(numbers["positive diffusivity (factor)"]!).ShouldHold(1);
        foreach (string file in (string[])["fit/report.html", "fit/summary.csv", "fit/fitted.json"]) _shell.Files.ShouldContain(Path.Combine(file.Split('/')));
        JsonNode.Parse(File.ReadAllText(Path.Combine(target, "fitted.json")))!["positive"]!["contactResistance"]!.GetValue<string>().ShouldStartWith("2");
    }

    /// <summary>The document has no contact resistance, the data 25 Ω cm²: 50 mV at 2.26 mA on 1.13 cm².</summary>
    [Fact]
    public void Compare_tells_the_distance()
    {
        string target = _shell.PathOf("compare");
        (int code, _, string error) = Shell.Run("analyse", "compare", Discharge, "--with", Half, "--mesh", Coarse, "--out", target);
        (code, error).ShouldBe((ExitCode.Done, ""));
        Numbers(target)["root mean square deviation"]!["value"]!.GetValue<double>().ShouldBe(0.05, 0.01);
    }

    [Theory]
    [InlineData("fit", "--vary", "positive.porosty", "--vary", "positive.porosty")]
    [InlineData("fit", "--vary", "positive.porosity=50 %..40 %", "--vary", "not in order")]
    [InlineData("analyse compare", "--with", "none.json", "none.json", "find")]
    [InlineData("analyse compare", "--soc", "120 %", "120 %", "expected")]
    public void Bad_input_is_told_in_one_line(string command, string option, string value, string place, string expected)
    {
        string[] with = command == "fit" ? [Half, Discharge] : option == "--with" ? [Discharge] : [Discharge, "--with", Half];
        (int code, _, string error) = Shell.Run([.. command.Split(' '), .. with, option, value]);
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain(place);
        error.ShouldContain(expected);
    }

    [Fact]
    public void Data_without_voltage_are_told()
    {
        string file = _shell.Write("bare.csv", "Test Time / s,Current / A\n0,-0.001\n1,-0.001\n2,-0.001\n");
        (int code, _, string error) = Shell.Run("fit", Half, file, "--vary", "soc=0.5..1");
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("bare.csv");
        error.ShouldContain("Voltage / V");
    }

    private static string Example(string name) => Path.Combine([Repository.Root, "examples", .. name.Split('/')]);

    private static JsonNode Numbers(string folder) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["samples"]![0]!["numbers"]!;

    private static Range95 Interval(JsonNode number) => new(number["low95"]!.GetValue<double>(), number["high95"]!.GetValue<double>());

    private sealed record Range95(double Low, double High)
    {
        public void ShouldHold(double truth) => truth.ShouldBeInRange(Low, High);
    }
}
