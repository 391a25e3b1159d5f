using System.Text.Json.Nodes;
using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

/// <summary>The examples of <c>fit</c>, <c>analyse compare</c> and <c>--with</c>: data that the engine made of the documents beside them.</summary>
public sealed class FitCommandTests : IDisposable
{
    private const string Coarse = "x:2,3,6,r:8";

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

    /// <summary>The document takes the standard contact resistance, a few Ω cm² less than the data's 25: some millivolts at 2 mA/cm².</summary>
    [Fact]
    public void Compare_tells_the_distance()
    {
        string target = _shell.PathOf("compare");
        (int code, _, string error) = Shell.Run("analyse", "compare", Discharge, "--with", Half, "--mesh", Coarse, "--out", target);
        (code, error).ShouldBe((ExitCode.Done, ""));
        Numbers(target)["root mean square deviation"]!["value"]!.GetValue<double>().ShouldBeInRange(3e-3, 15e-3);
    }

    /// <summary>The examples were made with the designs beside them: each analysis of the simulation must give the number of the measurement.</summary>
    [Theory]
    [InlineData("rate rate-test.bdf.csv", "nmc811-half-cell.json", "retention at 1.97C", 2e-3)]
    [InlineData("gitt gitt.bdf.csv --radius 5um", "nmc811-half-cell.json", "mean resistance of the jump", 2e-2)]
    [InlineData("dcir gitt.bdf.csv --at 10s", "nmc811-half-cell.json", "mean resistance at 10 s", 2e-2)]
    [InlineData("cycles twenty-cycles.bdf.csv", "nmc811-graphite-full-cell.json", "first discharge capacity", 5e-3)]
    [InlineData("dqdv half-cell-cycles.bdf.csv", "nmc811-half-cell.json", "H1–M position, first", 1e-3)]
    public void An_analysis_stands_beside_that_of_the_design(string words, string design, string number, double tolerance)
    {
        string[] parts = words.Split(' ');
        string target = _shell.PathOf("beside");
        (int code, string output, string error) = Shell.Run(["analyse", parts[0], Example("laboratory/" + parts[1]), .. parts[2..], "--with", Example(design), "--mesh", "x:10,8,20,r:12", "--out", target]);
        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("Measured less simulated");
        JsonNode numbers = Numbers(target);
        double measured = numbers[number]!["value"]!.GetValue<double>(), simulated = numbers[number + ", simulated"]!["value"]!.GetValue<double>();
        simulated.ShouldBe(measured, tolerance * measured);
        _shell.Files.ShouldContain(file => file.EndsWith("time-residuals.svg", StringComparison.Ordinal));
    }

    /// <summary>The example's spectrum has 3 Ω of leads more than the design.</summary>
    [Fact]
    public void A_spectrum_stands_beside_that_of_the_design()
    {
        string target = _shell.PathOf("beside");
        (int code, _, string error) = Shell.Run("analyse", "eis", Example("laboratory/design-spectrum.csv"), "--with", Half, "--soc", "50%", "--circuit", "R0-p(R1,CPE1)-p(R2,CPE2)-CPE3", "--out", target);
        (code, error).ShouldBe((ExitCode.Done, ""));
        JsonNode numbers = Numbers(target);
        double difference = numbers["R0"]!["value"]!.GetValue<double>() - numbers["R0, simulated"]!["value"]!.GetValue<double>();
        difference.ShouldBe(3, 0.3);
        _shell.Files.ShouldContain(file => file.EndsWith("bode-modulus-residuals.svg", StringComparison.Ordinal));
    }

    /// <summary>Options of a simulation without one would be passed over in silence.</summary>
    [Fact]
    public void Options_of_a_simulation_need_one()
    {
        (int code, _, string error) = Shell.Run("analyse", "rate", Example("laboratory/rate-test.bdf.csv"), "--soc", "50%");
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain("--with");
    }

    [Theory]
    [InlineData("fit", "--vary", "positive.porosty", "--vary", "positive.porosty")]
    [InlineData("fit", "--vary", "positive.porosity=50 %..40 %", "--vary", "not in order")]
    [InlineData("analyse compare", "--with", "none.json", "none.json", "no such file")]
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
        error.ShouldContain("no column holds a voltage");
    }

    private static string Example(string name) => Path.Combine([Repository.Root, "examples", .. name.Split('/')]);

    private static JsonNode Numbers(string folder) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["samples"]![0]!["numbers"]!;

    private static Range95 Interval(JsonNode number) => new(number["low95"]!.GetValue<double>(), number["high95"]!.GetValue<double>());

    private sealed record Range95(double Low, double High)
    {
        public void ShouldHold(double truth) => truth.ShouldBeInRange(Low, High);
    }
}
