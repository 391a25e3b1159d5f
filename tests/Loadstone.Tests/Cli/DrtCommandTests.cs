using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Loadstone.Cli;
using Loadstone.Laboratory.Impedance;
using Loadstone.Tests.Laboratory.Trials;

namespace Loadstone.Tests.Cli;

public sealed class DrtCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    private static string Text(Spectrum spectrum) => "Frequency / Hz,Real Impedance / ohm,Imaginary Impedance / ohm\n" + string.Concat(spectrum.Frequency.Zip(spectrum.Impedance, (f, z) =>
        string.Create(CultureInfo.InvariantCulture, $"{f:R},{z.Real:R},{z.Imaginary:R}\n")));

    private static void ShouldHold(JsonNode? number, double truth) =>
        truth.ShouldBeInRange((double)number!["low95"]!, (double)number["high95"]!);

    [Fact]
    public void ASpectrumGivesItsPeaksWithIntervals()
    {
        string file = _shell.Write("cell.csv", Text(RelaxationTrials.Standards[1].Spectrum(0.003, seed: 2))), folder = _shell.PathOf("drt");

        (int code, string output, string error) = Shell.Run("analyse", "drt", file, "--out", folder);

        (code, error).ShouldBe((ExitCode.Done, ""));
        output.ShouldContain("ZARC + ZARC");
        File.Exists(Path.Combine(folder, "report.html")).ShouldBeTrue();
        File.ReadAllText(Path.Combine(folder, "summary.csv")).ShouldContain("peak 2 resistance");
        JsonNode numbers = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["samples"]![0]!["numbers"]!;
        ShouldHold(numbers["peak 1 τ"], 1e-3);
        ShouldHold(numbers["peak 1 resistance"], 30);
        ShouldHold(numbers["peak 2 τ"], 1);
        ShouldHold(numbers["peak 2 resistance"], 20);
        ShouldHold(numbers["ohmic resistance"], 10);
    }

    [Fact]
    public void TheExampleOverTheStateOfChargeGivesAMap()
    {
        string folder = _shell.PathOf("map"), data = Path.Combine(Repository.Root, "examples", "laboratory", "states-of-charge");
        string[] files = [.. new[] { 90, 10, 30, 50, 70 }.Select(soc => Path.Combine(data, $"soc-{soc}.csv"))];

        (int code, _, string error) = Shell.Run(["analyse", "drt", .. files, "--soc", "90 %, 10 %, 30 %, 50 %, 70 %",
            "--band", "lithium: 0.03 ms, 0.3 ms", "--band", "cathode: 0.3 ms, 50 ms", "--out", folder]);

        (code, error).ShouldBe((ExitCode.Done, ""));
        Directory.EnumerateFiles(folder, "*drt-map*", SearchOption.AllDirectories).ShouldNotBeEmpty();
        JsonArray samples = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["samples"]!.AsArray();
        double Of(int sample, string name) => (double)samples[sample]!["numbers"]![name]!["value"]!;

        // Lithium does not know the cathode's state of charge; the cathode's exchange current, √(x(1 − x)), is smallest at the ends.
        double[] lithium = [.. Enumerable.Range(0, 5).Select(k => Of(k, "lithium peak"))];
        (lithium.Max() / lithium.Min()).ShouldBeLessThan(1.1);
        Of(1, "cathode peak").ShouldBeGreaterThan(1.3 * Of(3, "cathode peak"));
        Of(0, "cathode peak").ShouldBeGreaterThan(1.1 * Of(3, "cathode peak"));
    }

    [Theory]
    [InlineData("--band", "SEI", "--band", "no band")]
    [InlineData("--band", "SEI: 1 s, 0.1 s", "--band", "longer")]
    [InlineData("--band", "SEI: 1 m, 2 m", "--band", "time")]
    [InlineData("--soc", "10 %, 20 %", "--soc", "expected 1")]
    [InlineData("--soc", "10 %", "--soc", "two files")]
    [InlineData("--lambda", "-1", "--lambda", "above 0")]
    [InlineData("--criterion", "best", "--criterion", "gcv")]
    [InlineData("--tail", "long", "--tail", "warburg")]
    public void AnOptionThatCannotBeUsedIsNamed(string option, string value, string named, string told)
    {
        string file = _shell.Write("cell.csv", Text(RelaxationTrials.Standards[0].Spectrum()));

        (int code, _, string error) = Shell.Run("analyse", "drt", file, option, value);

        code.ShouldNotBe(ExitCode.Done);
        error.ShouldContain(named);
        error.ShouldContain(told);
    }

    [Fact]
    public void AFileOfThreePointsIsNamedWithWhatIsExpected()
    {
        string file = _shell.Write("short.csv", Text(Spectra.Of(w => new Complex(10, -1 / w), [100, 10, 1])));

        (int code, _, string error) = Shell.Run("analyse", "drt", file, "--out", _shell.PathOf("none"));

        code.ShouldNotBe(ExitCode.Done);
        error.ShouldContain("short.csv");
        error.ShouldContain("3 points");
        error.ShouldContain("at least 5");
        Directory.Exists(_shell.PathOf("none")).ShouldBeFalse("nothing was written, so no folder stays behind");
    }
}
