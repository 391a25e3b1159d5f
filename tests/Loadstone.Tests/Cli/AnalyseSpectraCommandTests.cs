using System.Text.Json.Nodes;
using Loadstone.Cli;

namespace Loadstone.Tests.Cli;

/// <summary>The commands of the documentation on the examples that come with it: numbers of known truth, files, messages.</summary>
public sealed class AnalyseSpectraCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    private static string Example(string name) => Path.Combine(Repository.Root, "examples", "laboratory", name);

    // Runs an analysis on examples and gives the numbers of its results.json, whose files must be there.
    private JsonObject Numbers(string analysis, string[] examples, params string[] options)
    {
        string folder = _shell.PathOf(analysis);
        (int code, _, string error) = Shell.Run(["analyse", analysis, .. examples.Select(Example), .. options, "--out", folder]);
        (code, error).ShouldBe((ExitCode.Done, ""));
        File.Exists(Path.Combine(folder, "report.html")).ShouldBeTrue();
        File.Exists(Path.Combine(folder, "summary.csv")).ShouldBeTrue();
        return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "results.json")))!["samples"]![0]!["numbers"]!.AsObject();
    }

    // Half as far again as the 95 % interval: examples are one draw of the noise.
    private static void Holds(JsonObject numbers, string name, double truth)
    {
        double value = numbers[name]!["value"]!.GetValue<double>(), half = numbers[name]!["high95"]!.GetValue<double>() - value;
        value.ShouldBe(truth, 1.5 * half, name);
        half.ShouldBeLessThan(0.25 * Math.Abs(truth), name);
    }

    private static void Refused(string message, params string[] args)
    {
        (int code, _, string error) = Shell.Run(args);
        code.ShouldBe(ExitCode.BadInput);
        error.ShouldContain(message);
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public void Eis()
    {
        JsonObject numbers = Numbers("eis", ["wetting-16h.csv"]);
        Holds(numbers, "R0", 4 / (1 - 0.6 * Math.Exp(-4)));
        Holds(numbers, "R1", 10);
        Holds(numbers, "CPE1 α", 0.88);
        Refused("\"X\" is no element", "analyse", "eis", Example("wetting-16h.csv"), "--circuit", "R0-X1");
    }

    [Fact]
    public void EisOfACellChoosesACircuitAndSaysWhy()
    {
        (int code, string output, _) = Shell.Run("analyse", "eis", Example("half-cell-spectrum.csv"));
        code.ShouldBe(ExitCode.Done);
        output.ShouldContain("was chosen from");
        output.ShouldContain("Consistent with a linear, steady system");
    }

    [Fact]
    public void Warburg()
    {
        string[] line = ["--from", "20mHz", "--to", "1Hz"];
        JsonObject numbers = Numbers("warburg", ["half-cell-spectrum.csv"], [.. line, "--area", "11 cm² ± 0.3 cm²", "--slope", "-0.8 V", "--molar-volume", "20 cm³/mol"]);
        double sigma = numbers["Warburg coefficient (Ω s^-½)"]!["value"]!.GetValue<double>();
        Holds(numbers, "diffusion coefficient", Math.Pow(20e-6 * 0.8 / (96485.33212 * 11e-4 * sigma), 2) / 2);
        // A host of 5 g/cm³ with 100 g/mol of sites: 0.8 V over F/0.1 kg = 268 mAh/g are 2.985 mV per mAh/g.
        JsonObject capacity = Numbers("warburg", ["half-cell-spectrum.csv"], [.. line, "--area", "11 cm² ± 0.3 cm²", "--slope", "-2.98492 mV per mAh/g", "--density", "5 g/cm³"]);
        capacity["diffusion coefficient"]!["value"]!.GetValue<double>().ShouldBe(numbers["diffusion coefficient"]!["value"]!.GetValue<double>(), 1e-4 * capacity["diffusion coefficient"]!["value"]!.GetValue<double>());
        Numbers("warburg", ["half-cell-spectrum.csv"], [.. line, "--area", "11 cm²", "--material", "nmc811", "--lithium", "0.5"]).ContainsKey("diffusion coefficient").ShouldBeTrue();
        Refused("needs --molar-volume", "analyse", "warburg", Example("half-cell-spectrum.csv"), "--area", "11 cm²", "--slope", "-0.8 V");
        Refused("is known from x", "analyse", "warburg", Example("half-cell-spectrum.csv"), "--area", "11 cm²", "--material", "nmc811", "--lithium", "1.5");
        Refused("no stretch of 4 or more points", "analyse", "warburg", Example("wetting-1h.csv"));
    }

    [Fact]
    public void Tortuosity()
    {
        string[] cell = ["--area", "2 cm²", "--thickness", "60 µm", "--conductivity", "0.5 mS/cm"];
        JsonObject numbers = Numbers("tortuosity", ["symmetric-cell.csv"], [.. cell, "--porosity", "40 %"]);
        Holds(numbers, "tortuosity", 3);
        Holds(numbers, "MacMullin number", 7.5);
        Refused("the porosity exceeds 100 %", ["analyse", "tortuosity", Example("symmetric-cell.csv"), .. cell, "--porosity", "140 %"]);
    }

    [Fact]
    public void Wetting()
    {
        string[] files = ["wetting-1h.csv", "wetting-3h.csv", "wetting-6h.csv", "wetting-10h.csv", "wetting-16h.csv"], rest = ["--rest", "1 h, 3 h, 6 h, 10 h, 16 h"];
        JsonObject fitted = Numbers("wetting", files, [.. rest, "--wet", "fit", "--circuit", "R0-p(R1,CPE1)"]);
        Holds(fitted, "ohmic resistance when wet", 4);
        Holds(fitted, "time constant of wetting", 4 * 3600);
        Holds(Numbers("wetting", files, [.. rest, "--wet", "4 Ω ± 0.02 Ω"]), "wetted fraction at first", 1 - 0.6 * Math.Exp(-0.25));
        Refused("expected 2, separated by commas", "analyse", "wetting", Example(files[0]), Example(files[1]), "--rest", "1 h");
        Refused("expected 4 or more", "analyse", "wetting", Example(files[0]), Example(files[1]), "--rest", "1 h, 3 h", "--wet", "fit");
    }

    [Fact]
    public void Conductivity()
    {
        // B = 900 K, T₀ = 170 K.
        JsonObject table = Numbers("conductivity", ["conductivity.csv"]);
        table["VTF activation energy"]!["value"]!.GetValue<double>().ShouldBeInRange(1000, 30_000);
        JsonObject polymer = Numbers("conductivity", ["cold-polymer.csv"], "--thickness", "50 µm", "--area", "2.01 cm²");
        double resistance = polymer["resistance"]!["value"]!.GetValue<double>();
        Holds(polymer, "ionic conductivity", 50e-6 / (resistance * 2.01e-4));
        polymer.ContainsKey("dielectric relaxation time").ShouldBeTrue();
        Refused("--thickness", "analyse", "conductivity", Example("cold-polymer.csv"), "--thickness", "50 mV", "--area", "2 cm²");
    }

    [Fact]
    public void Diffusion()
    {
        string[] cell = ["--thickness", "100 µm", "--porosity", "41 %"];
        Holds(Numbers("diffusion", ["separator-relaxation.bdf.csv"], [.. cell, "--diffusivity", "3e-10 m²/s"]), "tortuosity factor", 2.6);
        Refused("--diffusivity", ["analyse", "diffusion", Example("separator-relaxation.bdf.csv"), .. cell, "--diffusivity", "3e-10 m"]);
    }

    [Fact]
    public void LinearSweep()
    {
        JsonObject numbers = Numbers("lsv", ["sweep.bdf.csv"], "--area", "1.13 cm²", "--at", "5.5 V");
        numbers.Any(n => n.Key.Contains("5.5", StringComparison.Ordinal) && n.Value!["value"]!.GetValue<double>() > 0).ShouldBeTrue();
        Refused("--area", "analyse", "lsv", Example("sweep.bdf.csv"), "--area", "0 cm²");
    }

    [Fact]
    public void Voltammograms()
    {
        JsonObject numbers = Numbers("cv", ["voltammograms.bdf.csv"], "--area", "1 cm²", "--concentration", "1 mol/L");
        string exponent = numbers.First(n => n.Key.Contains("b-value", StringComparison.Ordinal)).Key;
        numbers[exponent]!["value"]!.GetValue<double>().ShouldBe(0.5, 0.05);
        Refused("scan rate", "analyse", "cv", Example("sweep.bdf.csv"));
    }
}
